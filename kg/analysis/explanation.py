"""All there is to tell of a figure: its trees, its articles and independent origins, and what speaks against it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.analysis import finding
from kg.analysis.conflicts import conflicts
from kg.analysis.contradictions import WRITING, pairs
from kg.analysis.explain import LineOf, Tree, rendered
from kg.analysis.facts import Facts
from kg.analysis.lineage import Support, kind, kind_name, supports
from kg.analysis.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Explanation:
    """What explains a text: trees, the support of each kind of figure among their roots, what contradicts their claims.

    `articles` and `origins` are those of the trees: IRIs of documents and of speakers or reports; circles have none.
    """

    known: Facts
    text: str
    trees: tuple[Tree, ...]
    supports: tuple[Support, ...]
    contradicted: tuple[Sentence, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]


def explanation(known: Facts, text: str) -> Explanation:
    """Return what explains a text; without trees where nothing fits it."""
    found = finding.trees(known, text)
    kinds = {kind(tree.root.passage) for tree in found}
    stating = [one for tree in found for one in finding.passages(tree.root)]
    compared = conflicts(known, claims={one.claim.iri for one in stating})
    return Explanation(
        known=known,
        text=text,
        trees=found,
        supports=tuple(one for one in supports(known) if one.kind in kinds),
        contradicted=WRITING.ordered(pairs(known, compared)),
        articles=tuple(sorted({one.document for one in stating})),
        origins=tuple(sorted({tree.origin for tree in found if tree.origin is not None})),
    )


def as_text(told: Explanation, line_of: LineOf) -> str:
    """Return the trees as indented text, then the counts, then what contradicts them or only seems to."""
    below = f"\n{WRITING.as_text(told.contradicted)}" if told.contradicted else ""
    return rendered(told.known, told.trees, line_of) + "".join(f"{line}\n" for line in ("", *counts(told))) + below


def counts(told: Explanation) -> Iterator[str]:
    """Yield sentences: how many articles and origins the figure has, and each kind of figure that it belongs to."""
    said = f"{_count(len(told.articles), 'article')}, {_count(len(told.origins), 'independent origin')}"
    names = "; ".join(origin_name(told.known, one) for one in told.origins)
    yield f"“{told.text}”: {said}{f' ({names})' if names else ': the reports credit each other'}."
    for one in told.supports:
        numbers = (
            _count(len(one.articles), "article"),
            _count(len(one.reports), "report"),
            _count(len(one.origins), "independent origin"),
        )
        circle = f"; in a circle: {', '.join(one.circle)}" if one.circle else ""
        yield f"{kind_name(told.known, one.kind)}, whatever the number: {', '.join(numbers)}{circle}."
    for origin in told.origins:
        if rivals := _undecided(told.known, origin):
            yield f"{' and '.join(rivals)} carry one report, none dated before the others: which was first is not told."


def _undecided(known: Facts, origin: str) -> tuple[str, ...]:
    """Return the outlets of which nothing tells who had a report first; none where day, credit or agency decides."""
    carrying = [passage for passage in known.passages if passage.report == origin]
    day = min((passage.date for passage in carrying if passage.date), default=None)
    outlets = {passage.outlet for passage in carrying if passage.date == day and passage.outlet}
    of_one = bool(outlets & _whose(known, origin))
    steps = (step for passage in known.passages for step in passage.chain if step.known == origin)
    credited = any(outlets & set(step.names) for step in steps)
    return tuple(sorted(outlets)) if len(outlets) > 1 and of_one and not credited else ()


def _whose(known: Facts, report: str) -> frozenset[str]:
    """Return the name of the outlet whose report it is, as its IRI tells."""
    rest = report.removeprefix(f"{known.base}report/")
    return frozenset(name for iri, name in known.names.items() if rest.startswith(f"{iri.removeprefix(known.base)}/"))


def origin_name(known: Facts, origin: str) -> str:
    """Return an origin in words: a speaker's name, or the outlet and the date of a report."""
    if origin in known.names:
        return known.names[origin]
    own = [passage for passage in known.passages if passage.report == origin]
    if own:
        whose = _whose(known, origin)
        held = min(own, key=lambda passage: passage.outlet not in whose)
        return f"{held.outlet or held.path}, {held.date or 'undated'}"
    steps = (step for passage in known.passages for step in passage.chain if origin in (step.report, step.known))
    cited = next(steps, None)
    return origin if cited is None else f"{' and '.join(cited.names)}, whose figure is not here"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")

"""Which earlier mention a mention passes on.

A mention that cites an outlet restates the mention of that outlet's report with the same or nearly the same figure
about the same subject, whatever else drifted. Where the report it credits is in the corpus and holds no such figure
while another report does, it restates that one: the credit is wrong, the origin is not. A mention without any source,
in a document that cites reports, restates what these say of the same measure. What names people or companies of its
own is new. A copy restates its original. Of the passages in which one document prints one figure, others restate the
fullest, and so do those that repeat it without a source of their own.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode, Quad

from kg.lexicon import codes
from kg.link.amounts import bucket, buckets, shared
from kg.link.dates import BACK, days_apart, not_after
from kg.link.fullest import fullest
from kg.link.records import Figure, Records
from kg.link.reports import Report
from kg.rdf.terms import kg

_FIGURE = {"same": 6, "overlapping": 4, "near": 3}
_LATEST = 50
"""Of the figures in one bucket only the latest before the article are compared, so that work grows with the corpus."""
_FACTOR = 2
"""How far off, as a factor, a figure of the same measure, scope and period may be that a relay got wrong."""
_TELLING = 2
_MEASURE, _SAME_FIELD, _CREDITED = 3, 1, 2


@dataclass(frozen=True, slots=True)
class Corpus:
    """Figures by what finds them; each list is sorted by date, then IRI.

    `filed`: (outlet or "" for any, subject, unit, bucket) -> figures; `told`: report -> its original's figures;
    `carried`: document -> report; `copied`: copy -> the report whose original it copies; `outlets`: cited report ->
    outlet; `dates`: document -> date; `citing`: the documents that cite a report.
    """

    filed: Mapping[tuple[str, str | None, str, int], tuple[Figure, ...]]
    told: Mapping[str, tuple[Figure, ...]]
    carried: Mapping[str, str]
    copied: Mapping[str, str]
    outlets: Mapping[str, str]
    dates: Mapping[str, str | None]
    citing: frozenset[str]

    def when(self, figure: Figure) -> str:
        """Return the date of a figure's document, the latest possible where it is unknown."""
        return self.dates.get(figure.document) or "9999"

    def recent(self, figure: Figure, other: Figure) -> bool:
        """Tell whether the other figure's document is recent enough to be what a relay has in mind."""
        days = days_apart(self.dates.get(other.document), self.dates.get(figure.document))
        return days is None or days <= BACK

    def report(self, figure: Figure) -> str | None:
        """Return the report that a figure's document carries."""
        return self.carried.get(figure.document)


def corpus(known: Records, listed: Iterable[Report]) -> Corpus:
    """File the figures of the originals; copies are nobody's source."""
    reports = tuple(listed)
    originals = {report.documents[0]: report for report in reports}
    dates = {article.document: article.date for article in known.articles}
    ordered = sorted(known.figures, key=lambda figure: (dates.get(figure.document) or "9999", figure.mention))
    filed: dict[tuple[str, str | None, str, int], list[Figure]] = {}
    told: dict[str, list[Figure]] = {}
    for figure in ordered:
        report = originals.get(figure.document)
        if report is None:
            continue
        told.setdefault(report.iri, []).append(figure)
        for unit, place in sorted({(amount.unit, bucket(amount)) for amount in figure.amounts}):
            filed.setdefault((report.outlet or "?", figure.subject, unit, place), []).append(figure)
            filed.setdefault(("", figure.subject, unit, place), []).append(figure)
    return Corpus(
        filed={key: tuple(figures) for key, figures in filed.items()},
        told={key: tuple(figures) for key, figures in told.items()},
        carried={document: report.iri for report in reports for document in report.documents},
        copied={document: report.iri for report in reports for document in report.documents[1:]},
        outlets={citation.report: citation.outlet for citation in known.citations},
        dates=dates,
        citing=frozenset(document for citation in known.citations for document in citation.documents),
    )


def restated(known: Records, listed: Iterable[Report], same: Mapping[str, str]) -> Mapping[str, str]:
    """Return mention -> the mention it restates; `same` gives cited report -> report of the corpus."""
    filed = corpus(known, listed)
    around: dict[str, set[str]] = {}
    for citation in known.citations:
        for document in citation.documents if citation.report in same else ():
            around.setdefault(document, set()).add(same[citation.report])
    full = fullest(known.figures)
    sources = {
        figure.mention: full[target.mention].mention
        for figure in known.figures
        if (target := _source(figure, filed, same, around.get(figure.document, set()))) is not None
    }
    return {
        figure.mention: passed_on
        for figure in known.figures
        if (passed_on := _passed_on(figure, full[figure.mention], sources)) is not None
    }


def _passed_on(figure: Figure, head: Figure, sources: Mapping[str, str]) -> str | None:
    """Return what a passage restates, given the fullest one of its document with this figure.

    One that repeats it without a source of its own has the origin of the fullest, so that no headline is an origin.
    """
    own, of_head = sources.get(figure.mention), sources.get(head.mention)
    if head is figure or (figure.chain and own is not None):
        return own
    return head.mention if of_head is None else own or of_head


def quads(found: Mapping[str, str], graph: NamedNode) -> Iterator[Quad]:
    """Yield restates."""
    for mention, source in sorted(found.items()):
        yield Quad(NamedNode(mention), kg("restates"), NamedNode(source), graph)


def _source(figure: Figure, filed: Corpus, same: Mapping[str, str], around: set[str]) -> Figure | None:
    if not figure.amounts:
        return None
    for cited in figure.cited:
        credited = same.get(cited)
        pool = [*filed.told.get(credited or "", ()), *_pool(figure, filed, filed.outlets.get(cited, "?"))]
        best = _best(figure, pool, filed, credited)
        if best is None and credited is not None:
            whole = _pool(figure, filed, "")
            elsewhere = [
                other
                for other in whole
                if other.measure == figure.measure and _own(other, filed) and filed.recent(figure, other)
            ]
            best = _best(figure, elsewhere, filed, None) or _wrong(figure, filed.told.get(credited, ()), filed)
        if best is not None:
            return best
    if (original := _copied(figure, filed)) is not None:
        return original
    if figure.chain:
        return None
    pool = [other for report in sorted(around) for other in filed.told.get(report, ())]
    return _best(figure, [other for other in pool if _silently(figure, other)], filed, None)


def _copied(figure: Figure, filed: Corpus) -> Figure | None:
    """Return the passage of the original that a passage of a copy repeats: the same words, else the same amounts."""
    pool = filed.told.get(filed.copied.get(figure.document, ""), ())
    ranked = [
        (_mark(other) != _mark(figure), -_score(figure, other, agreement), other.start, other.mention, other)
        for other in pool
        if other.subject == figure.subject
        and (agreement := shared(figure.amounts, other.amounts))
        and _plausible(figure, other, agreement)
    ]
    return min(ranked, key=lambda row: row[:-1])[-1] if ranked else None


def _mark(figure: Figure) -> str:
    """Return the end of a mention's IRI: claim and ordinal, equal in texts that are equal."""
    return figure.mention.partition("/mention/")[2]


def _pool(figure: Figure, filed: Corpus, outlet: str) -> Iterator[Figure]:
    """Yield the figures of an outlet ("" for all) about the same subject in the buckets around this one's amounts."""
    limit = (filed.dates.get(figure.document) or "9999") + "\uffff"
    for unit, place in sorted({(amount.unit, near) for amount in figure.amounts for near in buckets(amount)}):
        listed = filed.filed.get((outlet, figure.subject, unit, place), ())
        end = bisect_right(listed, limit, key=filed.when)
        yield from listed[max(0, end - _LATEST) : end]


def _best(figure: Figure, pool: Iterable[Figure], filed: Corpus, credited: str | None) -> Figure | None:
    ranked = []
    for other in {candidate.mention: candidate for candidate in pool}.values():
        agreement = shared(figure.amounts, other.amounts)
        if agreement and _possible(figure, other, filed) and _plausible(figure, other, agreement):
            score = _score(figure, other, agreement) + (_CREDITED if filed.report(other) == credited else 0)
            units = {amount.unit for amount in figure.amounts} & {amount.unit for amount in other.amounts}
            rank = (-score, -len(units), not other.chain, filed.when(other), other.start, other.mention)
            ranked.append((*rank, other))
    return min(ranked, key=lambda row: row[:-1])[-1] if ranked else None


def _possible(figure: Figure, other: Figure, filed: Corpus) -> bool:
    """Tell whether the other mention stands in another report that is no later, and is about the same subject."""
    if filed.report(figure) == filed.report(other) or figure.subject != other.subject:
        return False
    return not_after(filed.dates.get(other.document), filed.dates.get(figure.document))


def _plausible(figure: Figure, other: Figure, agreement: str) -> bool:
    """Tell whether the measures allow it: only a telling figure is recognised under another measure."""
    if _related(figure.measure, other.measure):
        return True
    return agreement == "same" and _telling(figure)


def _own(other: Figure, filed: Corpus) -> bool:
    """Tell whether a figure is its report's own: without an outlet, from a source it names or where nobody is cited."""
    return not other.cited and (bool(other.chain) or other.document not in filed.citing)


def _silently(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure without any source can be one of a report that its document cites elsewhere."""
    return shared(figure.amounts, other.amounts) in ("same", "overlapping") and _related(figure.measure, other.measure)


def _telling(figure: Figure) -> bool:
    """Tell whether a figure is rare enough to be known again: money, or a number of at least two digits."""
    first = figure.amounts[0]
    digits = len(first.value.normalize().as_tuple().digits)
    return first.unit.isupper() or (digits >= _TELLING and first.unit not in ("share", "rank"))


def _score(figure: Figure, other: Figure, agreement: str) -> int:
    measure = _MEASURE if figure.measure == other.measure else int(_related(figure.measure, other.measure))
    fields = ((figure.scope, other.scope), (figure.period, other.period))
    return _FIGURE[agreement] + measure + sum(_SAME_FIELD for one, two in fields if one == two)


def _wrong(figure: Figure, pool: Iterable[Figure], filed: Corpus) -> Figure | None:
    """Return the one figure of the credited report that this one can be a misprint of."""
    fitting = [other for other in pool if _possible(figure, other, filed) and _misprint(figure, other)]
    return fitting[0] if len(fitting) == 1 else None


def _misprint(figure: Figure, other: Figure) -> bool:
    alike = (figure.measure, figure.scope, figure.period) == (other.measure, other.scope, other.period)
    one, two = figure.amounts[0], other.amounts[0]
    if not alike or figure.period is None or one.unit != two.unit:
        return False
    small, large = sorted((abs(one.value), abs(two.value)))
    return large <= small * _FACTOR


@cache
def _related(one: str, other: str) -> bool:
    """Tell whether two measures are the same, or one is broader, or both have a broader one in common."""
    return one == other or bool(_family(one) & _family(other))


@cache
def _family(measure: str) -> frozenset[str]:
    concepts = {concept.iri: concept for concept in codes.scheme("measures").values()}
    found: set[str] = set()
    queue = [measure]
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue.extend(concepts[node].broader if node in concepts else ())
    return frozenset(found)

"""What linking reads of one document's graph: frozen values, and their form as text for the index."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from kg.link.implied import Implied, implied
from kg.link.said import tight
from kg.rdf.concepts import concept
from kg.rdf.iris import is_cited
from kg.rdf.reading import Known, Rows, every, first, members
from kg.rdf.terms import TYPE, kg, oa, prov, rdf, schema, skos


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A quantity: unit, value and the interval its wording allows (None where that side is open).

    Percent and ratios below one are both shares of one, so that "a third" meets "33 per cent".
    """

    unit: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Saying:
    """One step of a stated chain: its IRI, its agents, the report it names and when they said so."""

    step: str
    agents: tuple[str, ...]
    report: str | None
    said: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A mention or a response: whom it is about, its chain, outermost first, and the cited reports it answers.

    `subject` is a figure's; `about` also a relation's.
    """

    node: str
    subject: str | None
    about: str | None
    chain: tuple[Saying, ...]
    answers: tuple[str, ...]

    @property
    def cited(self) -> tuple[str, ...]:
        """The reports the chain names, outermost first."""
        return tuple(saying.report for saying in self.chain if saying.report is not None)


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a figure claim, with the fields linking compares; IRIs except where said otherwise.

    `chain` is the stated chain, outermost first, and `speaker` who speaks by name at its end, of several the first;
    `start` counts in the file's text. `answered` tells that the passage only denies the figure or leaves it unanswered,
    so that others must have stated it.
    """

    mention: str
    document: str
    start: int
    subject: str | None
    measure: str
    scope: str | None
    period: str | None
    amounts: tuple[Amount, ...]
    chain: tuple[Saying, ...]
    speaker: str | None
    answered: bool = False

    @property
    def cited(self) -> tuple[str, ...]:
        """The reports the chain names, outermost first."""
        return tuple(saying.report for saying in self.chain if saying.report is not None)


@dataclass(frozen=True, slots=True)
class Article:
    """One document: whose publication, when, under which title and names, with its passages in order of position."""

    document: str
    outlet: str | None
    date: str | None
    title: str | None
    authors: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A report that a document names: its outlet and the date given for it."""

    report: str
    outlet: str
    said: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """All that linking reads of one document. `outlets`, `unnamed`: IRI -> names; `sources` it quotes itself.

    `relations` are the claims whose direct triples it may change, by stating or denying them; `implied` the rates of
    exchange of its claims; `credited` the reports that its graph does not tell, named by outlets that only the corpus
    shows to be such.
    """

    article: Article
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    reports: tuple[Cited, ...]
    sources: tuple[str, ...]
    relations: tuple[str, ...]
    outlets: Mapping[str, tuple[str, ...]]
    unnamed: Mapping[str, tuple[str, ...]]
    implied: tuple[Implied, ...] = ()
    credited: frozenset[str] = frozenset()

    @property
    def cited(self) -> Mapping[str, tuple[Cited, tuple[str, ...]]]:
        """Cited report -> what is known of it, and the subjects of the statements that name it."""
        known = {report.report: report for report in self.reports}
        subjects: dict[str, set[str]] = {}
        for statement in self.statements:
            for report in (*statement.cited, *statement.answers):
                subjects.setdefault(report, set()).update([statement.subject] if statement.subject else [])
        return {
            report: (known.get(report, Cited(report, "", None)), tuple(sorted(about)))
            for report, about in sorted(subjects.items())
        }


_SHARE = Decimal(100)


def record(table: Rows, document: str) -> Record | None:
    """Read the graph of a document, given as a table of its nodes; None where it holds none."""
    if kg("Document").value not in table.get(document, {}).get(TYPE, ()):
        return None
    stated = [node for kind in ("Mention", "Response") for node in members(table, kg(kind))]
    answered = set(_answered(table))
    statements = {node: _statement(table, node) for node in sorted(stated)}
    outlets = {outlet for known in table.values() for outlet in known.get(schema("publisher"), ())}
    return Record(
        article=_article(table, document, stated),
        statements=tuple(statements.values()),
        figures=tuple(
            _figure(table, node, document, statements[node].chain, answered)
            for node in members(table, kg("Mention"))
            if _is_figure(table, node)
        ),
        reports=tuple(
            Cited(node, outlet, first(table[node], schema("datePublished")))
            for node in members(table, kg("Report"))
            if (outlet := first(table[node], schema("publisher"))) is not None
        ),
        sources=tuple(node for node in members(table, kg("AnonymousSource")) if kg("quotedIn") in table[node]),
        relations=tuple(sorted(_relations(table))),
        outlets={outlet: _names(table, outlet) for outlet in sorted(outlets)},
        unnamed={node: _names(table, node) for node in members(table, kg("AnonymousSource"))},
        implied=tuple(implied(table)),
    )


def _names(table: Rows, thing: str) -> tuple[str, ...]:
    return every(table.get(thing, {}), skos("prefLabel"))


def _is_figure(table: Rows, mention: str) -> bool:
    known = table[mention]
    claim = table.get(first(known, kg("states")) or "", {})
    return kg("measure") in claim and kg("negated") not in known and kg("inDocument") in known


def _statement(table: Rows, node: str) -> Statement:
    known = table[node]
    claim = table.get(first(known, kg("states")) or "", {})
    subject = first(claim, kg("subject"))
    return Statement(
        node=node,
        subject=subject,
        about=min(filter(None, (subject, first(claim, rdf("subject")))), default=None),
        chain=_chain(table, node),
        answers=tuple(given for given in every(known, kg("respondsTo")) if is_cited(given)),
    )


def _chain(table: Rows, statement: str) -> tuple[Saying, ...]:
    chain: list[Saying] = []
    seen: set[str] = set()
    step = first(table[statement], kg("via"))
    while step is not None and step not in seen:
        seen.add(step)
        known = table.get(step, {})
        chain.append(Saying(step, every(known, prov("agent")), first(known, kg("report")), first(known, kg("saidOn"))))
        step = first(known, kg("citing"))
    return tuple(chain)


def _answered(table: Rows) -> Iterator[tuple[str, str | None]]:
    """Yield the claims that are denied or left unanswered, each with where the passage starts that says so."""
    confirms = concept("stances", "confirms").value
    for node in members(table, kg("Response")):
        known = table[node]
        if first(known, kg("stance")) != confirms:
            yield from ((claim, first(known, oa("start"))) for claim in every(known, kg("respondsTo")))


def _figure(
    table: Rows, mention: str, document: str, chain: tuple[Saying, ...], answered: Container[tuple[str, str | None]]
) -> Figure:
    known = table[mention]
    said = table[first(known, kg("states")) or ""]
    stated = first(said, kg("statedQuantity"))
    amounts = sorted(every(said, kg("quantity")), key=lambda node: (node != stated, node))
    return Figure(
        mention=mention,
        document=document,
        start=int(first(known, kg("printedStart")) or 0),
        subject=first(said, kg("subject")),
        measure=first(said, kg("measure")) or "",
        scope=first(said, kg("scope")),
        period=first(said, kg("period")),
        amounts=tuple(_amount(table[node]) for node in amounts if schema("value") in table.get(node, {})),
        chain=chain,
        speaker=next((agent for agent in chain[-1].agents if _speaks(table, agent)), None) if chain else None,
        answered=(first(known, kg("states")) or "", first(known, oa("start"))) in answered,
    )


def _speaks(table: Rows, agent: str) -> bool:
    """Tell whether an agent is somebody by name who can be asked: an outlet passes on, people without a name cannot."""
    return {kg(kind).value for kind in ("AnonymousSource", "Outlet")}.isdisjoint(table.get(agent, {}).get(TYPE, ()))


def _amount(known: Known) -> Amount:
    unit = first(known, schema("currency")) or first(known, schema("unitText")) or ""
    value = Decimal(first(known, schema("value")) or 0)
    low, high = (first(known, schema(name)) for name in ("minValue", "maxValue"))
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    if unit == "percent":
        return Amount("share", value / _SHARE, *(None if end is None else end / _SHARE for end in ends))
    return Amount("share" if unit == "ratio" and value < 1 else unit, value, *ends)


def _article(table: Rows, document: str, stated: Iterable[str]) -> Article:
    known = table[document]
    passages = {
        (int(first(table[node], oa("start")) or 0), exact)
        for node in stated
        if (exact := first(table[node], oa("exact"))) is not None
    }
    return Article(
        document=document,
        outlet=first(known, schema("publisher")),
        date=first(known, schema("datePublished")),
        title=first(known, schema("headline")),
        authors=every(known, schema("author")),
        passages=tuple(text for _, text in sorted(passages)),
    )


def _relations(table: Rows) -> set[str]:
    stated = {claim for node in members(table, kg("Mention")) for claim in every(table[node], kg("states"))}
    answered = {claim for node in members(table, kg("Response")) for claim in every(table[node], kg("respondsTo"))}
    return {claim for claim in stated if kg("RelationClaim").value in table.get(claim, {}).get(TYPE, ())} | {
        claim for claim in answered if "/claim/" in claim
    }


def to_text(known: Record) -> str:
    """Return a record as JSON; equal records give equal texts."""
    article = known.article
    content = (
        (article.document, article.outlet, article.date, article.title, article.authors, article.passages),
        [(one.node, one.subject, one.about, list(map(_said, one.chain)), one.answers) for one in known.statements],
        [_plain(figure) for figure in known.figures],
        [(one.report, one.outlet, one.said) for one in known.reports],
        known.sources,
        known.relations,
        dict(known.outlets),
        dict(known.unnamed),
        known.implied,
    )
    return tight(content)


def from_text(text: str) -> Record:
    """Return the record that `to_text` wrote."""
    article, statements, figures, reports, sources, relations, outlets, unnamed, rates = json.loads(text)
    document, outlet, date, title, authors, passages = article
    stated = tuple(
        Statement(node, subject, about, tuple(map(_saying, chain)), tuple(answers))
        for node, subject, about, chain, answers in statements
    )
    chains = {statement.node: statement.chain for statement in stated}
    return Record(
        article=Article(document, outlet, date, title, tuple(authors), tuple(passages)),
        statements=stated,
        figures=tuple(_restored(row, document, chains) for row in figures),
        reports=tuple(Cited(*row) for row in reports),
        sources=tuple(sources),
        relations=tuple(relations),
        outlets={outlet: tuple(names) for outlet, names in outlets.items()},
        unnamed={source: tuple(names) for source, names in unnamed.items()},
        implied=tuple((claim, currency, into, rate) for claim, currency, into, rate in rates),
    )


def _said(saying: Saying) -> tuple[Any, ...]:
    return saying.step, saying.agents, saying.report, saying.said


def _saying(row: list[Any]) -> Saying:
    step, agents, report, said = row
    return Saying(step, tuple(agents), report, said)


def _plain(figure: Figure) -> tuple[Any, ...]:
    amounts = [tuple(None if end is None else str(end) for end in _ends(one)) for one in figure.amounts]
    fields = (figure.subject, figure.measure, figure.scope, figure.period)
    return figure.mention, figure.start, *fields, amounts, figure.speaker, figure.answered


def _ends(amount: Amount) -> tuple[Any, ...]:
    return amount.unit, amount.value, amount.low, amount.high


def _restored(row: list[Any], document: str, chains: Mapping[str, tuple[Saying, ...]]) -> Figure:
    mention, start, subject, measure, scope, period, amounts, speaker, answered = row
    found = tuple(
        Amount(unit, Decimal(value), *(None if end is None else Decimal(end) for end in ends))
        for unit, value, *ends in amounts
    )
    return Figure(mention, document, start, subject, measure, scope, period, found, chains[mention], speaker, answered)


def with_credits(known: Record, found: Mapping[str, Cited]) -> Record:
    """Return the record with the reports that steps (by IRI) were found to name."""
    if not found:
        return known

    def credited(chain: tuple[Saying, ...]) -> tuple[Saying, ...]:
        return tuple(
            replace(saying, report=found[saying.step].report) if saying.step in found else saying for saying in chain
        )

    return replace(
        known,
        statements=tuple(replace(one, chain=credited(one.chain)) for one in known.statements),
        figures=tuple(replace(one, chain=credited(one.chain)) for one in known.figures),
        reports=tuple({one.report: one for one in (*known.reports, *found.values())}.values()),
        credited=frozenset(one.report for one in found.values()),
    )

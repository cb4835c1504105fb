"""What linking reads of the document graphs: one pass over the store, frozen records out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import NamedNode, Triple

from kg.link.credits import credited, merged
from kg.rdf.iris import Iris
from kg.rdf.reading import nodes
from kg.rdf.terms import TYPE, kg, oa, prov, schema, skos
from kg.store.protocol import Store


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
    """One step of a stated chain: its agents, the report it names and when they said so."""

    agents: tuple[str, ...]
    report: str | None
    said: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of a figure claim, with the fields linking compares; IRIs except where said otherwise.

    `chain` is the stated chain, outermost first; `start` counts in the file's text.
    """

    mention: str
    document: str
    claim: str
    start: int
    printed: str
    passage: str
    subject: str | None
    measure: str
    scope: str | None
    period: str | None
    amounts: tuple[Amount, ...]
    chain: tuple[Saying, ...]

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
class Citation:
    """A report that documents name: its outlet, the date they give, and who names it about what."""

    report: str
    outlet: str
    said: str | None
    documents: tuple[str, ...]
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """All that linking reads, each kind sorted by IRI. `sources`: unnamed source -> the documents that quote it.

    `credited`: the reports that steps name by outlets of the corpus, not in the document graphs themselves.
    """

    base: str
    credited: tuple[Triple, ...]
    articles: tuple[Article, ...]
    figures: tuple[Figure, ...]
    citations: tuple[Citation, ...]
    sources: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]
    """Names of the outlets of the corpus and of those it cites."""


_Known = Mapping[NamedNode, tuple[str, ...]]
_Table = Mapping[str, _Known]
_SHARE = Decimal(100)


def records(store: Store) -> Records:
    """Read the document graphs of a store; what linking itself wrote earlier is left out."""
    iris = Iris(store.base)
    own = {iris.links, iris.derived}
    read = (quad for quad in store.dump() if getattr(quad.graph_name, "value", None) not in own)
    stated = nodes(read, store.base).rows
    named = credited(stated, store.base)
    table = merged(stated, named)
    passages = _by_document(table)
    figures = tuple(_figure(table, node) for node in _members(table, "Mention") if _is_figure(table, node))
    citations = _citations(table)
    outlets = {_one(known, schema("publisher")) for known in table.values()} - {None}
    return Records(
        base=store.base,
        credited=named,
        articles=tuple(_article(table, node, passages) for node in _members(table, "Document")),
        figures=figures,
        citations=citations,
        sources={node: _all(table[node], kg("quotedIn")) for node in _members(table, "AnonymousSource")},
        names={outlet: _names(table, outlet) for outlet in sorted(filter(None, outlets))},
    )


def _members(table: _Table, kind: str) -> tuple[str, ...]:
    wanted = kg(kind).value
    return tuple(sorted(node for node, known in table.items() if wanted in known.get(TYPE, ())))


def _all(known: _Known, name: NamedNode) -> tuple[str, ...]:
    """Return the values of a property; one that stands in several graphs comes once."""
    return tuple(sorted(set(known.get(name, ()))))


def _one(known: _Known, name: NamedNode) -> str | None:
    return min(known.get(name, ()), default=None)


def _is_figure(table: _Table, mention: str) -> bool:
    known = table[mention]
    claim = table.get(_one(known, kg("states")) or "", {})
    return kg("measure") in claim and kg("negated") not in known and kg("inDocument") in known


def _figure(table: _Table, mention: str) -> Figure:
    known = table[mention]
    claim = _one(known, kg("states")) or ""
    said = table[claim]
    stated = _one(said, kg("statedQuantity"))
    amounts = sorted(_all(said, kg("quantity")), key=lambda node: (node != stated, node))
    return Figure(
        mention=mention,
        document=_one(known, kg("inDocument")) or "",
        claim=claim,
        start=int(_one(known, kg("printedStart")) or 0),
        printed=_one(known, kg("printed")) or "",
        passage=_one(known, oa("exact")) or "",
        subject=_one(said, kg("subject")),
        measure=_one(said, kg("measure")) or "",
        scope=_one(said, kg("scope")),
        period=_one(said, kg("period")),
        amounts=tuple(_amount(table[node]) for node in amounts if schema("value") in table.get(node, {})),
        chain=_chain(table, mention),
    )


def _amount(known: _Known) -> Amount:
    unit = _one(known, schema("currency")) or _one(known, schema("unitText")) or ""
    value = Decimal(_one(known, schema("value")) or 0)
    low, high = (_one(known, schema(name)) for name in ("minValue", "maxValue"))
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    if unit == "percent":
        return Amount("share", value / _SHARE, *(None if end is None else end / _SHARE for end in ends))
    return Amount("share" if unit == "ratio" and value < 1 else unit, value, *ends)


def _chain(table: _Table, statement: str) -> tuple[Saying, ...]:
    chain: list[Saying] = []
    seen: set[str] = set()
    step = _one(table[statement], kg("via"))
    while step is not None and step not in seen:
        seen.add(step)
        known = table.get(step, {})
        agents = _all(known, prov("agent"))
        chain.append(Saying(agents, _one(known, kg("report")), _one(known, kg("saidOn"))))
        step = _one(known, kg("citing"))
    return tuple(chain)


def _by_document(table: _Table) -> Mapping[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for kind in ("Mention", "Response"):
        for node in _members(table, kind):
            known = table[node]
            home, exact = _one(known, kg("inDocument")), _one(known, oa("exact"))
            if home is not None and exact is not None:
                found.setdefault(home, []).append((int(_one(known, oa("start")) or 0), exact))
    return found


def _article(table: _Table, document: str, passages: Mapping[str, list[tuple[int, str]]]) -> Article:
    known = table[document]
    return Article(
        document=document,
        outlet=_one(known, schema("publisher")),
        date=_one(known, schema("datePublished")),
        title=_one(known, schema("headline")),
        authors=_all(known, schema("author")),
        passages=tuple(text for _, text in sorted(set(passages.get(document, ())))),
    )


def _citations(table: _Table) -> tuple[Citation, ...]:
    documents: dict[str, set[str]] = {}
    subjects: dict[str, set[str]] = {}
    for kind in ("Mention", "Response"):
        for node in _members(table, kind):
            home = _one(table[node], kg("inDocument")) or ""
            about = _one(table.get(_one(table[node], kg("states")) or "", {}), kg("subject"))
            cited = {saying.report for saying in _chain(table, node) if saying.report is not None}
            cited |= {given for given in _all(table[node], kg("respondsTo")) if "/cited/" in given}
            for report in cited:
                documents.setdefault(report, set()).add(home)
                subjects.setdefault(report, set()).update([about] if about else [])
    return tuple(
        Citation(
            report=report,
            outlet=_one(table.get(report, {}), schema("publisher")) or "",
            said=_one(table.get(report, {}), schema("datePublished")),
            documents=tuple(sorted(homes)),
            subjects=tuple(sorted(subjects[report])),
        )
        for report, homes in sorted(documents.items())
    )


def _names(table: _Table, thing: str) -> tuple[str, ...]:
    return _all(table.get(thing, {}), skos("prefLabel"))

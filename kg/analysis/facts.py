"""What analysis reads of a store, in one pass: passages with figures, the chain each states, and answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.rdf.iris import is_cited
from kg.rdf.reading import Known, Rows, every, first, members, nodes
from kg.rdf.terms import TYPE, kg, oa, prov, schema, skos
from kg.store.protocol import Store

UNKNOWN_OUTLET = "unknown outlet"


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A quantity as stated; `low` and `high` are the ends of what its wording allows, None where that side is open."""

    unit: str
    value: Decimal
    bound: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Step:
    """One act of saying: who (IRIs and names), by which report, which report of the corpus that is, and when.

    A citation that stands for others of one report, which the corpus lacks, is the report of them all.
    """

    agents: tuple[str, ...]
    names: tuple[str, ...]
    unnamed: bool
    outlet: bool
    report: str | None
    known: str | None
    said: str | None = None

    @property
    def told(self) -> str:
        """Who says it, and when, as far as the text tells."""
        names = " and ".join(self.names)
        return names if self.said is None else f"{names} ({self.said})"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a passage states: IRIs, but for `measure_text` and periods (their codes); the stated amount comes first."""

    iri: str
    subject: str | None
    measure: str
    mode: str
    scope: str | None
    period: str | None
    whole: str | None
    compared_with: str | None
    measure_text: str | None
    objects: tuple[str, ...]
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One mention of a figure that is asserted.

    `start` counts in the file's text, `offset` is where its document starts there.
    `report` is the report its document carries, else the document; `origin` is where its chain ends: a speaker or a
    report. `restates` and `part_of` are mentions.
    """

    mention: str
    document: str
    path: str
    part: str | None
    offset: int
    start: int
    outlet: str | None
    date: str | None
    report: str
    origin: str
    claim: Claim
    printed: str
    quote: str
    hedge: str | None
    misspelt: tuple[str, ...]
    chain: tuple[Step, ...]
    restates: tuple[str, ...]
    part_of: str | None
    url: str | None = None

    @property
    def publisher(self) -> str:
        """The outlet's name, or that it is not known."""
        return self.outlet or UNKNOWN_OUTLET

    @property
    def stated(self) -> str:
        """The figure as printed, with where and when: by outlet, else by file."""
        return f"“{self.printed}” ({self.outlet or self.path}, {self.date or 'undated'})"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: who (`agent` is the IRI, `responder` the name), how, in which document, to which claims and reports.

    Cited reports that turned out to be in the corpus stand as these; `answers` is empty where the text does not tell.
    `start` counts in the file's text, `offset` is where its document starts there.
    """

    agent: str
    document: str
    responder: str
    stance: str
    outlet: str | None
    quote: str
    answers: tuple[str, ...]
    path: str = ""
    part: str | None = None
    offset: int = 0
    start: int = 0
    date: str | None = None
    url: str | None = None

    @property
    def publisher(self) -> str:
        """The name of the outlet that tells it, or that it is not known."""
        return self.outlet or UNKNOWN_OUTLET


@dataclass(frozen=True, slots=True)
class Facts:
    """Passages and answers, sorted by date and IRI; `names`: IRI -> preferred name, codes by their local name."""

    base: str
    passages: tuple[Passage, ...]
    answers: tuple[Answer, ...]
    names: Mapping[str, str]

    def name(self, iri: str | None) -> str:
        """Return how people call a thing."""
        return self.names.get(iri or "", (iri or "").rpartition("/")[2])


_LATE = "9999"


def facts(store: Store) -> Facts:
    """Read a store, links graph included."""
    return read(nodes(store.dump(), store.base).rows, store.base)


def read(table: Rows, base: str) -> Facts:
    """Return what a table of nodes tells: IRI -> property -> values, sorted."""
    names = {node: first(known, skos("prefLabel")) for node, known in table.items() if skos("prefLabel") in known}
    named = {node: name for node, name in sorted(names.items()) if name is not None}
    asserted = (node for node in members(table, kg("Mention")) if kg("negated") not in table[node])
    passages = [_passage(table, named, node) for node in asserted if _is_figure(table, node)]
    answers = [_answer(table, named, node) for node in members(table, kg("Response"))]
    return Facts(base, tuple(sorted(passages, key=_age)), tuple(sorted(answers, key=str)), named)


def _age(passage: Passage) -> tuple[str, str]:
    return passage.date or _LATE, passage.mention


def _is_figure(table: Rows, mention: str) -> bool:
    return kg("measure") in table.get(first(table[mention], kg("states")) or "", {})


def _passage(table: Rows, names: Mapping[str, str], mention: str) -> Passage:
    known = table[mention]
    document = first(known, kg("inDocument")) or ""
    around = table.get(document, {})
    outlet = first(around, schema("publisher"))
    report = first(around, kg("carries")) or document
    return Passage(
        mention=mention,
        document=document,
        path=first(around, kg("path")) or document,
        part=first(around, kg("part")),
        offset=int(first(around, oa("start")) or 0),
        start=int(first(known, kg("printedStart")) or 0),
        outlet=names.get(outlet or "", outlet),
        date=first(around, schema("datePublished")),
        report=report,
        origin=first(known, kg("origin")) or report,
        claim=_claim(table, first(known, kg("states")) or ""),
        printed=first(known, kg("printed")) or "",
        quote=first(known, oa("exact")) or "",
        hedge=first(known, kg("hedge")),
        misspelt=every(known, kg("misspelling")),
        chain=tuple(_chain(table, names, mention)),
        restates=every(known, kg("restates")),
        part_of=first(known, kg("partOf")),
        url=first(around, schema("url")),
    )


def _claim(table: Rows, iri: str) -> Claim:
    known = table[iri]
    stated = first(known, kg("statedQuantity"))
    amounts = sorted(every(known, kg("quantity")), key=lambda node: (node != stated, node))
    return Claim(
        iri=iri,
        subject=first(known, kg("subject")),
        measure=first(known, kg("measure")) or "",
        mode=first(known, kg("mode")) or "",
        scope=first(known, kg("scope")),
        period=_code(table, known, "period"),
        whole=first(known, kg("ofWhole")),
        compared_with=_code(table, known, "comparedWith"),
        measure_text=first(known, kg("measureText")),
        objects=every(known, kg("object")),
        amounts=tuple(_amount(table[node]) for node in amounts if schema("value") in table.get(node, {})),
    )


def _code(table: Rows, known: Known, name: str) -> str | None:
    return first(table.get(first(known, kg(name)) or "", {}), kg("code"))


def _amount(known: Known) -> Amount:
    low, high = (first(known, schema(name)) for name in ("minValue", "maxValue"))
    return Amount(
        unit=first(known, schema("currency")) or first(known, schema("unitText")) or "",
        value=Decimal(first(known, schema("value")) or 0),
        bound=(first(known, kg("bound")) or "").rpartition("/")[2],
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
    )


def _chain(table: Rows, names: Mapping[str, str], statement: str) -> Iterable[Step]:
    seen: set[str] = set()
    step = first(table[statement], kg("via"))
    while step is not None and step not in seen:
        seen.add(step)
        known = table.get(step, {})
        agents = every(known, prov("agent"))
        kinds = [table.get(agent, {}).get(TYPE, ()) for agent in agents]
        cited = first(known, kg("report"))
        same = first(table.get(cited or "", {}), kg("identifiedAs"))
        report, same = (same, None) if same and is_cited(same) else (cited, same)
        yield Step(
            agents=agents,
            names=tuple(names.get(agent, agent) for agent in agents),
            unnamed=any(kg("AnonymousSource").value in kind for kind in kinds),
            outlet=report is not None or any(kg("Outlet").value in kind for kind in kinds),
            report=report,
            known=same,
            said=first(known, kg("saidOn")),
        )
        step = first(known, kg("citing"))


def _answer(table: Rows, names: Mapping[str, str], node: str) -> Answer:
    known = table[node]
    document = first(known, kg("inDocument")) or ""
    responder = first(known, kg("responder")) or ""
    around = table.get(document, {})
    outlet = first(around, schema("publisher"))
    targets = every(known, kg("respondsTo"))
    return Answer(
        agent=responder,
        document=document,
        responder=names.get(responder, responder),
        stance=(first(known, kg("stance")) or "").rpartition("/")[2],
        outlet=names.get(outlet or "", outlet),
        quote=first(known, oa("exact")) or "",
        answers=tuple(sorted({first(table.get(one, {}), kg("identifiedAs")) or one for one in targets})),
        path=first(around, kg("path")) or document,
        part=first(around, kg("part")),
        offset=int(first(around, oa("start")) or 0),
        start=int(first(known, oa("start")) or 0),
        date=first(around, schema("datePublished")),
        url=first(around, schema("url")),
    )

"""The values kg works with: documents, what is said in them, and by whom. Frozen, comparable, free of RDF.

Two wings meet here. The reading wing (ingest, extract) makes these values from prose; the graph wing (rdf, store,
link, query, analysis, export) turns them into triples and back. All positions are code points. Codes (measures, modes,
bounds, stances) are the `skos:notation` of a concept in `ontology/codes.ttl`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a document's own text, in code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Raise ValueError for what is no stretch. A text has thousands: what is generated would take twice as long."""
        if not 0 <= start <= end:
            raise ValueError(f"no span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by `by` characters."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__


@dataclass(frozen=True, slots=True)
class Document:
    """One ingested text, or one article of an aggregated text. The unit of retraction.

    `text` is the document's own text; `offset` is where it starts in the file's text (0 unless the file holds several),
    so `offset + span.start` counts in the file. `source` is the name rows print, `path` the path as given, with `/`.
    `part` is the label of an article inside an aggregated file (`2` for `[2]`). What the text or its metadata does not
    state is None, never guessed. `date` is ISO 8601, possibly partial (`2025-01`); `page_date` is the date of the
    page that
    holds several articles, which is not the article's own. `body` is where the prose starts in `text`: between the
    title and it stand header lines (outlet, date, byline), which state nothing.
    """

    text: str
    source: str
    path: str
    offset: int = 0
    part: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    date: str | None = None
    page_date: str | None = None
    body: int = 0

    @property
    def header(self) -> "Span":
        """Where the lines between title and prose stand; an empty span where there are none."""
        start = self.text.find(self.title) if self.title else -1
        return Span(min(start + len(self.title or ""), self.body) if start >= 0 else 0, self.body)

    @property
    def as_of(self) -> str | None:
        """The date that "this year" and "last month" count from: the report's own, else the page's."""
        return self.date or self.page_date


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing with a name. `kind` is the local name of its ontology class (Company, Chip, Place, ...).

    `slug` is the registry's identifier, None for a name that only the text knows.
    """

    name: str
    kind: str
    slug: str | None = None

    def __hash__(self) -> int:
        """Return the hash of the name, which a string keeps: few entities share one, and all are looked up often."""
        return hash(self.name)


@dataclass(frozen=True, slots=True, order=True)
class Unnamed:
    """An unnamed source as worded: people ("two people familiar with the matter") or a document ("company filings").

    `wording` is the first full wording in the report; later anaphora ("the people") carry the same value.
    """

    wording: str
    people: int | None = None
    kind: str = "people"


Agent: TypeAlias = Entity | Unnamed


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a stated chain: the joint agents of one act of saying.

    `date` is when they said it, as far as the text tells (ISO, possibly partial); `span` is where they are named.
    """

    agents: tuple[Agent, ...]
    span: Span | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """An amount as stated: the number after its scale word is applied, its unit and its bound.

    `unit`: ISO 4217 code, `percent`, `count`, `ratio`, `rank`, or a unit word (`GW`). `bound`: exact, more_than,
    at_least, about,
    up_to, at_most, range. `high`: upper end of a range. `scale`: power of ten of the printed scale word (9 for
    "billion", 0 without one); it tells how far the number was rounded.
    """

    value: Decimal
    unit: str
    bound: str = "exact"
    high: Decimal | None = None
    scale: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A resolved period. `code` as rows print it: 2025, 2024-12, 2025-Q3, 2024-Q1/2024-Q3, by-2025, FY2024-06.

    `of` is the company whose fiscal year it is, for FY codes.
    """

    code: str
    of: Entity | None = None


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A proposition with a number. The first quantity is the stated one, the rest its conversions as printed.

    `subject` None and `measure` "other" (with `measure_text`, the noun phrase) say that the text does not tell. Beside
    a measure `measure_text` is the sort of it ("operating" of a margin, "adjusted").
    `whole` is the measure a share is a share of, `compared_with` the period that a change is counted from. A step
    ("raised by $2bn") has its own measure as its whole. `scope` is a Place, or an Entity of kind Scope: overseas,
    global, a part of the subject such as its gaming business, or several at once.
    """

    subject: Entity | None
    measure: str
    quantities: tuple[Quantity, ...]
    measure_text: str | None = None
    objects: tuple[Entity, ...] = ()
    scope: Entity | None = None
    period: Period | None = None
    mode: str = "actual"
    whole: str | None = None
    compared_with: Period | None = None


@dataclass(frozen=True, slots=True)
class RelationClaim:
    """A proposition that links two things: subject, predicate (local name of an ontology property), object."""

    subject: Entity
    predicate: str
    object: Entity
    mode: str = "actual"


@dataclass(frozen=True, slots=True)
class TextClaim:
    """A proposition that is only its words: an attributed statement without a figure or relation that kg reads."""

    text: str


Claim: TypeAlias = FigureClaim | RelationClaim | TextClaim


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value: the rule that fired and the span it rests on."""

    field: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One passage that states one claim.

    `quote` is the passage (usually the sentence); `figure` the number's span inside it, or for a relation the span from
    the first to the last name. `via` is the stated chain, outermost first. `contextual` marks a chain that comes
    from the
    surrounding text, not from the sentence itself. `part_of` is the index, in the extraction's mentions, of the
    mention that this
    document presents as its whole. `misspelt` pairs printed names with the entities they stand for. `inferred_period`
    marks a period whose year the text tells only elsewhere ("this year" in a text without a date).
    """

    claim: Claim
    quote: Span
    figure: Span
    via: tuple[Step, ...] = ()
    contextual: bool = False
    hedge: str | None = None
    negated: bool = False
    part_of: int | None = None
    misspelt: tuple[tuple[str, Entity], ...] = ()
    inferred_period: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: somebody denies, confirms, declines to comment on or does not answer something.

    `about` is what it answers, in words; `claims` are the claims of the same document it answers and `report_of` the
    outlet whose report it answers, as far as the text tells.
    """

    agent: Entity
    stance: str
    quote: Span
    about: str | None = None
    claims: tuple[Claim, ...] = ()
    report_of: Entity | None = None
    via: tuple[Step, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an extractor could not tell or refused, at its place in the document's text."""

    rule: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document, in order of position."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    responses: tuple[Response, ...] = ()
    warnings: tuple[Remark, ...] = ()

"""What the stages hand to one another: annotations over one text, each with its span. Frozen, no behaviour."""

from dataclasses import dataclass
from operator import attrgetter

from kg.model import Agent, Entity, Period, Quantity, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    `paragraph` counts from 0; `headline` marks titles and section heads; `span` has no outer white space.
    """

    span: Span
    paragraph: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    `span` includes the marks, `inner` does not; `closed` is False where no mark ends it.
    """

    span: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says how much or how many, with unit, bound words and the conversions in brackets.

    `span` is number, unit, bound words next to it and brackets, no more; `number` only the digits or number words with
    scale and unit. `noun` is the counted noun phrase right behind a bare count, if there is one ("standalone AI
    applications").
    `role` tells how it stands: "amount", or "from" for the old value of a comparison ("up from $24 billion").
    `per` is what a rate is per, a unit's code or a noun in lower case ("share", "yr" for "$30 billion a year").
    """

    span: Span
    number: Span
    quantity: Quantity
    also: tuple[Quantity, ...] = ()
    noun: Span | None = None
    role: str = "amount"
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A date or period expression with its resolved period; `period` is None where it cannot be resolved.

    `inferred` tells that it counts from a year that a text without a date names elsewhere.
    """

    span: Span
    period: Period | None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry of a table: its place, its row, the label that opens the row and the head of its column.

    `titles` are the lines right above the table, the nearest first. `shared` tells that nothing but spaces parts the
    columns, so that `head` is the head of all of them.
    """

    span: Span
    row: Span
    label: Span | None
    head: Span | None
    titles: tuple[Span, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that refers to an entity.

    `how`: "name" (canonical or alias), "misspelling", "unknown" (capitalised, not in the registry), "description"
    ("the Beijing-based company", "TikTok's parent company"), "pronoun", "group" ("Chinese tech companies").
    """

    span: Span
    entity: Entity
    how: str = "name"

    def __hash__(self) -> int:
        """Return the hash of where it starts, which few names of a text share."""
        return hash(self.span.start)


BY_PLACE = attrgetter("span.start", "span.end")
"""By what names are sorted into the order of the text."""
NAMED = frozenset({"name", "unknown", "misspelling"})
"""How a stretch calls an entity by its name, rather than by what it is or what was said before."""


@dataclass(frozen=True, slots=True)
class Reported:
    """One act of reported speech: who (source), by which words (cue), what (content).

    `content` may be several stretches (floating quotes). `agents` is the resolved source, the outermost speaker of
    this act; an act that this one is embedded in is told by nesting: an act whose content covers another act's cue, or
    equals its content and has the earlier cue, reports it, unless it is itself "according".
    `kind`: "speech" (verb), "according" (according to, citing), "nominal" (a claim that), "passive", "relayed" (the
    outlet that was told; its content covers the act it relays), "attitude" (wants, praises: credits nobody with a
    statement), "unsaid" (did not say; without agents).
    """

    cue: Span
    content: tuple[Span, ...]
    source: Span | None = None
    agents: tuple[Agent, ...] = ()
    kind: str = "speech"

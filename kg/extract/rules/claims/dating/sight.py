"""A figure in its sentence as its time is looked for, and the period that is found."""

from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.text.clauses import Breaks
from kg.extract.rules.text.once import once
from kg.model import Period, Span


@dataclass(frozen=True)
class Sight:
    """A figure in its sentence, with the other figures and the acts of reporting there."""

    figure: Figure
    sentence: Span
    read: Annotated
    around: Breaks
    others: tuple[Figure, ...]
    acts: tuple[Reported, ...]

    @once
    def text(self) -> str:
        """Return the document's text."""
        return self.read.text


@dataclass(frozen=True, slots=True)
class Dated:
    """The period chosen, the rule and the words; `seen` tells that the sentence has a time that may be the figure's."""

    period: Period | None
    rule: str
    span: Span | None = None
    seen: bool = False

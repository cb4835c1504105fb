"""A document while its figures are read, and one figure in it: what the assembly hands to its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported
from kg.extract.rules.claims.told import Carried, Told
from kg.extract.rules.measures.notions import Hits
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, facts
from kg.extract.rules.text.clauses import Breaks
from kg.extract.rules.text.once import once
from kg.model import Agent, Entity, Mention, Remark, Span


@dataclass(slots=True)
class Story:
    """A document while its figures are read: what holds for all of it, and what was read so far."""

    read: Annotated
    around: Breaks
    signs: Hits
    topic: Entity | None
    estimators: frozenset[Agent]
    told: list[Told] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True)
class Case:
    """One figure in its sentence, with the acts that report it and the measure that was settled."""

    figure: Figure
    index: int
    sentence: Span
    headline: bool
    acts: tuple[Reported, ...]
    own: Reading
    carried: Carried

    @once
    def code(self) -> str:
        """Return the code of the measure."""
        return self.carried.reading.measure

    @once
    def guessed(self) -> bool:
        """Tell whether the figure has its measure only because the one before has it."""
        return self.own.measure == OTHER and self.carried.reading.rule == "carried-on"

    @once
    def facts(self) -> Mapping[str, tuple[str, ...]]:
        """Return what the scheme says of the measure."""
        return facts(self.code)

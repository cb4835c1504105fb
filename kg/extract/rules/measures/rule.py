"""Rules that read a figure by its construction, each with the figures that it speaks of."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias

from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight

Tell: TypeAlias = Callable[[Sight, Reading], Reading | None]
"""Reads a figure anew by how it stands, given what words near it tell; None where it stands by no such thing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, and what it is asked about: kinds of units, and measures that words near may tell; any where empty."""

    tell: Tell
    kinds: frozenset[str]
    measures: frozenset[str]

    def speaks_of(self, kind: str, measure: str) -> bool:
        """Tell whether the rule is asked about figures of this kind of unit, of which words tell this measure."""
        return (not self.kinds or kind in self.kinds) and (not self.measures or measure in self.measures)


def asked(*kinds: str, of: Collection[str] = ()) -> Callable[[Tell], Rule]:
    """Make a rule that is asked about figures of these kinds of units, of which words tell one of these measures."""
    return lambda tell: Rule(tell, frozenset(kinds), frozenset(of))

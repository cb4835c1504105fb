"""What shapes can read of a graph, as one automaton: states are places on the way from a focus node, edges are steps.

State 0 is the focus node itself. Shapes that begin alike share their states, and each edge says by bits which shapes
walk it; `kg.validate.reach` walks the automaton for all shapes at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import NamedNode

from kg.validate.paths import Alternative, Differing, Path, Repeat, Sequence, Shared, Step

START = 0
_Taken: TypeAlias = Step | Shared | Differing | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A step from one state to another; without a step both are the same place. `who` has the shapes' bits."""

    source: int
    step: _Taken
    target: int
    who: int


class Automaton:
    """Grows by the paths of one shape after another; see `Track`."""

    def __init__(self) -> None:
        self._states = 1
        self._who: dict[tuple[int, _Taken, int], int] = {}
        self._ends: dict[tuple[int, Path | Shared | Differing], tuple[int, ...]] = {}

    @property
    def states(self) -> int:
        """How many states there are."""
        return self._states

    def edges(self, among: int) -> Iterator[Edge]:
        """Yield the edges that some of these shapes walk."""
        for (source, step, target), who in self._who.items():
            if who & among:
                yield Edge(source, step, target, who & among)

    def ends(self, source: int, path: Path | Shared | Differing, count: int = 1) -> tuple[int, ...]:
        """Return the states that a path from a state is walked over, the same ones whoever walks it."""
        key = (source, path)
        if key not in self._ends:
            self._ends[key] = tuple(range(self._states, self._states + count))
            self._states += count
        return self._ends[key]

    def mark(self, source: int, step: _Taken, target: int, bit: int) -> None:
        """Say that a shape walks an edge."""
        key = (source, step, target)
        self._who[key] = self._who.get(key, 0) | bit


@dataclass(frozen=True, slots=True)
class Track:
    """An automaton as one shape, or what has a bit of its own, adds to it."""

    automaton: Automaton
    bit: int

    def step(self, source: int, predicate: NamedNode | None, *, inverse: bool = False) -> int:
        """Add one step of a predicate, None for any, and return where it leads."""
        return self.path(source, Step(predicate, inverse))

    def looking(self, source: int, step: Shared | Differing) -> int:
        """Add a step that looks at values, and return where it leads. The values are read by steps of theirs."""
        (end,) = self.automaton.ends(source, step)
        return self._edge(source, step, end)

    def path(self, source: int, path: Path) -> int:
        """Add a path from a state and return where it leads."""
        match path:
            case Step():
                (end,) = self.automaton.ends(source, path)
                return self._edge(source, path, end)
            case Sequence(parts):
                for part in parts:
                    source = self.path(source, part)
                return source
            case Alternative(parts):
                (end,) = self.automaton.ends(source, path)
                for part in parts:
                    self._edge(self.path(source, part), None, end)
                return end
            case Repeat(part, sign):
                first, end = self.automaton.ends(source, path, 2)
                return self._repeat((source, first, end), part, sign)

    def _repeat(self, states: tuple[int, int, int], part: Path, sign: str) -> int:
        source, first, end = states
        self._edge(source, None, first)
        last = self.path(first, part)
        self._edge(last, None, end)
        if sign != "+":
            self._edge(first, None, end)
        if sign != "?":
            self._edge(last, None, first)
        return end

    def _edge(self, source: int, step: _Taken, target: int) -> int:
        self.automaton.mark(source, step, target, self.bit)
        return target

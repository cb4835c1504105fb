"""What a shape can read of a graph, as an automaton: states are places on the way from a focus node, edges are steps.

State 0 is the focus node itself. Walking forwards from a focus node collects every triple that the shape can read
there; walking backwards from a triple that changed finds every focus node that could read it.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from itertools import chain, product
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.validate.graphs import Node, Remembered, Triple
from kg.validate.paths import Alternative, Path, Repeat, Sequence, Shared, Step

START = 0
Changed: TypeAlias = Mapping[NamedNode, Sequence_[Triple]]
"""Triples by predicate."""
_NONE: list[Triple] = []


@dataclass(frozen=True, slots=True)
class Edge:
    """A step from one state to another; without a step the two states are the same place. `back` is the step turned."""

    source: int
    step: Step | Shared | None
    target: int
    back: Step | Shared | None


class Automaton:
    """Grows by paths while a shape is read; afterwards it only answers."""

    def __init__(self) -> None:
        self._from: list[list[Edge]] = [[]]
        self._to: list[list[Edge]] = [[]]
        self._reading: dict[NamedNode | None, list[Edge]] = {}

    def state(self) -> int:
        """Return a new state."""
        self._from.append([])
        self._to.append([])
        return len(self._from) - 1

    def step(self, source: int, predicate: NamedNode | None, *, inverse: bool = False) -> int:
        """Add one step of a predicate, None for any, and return where it leads."""
        return self.path(source, Step(predicate, inverse))

    def shared(self, source: int, step: Shared) -> int:
        """Add a step to what has values in common and return where it leads. The values are read by steps of theirs."""
        return self._edge(source, step, self.state())

    def path(self, source: int, path: Path) -> int:
        """Add a path from a state and return where it leads."""
        match path:
            case Step():
                return self._edge(source, path, self.state())
            case Sequence(parts):
                for part in parts:
                    source = self.path(source, part)
                return source
            case Alternative(parts):
                end = self.state()
                for part in parts:
                    self._edge(self.path(source, part), None, end)
                return end
            case Repeat(part, sign):
                return self._repeat(source, part, sign)

    def affected(self, graph: Remembered, changed: Changed) -> set[Node]:
        """Return every node from which a walk in `graph` can come to a changed triple, which `graph` must hold."""
        waiting = list(dict.fromkeys(self._reading_places(changed)))
        seen = set(waiting)
        found: set[Node] = set()
        while waiting:
            node, state = waiting.pop()
            if state == START:
                found.add(node)
            for edge in self._to[state]:
                source = edge.source
                for other in _steps(graph, node, edge.back)[1]:
                    before = (other, source)
                    if before not in seen:
                        seen.add(before)
                        waiting.append(before)
        return found

    def slice(self, graph: Remembered, nodes: Iterable[Node]) -> set[Triple]:
        """Return every triple that walks from these nodes can read in `graph`."""
        waiting = [(node, START) for node in nodes]
        seen = set(waiting)
        found: set[Triple] = set()
        while waiting:
            node, state = waiting.pop()
            for edge in self._from[state]:
                read, ends = _steps(graph, node, edge.step)
                found.update(read)
                target = edge.target
                for end in ends if self._from[target] else ():
                    after = (end, target)
                    if after not in seen:
                        seen.add(after)
                        waiting.append(after)
        return found

    def _repeat(self, source: int, part: Path, sign: str) -> int:
        first, end = self.state(), self.state()
        self._edge(source, None, first)
        last = self.path(first, part)
        self._edge(last, None, end)
        if sign != "+":
            self._edge(first, None, end)
        if sign != "?":
            self._edge(last, None, first)
        return end

    def _edge(self, source: int, step: Step | Shared | None, target: int) -> int:
        edge = Edge(source, step, target, _turned(step))
        self._from[source].append(edge)
        self._to[target].append(edge)
        if isinstance(step, Step):
            self._reading.setdefault(step.predicate, []).append(edge)
        return target

    def _reading_places(self, changed: Changed) -> Iterator[tuple[Node, int]]:
        """Yield the nodes and states at which a changed triple is read."""
        for predicate, edges in self._reading.items():
            listed = changed.get(predicate, ()) if predicate is not None else chain.from_iterable(changed.values())
            for triple in listed:
                for edge in edges:
                    step = edge.step
                    if isinstance(step, Step) and triple[1] not in step.excluded:
                        yield triple[2 if step.inverse else 0], edge.source


def _turned(step: Step | Shared | None) -> Step | Shared | None:
    if isinstance(step, Shared):
        return Shared(tuple((q, p) for p, q in step.pairs), step.among)
    return step and Step(step.predicate, not step.inverse, step.excluded)


def _steps(graph: Remembered, node: Node, step: Step | Shared | None) -> tuple[Iterable[Triple], Iterable[Node]]:
    """Return the triples that a step from a node reads, and where it leads."""
    if step is None:
        return (), (node,)
    if isinstance(step, Shared):
        return (), _alike(graph, node, step)
    if step.inverse:
        read = graph.at(step.predicate, node)
    elif isinstance(node, Literal):
        return (), ()
    elif step.predicate is None:
        read = [triple for triples in graph.own(node).values() for triple in triples]
    else:
        read = graph.own(node).get(step.predicate, _NONE)
    if step.excluded:
        read = [triple for triple in read if triple[1] not in step.excluded]
    end = 0 if step.inverse else 2
    return read, [triple[end] for triple in read]


def _alike(graph: Remembered, node: Node, step: Shared) -> Iterator[Node]:
    own = {} if isinstance(node, Literal) else graph.own(node)
    counting = (
        [value for _, _, value in own.get(p, ()) if among is None or value in among]
        for (p, _), among in zip(step.pairs, step.among, strict=True)
    )
    for values in product(*counting):
        yield from graph.sharing(tuple((q, value) for (_, q), value in zip(step.pairs, values, strict=True)))

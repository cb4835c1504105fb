"""What a shape can read of a graph, as an automaton: states are places on the way from a focus node, edges are steps.

State 0 is the focus node itself. Walking forwards from a focus node collects every triple that the shape can read
there; walking backwards from a triple that changed finds every focus node that could read it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.validate.graphs import Node, Triple, Triples
from kg.validate.paths import Alternative, Path, Repeat, Sequence, Step

START = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A step from one state to another; without a step the two states are the same place."""

    source: int
    step: Step | None
    target: int


class Automaton:
    """Grows by paths while a shape is read; afterwards it only answers."""

    def __init__(self) -> None:
        self._edges: list[Edge] = []
        self._states = 1

    def state(self) -> int:
        """Return a new state."""
        self._states += 1
        return self._states - 1

    def step(self, source: int, predicate: NamedNode | None, *, inverse: bool = False) -> int:
        """Add one step of a predicate, None for any, and return where it leads."""
        return self.path(source, Step(predicate, inverse))

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

    def affected(self, graph: Triples, changed: Iterable[Triple]) -> set[Node]:
        """Return every node from which a walk in `graph` can come to a changed triple, which `graph` must hold."""
        waiting = [(node, edge.source) for triple in changed for edge, node in self._readers(triple)]
        seen = set(waiting)
        found: set[Node] = set()
        while waiting:
            node, state = waiting.pop()
            if state == START:
                found.add(node)
            for before in self._before(graph, node, state):
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
        return found

    def slice(self, graph: Triples, nodes: Iterable[Node]) -> set[Triple]:
        """Return every triple that walks from these nodes can read in `graph`."""
        waiting = [(node, START) for node in nodes]
        seen = set(waiting)
        found: set[Triple] = set()
        while waiting:
            node, state = waiting.pop()
            for triple, after in self._after(graph, node, state):
                if triple is not None:
                    found.add(triple)
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

    def _edge(self, source: int, step: Step | None, target: int) -> int:
        self._edges.append(Edge(source, step, target))
        return target

    def _readers(self, triple: Triple) -> Iterator[tuple[Edge, Node]]:
        for edge in self._edges:
            if edge.step is not None and _fits(edge.step, triple[1]):
                yield edge, triple[2] if edge.step.inverse else triple[0]

    def _before(self, graph: Triples, node: Node, state: int) -> Iterator[tuple[Node, int]]:
        for edge in self._edges:
            if edge.target != state:
                continue
            if edge.step is None:
                yield node, edge.source
                continue
            backwards = Step(edge.step.predicate, not edge.step.inverse, edge.step.excluded)
            for _, other in _walk(graph, node, backwards):
                yield other, edge.source

    def _after(self, graph: Triples, node: Node, state: int) -> Iterator[tuple[Triple | None, tuple[Node, int]]]:
        for edge in self._edges:
            if edge.source != state:
                continue
            if edge.step is None:
                yield None, (node, edge.target)
                continue
            for triple, other in _walk(graph, node, edge.step):
                yield triple, (other, edge.target)


def _fits(step: Step, predicate: NamedNode) -> bool:
    if step.predicate is None:
        return predicate not in step.excluded
    return step.predicate == predicate


def _walk(graph: Triples, node: Node, step: Step) -> Iterator[tuple[Triple, Node]]:
    if isinstance(node, Literal) and not step.inverse:
        return
    pattern = (None, step.predicate, node) if step.inverse else (node, step.predicate, None)
    for triple in graph.match(*pattern):
        if _fits(step, triple[1]):
            yield triple, triple[0] if step.inverse else triple[2]

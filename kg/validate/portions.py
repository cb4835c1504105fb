"""A whole graph validated some focus nodes at a time, each time on what their shapes can read and no more.

So the memory that an engine takes does not grow with the graph. What queries ask is answered for all focus nodes
together; a shape of which it cannot be told what it reads has the whole graph before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pyoxigraph import NamedNode

from kg.validate import engine, shapewise
from kg.validate.engine import Focus
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Graph, Memory, Node, Triple, Values, one_by_one
from kg.validate.results import Result, finding
from kg.validate.setwise import evaluate
from kg.validate.shapes import Shapes
from kg.validate.walk import Footprints, footprints
from kg.validate.walked import Remembered, by_predicate

TOGETHER = 100
"""Focus nodes that are looked at together."""


def run(data: Graph, shapes: Shapes, name: str, focus: Focus) -> tuple[Finding, ...]:
    """Return all findings of shapes in data, worst first; `focus` are all focus nodes of every shape."""
    return ordered([finding(result, shapes) for result in results(data, shapes, name, focus)])


def results(data: Graph, shapes: Shapes, name: str, focus: Focus, together: int = TOGETHER) -> list[Result]:
    """Return all results of shapes in data, in no order; see `run`."""
    work = engine.shared_out(shapes)
    prints = footprints(work.rest)
    found = evaluate(data, shapes, work.asked, focus) + shapewise.evaluate(data, shapes, work.looking, focus)
    for its, part in _portions(data, prints, focus, together):
        found += engine.engine(name).run(part, work.left, its)
    in_full = {shape: focus[shape] for shape, _ in prints.in_full}
    if any(in_full.values()):
        found += engine.engine(name).run(data, work.left, in_full)
    if not any(focus[shape] for shape in work.rest.tops):
        # Shapes that cannot be used are refused, also where they look at nothing.
        found += engine.engine(name).run(Memory(), work.left)
    return found


def _portions(data: Graph, prints: Footprints, focus: Focus, together: int) -> Iterator[tuple[Focus, Memory]]:
    """Yield some focus nodes of the shapes, and what these can read. Nodes of one document stand beside each other."""
    looking: dict[Node, int] = {}
    for shape, bit in prints.shapes.items():
        for node in focus[shape]:
            looking[node] = looking.get(node, 0) | bit
    nodes = iter(sorted(looking, key=str))
    while some := list(islice(nodes, together)):
        near = Remembered(_Nearby(data, some))
        part = Memory(prints.reach.slice(near, {node: looking[node] for node in some}))
        yield {shape: {node for node in some if looking[node] & bit} for shape, bit in prints.shapes.items()}, part


class _Nearby:
    """A graph of which each of some nodes' own triples are read together, when one of them is first asked for.

    Shapes ask a focus node for one property after the other; a database finds all of them where it finds the first.
    """

    def __init__(self, under: Graph, nodes: Iterable[Node]) -> None:
        self._under = under
        self._own: dict[Node, Mapping[NamedNode, list[Triple]] | None] = dict.fromkeys(nodes)

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        if p is None or o is not None or s is None or s not in self._own:
            return self._under.match(s, p, o)
        own = self._own[s]
        if own is None:
            own = self._own[s] = by_predicate(self._under.match(s, None, None))
        return iter(own.get(p, ()))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes."""
        return one_by_one(self, nodes, predicate, inverse=inverse)

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        return self._under.sharing(values)

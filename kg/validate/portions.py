"""A whole graph validated some focus nodes at a time, each time on what their shapes can read and no more.

So the memory that an engine takes does not grow with the graph. What queries ask is answered for all focus nodes
together; a shape of which it cannot be told what it reads has the whole graph before it.
"""

from collections.abc import Iterator
from itertools import islice

from kg.validate import engine, shapewise
from kg.validate.engine import Focus
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Graph, Memory, Node
from kg.validate.results import Result, finding
from kg.validate.setwise import evaluate
from kg.validate.shapes import Shapes
from kg.validate.walk import Footprints, footprints
from kg.validate.walked import Remembered

TOGETHER = 500
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
        part = Memory(prints.reach.slice(Remembered(data), {node: looking[node] for node in some}))
        yield {shape: {node for node in some if looking[node] & bit} for shape, bit in prints.shapes.items()}, part

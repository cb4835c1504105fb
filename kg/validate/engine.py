"""SHACL engines behind one protocol: pySHACL, the reference, and shifty, which is faster and newer.

Both get plain triples and give plain results. What a query of a shape asks is answered for all focus nodes together
(`kg.validate.setwise`), whichever engine runs, so that an engine sees only the queries that cannot be asked so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeAlias

from pyoxigraph import NamedNode

from kg import vocab
from kg.errors import UsageError
from kg.validate import queries, shapewise
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Graph, Memory, Node, Triple
from kg.validate.results import Result, finding
from kg.validate.setwise import answered, evaluate
from kg.validate.shapes import Shapes

ENGINES = ("pyshacl", "shifty")
Focus: TypeAlias = Mapping[NamedNode, set[Node]]
"""Shapes and the nodes each looks at."""
_SILENT = frozenset(
    {
        vocab.RDF + "type",
        *(vocab.RDFS + name for name in ("label", "comment", "seeAlso", "isDefinedBy")),
        *(
            vocab.SH + name
            for name in (
                "targetClass",
                "targetNode",
                "targetSubjectsOf",
                "targetObjectsOf",
                "severity",
                "message",
                "description",
                "name",
                "order",
                "group",
                "deactivated",
            )
        ),
    }
)
"""What a shape says without asking anything of a node."""


class Engine(Protocol):
    """Something that validates data against a shapes graph."""

    def run(self, data: Graph, shapes: tuple[Triple, ...], focus: Focus | None = None) -> list[Result]:
        """Return the results, with `focus` those of these nodes and shapes alone, whatever the shapes' own targets.

        Raises ShapesError for shapes that it refuses.
        """
        ...


def engine(name: str) -> Engine:
    """Return the engine of that name. Raises UsageError for an unknown one or one that is not installed."""
    if name == "pyshacl":
        from kg.validate.reference import PyshaclEngine

        return PyshaclEngine()
    if name == "shifty":
        from kg.validate.fast import ShiftyEngine

        return ShiftyEngine()
    raise UsageError(f"no engine '{name}': there are {', '.join(ENGINES)}")


def run(
    data: Graph, shapes: Shapes, name: str = "pyshacl", focus: Focus | None = None, rest: Graph | None = None
) -> tuple[Finding, ...]:
    """Return all findings of shapes in data, worst first; with `focus` those of these nodes and shapes alone.

    `rest` is as much of the data as the shapes read that are left to an engine, where less is needed for them.
    """
    return ordered([finding(result, shapes) for result in results(data, shapes, name, focus, rest)])


def results(
    data: Graph, shapes: Shapes, name: str = "pyshacl", focus: Focus | None = None, rest: Graph | None = None
) -> list[Result]:
    """Return all results of shapes in data, in no order; see `run`."""
    work = shared_out(shapes)
    found = evaluate(data, shapes, work.asked, focus) + shapewise.evaluate(data, shapes, work.looking, focus)
    if focus is not None:
        focus = {shape: nodes for shape, nodes in focus.items() if nodes and shape not in work.done}
        if not focus:
            return found
    return found + engine(name).run(data if rest is None else rest, work.left, focus)


@dataclass(frozen=True, slots=True)
class Work:
    """What is asked set-wise or of the shapes as well, what is left to an engine, and the shapes of which nothing is.

    `rest` are the shapes that are left, as shapes.
    """

    asked: Mapping[Triple, queries.Asked]
    looking: Mapping[Triple, queries.Asked]
    left: tuple[Triple, ...]
    done: frozenset[NamedNode]
    rest: Shapes


@lru_cache(maxsize=8)
def shared_out(shapes: Shapes) -> Work:
    """Return who answers what of shapes."""
    asked, looking = answered(shapes), shapewise.looking(shapes)
    own = {**asked, **looking}
    nodes = {query.node for query in own.values()}
    unasked = [triple for triple in shapes.graph if triple not in own and triple[0] not in nodes]
    busy = {s for s, p, _ in unasked if p.value not in _SILENT}
    done = frozenset(top for top in shapes.tops if top not in busy)
    # What asks nothing any more is left out, unless others refer to it: an engine looks at each shape that it is given.
    kept = busy | {o for _, _, o in unasked}
    left = tuple(triple for triple in unasked if triple[0] not in done or triple[0] in kept)
    rest = Shapes(Memory(left), tuple(top for top in shapes.tops if top not in done), shapes.rules)
    return Work(asked, looking, left, done, rest)

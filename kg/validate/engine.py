"""SHACL engines behind one protocol: pySHACL, the reference, and shifty, which is faster and newer.

Both get plain triples and give plain results. What a query of a shape asks is answered for all focus nodes together
(`kg.validate.setwise`), whichever engine runs, so that an engine sees only the queries that cannot be asked so.
"""

from collections.abc import Iterable
from typing import Protocol

from kg.errors import UsageError
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Memory, Triple
from kg.validate.results import Result, finding
from kg.validate.setwise import answered, evaluate
from kg.validate.shapes import Shapes

ENGINES = ("pyshacl", "shifty")


class Engine(Protocol):
    """Something that validates data against a shapes graph."""

    def run(self, data: Memory, shapes: Iterable[Triple]) -> list[Result]:
        """Return the results. Raises ShapesError for shapes that it refuses."""
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


def run(data: Memory, shapes: Shapes, name: str = "pyshacl") -> tuple[Finding, ...]:
    """Return all findings of shapes in data, worst first."""
    return ordered([finding(result, shapes) for result in results(data, shapes, name)])


def results(data: Memory, shapes: Shapes, name: str = "pyshacl") -> list[Result]:
    """Return all results of shapes in data, in no order."""
    asked = answered(shapes)
    found = evaluate(data, shapes, asked)
    nodes = {query.node for query in asked.values()}
    left = tuple(triple for triple in shapes.graph if triple not in asked and triple[0] not in nodes)
    return found + engine(name).run(data, left)

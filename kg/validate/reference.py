"""pySHACL, the reference engine: slow and right."""

from collections.abc import Mapping

import rdflib
from pyoxigraph import NamedNode
from pyshacl import validate
from pyshacl.errors import (
    ConstraintLoadError,
    ReportableRuntimeError,
    RuleLoadError,
    ShapeLoadError,
    ShapeRecursionWarning,
    ValidationFailure,
)

from kg.errors import ShapesError
from kg.validate.graphs import Graph, Memory, Node, Triple
from kg.validate.rdflib_terms import graph
from kg.validate.regular import patterns
from kg.validate.reported import results_of, silence
from kg.validate.results import Result
from kg.validate.shapes import without_targets
from kg.validate.targets import NODE

_REFUSALS = (
    ConstraintLoadError,
    ReportableRuntimeError,
    RuleLoadError,
    ShapeLoadError,
    ShapeRecursionWarning,
    ValidationFailure,
    NotImplementedError,
)


class PyshaclEngine:
    """Runs pySHACL on an rdflib graph, without inference, advanced features or a choice of focus nodes."""

    def run(
        self, data: Graph, shapes: tuple[Triple, ...], focus: Mapping[NamedNode, set[Node]] | None = None
    ) -> list[Result]:
        """Return the results; with `focus` by sh:targetNode alone: no engine's own choice of nodes is trusted.

        Raises ShapesError for shapes that pySHACL refuses, with what it says.
        """
        unread = next((pattern for pattern in patterns(shapes) if not pattern.by_pyshacl), None)
        if unread is not None:
            raise ShapesError(f"the shapes cannot be used: pySHACL does not read the pattern {unread} as it is meant")
        if focus is not None:
            aims = [(shape, NODE, node) for shape, nodes in focus.items() for node in nodes]
            shapes = (*without_targets(Memory(shapes)), *aims)
        try:
            with silence():
                _, report, text = validate(graph(data), shacl_graph=graph(shapes), inference="none", inplace=True)
        except _REFUSALS as problem:
            raise ShapesError(f"the shapes cannot be used: {_line(problem)}") from problem
        except RecursionError as problem:
            raise ShapesError("the shapes cannot be used: they are nested deeper than pySHACL can follow") from problem
        if not isinstance(report, rdflib.Graph):
            raise ShapesError(f"the shapes cannot be used: {_line(text)}")
        return results_of(report)


def _line(problem: object) -> str:
    return " ".join(str(problem).split())[:300]

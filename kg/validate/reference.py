"""pySHACL, the reference engine: slow and right."""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

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
from rdflib.namespace import SH

from kg.errors import ShapesError
from kg.validate.graphs import Graph, Memory, Node, Triple
from kg.validate.rdflib_terms import from_rdflib, graph
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


def results_of(report: rdflib.Graph) -> list[Result]:
    """Return the results of a validation report, in no order."""
    return [_result(report, node) for node in report.objects(None, SH.result)]


@contextmanager
def silence() -> Iterator[None]:
    """Keep rdflib's remarks on ill-typed literals off the terminal: that they are ill-typed is what shapes say."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.disabled = before


def _result(report: rdflib.Graph, node: rdflib.term.Node) -> Result:
    focus, shape = report.value(node, SH.focusNode), report.value(node, SH.sourceShape)
    if focus is None or shape is None:
        raise ShapesError("the engine gave a result without a focus node or shape")
    path, said = report.value(node, SH.resultPath), report.value(node, SH.value)
    messages = sorted(str(message) for message in report.objects(node, SH.resultMessage))
    return Result(
        focus=from_rdflib(focus),
        shape=NamedNode(str(shape)),
        component=str(report.value(node, SH.sourceConstraintComponent)),
        path=None if path is None else from_rdflib(path),
        value=None if said is None else from_rdflib(said),
        message=messages[0] if messages else None,
    )


def _line(problem: object) -> str:
    return " ".join(str(problem).split())[:300]

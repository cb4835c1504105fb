"""What an engine reports, a graph of rdflib, as results."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import rdflib
from pyoxigraph import NamedNode
from rdflib.namespace import SH

from kg.errors import ShapesError
from kg.validate.rdflib_terms import from_rdflib
from kg.validate.results import Result


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

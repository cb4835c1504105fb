"""Validation: shapes and rules over a graph or over a change of one, and what they find.

What needs the reference engine is loaded when it is first called, so that importing this package stays quick.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.validate.findings import Finding, Place, Severity
from kg.validate.report import Notice, Report

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.store.protocol import Store
    from kg.validate.shapes import Shapes
    from kg.validate.texts import Texts

__all__ = [
    "Finding",
    "Notice",
    "Place",
    "Report",
    "Severity",
    "load_shapes",
    "validate",
    "validate_delta",
]


def load_shapes(paths: Sequence[Path] = ()) -> "Shapes":
    """Return the shapes in Turtle files, or kg's own (core and rules) without any, after linting them.

    Raises ShapesError where they cannot be read, target nothing, or misspell a term.
    """
    from kg.validate import shapes as reader
    from kg.validate.linting import check

    if not paths:
        return reader.standard()
    read = reader.read(paths)
    check(read)
    return read


def validate(
    data: "Iterable[Quad]",
    shapes: "Shapes | None" = None,
    *,
    texts: "Texts | None" = None,
    fail_on: Severity = Severity.VIOLATION,
    engine: str = "pyshacl",
) -> Report:
    """Return the report on a set of quads, read as the union of its graphs, with the vocabulary beside it.

    `engine` is pyshacl, the reference, or shifty, which is several times faster where it is installed.
    """
    from kg.validate.checking import Settings, check
    from kg.validate.texts import Texts

    return check(data, Settings(shapes or load_shapes(), texts or Texts(), fail_on, engine))


def validate_delta(
    store: "Store",
    added: "Iterable[Quad]",
    removed: "Iterable[Quad]" = (),
    shapes: "Shapes | None" = None,
    *,
    fail_on: Severity = Severity.VIOLATION,
) -> Report:
    """Return the report on a change of a store, which holds what was there before it.

    Only nodes that the change can matter to are looked at; a shape of which that cannot be told is named in a notice.
    A removed quad leaves its graph, one of the default graph leaves one graph, whichever; a triple goes when no graph
    holds it any more.
    """
    from kg.validate.base import StoreBase
    from kg.validate.checking import Settings, check_change

    return check_change(StoreBase(store), added, removed, Settings(shapes or load_shapes(), fail_on=fail_on))

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
    from kg.validate.texts import Provider, Texts

__all__ = [
    "Finding",
    "Notice",
    "Place",
    "Report",
    "Severity",
    "gate",
    "load_shapes",
    "validate",
    "validate_delta",
    "validate_files",
    "validate_store",
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


def validate_files(
    paths: Sequence[Path],
    shapes: "Shapes | None" = None,
    *,
    texts: "Texts | None" = None,
    fail_on: Severity = Severity.VIOLATION,
    engine: str = "pyshacl",
) -> Report:
    """Return the report on RDF files together; findings say at which line of a file their node stands.

    Raises InputError for a file that cannot be read.
    """
    from kg.validate import reading
    from kg.validate.checking import Settings, check
    from kg.validate.graphs import quads
    from kg.validate.texts import Texts

    data = reading.read(paths)
    return check(quads(data.graph), Settings(shapes or load_shapes(), texts or Texts(), fail_on, engine), data.lines)


def validate_store(
    store: "Store",
    shapes: "Shapes | None" = None,
    *,
    file_of: "Provider | None" = None,
    fail_on: Severity = Severity.VIOLATION,
    engine: str = "pyshacl",
) -> Report:
    """Return the report on a whole store, whose kept texts its quotes are checked against."""
    from kg.validate.texts import Texts

    return validate(store.dump(), shapes, texts=Texts(store.text, file_of), fail_on=fail_on, engine=engine)


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
    """
    from kg.validate.checking import Settings, check_change

    return check_change(store, added, removed, Settings(shapes or load_shapes(), fail_on=fail_on))


def gate(data: "Iterable[Quad]") -> tuple[str, ...]:
    """Return why the triples of one document may not enter a store: what breaks the core shapes, one line each."""
    from kg.validate import shapes as reader

    report = validate(data, reader.standard("core"))
    return tuple(f"{finding.rule}: {finding.message} ({finding.focus})" for finding in report.failing)

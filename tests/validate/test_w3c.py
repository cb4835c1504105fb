"""The W3C suites for SHACL core and SHACL-SPARQL, run through our own validation; docs/conformance.md lists them."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from kg import vocab
from kg.errors import KgError
from kg.validate import engine, paths, shapes, skolem
from kg.validate.graphs import Memory, Node, Triple, items, objects, triple_of, value
from kg.validate.results import Result
from kg.validate.shapes import Shapes

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_SHT = "http://www.w3.org/ns/shacl-test#"
_FAILING = {"core": set(), "sparql": set()}
"""Measured. None may join."""
_TOTAL = {"core": 98, "sparql": 22}


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    data: Path
    shapes: Path
    expected: frozenset[tuple[str, ...]] | None


def _suite() -> Path:
    place = os.environ.get("KG_EVAL_DATA")
    if place is None:
        pytest.skip("the W3C suites are outside the repository: set KG_EVAL_DATA to the folder that holds w3c-shacl")
    return Path(place) / "w3c-shacl" / "tests"


def _triples(path: Path) -> list[Triple]:
    return [triple_of(quad) for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=path.as_uri())]


def _file(node: Node | None) -> Path:
    assert isinstance(node, NamedNode)
    return Path(node.value.removeprefix("file://"))


def _cases(manifest: Path) -> Iterator[Case]:
    graph = Memory(_triples(manifest))
    for included in sorted({o.value for _, _, o in graph.match(None, NamedNode(_MF + "include"), None)}):
        yield from _cases(_file(NamedNode(included)))
    for _, _, entries in graph.match(None, NamedNode(_MF + "entries"), None):
        for entry in items(graph, entries):
            yield _case(graph, entry)


def _case(graph: Memory, entry: Node) -> Case:
    action = value(graph, entry, NamedNode(_MF + "action"))
    expected = value(graph, entry, NamedNode(_MF + "result"))
    assert action is not None
    assert expected is not None
    rows = None
    if expected.value != _SHT + "Failure":
        rows = frozenset(_expected(graph, result) for result in objects(graph, expected, _sh("result")))
    data, known = (_file(value(graph, action, NamedNode(_SHT + name))) for name in ("dataGraph", "shapesGraph"))
    return Case(entry.value.split("/tests/")[1], data, known, rows)


def _sh(name: str) -> NamedNode:
    return NamedNode(vocab.SH + name)


def _expected(graph: Memory, result: Node) -> tuple[str, ...]:
    path = value(graph, result, _sh("resultPath"))
    return (
        _shown(value(graph, result, _sh("focusNode"))),
        "" if path is None else paths.sparql(paths.read(graph, path)),
        _shown(value(graph, result, _sh("value"))),
        _shown(value(graph, result, _sh("resultSeverity"))),
        _shown(value(graph, result, _sh("sourceConstraintComponent"))),
        _shown(value(graph, result, _sh("sourceShape"))),
    )


def _shown(node: Node | None) -> str:
    if node is None:
        return ""
    return "_:" if isinstance(node, BlankNode) or node.value.startswith(skolem.PREFIX) else str(node)


def _found(result: Result, known: Shapes) -> tuple[str, ...]:
    severity = value(known.graph, result.shape, _sh("severity"))
    own = value(known.graph, result.shape, _sh("path"))
    path = result.path if isinstance(result.path, NamedNode) else own
    return (
        _shown(result.focus),
        "" if path is None else paths.sparql(paths.read(known.graph, path)),
        _shown(result.value),
        str(severity or _sh("Violation")),
        f"<{result.component}>",
        _shown(result.shape),
    )


def _passes(case: Case) -> bool:
    try:
        known = shapes.of(_triples(case.shapes))
        results = engine.results(Memory(_triples(case.data)), known)
    except KgError:
        return case.expected is None
    return case.expected == frozenset(_found(result, known) for result in results)


@pytest.mark.parametrize("suite", ["core", "sparql"])
def test_w3c_suite(suite: str, capsys: pytest.CaptureFixture[str]) -> None:
    cases = list(_cases(_suite() / suite / "manifest.ttl"))
    failed = sorted(case.name for case in cases if not _passes(case))
    with capsys.disabled():
        sys.stdout.write(f"\nW3C SHACL {suite}: {len(cases) - len(failed)} of {len(cases)}; failing: {failed}\n")
    assert set(failed) == _FAILING[suite]
    assert len(cases) == _TOTAL[suite]

"""Every shape of ours has an example that it passes and one that it finds, and finds as bad as it says."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg import vocab
from kg.validate import engine, linting, reading, shapes
from kg.validate.findings import Finding
from kg.validate.graphs import Memory, objects
from kg.validate.results import severity
from kg.validate.vocabulary import referred

_HERE = Path(__file__).parent
_FILES = ("core", "rules", "meta")
_CONSTRAINTS = {"nodeKind", "path", "xone", "sparql"}


def _checking(name: str) -> set[str]:
    """The rules of one file: its shapes that check something themselves."""
    graph = shapes.standard(name).graph
    wanted = {NamedNode(vocab.SH + term) for term in _CONSTRAINTS}
    return {
        s.value.removeprefix(shapes.NAMESPACE)
        for s, p, _ in graph
        if p in wanted and isinstance(s, NamedNode) and s.value.startswith(shapes.NAMESPACE)
    }


def _found(rule: str, example: str) -> list[Finding]:
    path = _HERE / rule / f"{example}.ttl"
    if rule in _checking("meta"):
        return list(linting.lint(shapes.of(reading.read([path]).graph)))
    data = reading.read([path]).graph
    known = shapes.standard("core" if rule in _checking("core") else "rules")
    return list(engine.run(Memory((*data, *referred(data))), known))


_RULES = sorted({rule for name in _FILES for rule in _checking(name)})


@pytest.mark.parametrize("rule", _RULES)
def test_the_passing_example_is_left_alone(rule: str) -> None:
    assert [finding.message for finding in _found(rule, "pass") if finding.rule == rule] == []


@pytest.mark.parametrize("rule", _RULES)
def test_the_failing_example_is_found(rule: str) -> None:
    found = [finding for finding in _found(rule, "fail") if finding.rule == rule]
    assert found, f"{rule} does not find its example"
    known = next(shapes.standard(name) for name in _FILES if rule in _checking(name))
    wanted = severity(known, NamedNode(shapes.NAMESPACE + rule))
    assert {finding.severity for finding in found} == {wanted}
    assert all("{?" not in finding.message and "{$" not in finding.message for finding in found), found


@pytest.mark.parametrize("rule", sorted(_checking("core")))
def test_what_passes_a_core_shape_passes_them_all(rule: str) -> None:
    data = reading.read([_HERE / rule / "pass.ttl"]).graph
    core = shapes.standard("core")
    assert engine.run(Memory((*data, *referred(data))), core) == ()


def test_there_are_no_examples_without_a_shape() -> None:
    assert sorted(path.name for path in _HERE.iterdir() if path.is_dir() and path.name != "__pycache__") == _RULES


@pytest.mark.parametrize("name", _FILES)
def test_our_own_shapes_are_well_formed(name: str) -> None:
    assert linting.lint(shapes.standard(name)) == ()


@pytest.mark.parametrize("rule", _RULES)
def test_every_shape_says_how_bad_and_what(rule: str) -> None:
    graph = next(shapes.standard(name) for name in _FILES if rule in _checking(name)).graph
    shape = NamedNode(shapes.NAMESPACE + rule)
    assert len(objects(graph, shape, NamedNode(vocab.SH + "severity"))) == 1
    told = [shape, *objects(graph, shape, NamedNode(vocab.SH + "sparql"))]
    assert len([text for node in told for text in objects(graph, node, NamedNode(vocab.SH + "message"))]) == 1

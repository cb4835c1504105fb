"""Validating a change says what full runs say about the nodes it looked at; about others they say nothing new."""

from collections.abc import Callable

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.validate import delta, shapes
from kg.validate.findings import Finding
from kg.validate.graphs import Memory, Node, Triple, triple_of
from kg.validate.reference import PyshaclEngine
from kg.validate.results import finding
from kg.validate.shapes import Shapes
from kg.validate.targets import NODE, focus_nodes


def _aimed(known: Shapes, top: NamedNode, nodes: set[Node]) -> Shapes:
    """The shapes with these focus nodes of one shape and no other target."""
    targets = {(top, NODE, node) for node in nodes}
    return Shapes(Memory({*shapes.without_targets(known.graph), *targets}), (top,), known.rules)


def _full(data: Memory, known: Shapes, top: NamedNode, nodes: set[Node]) -> set[Finding]:
    """What the reference engine says about these focus nodes with all of the data before it."""
    aimed = _aimed(known, top, nodes)
    return {finding(result, aimed) for result in PyshaclEngine().run(data, aimed.graph)} if nodes else set()


def check(case, hint: str) -> tuple[int, int]:
    """Compare one case; return how many shapes it had and how many ran in full."""
    known = shapes.of(triple_of(quad) for quad in parse(case.shapes, format=RdfFormat.TURTLE))
    before: set[Triple] = set(case.data)
    after = (before - set(case.removed)) | set(case.added)
    old, new = Memory(before), Memory(after)
    found = delta.validate(delta.change(old, after - before, before - after), known, "pyshacl")
    said: set[Finding] = set()
    for top, looked in found.focus:
        rest = focus_nodes(new, known.graph, top) - looked
        assert _full(new, known, top, rest) == _full(old, known, top, rest), hint
        said |= _full(new, known, top, set(looked))
    assert set(found.findings) == said, hint
    return len(known.tops), len(found.in_full)


@pytest.mark.parametrize("block", range(20))
def test_validating_a_change_equals_full_runs(random_case: Callable, block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        check(random_case(seed), f"seed {seed}")


@pytest.mark.parametrize("block", range(8))
def test_the_fast_engine_validates_changes_as_the_reference_does(random_case: Callable, block: int) -> None:
    for seed in range(5000 + block * 10, 5010 + block * 10):
        case = random_case(seed)
        known = shapes.of(triple_of(quad) for quad in parse(case.shapes, format=RdfFormat.TURTLE))
        changed = delta.change(Memory(case.data), case.added, case.removed)
        one, other = (delta.validate(changed, known, name) for name in ("pyshacl", "shifty"))
        assert one.focus == other.focus
        assert {_told(found) for found in one.findings} == {_told(found) for found in other.findings}, f"seed {seed}"


def _told(found: Finding) -> tuple[object, ...]:
    return found.rule, found.shape, found.component, found.focus, found.path, found.value


@pytest.mark.long
@pytest.mark.parametrize("block", range(200))
def test_validating_many_changes_equals_full_runs(random_case: Callable, block: int) -> None:
    for seed in range(1000 + block * 25, 1025 + block * 25):
        check(random_case(seed), f"seed {seed}")


def test_most_random_shapes_can_be_analysed(random_case: Callable) -> None:
    counts = [check(random_case(seed), "") for seed in range(40)]
    assert sum(full for _, full in counts) < sum(tops for tops, _ in counts) / 3

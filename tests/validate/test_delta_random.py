"""Validating a change says what full runs say about the nodes it looked at; about others they say nothing new."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.validate import delta, shapes
from kg.validate.findings import Finding
from kg.validate.graphs import SUBCLASS, Memory, Node, Triple, triple_of
from kg.validate.reference import PyshaclEngine
from kg.validate.results import finding
from kg.validate.shapes import Shapes
from kg.validate.targets import NODE, focus_nodes
from kg.validate.walk import footprints


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


KINDS = {
    "sequence path": r"sh:path \(",
    "alternative path": "sh:alternativePath",
    "inverse path": "sh:inversePath",
    "zero or more": "sh:zeroOrMorePath",
    "one or more": "sh:oneOrMorePath",
    "zero or one": "sh:zeroOrOnePath",
    "nested property": r"sh:property \[[^\]]*sh:property \[",
    "and": "sh:and ",
    "or": "sh:or ",
    "xone": "sh:xone ",
    "not": "sh:not ",
    "node": "sh:node ",
    "qualified minimum": "sh:qualifiedMinCount",
    "qualified maximum": "sh:qualifiedMaxCount",
    "disjoint qualified": "sh:qualifiedValueShapesDisjoint",
    "closed": "sh:closed",
    "class": "sh:class ",
    "class that is a shape": "a rdfs:Class , sh:NodeShape",
    "property shape with targets": r"a sh:PropertyShape ; sh:target",
    "pair of properties": "sh:(equals|disjoint|lessThan|lessThanOrEquals) ",
    "target class": "sh:targetClass",
    "target node": "sh:targetNode",
    "target subjects": "sh:targetSubjectsOf",
    "target objects": "sh:targetObjectsOf",
    "query": "sh:sparql",
    "query with UNION": "UNION",
    "sub-query": r"\{ SELECT",
    "query with EXISTS": "EXISTS",
    "query with OPTIONAL": "OPTIONAL",
    "query with a second name of a variable": r"BIND\(\?x AS",
    "query for values that differ": r"FILTER\(\?a != \?b",
    "query with a variable as property": r"\?path \?x",
}
"""What the shapes of random cases have to have, by what stands in their Turtle."""


def test_random_cases_are_of_every_kind(random_case: Callable) -> None:
    cases = [random_case(seed) for seed in range(500)]
    seen = Counter(kind for case in cases for kind, sign in KINDS.items() if re.search(sign, case.shapes, re.DOTALL))
    assert [kind for kind in KINDS if seen[kind] < 3] == []
    changes = Counter((bool(case.added), bool(case.removed)) for case in cases)
    assert len(changes) == 4
    assert min(changes.values()) >= 3
    hierarchies = sum(any(p == SUBCLASS for _, p, _ in (*case.added, *case.removed)) for case in cases)
    assert hierarchies >= 3


def test_most_random_shapes_can_be_analysed(random_case: Callable) -> None:
    prints = [footprints(_shapes(random_case(seed))) for seed in range(200)]
    reasons = Counter(reason for one in prints for _, reason in one.in_full)
    assert set(reasons) <= {"patterns of its query are not connected with $this"}
    assert sum(reasons.values()) < sum(len(one.shapes) for one in prints) / 10


def _shapes(case) -> Shapes:
    return shapes.of(triple_of(quad) for quad in parse(case.shapes, format=RdfFormat.TURTLE))

"""A graph looked at some focus nodes at a time: the findings are those of the reference engine over all of it."""

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import ShapesError, StoreError
from kg.validate import loaded, portions, shapes
from kg.validate.engine import ENGINES
from kg.validate.graphs import Memory, quads, triple_of
from kg.validate.reference import PyshaclEngine
from kg.validate.results import Result, finding
from kg.validate.shapes import Shapes
from kg.validate.targets import all_focus_nodes


def _shapes(turtle: str) -> Shapes:
    return shapes.of(triple_of(quad) for quad in parse(turtle, format=RdfFormat.TURTLE))


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("block", range(6))
def test_portions_find_what_the_reference_finds(random_case: Callable, block: int, name: str) -> None:
    for seed in range(7000 + block * 15, 7015 + block * 15):
        case = random_case(seed)
        known, data = _shapes(case.shapes), Memory(case.data)
        found = portions.results(data, known, name, all_focus_nodes(data, known), together=1 + seed % 3)
        assert _told(found, known) == _told(PyshaclEngine().run(data, known.graph), known), f"seed {seed}"


def _told(results: list[Result], known: Shapes) -> set[tuple[object, ...]]:
    found = (finding(result, known) for result in results)
    return {(one.rule, one.severity, one.shape, one.component, one.focus, one.path, one.value) for one in found}


def test_shapes_that_cannot_be_used_are_refused_also_where_they_look_at_nothing() -> None:
    known = _shapes(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [ sh:path <urn:p> , <urn:q> ; sh:minCount 1 ] ."
    )
    with pytest.raises(ShapesError):
        portions.results(Memory(), known, "pyshacl", all_focus_nodes(Memory(), known))


def test_a_blank_node_is_one_wherever_its_triples_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaded, "_TOGETHER", 2)
    lines = [b"_:a <urn:p> _:b .\n", b"_:b <urn:p> _:c .\n", b"_:c <urn:p> _:a .\n", b"_:a <urn:p> _:b .\n"]
    with loaded.loaded(loaded.parsed(lines)) as graph:
        assert len(graph) == 3
        assert {s for s, _, _ in graph} == {o for _, _, o in graph}
        graph.add((s, p, s) for s, p, _ in list(graph))
        assert len(list(graph)) == 6


def test_no_room_for_a_graph_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(loaded, "Loaded", full)
    with pytest.raises(StoreError, match=r"\A[^\n]*No space left[^\n]*\Z"), loaded.loaded(quads([])):
        pass

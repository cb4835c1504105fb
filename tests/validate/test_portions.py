"""A graph looked at some focus nodes at a time: the findings are those of the reference engine over all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import ShapesError, StoreError
from kg.store import apart
from kg.store.embedded import open_for_writing
from kg.validate import portions, shapes
from kg.validate.engine import ENGINES
from kg.validate.graphs import Memory, quads, triple_of
from kg.validate.loaded import Loaded
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


@pytest.mark.parametrize("name", ENGINES)
def test_a_store_is_found_to_be_what_its_union_is(random_case: Callable, name: str, tmp_path: Path) -> None:
    for seed in range(7100, 7110):
        case = random_case(seed)
        known = _shapes(case.shapes)
        halves = case.data[: len(case.data) // 2 + 3], case.data[len(case.data) // 2 - 3 :]
        with open_for_writing(tmp_path / f"{seed}") as store:
            for number, half in enumerate(halves):
                store.put(f"urn:{number}", quads(half))
            with store.apart() as held:
                graph = Loaded(held)
                found = portions.results(graph, known, name, all_focus_nodes(graph, known), together=2)
                data = Memory(graph)
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


def test_a_database_of_ones_own_has_each_blank_node_once_wherever_its_triples_are_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "_TOGETHER", 2)
    lines = [b"_:a <urn:p> _:b .\n", b"_:b <urn:p> _:c .\n", b"_:c <urn:p> _:a .\n", b"_:a <urn:p> _:b .\n"]
    with apart.filled(lines) as held:
        graph = Loaded(held)
        assert graph.sizes() == {NamedNode("urn:p"): 3}
        assert {s for s, _, _ in graph} == {o for _, _, o in graph}
        graph.add((s, p, s) for s, p, _ in list(graph))
        assert len(list(graph)) == 6


def test_no_room_for_a_graph_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(apart, "Engine", full)
    with pytest.raises(StoreError, match=r"\A[^\n]*No space left[^\n]*\Z"), apart.filled([]):
        pass

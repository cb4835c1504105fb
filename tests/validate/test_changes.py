"""A change of kg's own graph, whatever it is made to: what is said of it is what full runs before and after say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from fixtures.servers import oxigraph
from fixtures.small import all_three
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, serialize

from kg import vocab
from kg.pipeline import Checks, check_change, check_files
from kg.rdf.encode import encode
from kg.store.embedded import memory
from kg.store.opening import open_store
from kg.store.oxigraph import EmbeddedStore
from kg.validate import Report, load_shapes, reading
from kg.validate.base import StoreBase
from kg.validate.checking import Settings, check
from kg.validate.checking import check_change as check_base

_FULL = Checks(engine="shifty")
_Fill = Callable[[Sequence[list[Quad]]], str]
_Key = tuple[str, str, str | None, str | None, str]


def _documents() -> list[list[Quad]]:
    return [list(encode(extraction)) for extraction in all_three()]


def _keys(report: Report) -> set[_Key]:
    return {(one.rule, one.focus, one.path, one.value, one.message) for one in report.findings}


def _holds(report: Report, old: Report, new: Report) -> None:
    """What a change is said to break is broken after it, and nothing else has become so."""
    said, before, after = map(_keys, (report, old, new))
    assert said <= after
    assert after - before <= said


def _mutated(random: Random, quad: Quad, quads: Sequence[Quad]) -> Quad:
    kind = random.randrange(4)
    if kind == 0:
        return Quad(quad.subject, NamedNode(vocab.KG + "misspelt"), quad.object, quad.graph_name)
    other = random.choice(quads)
    if kind == 1:
        return Quad(quad.subject, quad.predicate, other.object, quad.graph_name)
    if kind == 2:
        return Quad(quad.subject, other.predicate, other.object, quad.graph_name)
    return Quad(quad.subject, quad.predicate, Literal(random.choice(["", "37.50", "x"])), quad.graph_name)


def _change(seed: int, documents: list[list[Quad]]) -> tuple[list[Quad], list[Quad]]:
    """Return quads that come and quads that go, each with its graph."""
    random = Random(seed)  # noqa: S311 - cases, no secrets
    everything = sorted({quad for quads in documents for quad in quads}, key=str)
    gone = random.sample(everything, random.randrange(4))
    if random.random() < 0.2:
        gone = list(random.choice(documents))
    come = [_mutated(random, random.choice(everything), everything) for _ in range(random.randrange(4))]
    return come, gone


def _filled(graphs: Iterable[Iterable[Quad]]) -> EmbeddedStore:
    store = memory()
    for quads in graphs:
        listed = list(quads)
        if listed:
            store.put(str(listed[0].graph_name.value), listed)
    return store


def _by_graph(quads: Iterable[Quad]) -> list[list[Quad]]:
    graphs: dict[object, list[Quad]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad)
    return list(graphs.values())


def _store_case(seed: int) -> None:
    documents = _documents()
    come, gone = _change(seed, documents)
    settings = Settings(load_shapes(), engine="shifty")
    store = _filled(documents)
    before = {quad for quads in documents for quad in quads}
    after = _filled(_by_graph((before - set(gone)) | set(come)))
    report = check_base(StoreBase(store), come, gone, settings)
    _holds(report, check(store.dump(), settings), check(after.dump(), settings))


@pytest.mark.parametrize("seed", range(8))
def test_a_change_of_a_store(seed: int) -> None:
    _store_case(seed)


@pytest.mark.long
@pytest.mark.parametrize("block", range(12))
def test_many_changes_of_a_store(block: int) -> None:
    for seed in range(100 + block * 25, 125 + block * 25):
        _store_case(seed)


def _written(path: Path, quads: Iterable[Quad]) -> Path:
    """Write quads as Turtle, without their graphs."""
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        serialize((quad.triple for quad in quads), file, format=RdfFormat.TURTLE)
    return path


@pytest.fixture(params=["store", "endpoint", "folder"])
def against(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[_Fill]:
    """Fill a base of each kind with graphs and return what `--against` takes."""
    with ExitStack() as held:

        def filled(graphs: Sequence[list[Quad]]) -> str:
            if request.param == "folder":
                for number, quads in enumerate(graphs):
                    _written(tmp_path / "base" / f"{number}.ttl", quads)
                return str(tmp_path / "base")
            place = (
                held.enter_context(oxigraph(tmp_path)).url if request.param == "endpoint" else str(tmp_path / "store")
            )
            with open_store(place, write=True) as store:
                for quads in graphs:
                    store.put(str(quads[0].graph_name.value), quads)
            return place

        yield filled


def _named(report: Report) -> set[tuple[str, str]]:
    return {(one.rule, one.focus) for one in report.findings}


def test_every_kind_of_base_gives_the_same_report(
    against: Callable[[Sequence[list[Quad]]], str], tmp_path: Path
) -> None:
    documents = _documents()
    modes = [quad for quad in documents[0] if quad.predicate.value == vocab.KG + "mode"]
    shared = [quad for quad in documents[0] if any(quad.triple in {q.triple for q in other} for other in documents[1:])]
    assert modes
    assert shared
    claim = modes[0].subject
    extra = Quad(claim, NamedNode(vocab.KG + "misspelt"), Literal("37.50"), DefaultGraph())
    new, old = _written(tmp_path / "new.ttl", [extra]), _written(tmp_path / "old.ttl", [*modes, *shared])
    report = check_change([new], against(documents), [old], _FULL)
    kept = [quad for quads in documents for quad in quads if quad not in modes and quad not in shared]
    after = check_files([_written(tmp_path / "after.ttl", [*kept, extra])], _FULL)
    before = check_files([_written(tmp_path / "before.ttl", [quad for quads in documents for quad in quads])], _FULL)
    assert ("undeclared-term", str(claim)) in _named(report)
    assert "figure-mode" in {rule for rule, _ in _named(report)}
    _holds(report, before, after)


def test_what_other_files_hold_stays_when_one_lets_go(tmp_path: Path) -> None:
    documents = _documents()
    for number, quads in enumerate(documents):
        _written(tmp_path / "base" / f"{number}.ttl", quads)
    whole = check_change([], str(tmp_path / "base"), [tmp_path / "base" / "2.ttl"], _FULL)
    rest = check_files([tmp_path / "base" / "0.ttl", tmp_path / "base" / "1.ttl"], _FULL)
    assert whole.nodes
    assert _keys(whole) <= _keys(rest)


def test_a_file_of_the_base_that_is_checked_is_no_part_of_what_was_there(tmp_path: Path) -> None:
    documents = _documents()
    for number, quads in enumerate(documents):
        _written(tmp_path / "base" / f"{number}.ttl", quads)
    [mode] = [quad for quad in documents[0] if quad.predicate.value == vocab.KG + "mode"][:1]
    new = _written(tmp_path / "base" / "0.ttl", [quad for quad in documents[0] if quad.triple != mode.triple])
    report = check_change([new], str(tmp_path / "base"), (), _FULL)
    [found] = [one for one in report.findings if one.rule == "figure-mode"]
    assert found.source is not None
    assert (found.source.path, found.focus) == (new.as_posix(), str(mode.subject))


@pytest.mark.parametrize(("old", "counted"), [("37.50", 0), ("37.5", 0), ("37.51", 1)])
def test_numbers_go_from_a_store_by_value(tmp_path: Path, old: str, counted: int) -> None:
    def turtle(value: str) -> str:
        return f"<urn:a> <{vocab.SCHEMA}value> {value} .\n"

    with memory() as store:
        store.put("urn:g", reading.read([_text(tmp_path / "base.ttl", turtle("37.50"))]).quads)
        gone = reading.read([_text(tmp_path / "old.ttl", turtle(old))]).quads
        report = check_base(StoreBase(store), (), gone, Settings(load_shapes()))
    assert [notice.rule for notice in report.notices] == ["not-there"] * counted


def test_a_change_that_is_none_is_told() -> None:
    documents = _documents()
    with memory() as store:
        for quads in documents:
            store.put(str(quads[0].graph_name.value), quads)
        report = check_base(StoreBase(store), documents[0], (), Settings(load_shapes()))
    assert "nothing-new" in {notice.rule for notice in report.notices}


def test_what_is_to_leave_a_graph_that_does_not_hold_it_is_told() -> None:
    documents = _documents()
    store = _filled(documents)
    held = {quad.triple for quad in documents[1]}
    kept = next(quad for quad in documents[0] if quad.triple not in held)
    elsewhere = Quad(kept.subject, kept.predicate, kept.object, documents[1][0].graph_name)
    rules = [
        {notice.rule for notice in check_base(StoreBase(store), (), [quad], Settings(load_shapes())).notices}
        for quad in (elsewhere, kept)
    ]
    assert ["not-there" in found for found in rules] == [True, False]


def _text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_claim_that_a_change_edits_keeps_an_iri_that_is_not_its_own(tmp_path: Path) -> None:
    documents = _documents()
    [amount] = [quad for quad in documents[0] if quad.predicate.value == vocab.KG + "bound"][:1]
    other = Quad(amount.subject, amount.predicate, NamedNode(vocab.CODES + "up-to"), amount.graph_name)
    base = _written(tmp_path / "base" / "0.ttl", documents[0]).parent
    new, old = _written(tmp_path / "new.ttl", [other]), _written(tmp_path / "old.ttl", [amount])
    assert "claim-iri" in {one.rule for one in check_change([new], str(base), [old], _FULL).findings}

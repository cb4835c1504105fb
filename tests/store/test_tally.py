"""How much a store holds is kept up while it is written, and not believed where it may be wrong."""

import random
import subprocess
import sys

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Engine

from kg import vocab
from kg.store import oxigraph, scanning
from kg.store.embedded import memory, open_for_reading, open_for_writing
from kg.store.maintenance import check, compact, copy
from kg.store.oxigraph import EmbeddedStore
from kg.store.results import Tally
from kg.store.tally import keep, kept

GRAPHS = (f"{vocab.DATA}doc/1", f"{vocab.DATA}doc/2", f"{vocab.DATA}graph/links", "urn:other")


def quads(*numbers):
    return [Quad(NamedNode(f"urn:{number % 3}"), NamedNode("urn:p"), Literal(str(number))) for number in numbers]


def counted(store):
    names = store.graphs()
    documents = [name for name in names if name.startswith(f"{vocab.DATA}doc/")]
    return Tally(len(documents), len(names), sum(len(store.graph(name)) for name in names))


def some(chance):
    return quads(*(number for number in range(12) if chance.random() < 0.4))


def step(store, chance):
    iri = chance.choice(GRAPHS)
    kind = chance.choice(("put", "change", "change", "remove"))
    if kind == "put":
        store.put(iri, some(chance), "text")
    elif kind == "change":
        store.change(iri, some(chance), some(chance))
    else:
        store.remove(iri)


@pytest.fixture
def uncounted(monkeypatch):
    """Have nobody count all of a store."""

    monkeypatch.setattr(EmbeddedStore, "recount", lambda _: pytest.fail("all was counted"))


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize("seed", range(40))
def test_a_store_that_is_written_knows_how_much_it_holds(seed):
    chance, store = random.Random(seed), memory()  # noqa: S311 - repeatable changes, no secrets
    for _ in range(15):
        step(store, chance)
        assert store.tally() == counted(store)


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize("seed", range(2))
def test_it_still_does_when_it_is_opened_again(tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 - as above
    for _ in range(4):
        with open_for_writing(tmp_path / "s") as store:
            for _ in range(3):
                step(store, chance)
                store.trim(0)
            assert store.tally() == (known := counted(store))
        with open_for_reading(tmp_path / "s") as reader:
            assert reader.tally() == known


def test_what_is_taken_out_and_put_in_at_once_stays(tmp_path):
    with open_for_writing(tmp_path / "s") as store:
        store.put("urn:g", quads(1, 2))
        store.change("urn:g", quads(1, 9), quads(1, 2))
        assert store.graph("urn:g") == tuple(Quad(*quad.triple, NamedNode("urn:g")) for quad in quads(1, 2))
        assert store.tally() == Tally(0, 1, 2)


@pytest.fixture
def written(tmp_path):
    """A store that was closed, and that is known to hold two quads."""
    with open_for_writing(tmp_path / "s") as store:
        store.put(GRAPHS[0], quads(1, 2), "text")
    return tmp_path / "s"


KILLED = """
import os, sys
from pathlib import Path
from pyoxigraph import NamedNode, Quad
from kg.store.embedded import open_for_writing
store = open_for_writing(Path(sys.argv[1]))
store.put("urn:g", [Quad(*[NamedNode("urn:n")] * 3)])
assert store.tallied.quads == 3
os._exit(9)
"""


def test_nothing_is_known_of_a_store_whose_writer_was_killed(written):
    assert subprocess.run([sys.executable, "-c", KILLED, str(written)], check=False).returncode == 9
    with open_for_reading(written) as store:
        assert store.tallied is None
    with open_for_writing(written) as store:
        assert (store.tallied, store.tally()) == (None, Tally(1, 2, 3))
    with open_for_reading(written) as store:
        assert store.tallied == Tally(1, 2, 3)


def test_nothing_is_known_after_a_change_that_failed(written, monkeypatch):
    with open_for_writing(written) as store:
        with monkeypatch.context() as patch:
            patch.setattr(oxigraph, "replacement", lambda *_: oxigraph.Change("no update", 1))
            with pytest.raises(SyntaxError):
                store.put(GRAPHS[1], quads(3))
        assert store.tallied is None
        assert store.tally() == Tally(1, 1, 2)


def test_a_reader_beside_a_writer_counts_what_it_sees(written):
    with open_for_writing(written) as store:
        store.put(GRAPHS[1], quads(3))
        with open_for_reading(written) as reader:
            store.put(GRAPHS[3], quads(4, 5))
            assert (reader.tallied, reader.tally()) == (None, Tally(2, 2, 3))


def test_a_database_that_somebody_else_wrote_to_is_counted(written):
    engine = Engine(str(written / "oxigraph"))
    engine.extend([Quad(*quads(4)[0].triple, NamedNode("urn:g"))])
    engine.flush()
    del engine
    with open_for_reading(written) as store:
        assert (store.tallied, store.tally()) == (None, Tally(1, 2, 3))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"tables": "", "tally": {}}', "\xff"])
def test_a_file_that_cannot_be_read_is_not_believed(written, content):
    (written / "tally.json").write_text(content, encoding="latin-1")
    with open_for_writing(written) as store:
        assert (store.tallied, store.tally()) == (None, Tally(1, 1, 2))


def test_a_wrong_count_is_found_and_mended(written):
    def told():
        return [fault.message for fault in check(written) if fault.kind == "wrong-count"]

    file = written / "tally.json"
    assert told() == []
    file.write_text(file.read_text().replace('"quads": 2', '"quads": 3'))
    (message,) = told()
    assert "there are 2 quads, not 3" in message
    compact(written)
    assert told() == []
    with open_for_reading(written) as store:
        assert store.tallied == Tally(1, 1, 2)


def test_a_copy_knows_too(written, tmp_path):
    copy(written, tmp_path / "copy")
    with open_for_reading(tmp_path / "copy") as store:
        assert store.tallied == Tally(1, 1, 2)


def test_documents_are_walked_through_some_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning, "_LISTED", 3)
    with open_for_writing(tmp_path / "s") as store:
        for number in range(8):
            store.put(f"{vocab.DATA}doc/{number}", quads(number))
        store.put("urn:g", quads(1))
        assert sorted(store.walk()) == list(store.documents())
        assert len(store.documents()) == 8


@pytest.mark.parametrize("count", ["1e400", "null", '"x"', "[" * 100_000])
def test_a_tally_that_nobody_wrote_is_not_believed(count, tmp_path):
    (tmp_path / "000001.sst").write_bytes(b"x")
    keep(tmp_path / "tally.json", tmp_path, Tally(1, 1, 1))
    written = (tmp_path / "tally.json").read_text()
    assert kept(tmp_path / "tally.json", tmp_path) == Tally(1, 1, 1)
    (tmp_path / "tally.json").write_text(written.replace('"quads": 1', f'"quads": {count}'))
    assert kept(tmp_path / "tally.json", tmp_path) is None

"""Checking, compacting and copying a store."""

import os
import shutil
import subprocess
import sys

import pytest
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Engine

from kg.errors import StoreError
from kg.rdf.encode import encode
from kg.rdf.serialise import nquads
from kg.store import maintenance
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.maintenance import check, compact, copy

QUAD = Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal("x"))


@pytest.fixture
def folder(tmp_path):
    with open_for_writing(tmp_path / "store") as store:
        for extraction in all_three():
            quads = encode(extraction)
            store.put(quads[0].graph_name.value, quads, extraction.document.text)
    return tmp_path / "store"


def kinds(folder):
    return [fault.kind for fault in check(folder)]


def content(folder):
    with open_for_reading(folder) as store:
        return nquads(store.dump()), {iri: store.text(iri) for iri in store.documents()}, store.base


def texts(folder):
    return sorted((folder / "texts").iterdir())


def test_a_sound_store_has_no_faults(folder):
    assert kinds(folder) == []


def test_who_checks_is_told_how_far_it_is(folder):
    told = []
    assert list(check(folder, lambda *how_far: told.append(how_far))) == []
    graphs = [(done, total) for done, total, what in told if what.startswith("graphs")]
    assert (graphs[0], graphs[-1]) == ((0, 4), (4, 4))
    assert [(done, total) for done, total, what in told if what.startswith("documents")] == [(1, 3), (2, 3), (3, 3)]


def test_a_build_that_did_not_end_is_told(folder):
    with open_for_writing(folder) as store:
        store.journal.begin(["a", "b", "c"])
        store.journal.done("a")
    (fault,) = check(folder)
    assert fault.kind == "unfinished-run"
    assert "2 of 3 documents" in fault.message
    (folder / "runs" / "open.jsonl").write_text("{")
    assert kinds(folder) == ["unfinished-run"]


def test_texts_without_document_and_documents_without_text_are_told(folder):
    gone = texts(folder)[0]
    gone.rename(gone.with_name("0" * 32 + ".txt"))
    assert kinds(folder) == ["no-text", "stray-text"]


def test_another_text_than_the_graph_was_read_from_is_told(folder):
    text = texts(folder)[1]
    text.write_text(text.read_text() + "More.")
    assert kinds(folder) == ["changed-text"]
    text.write_bytes(b"\xff\xfe\xfd")
    assert kinds(folder) == ["damaged-graph"]


def test_a_graph_that_describes_no_document_is_told(folder):
    with open_for_writing(folder) as store:
        document = store.documents()[0]
        store.put(document, [QUAD])
    (fault,) = check(folder)
    assert fault.kind == "damaged-graph"
    assert document in fault.message


@pytest.mark.parametrize("named", [True, False])
def test_a_union_that_is_not_that_of_the_graphs_is_told_and_a_copy_is_right(folder, named, tmp_path):
    engine = Engine(str(folder / "oxigraph"))
    graph = (engine.named_graphs() if named else iter([None])).__next__()
    engine.add(Quad(QUAD.subject, QUAD.predicate, QUAD.object, graph) if named else QUAD)
    engine.flush()
    del engine
    (fault,) = check(folder)
    assert fault.kind == "wrong-union"
    assert fault.message.startswith("the union of all graphs has 1 triple")
    copy(folder, tmp_path / "copy")
    assert kinds(tmp_path / "copy") == []


def test_compacting_removes_what_belongs_to_nothing(folder):
    before = content(folder)
    (folder / "texts" / "left.part").write_text("half")
    (folder / "texts" / ("1" * 32 + ".txt")).write_text("whole")
    done = compact(folder)
    assert (done.texts, done.after) == (2, sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()))
    assert content(folder) == before
    assert kinds(folder) == []


def test_compacting_gives_room_back(folder):
    many = [Quad(NamedNode(f"urn:{n}"), QUAD.predicate, Literal(str(n) * 200)) for n in range(2000)]
    with open_for_writing(folder) as store:
        store.put("urn:g", many)
        store.optimize()
        store.remove("urn:g")
    done = compact(folder)
    assert done.after < done.before


def test_a_copy_is_the_store_and_its_unfinished_run(folder, tmp_path):
    with open_for_writing(folder) as store:
        store.journal.begin(["a"])
    counts = copy(folder, tmp_path / "some" / "copy")
    with open_for_reading(folder) as store:
        assert counts == store.counts()
    assert content(tmp_path / "some" / "copy") == content(folder)
    assert kinds(tmp_path / "some" / "copy") == ["unfinished-run"]
    again = copy(tmp_path / "some" / "copy", tmp_path / "again")
    assert (again, content(tmp_path / "again")) == (counts, content(folder))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again", "some", "store"]


def test_a_copy_keeps_the_base(tmp_path):
    base = "https://data.example/kg/"
    open_for_writing(tmp_path / "store", base).close()
    copy(tmp_path / "store", tmp_path / "copy")
    assert open_for_reading(tmp_path / "copy").base == base


@pytest.mark.parametrize("kind", ["store", "folder", "file"])
def test_nothing_is_overwritten(folder, tmp_path, kind):
    target = tmp_path / "target"
    if kind == "file":
        target.write_text("mine")
    else:
        shutil.copytree(folder, target) if kind == "store" else target.mkdir()
        (target / "mine").write_text("mine")
    with pytest.raises(StoreError, match="is there already and is left as it is"):
        copy(folder, target)
    assert (target if kind == "file" else target / "mine").read_text() == "mine"


def test_a_document_whose_text_is_gone_is_copied_all_the_same(folder, tmp_path):
    texts(folder)[0].unlink()
    copy(folder, tmp_path / "copy")
    assert content(tmp_path / "copy")[0] == content(folder)[0]
    assert kinds(tmp_path / "copy") == ["no-text"]


@pytest.mark.parametrize("act", [lambda folder: list(check(folder)), compact])
def test_no_store_and_a_damaged_store(act, folder, tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        act(tmp_path / "none")
    for path in (folder / "oxigraph").glob("MANIFEST*"):
        os.truncate(path, 3)
    with pytest.raises(StoreError, match="damaged"):
        act(folder)
    with pytest.raises(StoreError, match="damaged"):
        copy(folder, tmp_path / "copy")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store"]


@pytest.fixture
def linked(folder):
    """A store with something in the place of what linking knows: for a copy it is a file like any other."""
    (folder / "links.sqlite").write_bytes(b"known")
    return folder


def test_a_copy_has_what_linking_knows(linked, tmp_path):
    copy(linked, tmp_path / "copy")
    assert (tmp_path / "copy" / "links.sqlite").read_bytes() == b"known"


def test_a_copy_leaves_out_what_linking_writes_meanwhile(linked, tmp_path, monkeypatch):
    real = maintenance.open_for_reading

    def beside_a_writer(place):
        if place == linked:
            (linked / "links.sqlite").write_bytes(b"known better")
        return real(place)

    monkeypatch.setattr(maintenance, "open_for_reading", beside_a_writer)
    copy(linked, tmp_path / "copy")
    assert not (tmp_path / "copy" / "links.sqlite").exists()


def test_a_copy_leaves_out_what_linking_has_not_committed(linked, tmp_path):
    (linked / "links.sqlite-journal").write_bytes(b"half")
    copy(linked, tmp_path / "copy")
    assert not (tmp_path / "copy" / "links.sqlite").exists()


def test_a_copy_has_what_is_retracted_while_it_is_made(folder, tmp_path, monkeypatch):
    before, real = content(folder), maintenance.open_for_reading
    with open_for_writing(folder) as writer:

        def beside_a_writer(place):
            seen = real(place)
            if place == folder:
                for iri in writer.documents():
                    writer.remove(iri)
            return seen

        monkeypatch.setattr(maintenance, "open_for_reading", beside_a_writer)
        copy(folder, tmp_path / "copy")
        assert writer.documents() == ()
    monkeypatch.undo()
    assert content(tmp_path / "copy") == before
    assert kinds(tmp_path / "copy") == []


def test_a_copy_made_as_a_run_begins_says_that_it_may_not_be_done(folder, tmp_path, monkeypatch):
    real = maintenance.open_for_reading

    def beside_a_writer(place):
        seen = real(place)
        if place == folder:
            (folder / "runs" / "open.jsonl").write_text('["a", "b"]\n"a"\n')
        return seen

    monkeypatch.setattr(maintenance, "open_for_reading", beside_a_writer)
    copy(folder, tmp_path / "copy")
    (fault,) = check(tmp_path / "copy")
    assert "2 of 2 documents are still to do" in fault.message


WRITING = """
import sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.store.embedded import open_for_writing
store = open_for_writing(Path(sys.argv[1]))
base = store.base
for number in range(10**6):
    iri = f"{base}doc/{number:016x}"
    quads = [Quad(NamedNode(iri), NamedNode(f"urn:p{n}"), Literal(str(number))) for n in range(20)]
    store.put(iri, quads, f"text {number}")
    if number > 20:
        store.remove(f"{base}doc/{number - 20:016x}")
    if number == 100:
        print("going", flush=True)
"""


def test_a_copy_beside_a_writer_is_of_one_moment(tmp_path):
    with subprocess.Popen([sys.executable, "-c", WRITING, str(tmp_path / "store")], stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout.readline() == b"going\n"
            with pytest.raises(StoreError, match="being written to by another process"):
                compact(tmp_path / "store")
            for number in range(3):
                target = tmp_path / str(number)
                copy(tmp_path / "store", target)
                with open_for_reading(target) as copied:
                    documents = copied.documents()
                    held = [int(iri[-16:], 16) for iri in documents]
                    assert 19 <= max(held) - min(max(held) - 19, *(n for n in held if n)) <= 21
                    assert all(len(copied.graph(iri)) == 20 for iri in documents)
                assert {kind for kind in kinds(target) if kind in ("no-text", "wrong-union", "stray-text")} == set()
        finally:
            writer.kill()

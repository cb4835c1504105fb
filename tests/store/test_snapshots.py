"""Readers beside a writer: what they see stays as it was, and nothing stays behind."""

import subprocess
import sys

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import QueryError, StoreError
from kg.store import oxigraph
from kg.store.embedded import memory, open_for_reading, open_for_writing


def quads(value, number=50):
    return [Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(str(value))) for n in range(number)]


def values(store):
    return {quad.object.value for quad in store.graph("urn:g")}


def snapshots(folder):
    reading = folder / "reading"
    return list(reading.iterdir()) if reading.exists() else []


def test_a_reader_sees_what_stands_only_in_the_writers_log(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1))
        with open_for_reading(tmp_path / "s") as reader:
            assert len(reader.graph("urn:g")) == 50


def test_a_reader_keeps_its_view_while_the_writer_rewrites_everything(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(0, 300))
        reader = open_for_reading(tmp_path / "s")
        for round_ in range(1, 5):
            writer.put("urn:g", quads(round_, 300))
            writer.optimize()
        assert values(reader) == {"0"}
        assert len(reader.query("SELECT * { ?s ?p '0' }", timeout=60).rows) == 300
        with open_for_reading(tmp_path / "s") as later:
            assert values(later) == {"4"}
        assert len(writer.query("SELECT * { ?s ?p '4' }", timeout=60).rows) == 300
        reader.close()
    assert snapshots(tmp_path / "s") == []


def test_a_writer_that_lets_go_of_caches_keeps_its_store_and_its_readers(tmp_path, monkeypatch):
    opened = oxigraph.opened

    def meanwhile(layout):
        with pytest.raises(StoreError, match="being written to by another process"):
            open_for_writing(tmp_path / "s")
        return opened(layout)

    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1))
        reader = open_for_reading(tmp_path / "s")
        with monkeypatch.context() as patch:
            patch.setattr(oxigraph, "opened", meanwhile)
            writer.trim(0)
        assert (values(reader), values(writer)) == ({"1"}, {"1"})
        writer.put("urn:g", quads(2))
        writer.trim()
        assert (values(reader), values(writer)) == ({"1"}, {"2"})
        reader.close()
    with open_for_writing(tmp_path / "s") as writer:
        assert values(writer) == {"2"}


def test_a_reader_that_is_forgotten_leaves_nothing(tmp_path):
    open_for_writing(tmp_path / "s").close()
    reader = open_for_reading(tmp_path / "s")
    assert len(snapshots(tmp_path / "s")) == 1
    del reader
    assert snapshots(tmp_path / "s") == []


def test_a_query_that_was_stopped_and_a_reader_that_was_killed_are_tidied_away_by_the_next_writer(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1, 300))
        with pytest.raises(QueryError, match="took longer"):
            writer.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=1.5)
    script = (
        "import os, signal; from pathlib import Path; from kg.store.embedded import open_for_reading\n"
        f"store = open_for_reading(Path({str(tmp_path / 's')!r})); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    assert snapshots(tmp_path / "s")
    with open_for_reading(tmp_path / "s") as reader:
        open_for_writing(tmp_path / "s").close()
        assert len(snapshots(tmp_path / "s")) == 1
        assert values(reader) == {"1"}


def test_a_store_on_a_medium_that_is_read_only_can_be_read(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1))
    (tmp_path / "s" / "reading").write_text("no folder can be made here")
    with open_for_reading(tmp_path / "s") as reader:
        assert values(reader) == {"1"}


def test_a_reader_keeps_the_texts_that_the_writer_replaces_and_removes(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        for name in "ab":
            writer.put(f"urn:{name}", quads(1), f"text {name}")
        with open_for_reading(tmp_path / "s") as reader, open_for_reading(tmp_path / "s") as other:
            writer.put("urn:a", quads(2), "another text")
            writer.put("urn:a", quads(3), "yet another text")
            writer.remove("urn:b")
            for seen in (reader, other):
                assert [seen.text(f"urn:{name}") for name in "ab"] == ["text a", "text b"]
        assert [writer.text(f"urn:{name}") for name in "ab"] == ["yet another text", None]
        with open_for_reading(tmp_path / "s") as later:
            assert [later.text(f"urn:{name}") for name in "ab"] == ["yet another text", None]
    assert snapshots(tmp_path / "s") == []


def apart(store):
    """Return what a database of one's own has of the union, and that it can be written to."""
    with store.apart() as held:
        found = {quad.object.value for quad in held.engine.quads_for_pattern(None, None, None, DefaultGraph())}
        held.engine.extend([Quad(NamedNode("urn:own"), NamedNode("urn:p"), Literal("own"))])
        assert len(list(held.engine.quads_for_pattern(None, None, Literal("own"), DefaultGraph()))) == 1
        return found


def test_the_union_apart_is_as_its_store_sees_it_and_what_is_written_there_stays_there(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1))
        with open_for_reading(tmp_path / "s") as reader:
            writer.put("urn:g", quads(2))
            writer.put("urn:b", quads(3), "a text that the reader has")
            writer.remove("urn:b")
            assert (apart(writer), apart(reader)) == ({"2"}, {"1"})
            assert (values(writer), values(reader)) == ({"2"}, {"1"})
    with open_for_reading(tmp_path / "s") as later:
        assert not list(later.match(NamedNode("urn:own"), None, None))
    assert snapshots(tmp_path / "s") == []


def test_the_union_apart_needs_no_room_in_the_store(tmp_path):
    with open_for_writing(tmp_path / "s") as writer:
        writer.put("urn:g", quads(1))
    (tmp_path / "s" / "reading").write_text("no folder can be made here")
    with open_for_reading(tmp_path / "s") as reader:
        assert apart(reader) == {"1"}
    store = memory()
    store.put("urn:g", quads(4))
    assert apart(store) == {"4"}

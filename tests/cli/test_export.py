"""`kg export` as a user runs it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.cli.export import command
from kg.errors import InputError, UsageError
from kg.store.embedded import open_for_writing


@pytest.mark.parametrize("documents", [2, 12])
def test_few_files_are_named_and_many_are_counted(tmp_path, documents):
    with open_for_writing(tmp_path / "graph") as store:
        for number in range(documents):
            node = NamedNode(f"{vocab.DATA}doc/{number:02}")
            store.put(node.value, [Quad(node, NamedNode(vocab.SCHEMA + "name"), Literal("a"), node)])
    place = tmp_path / "out"
    words = ("--store", str(tmp_path / "graph"), "--format", "turtle-files", "-o", str(place))
    done = CliRunner().invoke(command, words, standalone_mode=False)
    assert done.exception is None
    named = [f"wrote {place}/doc/{number:02}.ttl" for number in range(documents)]
    assert done.stderr.splitlines() == (named if documents == 2 else [f"wrote 12 files below {place}"])
    assert len(list(place.rglob("*.ttl"))) == documents


@pytest.fixture
def store(tmp_path):
    place = tmp_path / "graph"
    with open_for_writing(place) as opened:
        node = NamedNode(f"{vocab.DATA}doc/00")
        opened.put(node.value, [Quad(node, NamedNode(vocab.SCHEMA + "name"), Literal("a"), node)])
    return place


def test_an_empty_folder_takes_a_format_of_several_files_and_no_other_folder_does(tmp_path, store):
    place = tmp_path / "out"
    place.mkdir()
    words = ("--store", str(store), "-o", str(place))
    assert CliRunner().invoke(command, (*words, "--format", "turtle-files"), standalone_mode=False).exception is None
    assert (place / "doc" / "00.ttl").exists()
    again = CliRunner().invoke(command, (*words, "--format", "turtle-files"), standalone_mode=False)
    assert isinstance(again.exception, UsageError)
    assert "not an empty folder" in str(again.exception)


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("graph.nt", (), b"<https://w3id.org/kg-news/id/doc/00> <"),
        ("graph.NQ", (), b"<https://w3id.org/kg-news/id/doc/00> <"),
        ("graph.csv", (), b"document,source,"),
        ("graph.ttl", (), b"@base "),
        ("written", (), b"@base "),
        ("graph.nt", ("--format", "turtle"), b"@base "),
    ],
)
def test_the_ending_names_the_format_where_none_is_given(tmp_path, store, name, words, begins):
    place = tmp_path / name
    done = CliRunner().invoke(command, ("--store", str(store), "-o", str(place), *words), standalone_mode=False)
    assert done.exception is None
    assert place.read_bytes().startswith(begins)


def test_a_folder_is_no_place_for_one_file(tmp_path, store):
    words = ("--store", str(store), "-o", str(tmp_path), "--format", "turtle")
    done = CliRunner().invoke(command, words, standalone_mode=False)
    assert isinstance(done.exception, InputError)
    assert "cannot be written: Is a directory" in str(done.exception)


@pytest.mark.parametrize("is_there", [True, False])
def test_an_export_that_cannot_be_written_leaves_no_part_of_itself(tmp_path, store, is_there, monkeypatch):
    place, opened = tmp_path / "out", Path.open
    if is_there:
        place.mkdir()

    def filling(path, *how, **more):
        if path.suffix == ".ttl" and list(place.rglob("*.ttl")):
            raise OSError(28, "No space left on device")
        return opened(path, *how, **more)

    with open_for_writing(store) as kept:
        node = NamedNode(f"{vocab.DATA}doc/01")
        kept.put(node.value, [Quad(node, NamedNode(vocab.SCHEMA + "name"), Literal("b"), node)])
    monkeypatch.setattr(Path, "open", filling)
    words = ("--store", str(store), "-o", str(place), "--format", "turtle-files")
    done = CliRunner().invoke(command, words, standalone_mode=False)
    assert "01.ttl' cannot be written: No space left on device" in str(done.exception)
    assert place.exists() == is_there
    assert not list(tmp_path.rglob("*.ttl"))

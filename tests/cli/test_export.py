"""`kg export` as a user runs it."""

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.cli.export import command
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

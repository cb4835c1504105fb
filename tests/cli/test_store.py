"""`kg store`: check, compact, backup, restore."""

import json

import pytest
from fixtures.small import all_three

from kg.cli import main
from kg.rdf.encode import encode
from kg.store.embedded import open_for_reading, open_for_writing


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with open_for_writing(tmp_path / "graph") as store:
        for extraction in all_three():
            quads = encode(extraction)
            store.put(quads[0].graph_name.value, quads, extraction.document.text)
    return tmp_path / "graph"


def run(capsys, *words):
    with pytest.raises(SystemExit) as left:
        main(["store", *words])
    out, err = capsys.readouterr()
    return left.value.code, out, err


@pytest.mark.usefixtures("folder")
def test_a_sound_store(capsys):
    assert run(capsys, "check", "--store", "graph") == (
        0,
        "graph: all graphs and texts are there and fit together\n",
        "",
    )
    assert run(capsys, "check", "--store", "graph", "--format", "json") == (0, "[]\n", "")


def test_faults_are_findings(folder, capsys):
    next((folder / "texts").iterdir()).unlink()
    status, out, err = run(capsys, "check", "--store", "graph", "--format", "json")
    assert (status, err) == (1, "")
    assert [row["what"] for row in json.loads(out)] == ["no-text"]
    assert run(capsys, "check", "--store", "graph")[0] == 1


@pytest.mark.usefixtures("folder")
def test_a_store_that_is_not_there(capsys):
    for words in (["check"], ["compact"], ["backup", "copy"]):
        status, out, err = run(capsys, *words, "--store", "none")
        assert (status, out) == (2, "")
        assert err.startswith("kg: there is no store at 'none'")
    assert run(capsys, "check", "--store", "http://127.0.0.1:1/query")[0] == 2


def test_compact(folder, capsys):
    (folder / "texts" / "left.part").write_text("half")
    status, out, err = run(capsys, "compact", "--store", "graph")
    assert (status, err) == (0, "")
    assert out.startswith("graph: ")
    assert out.endswith(" MB after, 1 text of no document removed\n")


def test_backup_and_restore(folder, capsys):
    status, out, _ = run(capsys, "backup", "monday", "--store", "graph")
    assert status == 0
    assert out.startswith("graph -> monday: 3 documents, 3 graphs, ")
    status, out, err = run(capsys, "restore", "monday", "--store", "graph")
    assert (status, out) == (2, "")
    assert "'graph' is there already and is left as it is" in err
    assert run(capsys, "restore", "monday", "--store", "again")[0] == 0
    with open_for_reading(folder) as one, open_for_reading(folder.parent / "again") as other:
        assert set(one.dump()) == set(other.dump())

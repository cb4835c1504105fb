"""What can be wrong with a store's folder: each is one clear line, and nothing in the folder changes."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError, UsageError
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.maintenance import copy
from kg.store.opening import open_store

QUAD = Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal("x"))
OPENERS = [open_for_reading, open_for_writing]


@pytest.fixture
def folder(tmp_path):
    with open_for_writing(tmp_path / "store") as store:
        store.put("urn:g", [QUAD], "text")
    return tmp_path / "store"


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(opener, folder, message):
    before = contents(folder) if folder.is_dir() else None
    with pytest.raises(StoreError, match=message) as caught:
        opener(folder)
    assert "\n" not in str(caught.value)
    after = contents(folder) if folder.is_dir() else None
    own_log = {name for name in after or {} if name.name.startswith("LOG")}
    assert {name: data for name, data in (after or {}).items() if name not in own_log} == {
        name: data for name, data in (before or {}).items() if name not in own_log
    }


@pytest.mark.parametrize("opener", OPENERS)
def test_a_file(opener, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    refused(opener, file, "is a file")
    assert file.read_text() == "mine"


@pytest.mark.parametrize("opener", OPENERS)
def test_a_folder_of_other_things(opener, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    refused(opener, tmp_path, "holds other files and is no store")


def test_no_store_yet(tmp_path):
    refused(open_for_reading, tmp_path / "none", "there is no store at .*'kg build")
    assert not (tmp_path / "none").exists()
    refused(open_for_reading, tmp_path, "there is no store at")


def test_an_empty_folder_and_missing_parents_become_a_store(tmp_path):
    (tmp_path / "empty").mkdir()
    for name in ("empty", "some/new/place"):
        open_for_writing(tmp_path / name).close()
        assert json.loads((tmp_path / name / "kg-store.json").read_text())["layout"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "some"]


@pytest.mark.parametrize("name", ["empty", "link", "dangling", "."])
@pytest.mark.parametrize("source", [None, "backup"])
def test_a_store_is_put_into_a_folder_that_cannot_be_replaced(name, source, tmp_path, monkeypatch):
    (tmp_path / "empty" / ".kg-new-killed").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to("elsewhere")
    (tmp_path / "dangling").symlink_to("some/new/place")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here" if name == "." else tmp_path)
    before = os.stat(name).st_ino if os.path.exists(name) else None  # noqa: PTH110, PTH116 - as of a user
    open_for_writing(tmp_path / "backup").close()
    if source is None:
        open_for_writing(Path(name)).close()
    else:
        copy(tmp_path / source, Path(name))
    assert os.stat(name).st_ino == before or before is None  # noqa: PTH116
    assert not list(Path(name).glob(".*"))
    with open_for_reading(Path(name)) as store:
        assert store.documents() == ()


def test_what_cannot_be_moved_to_its_place_leaves_nothing(tmp_path, monkeypatch):
    folder, rename = tmp_path / "store", Path.rename
    folder.mkdir()

    def failing(path, target):
        if path.name == "kg-store.json":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(StoreError, match=r"no store can be made at '.*store': Permission denied"):
        open_for_writing(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("layout", [0, 2, "x"])
def test_another_layout(opener, layout, folder):
    (folder / "kg-store.json").write_text(json.dumps({"layout": layout, "base": "https://example.org/"}))
    refused(opener, folder, f"has layout {layout}, this version of kg reads layout 1")


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("content", ["", "[]", "{", '{"layout": 1}', "\ud800".encode("utf-16", "surrogatepass")])
def test_a_mark_that_cannot_be_read(opener, content, folder):
    (folder / "kg-store.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(opener, folder, "kg-store.json cannot be read")


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("part", ["oxigraph", "texts", "runs", "oxigraph/CURRENT"])
def test_a_missing_part(opener, part, folder):
    path = folder / part
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    refused(opener, folder, "is damaged: .* is missing")


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("pattern", ["*.sst", "CURRENT"])
def test_a_database_cut_short(opener, pattern, folder):
    for path in (folder / "oxigraph").glob(pattern):
        os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(StoreError, match="damaged") as caught:
        opener(folder)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_made():
    refused(open_for_writing, Path("/dev/null/store"), "cannot be read|can be made")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o500)
    refused(open_for_writing, tmp_path / "store", "no store can be made .* Permission denied")


def test_another_process_writes(folder):
    script = (
        "import sys; from pathlib import Path; from kg.store.embedded import open_for_writing\n"
        f"store = open_for_writing(Path({str(folder)!r})); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreError, match="being written to by another process"):
            open_for_writing(folder)
        assert open_for_reading(folder).graphs() == ("urn:g",)
        other.stdin.close()
    assert open_for_writing(folder).graphs() == ("urn:g",)


KILLED = """
import os, signal, sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from kg.store.embedded import open_for_writing
store = open_for_writing(Path(sys.argv[1]))
print("open", flush=True)
for round in range(10**6):
    graph = [Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal(str(round))) for n in range(200)]
    store.put("urn:g", graph, str(round))
    if round == 5:
        print("going", flush=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.031])
def test_a_killed_writer_leaves_the_old_or_the_new_graph(tmp_path, wait):
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path / "s")], stdout=subprocess.PIPE) as writer:
        assert writer.stdout.readline() == b"open\n"
        assert writer.stdout.readline() == b"going\n"
        time.sleep(wait)
        writer.kill()
    with open_for_writing(tmp_path / "s") as store:
        rounds = {quad.object.value for quad in store.graph("urn:g")}
        assert len(rounds) == 1
        assert len(store.graph("urn:g")) == 200 == store.counts().triples
        assert int(store.text("urn:g")) - int(rounds.pop()) in (0, 1)


def test_a_location_tells_the_kind_of_store(folder):
    assert open_store(str(folder)).graphs() == ("urn:g",)
    assert open_store(str(folder), write=True).graphs() == ("urn:g",)
    with pytest.raises(UsageError, match=r"no kind of store \(.*embedded.*\) opens 'ftp://x': give a folder"):
        open_store("ftp://x")

"""Stores on media that fail: damaged bytes, a full disk, a read-only folder. One clear line, or the right answer."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from fixtures.small import all_three

from kg.cli import main
from kg.errors import KgError
from kg.pipeline import build
from kg.rdf.encode import encode
from kg.rdf.serialise import nquads
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.maintenance import check, copy


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "store"
    with open_for_writing(folder) as store:
        for extraction in all_three():
            quads = encode(extraction)
            store.put(quads[0].graph_name.value, quads, extraction.document.text)
    return folder


def content(folder, opener=open_for_reading):
    with opener(folder) as store:
        return nquads(store.dump()), store.counts(), store.base, store.documents()


def damaged(random: Random, data: bytes) -> bytes:
    """Flip a bit, cut the end off or put zeros in, somewhere."""
    kind, changed = random.choice(["flip", "cut", "zero"]), bytearray(data)
    at = random.randrange(len(data))
    if kind == "cut":
        return data[:at]
    if kind == "flip":
        changed[at] ^= 1 << random.randrange(8)
    else:
        changed[at : at + 64] = bytes(min(64, len(data) - at))
    return bytes(changed)


def survive(sound: Path, place: Path, seed: int) -> None:
    """Damage one file anywhere; each opener says so in one line or has everything; a changed text is told."""
    random = Random(seed)  # noqa: S311 - cases, no secrets
    right = content(sound)
    path = random.choice(sorted(path for path in sound.rglob("*") if path.is_file() and path.stat().st_size))
    folder = place / str(seed)
    shutil.copytree(sound, folder)
    target = folder / path.relative_to(sound)
    old = target.read_bytes()
    target.write_bytes(damaged(random, old))
    hint = f"seed {seed}: {path.name}"
    try:
        faults = [fault.kind for fault in check(folder)]
    except KgError as problem:
        faults = ["refused"]
        assert "\n" not in str(problem), hint  # noqa: PT017 - or no error
    if path.parent.name == "texts" and target.read_bytes() != old:
        assert faults in (["changed-text"], ["damaged-graph"]), hint
    for opener in (open_for_reading, open_for_writing):
        try:
            assert content(folder, opener) == right, hint
        except KgError as problem:
            assert "\n" not in str(problem), hint  # noqa: PT017 - as above
    shutil.rmtree(folder)


MEMORY = 3 * 1024**3
"""Bytes of address space: the database takes as much as damaged bytes say it needs, which may be all there is."""
CHILD = """
import importlib.util, pathlib, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
sys.path.insert(0, sys.argv[2])
spec = importlib.util.spec_from_file_location("damage", sys.argv[3])
damage = importlib.util.module_from_spec(spec)
spec.loader.exec_module(damage)
damage.survive(pathlib.Path(sys.argv[4]), pathlib.Path(sys.argv[5]), int(sys.argv[6]))
"""


def apart(sound: Path, place: Path, seed: int) -> None:
    """Damage and open in a process with bounded memory, so that running out of it is no right answer."""
    words = (str(MEMORY), str(Path(__file__).parents[1]), __file__, str(sound), str(place), str(seed))
    done = subprocess.run([sys.executable, "-c", CHILD, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"


@pytest.mark.parametrize("seed", [*range(3), 107])
def test_damage_anywhere_is_one_line_or_does_not_matter(sound, tmp_path, seed):
    apart(sound, tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("block", range(20))
def test_much_damage_anywhere_is_one_line_or_does_not_matter(sound, tmp_path, block):
    for seed in range(100 + block * 20, 120 + block * 20):
        apart(sound, tmp_path, seed)


def tables_damaged(sound: Path, folder: Path) -> None:
    """Copy a store and put zeros into the first block of each of its tables that is not read when it is opened."""
    shutil.copytree(sound, folder)
    for table in (folder / "oxigraph").glob("*.sst"):
        data = bytearray(table.read_bytes())
        if len(data) > 4000:
            data[40:140] = bytes(100)
            table.write_bytes(data)


def test_a_check_reads_everything_and_says_in_one_line_that_the_database_is_damaged(kg, sound, tmp_path):
    tables_damaged(sound, tmp_path / "store")
    code, said = kg("store", "check", "--store", str(tmp_path / "store"))
    assert (code, said.count("\n")) == (2, 1), said
    assert "the database is damaged, restore a copy or build it again in a new folder" in said


GROWING = """
from kg.cli.memory import bounded
with bounded():
    held = []
    while True:
        held.append(b"x" * 1_000_000)
"""


def test_a_command_that_takes_too_much_memory_stops_with_one_line():
    words, bound = [sys.executable, "-c", GROWING], {**os.environ, "KG_MEMORY": "200M"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60, env=bound)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "stopped at 200 MB of memory: see with 'kg store check' whether the store is damaged" in done.stderr


def test_a_bound_that_is_none_is_told(kg, monkeypatch):
    monkeypatch.setenv("KG_MEMORY", "much")
    assert kg("store", "check") == (2, "kg: KG_MEMORY is 'much': give bytes, such as 500M or 4G\n")


def test_another_base_than_the_store_was_made_with_is_told(sound, tmp_path):
    shutil.copytree(sound, tmp_path / "store")
    mark = tmp_path / "store" / "kg-store.json"
    mark.write_text(mark.read_text().replace("kg-news/id/", "kg-newz/id/"))
    for act in (open_for_reading, open_for_writing, lambda folder: list(check(folder))):
        with pytest.raises(KgError, match=r"the base in kg-store\.json is not the one it was made with"):
            act(tmp_path / "store")


@contextmanager
def mounted(place: Path, *words: str) -> Iterator[None]:
    """Mount something on a folder; skip where that is not allowed."""
    done = subprocess.run(["mount", *words, str(place)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], capture_output=True, check=False)


@pytest.fixture
def kg(capsys):
    """Run a command as the command line does; return its exit code and what it told of errors."""

    def run(*words: str) -> tuple[int | str | None, str]:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        return left.value.code, capsys.readouterr().err

    return run


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        text = f"Acme Robotics spent ${number + 2} billion on data centres in 2025, Reuters reported.\n"
        (folder / f"{number}.txt").write_text(text + "Nothing else was said.\n" * 4000)
    return folder


@pytest.mark.parametrize("size", ["400k", "800k"])
def test_a_disk_that_fills_up_while_building_leaves_whole_documents(kg, articles, tmp_path, size):
    place, rest = tmp_path / "disk", tmp_path / "rest"
    place.mkdir()
    with mounted(place, "-t", "tmpfs", "-o", f"size={size}", "tmpfs"):
        code, said = kg("build", str(articles), "--store", str(place / "store"))
        assert (code, said.count("\n")) == (2, 1), said
        assert "No space left" in said
        code, said = kg("query", "figure-sources", "--store", str(place / "store"))
        assert code == 0 or ("No space left" in said and "damaged" not in said), said
        shutil.copytree(place / "store", rest, ignore=shutil.ignore_patterns("reading"))
    with open_for_reading(rest) as store:
        before = {iri: nquads(store.graph(iri)) for iri in store.documents()}
    assert {fault.kind for fault in check(rest)} <= {"unfinished-run", "stray-text"}
    assert kg("build", str(articles), "--store", str(rest))[0] == 0
    with open_for_reading(rest) as store:
        assert len(store.documents()) == 6
        assert all(nquads(store.graph(iri)) == quads for iri, quads in before.items())


def test_a_read_only_folder_is_read_and_a_build_there_is_told(kg, sound, articles, tmp_path):
    store, place = tmp_path / "store", tmp_path / "mounted"
    shutil.copytree(sound, store)
    before = {path.name: path.read_bytes() for path in store.rglob("*") if path.is_file()}
    place.mkdir()
    with mounted(place, "--bind", str(store)), mounted(place, "-o", "remount,ro,bind"):
        for words in (["query", "figure-sources"], ["store", "check"], ["store", "backup", str(tmp_path / "copy")]):
            assert kg(*words, "--store", str(place)) == (0, "")
        for words in (["build", str(articles)], ["retract", "news/ft.txt"], ["store", "compact"]):
            code, said = kg(*words, "--store", str(place))
            assert (code, said.count("\n")) == (2, 1), said
            assert "Read-only" in said
            assert "damaged" not in said
    assert {path.name: path.read_bytes() for path in store.rglob("*") if path.is_file()} == before


def test_a_copy_that_does_not_fit_leaves_nothing_behind(sound, tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    with mounted(place, "-t", "tmpfs", "-o", "size=100k", "tmpfs"):
        with pytest.raises(KgError, match="No space left") as caught:
            copy(sound, place / "copy")
        assert "\n" not in str(caught.value)
        assert list(place.iterdir()) == []


DEEP = b"[" * 100_000
"""More nesting than Python's reader of JSON follows."""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kg-store.json", DEEP, "is damaged: kg-store.json cannot be read"),
        ("links.sqlite", None, "is no file that kg wrote: remove it and build again"),
        ("texts", b"", "restore a copy of the store"),
    ],
)
def test_what_kg_never_wrote_in_a_store_is_one_line(name, content, said, sound, tmp_path):
    folder, article = tmp_path / "store", tmp_path / "note.txt"
    article.write_text("Acme Robotics spent $2 billion in 2025.\n")
    shutil.copytree(sound, folder)
    place = folder / name
    if place.is_dir():
        shutil.rmtree(place)
    if content is None:
        place.unlink(missing_ok=True)
        place.mkdir()
    else:
        place.write_bytes(content)
    with pytest.raises(KgError, match=re.escape(said)) as told:
        build([str(article)], str(folder)) if name == "links.sqlite" else list(check(folder))
    assert "\n" not in str(told.value)

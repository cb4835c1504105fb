"""A vocabulary of a user's own, through the command line and the library: each process reads by one, from its start."""

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from kg.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
MINE, ARTICLE = (ROOT / "examples" / "vocabulary" / name for name in ("mine.ttl", "kestrin.txt"))
PREFIXES = MINE.read_text(encoding="utf-8").partition("#\x20")[0]
LINE = PREFIXES.count("\n") + 1
"""The line behind the prefixes."""


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **environment}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=known, capture_output=True, text=True, timeout=300, check=False
    )


def kg(folder: Path, *words: object, **environment: str) -> str:
    done = run(["-m", "kg", *map(str, words)], folder, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def figures(printed: str) -> list[tuple[str, str]]:
    rows = map(json.loads, printed.splitlines())
    return [(row["subject"], row["measure"]) for row in rows if row["kind"] == "figure"]


EACH = """
import contextlib, io, json, sys
from kg.cli import main

for words in json.load(sys.stdin):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(words)
        except SystemExit as done:
            status = done.code
    print(json.dumps([status, out.buffer.getvalue().decode(), err.getvalue()]))
"""
"""Commands one after the other in one process, which starts once for all of them."""


def each(folder: Path, *commands: list[str]) -> list[tuple[int, str, str]]:
    known = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-c", EACH],
        input=json.dumps(commands),
        cwd=folder,
        env=known,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


def printed(folder: Path, *commands: tuple[object, ...]) -> list[str]:
    done = each(folder, *(list(map(str, words)) for words in commands))
    assert [status for status, _, _ in done] == [0] * len(commands), done
    return [out + err for _, out, err in done]


@contextmanager
def served(folder: Path, *words: object):
    """Run `kg serve` and give its address."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", *map(str, words)]
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=known, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            found = re.search(r"http://\S+", said)
            assert found, said
            yield found[0]
        finally:
            server.terminate()


STORE = ("--store", "store")
READ = [("Kestrin", "robot-upkeep"), ("Kestrin", "revenue"), ("Nvidia", "revenue"), ("Kestrin", "totes-moved")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a store that was read by a vocabulary of its own."""
    place = tmp_path_factory.mktemp("own")
    kg(place, "build", ARTICLE, "--store", "store", "--vocabulary", MINE)
    return place


def test_own_names_and_measures_are_read_by_any_number_of_processes(tmp_path):
    assert figures(kg(tmp_path, "--vocabulary", MINE, "extract", ARTICLE)) == READ
    assert figures(kg(tmp_path, "extract", ARTICLE, "--jobs", "2", f"--vocabulary={MINE.parent}")) == READ
    assert figures(kg(tmp_path, "extract", ARTICLE, KG_VOCABULARY=str(MINE))) == READ
    assert figures(kg(tmp_path, "extract", ARTICLE)) != READ


def test_a_store_is_asked_by_own_names_and_its_own_measures_pass_the_shapes(folder):
    own, asked = ("--vocabulary", MINE, "--store", "store"), ("query", "figure-sources", "--subject")
    strict = ("--fail-on", "warning")
    *answers, checked, exported, _, checked_file = printed(
        folder,
        *((*asked, name, *own) for name in ("Team Green", "Kestrin Robotics", "e:kestrin")),
        ("validate", *own, *strict),
        ("export", "--format", "turtle", *own),
        ("export", "-o", "graph.ttl", *own),
        ("validate", "graph.ttl", "--vocabulary", MINE, *strict),
    )
    for word, answer in zip(("Team Green supplied chips", "robot-upkeep", "Fjord Ledger"), answers, strict=True):
        assert word in answer
    assert "v:robot-upkeep" in exported
    assert "warning" not in checked + checked_file
    without = run(["-m", "kg", "validate", "graph.ttl", *strict], folder)
    assert (without.returncode, "robot-upkeep" in without.stdout) == (1, True), without.stdout


def test_every_command_that_asks_a_store_knows_own_names(folder):
    own = ["--vocabulary", str(MINE), "--store", "store"]
    found = each(
        folder,
        ["story", "Team Green", *own],
        ["explain", "Kestrin Robotics robot-upkeep", *own],
        ["conflicts", "--subject", "Team Green", *own],
        ["query", "figure-sources", "--measure", "robot-upkeep", *own],
        ["network", *own],
        ["diff", "store", "store", *own[:2]],
        ["store", "check", *own],
        ["export", "--format", "csv", *own],
    )
    assert [(status, err) for status, _, err in found] == [(0, "")] * len(found), found
    story, explained, _, asked, network, *_ = (out for _, out, _ in found)
    assert "<title>Nvidia</title>" in story
    assert "$3.2 million" in explained
    assert "Kestrin" in asked
    assert "Fjord Ledger" in network


def test_a_server_answers_in_own_names(folder):
    with served(folder, "--store", "store", "--vocabulary", MINE) as url:
        asked = {"subject": "Team Green", "format": "csv"}
        answer = requests.get(f"{url}queries/figure-sources", params=asked, timeout=60)
        assert (answer.status_code, "Team Green supplied chips" in answer.text) == (200, True), answer.text


def test_a_document_is_retracted_by_the_vocabulary_it_was_read_by(tmp_path):
    own = (*STORE, "--vocabulary", MINE)
    _, retracted = printed(tmp_path, ("build", ARTICLE, *own), ("retract", ARTICLE, *own))
    assert retracted.startswith("retracted ")


def test_no_command_runs_by_a_vocabulary_that_does_not_fit(tmp_path):
    (tmp_path / "mine.ttl").write_text(PREFIXES + "e:nvidia a kg:Outlet .", encoding="utf-8")
    for status, out, err in each(tmp_path, *([name, "--vocabulary", "mine.ttl"] for name in COMMANDS)):
        assert (status, out) == (2, "")
        assert err == f"kg: mine.ttl:{LINE}: e:nvidia has rdf:type kg:Company already, and cannot have kg:Outlet\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.ttl"]


@pytest.mark.parametrize("name", ["b\nl.ttl", os.fsdecode(b"\xff.ttl"), "<b>.ttl", "-"])
def test_a_file_of_any_name_is_one_line(tmp_path, name):
    (tmp_path / name).write_text("e:acme a e:Company .", encoding="utf-8")
    done = run(["-m", "kg", f"--vocabulary={name}", "query", "--list"], tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert ".ttl:1: is no Turtle" in done.stderr or done.stderr.startswith("kg: -:1: is no Turtle")


def test_a_build_tells_what_was_read_by_another_vocabulary_and_refreshes_it(tmp_path):
    other = tmp_path / "other.ttl"
    other.write_text(PREFIXES + 'e:kestrin a kg:Company ; skos:prefLabel "Kestrin Robotics"@en .', encoding="utf-8")
    for name in ("one", "two"):
        text = f"Works open\n\nKestrin spent $3 million on works {name} in 2024, it said.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    one, two, own = ("build", "one.txt", *STORE), ("build", "two.txt", *STORE), ("--vocabulary", MINE)
    (first,) = printed(tmp_path, one)
    assert "note" not in first
    again, another, refreshed = printed(tmp_path, (*one, *own), (*two, *own), (*one, *own, "--refresh"))
    note = "note: the store has 1 document read by another vocabulary: build with --ref"
    assert "0 documents added, 1 unchanged" in again
    assert note in again
    assert note in another
    assert "note" not in refreshed
    (by_other,) = printed(tmp_path, (*one, "--vocabulary", other))
    assert "the store has 2 documents read by another" in by_other
    without, plain, exported = printed(
        tmp_path, one, (*one, "two.txt", "--refresh"), ("export", *STORE, "--format", "turtle")
    )
    assert "2 documents read by a vocabulary that is not given now" in without
    assert "note" not in plain
    assert "kg:vocabulary" not in exported


def test_a_document_whose_outlet_comes_to_be_known_is_read_again(tmp_path):
    kg(tmp_path, "build", ARTICLE, "--store", "store")
    assert "1 document added, 0 unchanged" in kg(tmp_path, "build", ARTICLE, "--store", "store", "--vocabulary", MINE)


def test_an_empty_vocabulary_gives_the_same_bytes(tmp_path):
    (tmp_path / "mine.ttl").write_text(PREFIXES + "# nothing yet\n", encoding="utf-8")
    plain = kg(tmp_path, "extract", ARTICLE, "--format", "turtle")
    assert kg(tmp_path, "extract", ARTICLE, "--format", "turtle", "--vocabulary", "mine.ttl") == plain


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('e:nvidia skos:prefLabel "Envy"@en .', "kg: mine.ttl:8: e:nvidia has skos:prefLabel 'Nvidia' already"),
        ('v:revenue skos:notation "takings" .', "kg: mine.ttl:8: v:revenue has skos:notation 'revenue' already"),
        ("<kestrin> a kg:Company .", "kg: mine.ttl:8: is no Turtle: No scheme found"),
    ],
)
def test_what_does_not_fit_is_one_line_and_nothing_is_done(tmp_path, turtle, says):
    (tmp_path / "mine.ttl").write_text(f"{PREFIXES.rstrip()}\n\n\n\n{turtle}\n", encoding="utf-8")
    done = run(["-m", "kg", "build", str(ARTICLE), "--store", "store", "--vocabulary", "mine.ttl"], tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    assert done.stderr.startswith(says)
    assert not (tmp_path / "store").exists()


def test_a_vocabulary_that_is_not_there_is_one_line(tmp_path):
    for words, environment in (
        (["--vocabulary", "none.ttl", "query", "--list"], {}),
        (["query", "--list"], {"KG_VOCABULARY": "none.ttl"}),
    ):
        done = run(["-m", "kg", *words], tmp_path, **environment)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert done.stderr.startswith("kg: none.ttl: the vocabulary cannot be read: No such file")
    for words in (["extract", "a.txt", "--vocabulary"], ["--vocabulary=", "extract", "a.txt"]):
        done = run(["-m", "kg", *words], tmp_path)
        assert (done.returncode, done.stderr) == (2, "kg: --vocabulary needs a Turtle file or a folder of them\n")
    assert "Usage" in kg(tmp_path, "build", "--help", KG_VOCABULARY="none.ttl")


def test_marks_in_a_label_stay_text(tmp_path):
    label = "Kes<script>alert(1)</script>trin"
    new = f'e:kes a kg:Company ; skos:prefLabel "{label}"@en .\n'
    (tmp_path / "mine.ttl").write_text(PREFIXES + new, encoding="utf-8")
    text = f"Plants open\nDate: 2025-03-12\n\n{label} said it had revenue of $4 million in 2024.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    own = ("--vocabulary", "mine.ttl")
    read, page, _, *exported = printed(
        tmp_path,
        ("extract", "a.txt", *own),
        ("extract", "a.txt", "--format", "html", *own),
        ("build", "a.txt", *STORE, *own),
        ("story", label, *STORE, *own),
        *(("export", "--format", form, *STORE, *own) for form in ("graphml", "gexf")),
    )
    assert figures(read) == [(label, "revenue")]
    for written in (page, *exported):
        assert "Kes&lt;script" in written
        assert "<script>alert" not in written


LIBRARY = """
import kg
from kg import build, rows

if __name__ == "__main__":
    kg.use_vocabulary({mine!r})
    with build([{article!r}], jobs=2) as graph:
        print(len(graph.query("figure-sources", subject="Team Green").rows))
        print([one.severity.name for one in graph.validate().findings if one.severity.name != "INFO"])
    print([row["measure"] for row in rows([{article!r}]) if row["kind"] == "figure"])
    kg.use_vocabulary([{mine!r}])
    try:
        kg.use_vocabulary([])
    except kg.KgError as problem:
        print(problem)
"""


def test_the_library_reads_by_what_it_was_told_before_it_read(tmp_path):
    (tmp_path / "script.py").write_text(LIBRARY.format(mine=str(MINE), article=str(ARTICLE)), encoding="utf-8")
    done = run(["script.py"], tmp_path)
    assert done.stdout.splitlines() == [
        "1",
        "[]",
        "['robot-upkeep', 'revenue', 'revenue', 'totes-moved']",
        "another vocabulary was read by in this process: choose your own before anything is read",
    ], done.stderr


def test_the_library_stops_at_a_vocabulary_of_the_environment_that_is_not_there(tmp_path):
    reading = f"import kg; print(list(kg.rows([{str(ARTICLE)!r}])))"
    done = run(["-c", reading], tmp_path, KG_VOCABULARY="none.ttl")
    assert "VocabularyError: none.ttl: the vocabulary cannot be read" in done.stderr


def test_after_one_that_does_not_fit_another_can_be_chosen(tmp_path):
    (tmp_path / "bad.ttl").write_text(PREFIXES + 'v:revenue skos:altLabel "loot" . e:nvidia a kg:Chip .')
    script = (
        "import kg\nfrom kg.lexicon import codes\n"
        "try:\n    kg.use_vocabulary('bad.ttl')\nexcept kg.KgError as problem:\n    print(problem)\n"
        f"kg.use_vocabulary({str(MINE)!r})\n"
        "print([word in codes.scheme('measures')['revenue'].words for word in ('loot', 'lease takings')])\n"
    )
    printed = run(["-c", script], tmp_path).stdout.splitlines()
    assert printed == [
        f"bad.ttl:{LINE}: e:nvidia has rdf:type kg:Company already, and cannot have kg:Chip",
        "[False, True]",
    ]


def test_no_module_reads_the_vocabulary_when_it_is_imported(tmp_path):
    script = (
        "import importlib, pkgutil, kg\n"
        "for module in pkgutil.walk_packages(kg.__path__, 'kg.'):\n"
        "    if module.name != 'kg.__main__':\n"
        "        importlib.import_module(module.name)\n"
        "from kg.lexicon.overlay import chosen\n"
        "print(chosen._seen)\n"
    )
    assert run(["-c", script], tmp_path).stdout == "False\n"

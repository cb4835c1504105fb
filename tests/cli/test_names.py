"""`kg names` as a user runs it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

import kg.cli
from kg import pipeline
from kg.cli.names import command
from kg.errors import KgError, UsageError

ROOT = Path(__file__).resolve().parents[2]
FIRST = """Outlet: Fjord Ledger
Date: 2025-03-12

Kestrin Dynamics said its revenue rose to $40 million in 2024. Mara Lindqvist, its chief executive, said on Monday it
would hire 300 people. Chinese chipmakers sold it chips for $9 million."""
SECOND = """Outlet: Fjord Ledger
Date: 2025-03-14

Kestrin Dynamcs said its revenue rose to $41 million in 2024. "It is a firm\x1b[31m," said Mara Lindqvist."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("names")
    (made / "one.txt").write_text(FIRST, encoding="utf-8")
    (made / "two.txt").write_text(SECOND, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        pipeline.build(["one.txt", "two.txt"], "graph")
    return made


@pytest.fixture
def run(folder, monkeypatch):
    monkeypatch.chdir(folder)

    def called(*words):
        done = CliRunner().invoke(command, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done

    return called


def names(printed):
    return [row["name"] for row in json.loads(printed)]


def test_names_of_a_store_as_a_table_and_what_is_left_out(run):
    done = run("--store", "graph")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["name", "class", "id", "documents", "mentions", "figures", "quote", "paths"]
    assert lines[2].split()[:4] == ["Fjord", "Ledger", "Outlet", "organization/fjord-ledger"]
    assert lines[2].endswith("one.txt and 1 more")
    assert "Chinese chipmakers" not in done.stdout
    assert done.stderr == "1 thing described rather than named (--all lists them)\n"
    assert "Chinese chipmakers" in run("--store", "graph", "--all").stdout


def test_rows_for_machines_have_all_of_it(run):
    rows = json.loads(run("--store", "graph", "--format", "json").stdout)
    kestrin = next(row for row in rows if row["name"] == "Kestrin Dynamics")
    assert (kestrin["class"], kestrin["id"]) == ("Company", "organization/kestrin-dynamics")
    assert (kestrin["documents"], kestrin["paths"]) == (1, ["one.txt"])
    assert kestrin["quote"] in " ".join(FIRST.split("\n"))
    read = list(csv.DictReader(io.StringIO(run("--store", "graph", "--format", "csv").stdout)))
    assert [row["name"] for row in read] == [row["name"] for row in rows]
    assert next(row["paths"] for row in read if row["name"] == "Fjord Ledger") == "one.txt; two.txt"
    lines = run("--store", "graph", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows


def test_files_are_read_without_a_store(run):
    printed = run("one.txt", "two.txt", "--format", "json").stdout
    assert printed == run("--store", "graph", "--format", "json").stdout
    assert printed == run("one.txt", "two.txt", "--format", "json", "--jobs", "2").stdout


def test_only_a_class_and_what_many_documents_name(run):
    assert names(run("--store", "graph", "--class", "Person", "--format", "json").stdout) == ["Mara Lindqvist"]
    assert names(run("--store", "graph", "--least", "2", "--format", "json").stdout) == ["Fjord Ledger"]
    both = run("--store", "graph", "--class", "Person", "--class", "Outlet", "--format", "json").stdout
    assert set(names(both)) == {"Mara Lindqvist", "Fjord Ledger"}
    assert run("--store", "graph", "--least", "9").stdout == "no rows\n"


def test_pairs_that_are_likely_the_same(run):
    (row,) = json.loads(run("--alike", "--store", "graph", "--format", "json").stdout)
    assert {row["name"], row["likely"]} == {"Kestrin Dynamcs", "Kestrin Dynamics"}
    assert row["why"] == "a slip: dynamcs / dynamics"
    assert 0.85 <= row["score"] < 1
    assert " 0.97 " in run("--alike", "--store", "graph").stdout
    assert run("--alike", "--class", "Person", "--store", "graph", "--format", "json").stdout == "[]\n"


def test_turtle_is_read_by_machines_and_obeyed_by_no_terminal(run):
    for words in ((), ("--alike",)):
        turtle = run("--turtle", "--store", "graph", *words).stdout
        said = [quad.object.value for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)]
        assert "Kestrin Dynamcs" in said
        assert "\x1b" not in turtle
        assert turtle == run("--turtle", "--store", "graph", *words).stdout


def test_what_the_registry_has_got_since_is_told(run, monkeypatch):
    monkeypatch.setattr("kg.analysis.unregistered._sure_names", lambda: frozenset({"Fjord Ledger"}))
    done = run("--store", "graph")
    assert "Fjord Ledger" not in done.stdout.split("quote")[0] + "".join(done.stdout.splitlines()[2:3])
    assert "1 name known by now: build with --refresh to link what they name (--all lists them)\n" in done.stderr
    assert "Fjord Ledger" in run("--store", "graph", "--all", "--format", "json").stdout


def test_what_is_written_makes_the_names_known(folder):
    """Each process reads by one vocabulary, from its start."""

    def kg(*words):
        done = subprocess.run(
            [sys.executable, "-m", "kg", *words],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout, done.stderr

    (folder / "same.ttl").write_text(kg("names", "one.txt", "two.txt", "--alike", "--turtle")[0], encoding="utf-8")
    rows = kg("--vocabulary", "same.ttl", "extract", "one.txt", "two.txt", "--kind", "figure")[0].splitlines()
    assert {row["subject"] for row in map(json.loads, rows) if row["measure"] == "revenue"} == {"Kestrin Dynamcs"}
    more = kg("--vocabulary", "same.ttl", "names", "--store", "graph", "--turtle")
    assert "2 names known by now" in more[1]
    (folder / "more.ttl").write_text(more[0], encoding="utf-8")
    both = ("--vocabulary", "same.ttl", "--vocabulary", "more.ttl")
    assert kg(*both, "names", "one.txt", "two.txt", "--format", "json")[0] == "[]\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--turtle", "--format", "csv", "--store", "graph"], "--turtle is a format of its own"),
        (["one.txt", "--store", "graph"], "give paths, or --store"),
        (["--class", "Compny", "--store", "graph"], "no name is of class 'Compny': there are Authority, Chip, Company"),
        (["--store", "nowhere"], "nowhere"),
        (["--class", "Comp\udcffny", "--store", "graph"], "not UTF-8"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, words, says):
    with pytest.raises(KgError) as problem:
        run(*words)
    assert says in str(problem.value)
    assert "\n" not in str(problem.value)
    assert isinstance(problem.value, UsageError) or "--store" in words


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_done(folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit) as left:
        kg.cli.main(["names", "one.txt", "none.txt", "--format", "json"])
    printed = capsys.readouterr()
    assert left.value.code == 2
    assert "Kestrin Dynamics" in names(printed.out)
    assert "none.txt: no such file or folder" in printed.err

"""`kg conflicts` as a user runs it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.analysis.contradictions import WRITING
from kg.cli.conflicts import EPILOG, command
from kg.errors import KgError

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture
def store(examples_store):
    return str(examples_store)


def run(*words, status=0):
    done = CliRunner().invoke(command, words, standalone_mode=False)
    assert done.exception is None, done.exception
    assert (done.return_value or 0) == status
    return done.output


def test_every_format(store):
    text = run("--store", store, "--all")
    assert text.startswith("Conflicts\n  ByteDance, ")
    assert "credits Financial Times; it is “over 150 billion yuan ($20.64 billion)” (Reuters, 2025-01-23)." in text
    assert "Look like conflicts and are none\n" in text
    counts = json.loads(run("--store", store, "--all", "--format", "json"))["counts"]
    assert sum(counts.values()) == sum(line.startswith("  ") and line[2] != " " for line in text.splitlines())
    assert run("--store", store, "--format", "markdown").startswith("### Conflicts (")


def test_one_subject(store):
    assert "Meta" in run("--store", store, "--all")
    assert "Meta" not in run("--store", store, "--all", "--subject", "ByteDance")


def test_of_what_only_looks_like_a_conflict_the_number_is_told(store):
    done = CliRunner().invoke(command, ("--store", store), standalone_mode=False)
    assert "Look like conflicts" not in done.stdout
    seeming = json.loads(run("--store", store, "--all", "--format", "json"))["counts"]["no-conflict"]
    assert done.stderr == f"{seeming} pairs look like conflicts and are none (--all lists them)\n"


def test_exit_codes(store):
    run("--store", store, "--fail-on", "conflict-hard", status=1)
    run("--store", store, "--fail-on", "parts-exceed-whole")
    run("--store", store, "--subject", "Microsoft", "--fail-on", "any")


@pytest.mark.parametrize(
    "words", [("--fail-on", "war"), ("--slack", "much"), ("--slack", "-1"), ("--subject", "Nobodee")]
)
def test_what_cannot_be_asked(store, words):
    done = CliRunner().invoke(command, ("--store", store, *words), standalone_mode=False)
    assert isinstance(done.exception, KgError)


def test_help_names_every_kind():
    assert all(kind in EPILOG for kind in WRITING.headings)

"""`kg explain` as a user runs it."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.explain import command
from kg.errors import InputError, UsageError

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture
def store(examples_store):
    return str(examples_store)


def run(*words):
    done = CliRunner().invoke(command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_demo_figure_with_quotes_files_and_lines(store):
    text = run("ByteDance 12 billion", "--store", store)
    assert "about $12 billion - Chip Ledger -> Financial Times" in text
    assert "bound-changed: more_than -> about" in text
    assert "independent origin" in text
    article = ARTICLES / "04-relay-rounds.txt"
    quoted = next(line for line in text.splitlines() if "plans to spend about $12 billion" in line)
    number = int(quoted.rpartition(":")[2].rstrip(")"))
    assert "plans to spend about $12 billion" in article.read_text(encoding="utf-8").splitlines()[number - 1]


def test_words_need_no_quotes(store):
    assert run("ByteDance", "12", "billion", "--store", store) == run("ByteDance 12 billion", "--store", store)


def test_formats(store):
    assert json.loads(run("$12bn", "--store", store, "--format", "json"))["trees"]
    assert run("$12bn", "--store", store, "--format", "markdown").startswith("### ByteDance")
    assert run("$12bn", "--store", store, "--format", "mermaid").startswith("flowchart")
    assert run("$12bn", "--store", store, "--format", "dot").startswith("digraph")


def test_pictures_go_to_files_and_are_the_same_each_time(store, tmp_path):
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    for target in (one, other):
        run("$12bn", "--store", store, "-o", str(target))
    assert one.read_bytes() == other.read_bytes()
    assert one.read_text(encoding="utf-8").startswith("<svg")


def test_a_png_without_pillow_says_what_to_install(store, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(UsageError, match=r"kg-news\[pictures\]"):
        run("$12bn", "--store", store, "-o", str(tmp_path / "a.png"))


def test_an_iri_of_nothing_is_no_words(store):
    with pytest.raises(UsageError, match="no figure in the store fits 'https://"):
        run("https://w3id.org/kg-news/id/claim/three", "--store", store)


def test_what_cannot_be_done_is_said(store, tmp_path):
    with pytest.raises(UsageError, match="no figure in the store fits 'Intel 12 billion'"):
        run("Intel 12 billion", "--store", store)
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        run("$12bn", "--store", store, "-o", str(tmp_path / "a.gif"))
    with pytest.raises(UsageError, match="do not go together"):
        run("$12bn", "--store", store, "-o", str(tmp_path / "a.svg"), "--format", "dot")
    with pytest.raises(InputError, match="cannot be written"):
        run("$12bn", "--store", store, "-o", str(tmp_path / "no" / "a.svg"))

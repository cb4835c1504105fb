"""`kg diff` as a user runs it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import pipeline
from kg.cli.diff import EPILOG, command
from kg.errors import UsageError
from kg.pipeline.comparing import as_of
from kg.store.opening import open_store

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store of the articles without the blog, and one of all: a copy of it with the rest."""
    folder = tmp_path_factory.mktemp("diff")
    shutil.copytree(ARTICLES, folder / "all")
    shutil.copytree(ARTICLES, folder / "some", ignore=shutil.ignore_patterns("07-*", "1*"))
    for name in ("some", "all"):
        (folder / name).rename(folder / "articles")
        pipeline.build([str(folder / "articles")], str(folder / f"{name}-store"))
        (folder / "articles").rename(folder / name)
        if name == "some":
            shutil.copytree(folder / "some-store", folder / "all-store")
    return str(folder / "some-store"), str(folder / "all-store")


def run(*words, status=0):
    done = CliRunner().invoke(command, words, standalone_mode=False)
    assert done.exception is None, done.exception
    assert (done.return_value or 0) == status
    return done.output


def test_two_stores_in_every_format(stores):
    text = run(*stores)
    assert "New denials\n  ByteDance denies" in text
    assert "07-blog-wrong-outlet.txt is new." in text
    assert "is gone" not in text
    counts = json.loads(run(*stores, "--format", "json"))["counts"]
    assert counts["article-added"] == len(text.split("New articles\n")[1].split("\n\n")[0].splitlines())
    assert run(*stores, "--format", "markdown").startswith("### New articles (")
    assert run(stores[0], stores[0]) == "Nothing changed.\n"


def test_the_same_words_whatever_the_hash_seed(stores):
    code = "import sys; from kg.cli import main; main(sys.argv[1:])"
    texts = {
        subprocess.run(
            [sys.executable, "-c", code, "diff", *stores, "--format", "markdown"],
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(texts) == 1


def test_since_a_day(stores):
    text = run(stores[1], "--since", "2025-07")
    assert "16-intel-18a-yields.txt is new." in text
    assert "02-reuters-original.txt" not in text
    assert run(stores[1], "--since", "2099") == "Nothing changed.\n"


def test_an_earlier_state_has_the_links_it_had(stores):
    with open_store(stores[1]) as store, as_of(store, "2025-01-22") as earlier:
        assert 0 < len(earlier.documents()) < len(store.documents())
        reports = {quad.object.value for quad in earlier.graph(f"{store.base}graph/links") if "carries" in str(quad)}
    assert len(reports) > 2
    assert not [iri for iri in reports if "2025-01-23" in iri]


def test_findings_fail_only_on_request(stores):
    run(*stores, "--fail-on", "denial-added", status=1)
    run(*stores, "--fail-on", "any", status=1)
    run(*stores, "--fail-on", "article-removed")
    run(stores[0], stores[0], "--fail-on", "any")


def test_what_cannot_be_done_is_said(stores):
    for words, message in (
        ([stores[0]], "give two stores"),
        ([*stores, "--since", "2025"], "give two stores"),
        ([stores[0], "--since", "soon"], "no date"),
        ([stores[0], "--since", "2025-13"], "no date"),
        ([stores[0], "--since", "2025-02-30"], "no date"),
        ([*stores, "--fail-on", "everything"], "no kind of change 'everything'"),
    ):
        with pytest.raises(UsageError, match=message):
            CliRunner().invoke(command, words, standalone_mode=False, catch_exceptions=False)


def test_the_help_names_every_kind():
    from kg.analysis.watch import KINDS

    assert all(kind in EPILOG for kind in KINDS)

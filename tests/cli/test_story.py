"""`kg story` as a user runs it."""

import pytest
from click.testing import CliRunner

from kg.cli.story import command
from kg.errors import InputError, QueryError, UsageError


@pytest.fixture
def store(examples_store):
    return str(examples_store)


def run(*words):
    done = CliRunner().invoke(command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done


def test_the_page_of_the_demo_subject(store):
    written = run("ByteDance", "--store", store).output
    assert written.startswith("<!doctype html>")
    assert "10 articles, 9 reports, 1 independent origin (Financial Times, 2025-01-21)" in written
    assert "bound-changed: more_than → about" in written
    assert "ByteDance denies" in written
    assert "01-ft-original.txt:6" in written


def test_slug_and_iri_mean_the_same_subject(store):
    named = run("ByteDance", "--store", store).output
    assert run("bytedance", "--store", store).output == named
    assert run("https://w3id.org/kg-news/id/bytedance", "--store", store).output == named


def test_a_file_is_written_and_the_same_each_time(store, tmp_path):
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    for target in (one, other):
        assert run("Intel", "--store", store, "-o", str(target)).stderr == f"wrote {target}\n"
    assert one.read_bytes() == other.read_bytes()


def test_a_name_that_nothing_has_and_a_subject_without_figures_are_one_line_each(store):
    with pytest.raises(QueryError, match="Kestrin Unheard"):
        run("Kestrin Unheard", "--store", store)
    with pytest.raises(UsageError, match="no figure in the store is about 'Reuters'"):
        run("Reuters", "--store", store)


def test_a_file_that_cannot_be_written_is_one_line(store, tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        run("ByteDance", "--store", store, "-o", str(tmp_path / "nowhere" / "page.html"))

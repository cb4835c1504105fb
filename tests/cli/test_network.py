"""`kg network` as a user runs it."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.cli.network import command
from kg.errors import InputError, UsageError

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.fixture
def store(examples_store):
    return str(examples_store)


def run(*words):
    done = CliRunner().invoke(command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_outlets_as_a_table_with_what_is_circular(store):
    text = run("--store", store)
    assert text.splitlines()[0].split()[:3] == ["name", "role", "reports"]
    assert text.splitlines()[2].startswith("Financial Times")
    assert text.endswith("\nNo circular reporting.\n")


def test_rows_for_machines_have_nothing_but_rows(store):
    rows = list(csv.DictReader(io.StringIO(run("--store", store, "--format", "csv"))))
    roles = {"breaks", "breaks and relays", "relays", "on its own account", "cited only"}
    assert {row["role"] for row in rows} <= roles
    reports = json.loads(run("reports", "--store", store, "--format", "json"))
    cited = [row for row in reports if row["cites"] == "Financial Times"]
    assert len({(row["outlet"], row["title"]) for row in cited}) >= 5
    assert run("circles", "--store", store, "--format", "json") == "[]\n"


@pytest.mark.parametrize("form", ["graphml", "gexf"])
@pytest.mark.parametrize("what", ["outlets", "reports"])
def test_graphs_go_to_files(store, tmp_path, form, what):
    target = tmp_path / f"graph.{form}"
    run(what, "--store", store, "--format", form, "-o", str(target))
    graph = (nx.read_gexf if form == "gexf" else nx.read_graphml)(target)
    assert graph.is_directed()
    assert graph.number_of_edges() > 5
    assert run(what, "--store", store, "--format", form) == target.read_text(encoding="utf-8")


def test_what_cannot_be_done_is_said(store, tmp_path):
    with pytest.raises(UsageError, match="circles are rows"):
        run("circles", "--store", store, "--format", "gexf")
    with pytest.raises(InputError, match="cannot be written"):
        run("--store", store, "-o", str(tmp_path / "no" / "file"))

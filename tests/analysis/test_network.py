"""The citation graph: the stored query's numbers, roles that can be checked by hand, files that Gephi reads."""

import io
from collections import Counter

import networkx as nx
import pytest
from fixtures.articles import article, store_of

from kg.analysis import graphfiles
from kg.analysis.circles import circles
from kg.analysis.citations import citations
from kg.analysis.facts import facts
from kg.analysis.network import annotated, cited_reports, outlet_graph, outlets, report_graph
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.store.embedded import open_for_reading

PLANT = "Samsung plans to spend $3.87 billion on a plant in Texas in 2026, "


@pytest.fixture(scope="module")
def example(examples_store):
    with open_for_reading(examples_store) as opened:
        yield opened


@pytest.fixture(scope="module")
def plant():
    """One report, a relay of it, a relay of the relay, and a report nobody cites."""
    with store_of(
        article("a", "Wafer Gazette", "2025-05-06", PLANT + "two people told Wafer Gazette."),
        article("b", "Harbour Gazette", "2025-05-07", PLANT + "Wafer Gazette reported."),
        article("c", "Lattice Gazette", "2025-05-08", PLANT + "Harbour Gazette reported."),
        article("d", "Chip Ledger", "2025-05-09", "Intel spent $7 billion on a plant in Ohio in 2024, it said."),
    ) as opened:
        yield opened


def named(graph, iri):
    return graph.nodes[iri]["label"]


def test_the_stored_query_gives_the_same_numbers(example):
    known = citations(example)
    table = ask(example, catalogue()["report-citations"], {}, machine=True)
    asked = Counter()
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        asked[cells["outlet"], cells["cites"]] += int(cells["passages"])
    counted = Counter()
    for one in known.listed:
        outlet = known.articles[one.document].outlet
        if outlet is not None:
            counted[outlet, known.reports[one.cited].outlet] += one.passages
    assert asked == counted
    assert sum(counted.values()) > 20
    assert sum(data["passages"] for *_, data in report_graph(known).edges(data=True)) == sum(
        one.passages for one in known.listed
    )


def test_who_breaks_and_who_relays(plant):
    found = {one.name: one for one in outlets(citations(plant), facts(plant))}
    assert found["Wafer Gazette"].role == "breaks"
    assert (found["Wafer Gazette"].own, found["Wafer Gazette"].picked_up) == (1, 1)
    assert found["Harbour Gazette"].role == found["Lattice Gazette"].role == "relays"
    assert found["Chip Ledger"].role == "on its own account"
    # Cited by one outlet (1) that is cited by another (1/2); the one between them stands on one chain of citations.
    assert found["Wafer Gazette"].reliance == 1.5
    assert [one.name for one in found.values() if one.between] == ["Harbour Gazette"]
    assert found["Harbour Gazette"].between == 1


def test_an_outlet_that_is_only_cited_is_there_too():
    with store_of(article("a", "Chip Ledger", "2025-03-01", "Nvidia made $9 billion in 2024, Nikkei reported.")) as one:
        found = {outlet.name: outlet for outlet in outlets(citations(one), facts(one))}
        (row,) = cited_reports(citations(one))
    assert [name for name, outlet in found.items() if outlet.role == "cited only"] == [row.cites]
    assert not row.held


def test_a_copy_is_an_edge_of_its_own(example):
    known = citations(example)
    graph = outlet_graph(known)
    copied = [(named(graph, one), named(graph, other)) for one, other, data in graph.edges(data=True) if data["copies"]]
    assert copied == [("Harbour Tech Wire", "Reuters")]


def test_outlets_that_credit_each_other_are_named():
    text = "Samsung plans to spend $3.87 billion on a plant in Texas in 2026, {} reported."
    with store_of(
        article("a", "Wafer Gazette", "2025-05-06", text.format("Lattice Gazette")),
        article("b", "Harbour Gazette", "2025-05-07", text.format("Wafer Gazette")),
        article("c", "Lattice Gazette", "2025-05-08", text.format("Harbour Gazette")),
    ) as opened:
        (circle,) = circles(citations(opened), facts(opened))
    assert circle.outlets == ("Harbour Gazette", "Wafer Gazette", "Lattice Gazette")
    assert circle.places == ("a.txt", "b.txt", "c.txt")
    assert circle.sentence.count("credits") == 3
    assert circle.sentence.startswith("On Samsung, $3.87 billion: Harbour Gazette credits Wafer Gazette, which credits")


def test_citing_each_other_on_different_figures_is_no_circle(plant):
    text = "Samsung plans to spend {} on a plant in Texas in 2026, {} reported."
    with store_of(
        article("a", "Wafer Gazette", "2025-05-06", text.format("$3.87 billion", "Harbour Gazette")),
        article("b", "Harbour Gazette", "2025-05-07", text.format("$9 billion", "Wafer Gazette")),
    ) as opened:
        assert circles(citations(opened), facts(opened)) == ()
    assert circles(citations(plant), facts(plant)) == ()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_files_hold_the_graph_and_no_date(example, name):
    known = citations(example)
    graph = annotated(outlet_graph(known), outlets(known, facts(example)))
    text = getattr(graphfiles, name)(graph)
    assert "lastmodified" not in text
    reader = nx.read_graphml if name == "graphml" else nx.read_gexf
    back = reader(io.BytesIO(text.encode()))
    assert set(back.edges) == set(graph.edges)
    for node, data in graph.nodes(data=True):
        assert back.nodes[node]["role"] == data["role"]
        assert back.nodes[node]["reliance"] == data["reliance"]


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_hostile_headline_leaves_the_file_readable(name):
    graph = nx.DiGraph()
    graph.add_node("a", label="x\x00\x0b<&\ufffe\ud800y")
    text = getattr(graphfiles, name)(graph)
    back = (nx.read_graphml if name == "graphml" else nx.read_gexf)(io.BytesIO(text.encode()))
    assert back.nodes["a"]["label"] == "x<&y"

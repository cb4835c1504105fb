"""The whole graph for networkx, and lines of figures."""

import pytest
from fixtures.articles import article, store_of
from pyoxigraph import NamedNode

from kg import vocab
from kg.analysis.facts import facts
from kg.errors import UsageError
from kg.pipeline.explaining import explain_store, lines, to_networkx
from kg.rdf.terms import TYPE

TEXT = "Samsung plans to spend $3.87 billion on a plant in Texas in 2026, Wafer Gazette reported."


@pytest.fixture(scope="module")
def store():
    with store_of(article("a", "Harbour Gazette", "2025-05-07", "One line.", TEXT)) as opened:
        yield opened


def test_the_graph_for_networkx_has_labels_types_and_properties(store):
    graph = to_networkx(store)
    assert graph.nodes[vocab.DATA + "samsung"]["label"] == "Samsung"
    claims = [node for node, data in graph.nodes(data=True) if vocab.KG + "FigureClaim" in data["type"]]
    assert [data["property"] for _, _, data in graph.out_edges(claims[0], data=True)].count("subject") == 1
    triples = {quad.triple for quad in store.dump()}
    links = [one for one in triples if isinstance(one.object, NamedNode) and one.predicate != TYPE]
    assert graph.number_of_edges() == len(links)


def test_lines_count_in_the_articles_text(store):
    (passage,) = facts(store).passages
    assert lines(store)(passage) == 5
    assert "a.txt:5" in explain_store(store, "Samsung 3.87 billion")


def test_an_unknown_format_lists_the_known_ones(store):
    with pytest.raises(UsageError, match="text, json, markdown, mermaid, dot"):
        explain_store(store, "Samsung", "xml")

"""IRIs that can be looked up, in the form that is asked for."""

import pytest
from fixtures.web import DOCUMENTS, GRAPH, get, serving
from rdflib import Dataset, Graph, URIRef

from kg import vocab


@pytest.mark.parametrize("kind", ["text/turtle", "application/ld+json", "application/n-triples"])
def test_a_thing_is_described_in_the_form_that_is_asked_for(url, kind):
    found = get(f"{url}/id/bytedance", accept=kind)
    assert found.headers["Content-Type"].startswith(kind)
    graph = Graph().parse(data=found.content, format=kind)
    node = URIRef(vocab.DATA + "bytedance")
    assert (node, None, None) in graph
    assert (None, None, node) in graph
    assert found.headers["Vary"] == "Accept"


def test_a_document_is_its_whole_graph(url):
    found = get(f"{url}/id/{GRAPH.removeprefix(vocab.DATA)}", accept="application/n-triples")
    assert len(found.text.splitlines()) == min(20, len(DOCUMENTS[GRAPH]))


def test_a_browser_gets_a_page_with_links(url):
    page = get(f"{url}/id/bytedance", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert '<a href="/id/claim/' in page.text


@pytest.mark.parametrize("kind", ["text/turtle", "application/ld+json", "application/n-triples", "text/html"])
@pytest.mark.parametrize("tail", ["bytedance", GRAPH.removeprefix(vocab.DATA)])
def test_what_is_cut_says_so_and_is_no_longer_than_allowed(folder, kind, tail):
    with serving(folder, rows=4, processes=1, seconds=20.0) as server:
        found = get(f"{server.url}/id/{tail}", accept=kind)
    assert found.headers["X-SPARQL-MaxRows"] == "4"
    if kind == "text/html":
        assert "the first 4 statements; there are more" in found.text
        assert found.text.count("<tr>") == 1 + 4
    else:
        assert len(list(Dataset().parse(data=found.content, format=kind).quads())) == 4


def test_what_is_whole_does_not_say_that_it_is_cut(folder):
    with serving(folder, rows=10_000, processes=1, seconds=20.0) as server:
        found = get(f"{server.url}/id/{GRAPH.removeprefix(vocab.DATA)}", accept="application/n-triples")
        page = get(f"{server.url}/id/bytedance", accept="text/html")
    assert "X-SPARQL-MaxRows" not in found.headers
    assert len(found.text.splitlines()) == len(DOCUMENTS[GRAPH])
    assert "there are more" not in page.text

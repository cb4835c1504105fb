"""IRIs that can be looked up, in the form that is asked for."""

import pytest
from fixtures.web import DOCUMENTS, GRAPH, get
from rdflib import Graph, URIRef

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

"""The library in other libraries' hands, and in a notebook."""

import sys
from dataclasses import replace

import pytest
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import URIRef

import kg
from kg import vocab
from kg.errors import UsageError
from kg.rdf.encode import encode
from kg.store.embedded import memory
from kg.validate.findings import Finding, Severity

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
TRIPLES = {quad.triple for quads in DOCUMENTS.values() for quad in quads}
BYTEDANCE = vocab.DATA + "bytedance"


@pytest.fixture
def graph():
    store = memory()
    for name, quads in DOCUMENTS.items():
        store.put(name, quads)
    with kg.Graph(store) as opened:
        yield opened


def test_rdflib_sees_every_graph_and_their_union(graph):
    dataset = kg.to_rdflib(graph)
    assert {str(named.identifier) for named in dataset.graphs()} >= set(DOCUMENTS)
    found = dataset.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?m a <{vocab.KG}Mention> }}")
    mentions = {triple.subject for triple in TRIPLES if triple.object == NamedNode(vocab.KG + "Mention")}
    assert int(next(iter(found))[0]) == len(mentions)
    assert dataset.value(URIRef(BYTEDANCE), URIRef(vocab.SKOS + "prefLabel")) is not None


def test_networkx_has_a_node_a_thing_and_an_edge_a_link(graph):
    found = kg.to_networkx(graph)
    links = {
        (triple.subject.value, triple.object.value)
        for triple in TRIPLES
        if isinstance(triple.object, NamedNode) and triple.predicate.value != vocab.RDF + "type"
    }
    assert set(found.edges()) == links
    assert found.nodes[BYTEDANCE]["label"] == "ByteDance"


def test_pandas_has_a_row_per_row_of_the_answer(graph):
    pytest.importorskip("pandas")
    frame = kg.to_pandas(graph, "figure-sources", subject="ByteDance")
    table = graph.query("figure-sources", subject="ByteDance")
    assert tuple(frame.columns) == table.columns
    assert frame["figure"].tolist() == [row[table.columns.index("figure")] for row in table.rows]
    assert len(frame) > 0


def test_without_pandas_it_is_told_how_to_get_it(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'kg-news\[pandas\]'"):
        kg.to_pandas(graph)


def test_a_notebook_shows_what_there_is_and_names_as_text(graph):
    name = next(iter(DOCUMENTS))
    label = NamedNode(vocab.SCHEMA + "name")
    kept = [quad for quad in DOCUMENTS[name] if quad.predicate != label or quad.subject.value != name]
    graph.store.put(name, [*kept, Quad(NamedNode(name), label, Literal("<b>x.txt"), NamedNode(name))])
    shown = graph._repr_html_()
    assert shown.startswith("<p>kg.Graph of 3 documents, ")
    assert shown.count("<li>") == len(DOCUMENTS)
    assert "<b>" not in shown


def test_a_notebook_shows_an_answer_as_a_table_and_the_first_rows_of_a_long_one(graph):
    table = graph.query("figure-sources")
    shown = table._repr_html_()
    assert shown.count("<th>") == len(table.columns)
    assert shown.count("<tr>") == len(table.rows) + 1
    long = kg.Table(("<a>",), (("<b>",), *[(None,)] * 59))._repr_html_()
    assert long.count("<tr>") == 51
    assert long.endswith("<p>and 10 more rows</p>")
    assert long.startswith("<table><thead><tr><th>&lt;a&gt;</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr>")


def test_a_notebook_shows_what_a_check_found(graph):
    report = graph.validate()
    shown = report._repr_html_()
    assert shown.startswith(f"<p>{report.summary}</p>")
    assert shown.count("<li>") == min(len(report.findings), 21)
    worse = replace(report, findings=(Finding("rule", Severity.VIOLATION, "<i>", "<urn:x>"),) * 30)._repr_html_()
    assert worse.count("<li>violation: &lt;i&gt;</li>") == 20
    assert worse.endswith("<li>and 10 more</li></ul>")

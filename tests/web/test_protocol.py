"""The SPARQL 1.1 Protocol over a store of three articles, and other programs as its clients."""

import csv
import io
import socket
from contextlib import contextmanager
from urllib.parse import urlsplit

import pyoxigraph
import pytest
import requests
from fixtures.scripted import Reply, scripted
from fixtures.web import DOCUMENTS, GRAPH, MENTIONS, get
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg import vocab
from kg.store.opening import open_store
from kg.web import media

FORM = "application/x-www-form-urlencoded"
FROM = MENTIONS.replace("WHERE", f"FROM <{GRAPH}> WHERE")


def test_a_query_by_get(url):
    found = get(f"{url}/sparql", query=MENTIONS)
    assert found.status_code == 200
    assert found.headers["Content-Type"] == media.JSON
    assert len(found.json()["results"]["bindings"]) == 8


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"query": MENTIONS}, "application/x-www-form-urlencoded"),
        (MENTIONS, "application/sparql-query"),
        (MENTIONS, "application/sparql-query; charset=utf-8"),
    ],
)
def test_a_query_by_post(url, data, kind):
    found = requests.post(f"{url}/sparql", data=data, headers={"Content-Type": kind}, timeout=60)
    assert len(found.json()["results"]["bindings"]) == 8


@pytest.mark.parametrize("kind", media.ROWS)
def test_rows_in_every_format_that_is_offered(url, kind):
    value = f"?s a <{vocab.KG}Quantity> ; <{vocab.SCHEMA}value> ?v"
    query = f"SELECT ?s ?v ?n WHERE {{ {value} OPTIONAL {{ ?s <{vocab.KG}x> ?n }} }}"
    found = get(f"{url}/sparql", query=query, accept=kind)
    assert found.headers["Content-Type"].startswith(kind)
    with open_store_rows(DOCUMENTS) as engine:
        expected = {(str(row["s"]), str(row["v"]), None) for row in engine.query(query)}
    if kind == media.CSV:
        rows = list(csv.reader(io.StringIO(found.text)))
        assert rows[0] == ["s", "v", "n"]
        assert {row[0] for row in rows[1:]} == {subject[1:-1] for subject, _, _ in expected}
        return
    form = {media.JSON: "JSON", media.XML: "XML", media.TSV: "TSV"}[kind]
    read = pyoxigraph.parse_query_results(found.content, format=getattr(pyoxigraph.QueryResultsFormat, form))
    assert {(str(row["s"]), str(row["v"]), row["n"]) for row in read} == expected


@contextmanager
def open_store_rows(documents):
    engine = pyoxigraph.Store()
    engine.extend(pyoxigraph.Quad(*quad.triple) for quads in documents.values() for quad in quads)
    yield engine


@pytest.mark.parametrize("kind", media.GRAPHS)
def test_graphs_in_every_format_that_is_offered(url, kind):
    query = f"CONSTRUCT WHERE {{ ?m <{vocab.KG}printed> ?p }}"
    found = get(f"{url}/sparql", query=query, accept=kind)
    assert found.headers["Content-Type"].startswith(kind)
    assert len(Graph().parse(data=found.content, format=kind)) == 8


@pytest.mark.parametrize(("query", "answer"), [("ASK { ?s ?p ?o }", True), ("ASK { <urn:a> ?p ?o }", False)])
def test_yes_and_no(url, query, answer):
    assert get(f"{url}/sparql", query=query).json()["boolean"] is answer
    assert f"<boolean>{str(answer).lower()}</boolean>" in get(f"{url}/sparql", query=query, accept=media.XML).text


def test_the_data_set_can_be_named(url):
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    named = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"

    def number(query, **graphs):
        return int(get(f"{url}/sparql", query=query, **graphs).json()["results"]["bindings"][0]["n"]["value"])

    whole = len({quad.triple for quads in DOCUMENTS.values() for quad in quads})
    assert number(count) == whole
    assert number(count, **{"default-graph-uri": GRAPH}) == len(DOCUMENTS[GRAPH])
    several = "SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } }"
    assert number(several, **{"default-graph-uri": sorted(DOCUMENTS)}) == whole
    assert number(named, **{"named-graph-uri": GRAPH}) == len(DOCUMENTS[GRAPH])
    assert number(count, **{"named-graph-uri": GRAPH}) == 0
    assert number(named) == sum(map(len, DOCUMENTS.values()))


@pytest.mark.parametrize(
    ("method", "how", "status"),
    [
        ("GET", {"params": {"query": "SELECT"}}, 400),
        ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400),
        ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
        ("GET", {"params": {"query": "CLEAR ALL"}}, 400),
        ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400),
        ("GET", {"params": "query=%FF"}, 400),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403),
        ("POST", {"data": {}}, 415),
        ("POST", {"data": {"other": "x"}}, 400),
        ("POST", {"data": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ("POST", {"data": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ("POST", {"data": "ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
        ("PUT", {"params": {"graph": "urn:g"}, "data": ""}, 405),
        ("DELETE", {"params": {"graph": "urn:g"}}, 405),
        ("PATCH", {"data": ""}, 405),
        ("POST", {"data": b"x" * 1_000_001, "headers": {"Content-Type": "application/sparql-query"}}, 413),
    ],
)
def test_what_the_protocol_refuses(url, method, how, status):
    refused = requests.request(method, f"{url}/sparql", timeout=60, **how)
    assert refused.status_code == status
    assert refused.text.endswith("\n")
    assert refused.text.count("\n") == 1


@pytest.mark.parametrize(
    ("params", "kind", "body", "number"),
    [
        ({"default-graph-uri": GRAPH}, "application/sparql-query", MENTIONS, None),
        ({}, FORM, {"query": MENTIONS, "default-graph-uri": GRAPH}, None),
        ({"default-graph-uri": GRAPH}, FORM, {"query": MENTIONS}, None),
        ({"default-graph-uri": "urn:empty"}, FORM, {"query": FROM}, 0),
        ({}, FORM, {"query": FROM}, None),
        ({"query": "ASK {}"}, "application/sparql-query", MENTIONS, 400),
        ({"query": "ASK {}"}, FORM, {"query": MENTIONS}, 400),
        ({}, "application/sparql-query", "SELECT", 400),
        ({}, FORM, {"query": "SELECT"}, 400),
        ({}, "application/json", "{}", 415),
    ],
)
def test_the_data_set_and_errors_of_a_post(url, params, kind, body, number):
    found = requests.post(f"{url}/sparql", params=params, data=body, headers={"Content-Type": kind}, timeout=60)
    if number:
        assert found.status_code == number
        return
    held = sum(str(quad.object) == f"<{vocab.KG}Mention>" for quad in DOCUMENTS[GRAPH])
    assert len(found.json()["results"]["bindings"]) == (held if number is None else number)


@pytest.mark.parametrize("post", [False, True])
@pytest.mark.parametrize(
    ("query", "offered"),
    [
        (MENTIONS, media.ROWS),
        ("ASK {}", media.ROWS),
        (f"CONSTRUCT WHERE {{ ?m <{vocab.KG}printed> ?p }}", media.GRAPHS),
        (f"DESCRIBE <{vocab.DATA}bytedance>", media.GRAPHS),
    ],
)
def test_every_form_of_query_is_negotiated(url, query, offered, post):
    for kind in (*media.ROWS, *media.GRAPHS):
        headers = {"Accept": f"{kind}, image/png;q=0.9"}
        found = (
            requests.post(f"{url}/sparql", data={"query": query}, headers=headers, timeout=60)
            if post
            else requests.get(f"{url}/sparql", params={"query": query}, headers=headers, timeout=60)
        )
        assert found.status_code == (200 if kind in offered else 406)
        assert found.headers["Content-Type"].startswith(kind if kind in offered else media.PLAIN)


def test_what_a_page_breaks_and_returns_is_the_same_in_every_form(url):
    text = 'a\r\nb\rc\td & "<e>"'
    said = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t").replace('"', '\\"')
    rows = f'SELECT ("{said}" AS ?x) {{}}'
    for kind, form in ((media.JSON, "JSON"), (media.XML, "XML"), (media.TSV, "TSV")):
        found = get(f"{url}/sparql", query=rows, accept=kind).content
        (row,) = pyoxigraph.parse_query_results(found, format=getattr(pyoxigraph.QueryResultsFormat, form))
        assert row["x"].value == text
    built = f'CONSTRUCT {{ <urn:a> <urn:b> "{said}" }} {{}}'
    for kind in media.GRAPHS:
        found = get(f"{url}/sparql", query=built, accept=kind).content
        assert [str(value) for value in Graph().parse(data=found, format=kind).objects()] == [text]


@pytest.mark.parametrize(
    ("query", "kind", "other"),
    [
        ('SELECT ("page\\fbreak" AS ?x) {}', media.XML, media.JSON),
        ('CONSTRUCT { <urn:a> <urn:b> "\\u0000" } {}', media.RDFXML, media.TURTLE),
        ('CONSTRUCT { <urn:a> <urn:b> "\\uFFFE" } {}', media.RDFXML, media.NTRIPLES),
    ],
)
def test_what_xml_cannot_hold_is_refused_and_no_broken_xml(url, query, kind, other):
    refused = get(f"{url}/sparql", query=query, accept=kind)
    assert refused.status_code == 406
    assert "which XML cannot" in refused.text
    assert get(f"{url}/sparql", query=query, accept=other).status_code == 200


@pytest.mark.parametrize(("kind", "form"), [(media.JSON, "JSON"), (media.XML, "XML")])
def test_triples_as_terms_and_directions_are_no_other_terms(url, kind, form):
    query = 'SELECT ("y"@ar--rtl AS ?y) (<<(<urn:a> <urn:b> "x"@en--ltr)>> AS ?t) (BNODE() AS ?n) {}'
    found = get(f"{url}/sparql", query=query, accept=kind).content
    (row,) = pyoxigraph.parse_query_results(found, format=getattr(pyoxigraph.QueryResultsFormat, form))
    assert str(row["y"]) == '"y"@ar--rtl'
    assert str(row["t"]) == '<urn:a> <urn:b> "x"@en--ltr'
    assert isinstance(row["n"], pyoxigraph.BlankNode)


def test_a_get_without_a_query_describes_the_service(url):
    for kind in media.GRAPHS:
        assert len(Graph().parse(data=get(f"{url}/sparql", accept=kind).content, format=kind)) > 10
    described = Graph().parse(data=get(f"{url}/sparql", accept="text/turtle").content, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert list(described.objects(predicate=URIRef(f"{sd}endpoint"))) == [URIRef(f"{url}/sparql")]
    assert (None, URIRef(f"{sd}feature"), URIRef(f"{sd}UnionDefaultGraph")) in described


def test_head_has_no_body_and_pages_of_others_may_ask(url):
    head = requests.head(f"{url}/sparql", params={"query": "ASK {}"}, timeout=60)
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["Content-Length"]) > 10
    assert head.headers["Access-Control-Allow-Origin"] == "*"
    before = requests.options(f"{url}/sparql", timeout=60)
    assert before.status_code == 204
    assert not {"Content-Length", "Content-Type"} & set(before.headers)
    assert "POST" in before.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
        (b"<b>/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"GET / HTTP/9.1\r\nHost: x\r\n\r\n", 505),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", 431),
    ],
)
def test_what_is_no_request_is_refused_in_one_line(url, sent, status):
    where = urlsplit(url)
    with socket.create_connection((where.hostname, where.port), timeout=20) as line:
        line.sendall(sent)
        answered = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, body = answered.rpartition(b"\r\n\r\n")
    assert body.count(b"\n") == 1
    assert b"<html" not in body
    if head:
        assert head.startswith(b"HTTP/1.1 %d " % status)
        assert b"Content-Type: text/plain" in head
        assert b"nosniff" in head


def test_rows_beyond_the_limit_are_cut_and_the_answer_says_so(url):
    found = get(f"{url}/sparql", query="SELECT * { ?s ?p ?o }")
    assert len(found.json()["results"]["bindings"]) == 20
    assert found.headers["X-SPARQL-MaxRows"] == "20"
    whole = get(f"{url}/sparql", query=MENTIONS)
    assert "X-SPARQL-MaxRows" not in whole.headers


def test_a_query_that_would_end_its_process_is_refused(url):
    deep = "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"
    found = requests.post(f"{url}/sparql", data={"query": deep}, timeout=60)
    assert (found.status_code, "nests more than" in found.text) == (400, True)


def test_no_other_server_is_asked(url):
    with scripted(lambda _: Reply()) as other:
        service = f"<{other.url}/sparql> {{ ?s ?p ?o }}"
        for query in (
            f"SELECT * {{ SERVICE {service} }}",
            f"SELECT * {{ \\u0053ERVICE {service} }}",
            f'SELECT * {{ BIND("\\u0022" AS ?x) SERVICE {service} }}',
            f"SELECT * {{ OPTIONAL {{ ?s <urn:\\u0041#x> ?o }} SERVICE {service} }}",
        ):
            assert get(f"{url}/sparql", query=query).status_code == 400
        get(f"{url}/sparql", query="ASK {}", **{"default-graph-uri": f"{other.url}/data"})
        get(f"{url}/sparql", query=f"ASK FROM <{other.url}/data> {{ ?s ?p ?o }}")
    assert other.asked == []


def test_rdflib_as_a_client(url):
    found = Graph(SPARQLStore(f"{url}/sparql")).query(MENTIONS)
    assert len(list(found)) == 8


def test_kg_as_a_client(url):
    with open_store(url) as remote:
        assert remote.graphs() == tuple(sorted(DOCUMENTS))

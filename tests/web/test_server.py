"""The server over a store of three articles, asked over HTTP as the SPARQL 1.1 Protocol has it."""

import csv
import io
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pyoxigraph
import pytest
import requests
from fixtures.scripted import Reply, scripted
from fixtures.small import all_three
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg import vocab
from kg.errors import UsageError
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.rdf.encode import encode
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.opening import open_store
from kg.web import media
from kg.web.server import Settings, WebServer

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
MENTIONS = f"SELECT ?m WHERE {{ ?m a <{vocab.KG}Mention> }}"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GRAPH = min(DOCUMENTS)
FORM = "application/x-www-form-urlencoded"
FROM = MENTIONS.replace("WHERE", f"FROM <{GRAPH}> WHERE")


@contextmanager
def serving(folder, **settings):
    server = WebServer(folder, Settings(port=0, **settings))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("store") / "graph"
    with open_for_writing(place) as store:
        for name, quads in DOCUMENTS.items():
            store.put(name, quads)
    return place


@pytest.fixture(scope="module")
def url(folder):
    with serving(folder, rows=20, seconds=20.0, processes=2) as server:
        yield server.url


def get(url, **parameters):
    accept = parameters.pop("accept", None)
    return requests.get(url, params=parameters, headers={"Accept": accept} if accept else {}, timeout=60)


# ---- The SPARQL 1.1 Protocol


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


def test_a_get_without_a_query_describes_the_service(url):
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
    assert "POST" in before.headers["Access-Control-Allow-Methods"]


def test_rows_beyond_the_limit_are_cut_and_the_answer_says_so(url):
    found = get(f"{url}/sparql", query="SELECT * { ?s ?p ?o }")
    assert len(found.json()["results"]["bindings"]) == 20
    assert found.headers["X-SPARQL-MaxRows"] == "20"
    whole = get(f"{url}/sparql", query=MENTIONS)
    assert "X-SPARQL-MaxRows" not in whole.headers


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


# ---- Other clients


def test_rdflib_as_a_client(url):
    found = Graph(SPARQLStore(f"{url}/sparql")).query(MENTIONS)
    assert len(list(found)) == 8


def test_kg_as_a_client(url):
    with open_store(url) as remote:
        assert remote.graphs() == tuple(sorted(DOCUMENTS))


# ---- Stored queries


def test_a_stored_query_has_the_rows_that_the_command_line_has(url, folder):
    with open_for_reading(folder) as store:
        expected = ask(store, catalogue()["figure-sources"], {"subject": "ByteDance"}, machine=True)
    found = get(f"{url}/queries/figure-sources", subject="ByteDance")
    assert found.headers["Content-Type"] == "application/json"
    assert [tuple(row.values()) for row in found.json()] == list(expected.rows)
    rows = list(csv.reader(io.StringIO(get(f"{url}/queries/figure-sources", subject="ByteDance", format="csv").text)))
    assert len(rows) == len(expected.rows) + 1
    page = get(f"{url}/queries/figure-sources", subject="ByteDance", accept="text/html,*/*;q=0.5")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "<td>Financial Times" in page.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/queries/nothing", 404, "no query 'nothing': there are"),
        ("/queries/figure-sources?sub=x", 400, "has no parameter 'sub'"),
        ("/queries/figure-sources?subject=Bytedanse", 400, "nothing here is called 'Bytedanse'"),
        ("/queries/figure-sources?format=pdf", 406, "on offer"),
        ("/nowhere", 404, "nothing at /nowhere"),
        ("/id/nobody", 404, "nothing is known of"),
        ("/id/a%20b?format=%3Cscript%3E", 400, ""),
    ],
)
def test_what_is_not_there(url, path, status, said):
    found = get(url + path)
    assert found.status_code in (status, 404)
    assert said in found.text


def test_pages_escape_what_they_are_given(url):
    page = get(f"{url}/queries/figure-sources", measure='"><script>alert(1)</script>', format="html")
    assert "<script" not in page.text or page.headers["Content-Type"].startswith("text/plain")


def test_the_openapi_document_lists_every_query(url):
    document = get(f"{url}/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    for name, query in catalogue().items():
        operation = document["paths"][f"/queries/{name}"]["get"]
        assert {one["name"] for one in operation["parameters"]} == {p.name for p in query.parameters} | {"format"}
        answered = get(f"{url}/queries/{name}")
        assert str(answered.status_code) in operation["responses"]
        assert answered.headers["Content-Type"] in operation["responses"]["200"]["content"]
    listed = get(f"{url}/queries").json()
    assert [one["name"] for one in listed] == list(catalogue())
    assert all(f"/queries/{name}" in get(f"{url}/").text for name in catalogue())


# ---- IRIs


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


# ---- Limits


def test_a_query_that_runs_over_is_stopped_for_good_and_the_next_is_answered(folder):
    with serving(folder, seconds=0.7, processes=1) as server:
        get(f"{server.url}/sparql", query="ASK {}")
        worker = server.pool._idle.queue[0]._process.pid
        refused = get(f"{server.url}/sparql", query=ENDLESS)
        assert (refused.status_code, "was stopped" in refused.text) == (503, True)
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
        assert wait_for(lambda: get(f"{server.url}/sparql", query="ASK {}").status_code == 200)


def wait_for(condition):
    """A new process may take longer to start than a query may take."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_a_changed_store_is_seen(tmp_path):
    place = tmp_path / "graph"
    with open_for_writing(place) as store:
        store.put(GRAPH, DOCUMENTS[GRAPH])
    with serving(place, processes=1) as server:
        before = len(get(f"{server.url}/sparql", query=MENTIONS).json()["results"]["bindings"])
        with open_for_writing(place) as store:
            for name, quads in DOCUMENTS.items():
                store.put(name, quads)
        after = len(get(f"{server.url}/sparql", query=MENTIONS).json()["results"]["bindings"])
    assert before < after == 8


def test_a_port_that_is_taken(folder):
    with serving(folder) as server, pytest.raises(UsageError, match="cannot be listened on"):
        WebServer(folder, Settings(port=server.server_address[1]))


@pytest.mark.long
def test_fifty_clients_with_bad_and_heavy_queries(folder):
    asked = [ENDLESS, "SELECT", MENTIONS, "SELECT * { ?a ?b ?c . ?d ?e ?f }", "x" * 200_000]

    def client(number):
        statuses = []
        for turn in range(4):
            query = asked[(number + turn) % len(asked)]
            answered = requests.post(f"{server.url}/sparql", data={"query": query}, timeout=300)
            statuses.append((query, answered.status_code))
        return statuses

    with serving(folder, seconds=1.0, processes=2) as server:
        with ThreadPoolExecutor(50) as clients:
            seen = [pair for pairs in clients.map(client, range(50)) for pair in pairs]
        assert len(seen) == 200
        assert {status for _, status in seen} <= {200, 400, 503}
        assert all(status == 503 for query, status in seen if query == ENDLESS)
        assert wait_for(lambda: get(f"{server.url}/sparql", query=MENTIONS).status_code == 200)
        assert json.loads(get(f"{server.url}/queries").text)

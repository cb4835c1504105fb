"""A store on real servers: what goes in comes out, whatever the server."""

import pytest
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.errors import QueryError, StoreError
from kg.rdf.encode import encode
from kg.store import paging, remote
from kg.store.endpoint import UNION
from kg.store.opening import open_store
from kg.store.results import Ask, Construct, Counts, Select

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
DISTINCT = len({quad.triple for quads in DOCUMENTS.values() for quad in quads})
OTHER = NamedNode("http://other.example/graph")


@pytest.fixture
def store(server):
    with open_store(server.url, write=True) as opened:
        for name in opened.graphs():
            opened.remove(name)
        for name, quads in DOCUMENTS.items():
            opened.put(name, quads)
        yield opened


def test_graphs_come_back_as_they_went_in(store):
    assert store.graphs() == store.documents() == tuple(sorted(DOCUMENTS))
    assert {name: store.graph(name) for name in DOCUMENTS} == {
        name: tuple(sorted(quads, key=str)) for name, quads in DOCUMENTS.items()
    }
    assert set(store.dump()) == {quad for quads in DOCUMENTS.values() for quad in quads}


def test_triples_and_nodes_are_matched_on_the_server(store):
    quads = next(iter(DOCUMENTS.values()))
    one = next(quad for quad in quads if isinstance(quad.object, NamedNode))
    own = {quad for known in DOCUMENTS.values() for quad in known if quad.subject == one.subject}
    found = set(store.match(one.subject, None, None))
    assert found == {(quad.subject, quad.predicate, quad.object) for quad in own}
    assert (one.subject, one.predicate, one.object) in set(store.match(None, one.predicate, one.object))
    nodes = [one.subject, NamedNode("urn:none"), one.subject]
    assert sorted(map(str, store.around(nodes, None, inverse=False))) == sorted(map(str, found))
    assert list(store.around(nodes, one.predicate, inverse=False)) == [
        triple for triple in store.around(nodes, None, inverse=False) if triple[1] == one.predicate
    ]
    assert (one.subject, one.predicate, one.object) in set(store.around([one.object], one.predicate, inverse=True))
    values = [(quad.predicate, quad.object) for quad in own if isinstance(quad.object, NamedNode)]
    assert one.subject in set(store.sharing(values))


def test_counts_tell_shared_triples_once(store):
    assert store.counts() == Counts(3, 3, sum(map(len, DOCUMENTS.values())), DISTINCT)


def test_putting_replaces_and_says_whether_it_did(store):
    name, quads = next(iter(DOCUMENTS.items()))
    assert not store.put(name, quads)
    assert store.put(name, quads[:5])
    assert store.graph(name) == tuple(sorted(quads[:5], key=str))
    assert store.remove(name)
    assert not store.remove(name)
    assert name not in store.graphs()


def test_queries_see_the_union_of_all_graphs(store):
    asked = store.query(
        f"SELECT DISTINCT ?d WHERE {{ ?m <{vocab.KG}inDocument> ?d ; <{vocab.KG}states> ?c . ?n <{vocab.KG}states> ?c "
        "FILTER(?n != ?m) }"
    )
    assert isinstance(asked, Select)
    assert {row[0].value for row in asked.rows} == set(DOCUMENTS)
    assert store.query(f"ASK {{ ?m a <{vocab.KG}Mention> }}") == Ask(answer=True)
    assert store.query(f"ASK {{ ?m a <{vocab.KG}Nothing> }}") == Ask(answer=False)
    built = store.query(f"CONSTRUCT WHERE {{ ?m <{vocab.KG}printed> ?p }}")
    assert isinstance(built, Construct)
    assert {triple.object.value for triple in built.triples} >= {"150bn yuan", "about 37.50%"}


def test_a_shared_triple_stays_in_the_union_until_the_last_graph_goes(store):
    first, second = (NamedNode(f"{vocab.DATA}doc/{name}") for name in ("one", "two"))
    triple = (first, NamedNode(f"{vocab.KG}p"), second)
    asked = f"ASK {{ {' '.join(map(str, triple))} }}"
    for graph in (first, second):
        store.put(graph.value, [Quad(*triple, graph), Quad(graph, triple[1], Literal("own"), graph)])
    store.remove(first.value)
    assert store.query(asked) == Ask(answer=True)
    store.put(second.value, [Quad(second, triple[1], Literal("own"), second)])
    assert store.query(asked) == Ask(answer=False)
    assert store.query(f"ASK {{ {second} {triple[1]} 'own' }}") == Ask(answer=True)


def test_queries_see_the_graphs_by_name_beside_their_union(store):
    one = f"<{vocab.KG}printed>"
    listed = {name: sum(quad.predicate.value == vocab.KG + "printed" for quad in DOCUMENTS[name]) for name in DOCUMENTS}
    named = store.query(f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?m {one} ?p }} }} GROUP BY ?g")
    found = {graph.value: int(count.value) for graph, count in named.rows}
    assert {name: found[name] for name in DOCUMENTS} == listed
    both = store.query(f"SELECT DISTINCT ?m ?d WHERE {{ ?m {one} ?p . GRAPH ?d {{ ?d a <{vocab.KG}Document> }} }}")
    assert {row[1].value for row in both.rows} >= set(DOCUMENTS)
    graph = min(DOCUMENTS)
    chosen = store.query(f"SELECT DISTINCT ?m FROM <{graph}> WHERE {{ ?m {one} ?p }}")  # noqa: S608 - SPARQL
    assert len(chosen.rows) == listed[graph]


def test_the_graphs_of_a_triple_are_those_of_documents(store):
    for name, quads in DOCUMENTS.items():
        quad = next(quad for quad in quads if quad.subject.value == name and isinstance(quad.object, NamedNode))
        assert store.holders((quad.subject, quad.predicate, quad.object)) == {name}


def test_a_union_that_is_kept_is_that_of_all_graphs(store, server):
    place = NamedNode(vocab.DATA + UNION)
    kept = set(paging.graph_quads(store._endpoint, place.value))
    assert bool(kept) == (server.name in ("virtuoso", "rdf4j"))
    assert {quad.triple for quad in kept} == ({quad.triple for quad in store.dump()} if kept else set())


def test_a_union_is_made_of_what_was_there_before(store, server):
    store._writing(vocab.DATA + UNION).delete(vocab.DATA + UNION)
    with open_store(server.url, write=True) as later:
        later.put(vocab.DATA + "doc/x", [Quad(OTHER, OTHER, OTHER, OTHER)])
        assert later.query(f"ASK {{ {OTHER} {OTHER} {OTHER} . ?m a <{vocab.KG}Mention> }}") == Ask(answer=True)
        assert later.united() in (None, DISTINCT + 1)


def test_a_graph_of_many_pages_comes_whole(store, monkeypatch):
    name, quads = next(iter(DOCUMENTS.items()))
    assert set(paging.graph_quads(store._endpoint, name, 40)) == set(quads)
    assert list(paging.graph_names(store._endpoint, f"{vocab.DATA}doc/", 1)) == sorted(DOCUMENTS)
    with pytest.raises(StoreError, match="too many to fetch"):
        list(paging.graph_quads(store._endpoint, name, 2))
    monkeypatch.setattr(remote, "PIECE", 2000)
    store.remove(name)
    assert store.put(name, quads)
    assert set(store.graph(name)) == set(quads)
    assert store.graphs() == tuple(sorted(DOCUMENTS))


def test_texts_of_any_script_and_length_come_back(store):
    graph = NamedNode(vocab.DATA + "doc/texts")
    values = ['quote " and \\ and\nnewline\t', "Übermäßig — 150亿元 🙂", "x" * 9000, "", "a'b", "</p>&amp;", "{ } $ ?x"]
    quads = [Quad(graph, NamedNode(f"{vocab.KG}p{i}"), Literal(value), graph) for i, value in enumerate(values)]
    assert store.put(graph.value, quads)
    assert set(store.graph(graph.value)) == set(quads)


def test_malformed_queries_and_updates_are_told_in_a_line(store):
    with pytest.raises(QueryError, match="answers 400") as problem:
        store.query("SELECT * WHERE { ?s ?p }")
    assert "\n" not in str(problem.value)
    with pytest.raises(QueryError, match="only SELECT"):
        store.query("DROP ALL")


def test_a_reader_does_not_write(server):
    with open_store(server.url) as reader, pytest.raises(StoreError, match="reading only"):
        reader.put(vocab.DATA + "doc/x", DOCUMENTS[min(DOCUMENTS)])


def test_graphs_of_others_are_left_alone(store):
    store.replace(OTHER.value, [Quad(OTHER, OTHER, OTHER, OTHER)])
    assert OTHER.value not in store.graphs()
    assert len(set(store.dump())) == sum(map(len, DOCUMENTS.values()))
    store.replace(OTHER.value, [])

"""The embedded store: graphs in and out, the union of graphs, texts, reading beside a writer, retraction."""

import pytest
from fixtures.small import all_three, chain, copied
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import vocab
from kg.errors import QueryError, StoreError, UsageError
from kg.rdf.decode import decode
from kg.rdf.encode import encode
from kg.rdf.serialise import nquads
from kg.store.embedded import memory, open_for_reading, open_for_writing
from kg.store.results import Ask, Construct, Counts, Select

P = NamedNode("urn:p")
G, H = "urn:g", "urn:h"


def quad(subject: str, value: str) -> Quad:
    return Quad(NamedNode(f"urn:{subject}"), P, Literal(value))


def number(store, sparql: str) -> int:
    return int(store.query(sparql).rows[0][0].value)


COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def filled(store):
    for extraction in all_three():
        quads = encode(extraction)
        store.put(quads[0].graph_name.value, quads, extraction.document.text)
    return store


def test_a_document_comes_back_as_it_went_in(tmp_path):
    with filled(open_for_writing(tmp_path / "store")):
        pass
    with open_for_reading(tmp_path / "store") as store:
        back = [decode(store.graph(iri), store.text(iri)) for iri in store.documents()]
        assert {x.document for x in back} == {x.document for x in all_three()}
        assert set(store.dump()) == {quad for x in all_three() for quad in encode(x)}
        assert "\r\n" in store.text(encode(copied())[0].graph_name.value)


def test_a_triple_of_two_graphs_counts_once_in_the_default_graph_and_leaves_it_last():
    store = memory()
    store.put(G, [quad("a", "x"), quad("a", "y")])
    store.put(H, [quad("a", "x")])
    assert number(store, COUNT) == 2
    assert number(store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == 3
    assert number(store, "SELECT (COUNT(*) AS ?n) FROM <urn:h> { ?s ?p ?o }") == 1
    assert store.counts() == Counts(documents=0, graphs=2, quads=3, triples=2)
    store.remove(G)
    assert number(store, COUNT) == 1
    store.remove(H)
    assert number(store, COUNT) == 0
    assert store.graphs() == ()


def test_putting_replaces_and_says_whether_anything_changed():
    store = memory()
    assert store.put(G, [quad("a", "x"), quad("b", "y")])
    assert not store.put(G, [quad("b", "y"), quad("a", "x")])
    assert store.put(G, [quad("b", "y"), quad("c", "z")])
    assert {q.object.value for q in store.graph(G)} == {"y", "z"}
    assert number(store, COUNT) == 2
    assert not store.put(H, [])
    assert store.graphs() == (G,)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ghi"),
            st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=4) | st.sampled_from("xy")), max_size=4),
        ),
        max_size=6,
    )
)
def test_the_default_graph_is_always_the_set_union(puts):
    store, expected = memory(), {}
    for name, rows in puts:
        store.put(f"urn:{name}", [quad(*row) for row in rows])
        expected[f"urn:{name}"] = {quad(*row).triple for row in rows}
    union = set().union(*expected.values())
    assert set(store.query("CONSTRUCT WHERE { ?s ?p ?o }").triples) == union
    assert store.counts().triples == len(union)
    assert store.graphs() == tuple(sorted(name for name, triples in expected.items() if triples))
    for name, triples in expected.items():
        assert {q.triple for q in store.graph(name)} == triples


def test_taking_a_document_out_leaves_what_the_others_alone_would_give(tmp_path):
    out, others = chain(), [x for x in all_three() if x.document != chain().document]
    with filled(open_for_writing(tmp_path / "store")) as store, memory() as without:
        for extraction in others:
            quads = encode(extraction)
            without.put(quads[0].graph_name.value, quads)
        iri = encode(out)[0].graph_name.value
        assert store.remove(iri)
        assert not store.remove(iri)
        assert store.text(iri) is None
        assert nquads(store.dump()) == nquads(without.dump())
        everything = "CONSTRUCT WHERE { ?s ?p ?o }"
        assert store.query(everything) == without.query(everything)


def test_results_are_our_own():
    store = memory()
    store.put(G, [quad("a", "x")])
    found = store.query("SELECT ?o ?none { ?s ?p ?o }")
    assert found == Select(("o", "none"), ((Literal("x"), None),))
    assert store.query("ASK { ?s ?p 'x' }") == Ask(answer=True)
    assert store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }") == Construct((quad("a", "x").triple,))


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT", "cannot be read: error at 1:7"),
        ("SELECT (<urn:f>(1) AS ?y) {}", "cannot be run: .*urn:f"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "only SELECT, ASK, CONSTRUCT and DESCRIBE are asked of a store"),
    ],
)
def test_a_query_that_does_not_work_is_one_line(sparql, message):
    with pytest.raises(QueryError, match=message) as caught:
        memory().query(sparql)
    assert "\n" not in str(caught.value)


def test_a_query_may_take_only_so_long(tmp_path):
    with open_for_writing(tmp_path / "store") as on_disk, memory() as in_memory:
        for store in (on_disk, in_memory):
            store.put(G, [quad(str(n), "x") for n in range(400)])
            assert number(store, COUNT) == 400
            assert store.query(COUNT, timeout=60) == store.query(COUNT)
            with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
                store.query("SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }", timeout=0.5)
            with pytest.raises(QueryError, match="cannot be read"):
                store.query("SELECT", timeout=60)


def test_a_reader_works_beside_the_writer_on_what_was_there(tmp_path):
    with open_for_writing(tmp_path / "store") as writer:
        writer.put(G, [quad("a", "x")])
        with open_for_reading(tmp_path / "store") as reader:
            writer.put(H, [quad("b", "y")])
            assert number(reader, COUNT) == 1
            with pytest.raises(StoreError, match="reading only"):
                reader.put(G, [])
        with open_for_reading(tmp_path / "store") as later:
            assert number(later, COUNT) == 2


def test_blank_nodes_are_refused():
    with pytest.raises(StoreError, match="blank node"):
        memory().put(G, [Quad(BlankNode(), P, Literal("x"))])


def test_a_closed_store_says_so():
    store = memory()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()


def test_a_store_keeps_its_base(tmp_path):
    base = "https://example.org/graph/"
    with open_for_writing(tmp_path / "store", base) as store:
        store.put(f"{base}doc/1", [quad("a", "x")])
        assert store.documents() == (f"{base}doc/1",)
    assert open_for_reading(tmp_path / "store").base == base
    assert open_for_writing(tmp_path / "store").base == base
    with pytest.raises(StoreError, match=f"has the base {base}"):
        open_for_writing(tmp_path / "store", vocab.DATA)
    with pytest.raises(UsageError, match="cannot be the base"):
        open_for_writing(tmp_path / "other", "nonsense")
    assert not (tmp_path / "other").exists()


def terms(one: Quad):
    return one.subject, one.predicate, one.object


def test_triples_of_the_union_are_matched_once():
    with memory() as store:
        store.put(G, [quad("a", "1"), quad("a", "2")])
        store.put(H, [quad("a", "1"), quad("b", "1")])
        assert sorted(store.match(NamedNode("urn:a"), None, None), key=str) == [
            terms(quad("a", "1")),
            terms(quad("a", "2")),
        ]
        assert {s.value for s, _, _ in store.match(None, P, Literal("1"))} == {"urn:a", "urn:b"}
        assert list(store.match(Literal("1"), None, None)) == []
        nodes = (NamedNode("urn:b"), NamedNode("urn:a"), NamedNode("urn:none"), NamedNode("urn:a"))
        assert {s.value for s, _, _ in store.around(nodes, None, inverse=False)} == {"urn:a", "urn:b"}
        assert len(list(store.around(nodes, P, inverse=False))) == len(list(store.around(nodes[:2], P, inverse=False)))
        assert list(store.around(nodes, P, inverse=True)) == []


@settings(deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 2), st.integers(0, 2))))
def test_nodes_that_share_values_are_those_that_have_them_all(made):
    quads = [Quad(NamedNode(f"urn:{s}"), NamedNode(f"urn:p{p}"), Literal(str(o))) for s, p, o in sorted(made)]
    values = [(NamedNode("urn:p0"), Literal("0")), (NamedNode("urn:p1"), Literal("1"))]
    with memory() as store:
        store.put(G, quads)
        found = list(store.sharing(values))
    assert sorted(node.value for node in found) == [
        f"urn:{s}" for s in range(7) if (s, 0, 0) in made and (s, 1, 1) in made
    ]

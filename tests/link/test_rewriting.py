"""A graph that is brought to what it is to hold is written only where it differs, and is the same afterwards."""

from fixtures.linking import figure, money, original, relay
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.link import Linking, rewriting
from kg.link.rewriting import differences, rewrite
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.store.embedded import open_for_writing
from kg.store.oxigraph import EmbeddedStore

GRAPH = NamedNode("https://example.org/graph")
LINES = st.sets(st.binary(max_size=2))
TEXTS = st.sets(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=12)


def quads(texts, graph=GRAPH):
    a, b = (NamedNode(f"https://example.org/{name}") for name in "ab")
    return {Quad(a, b, Literal(text), graph) for text in texts}


@given(LINES, LINES)
def test_differences_are_what_one_has_and_the_other_lacks(old, new):
    found = list(differences(sorted(old), sorted(new)))
    assert found == sorted(found)
    assert {line for line, side in found if side == 0} == old - new
    assert {line for line, side in found if side == 1} == new - old


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_a_graph_holds_what_it_was_last_told_whatever_was_there(tmp_path_factory, states):
    with open_for_writing(tmp_path_factory.mktemp("store")) as store:
        for texts in states:
            rewrite(store, GRAPH, quads(texts), store.trim)
            assert set(store.graph(GRAPH.value)) == quads(texts)
            assert (GRAPH.value in store.graphs()) == bool(texts)
            assert store.tally() == store.recount()


def test_links_made_anew_are_written_only_where_they_differ(tmp_path, monkeypatch):
    changes, change = [], EmbeddedStore.change

    def counted(self, iri, gone, come):
        gone, come = list(gone), list(come)
        changes.append((len(gone), len(come)))
        change(self, iri, gone, come)

    articles = [original(), *(relay(figure(money("12")), title=f"Retold {number}") for number in range(3))]
    monkeypatch.setattr(rewriting, "_AT_ONCE", 2)
    with open_for_writing(tmp_path) as store:
        for one in articles:
            store.put(Iris().document(one.document), encode(one), one.document.text)
        with Linking(store) as linking:
            linking.follow(())
        links = store.graph(Iris().links)
        store.change(Iris().links, links[:1], quads({"of another version"}, NamedNode(Iris().links)))
        (tmp_path / "links.sqlite").unlink()
        monkeypatch.setattr(EmbeddedStore, "change", counted)
        with Linking(store) as linking:
            assert linking.follow(()) > 0
        assert store.graph(Iris().links) == links
        assert sum(map(sum, changes)) == 2

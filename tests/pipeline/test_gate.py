"""The gate of a build: a document's triples have to pass by themselves, and break nothing in what is there."""

from dataclasses import replace

from fixtures.linking import FT, PEOPLE, Line, article, figure, linked_store, money
from fixtures.small import all_three
from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.model import Step
from kg.pipeline.checking import refusals, unfit
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.store.embedded import memory

_MODE = vocab.KG + "mode"


def documents() -> dict[str, list[Quad]]:
    return {str(quads[0].graph_name.value): list(quads) for quads in map(encode, all_three())}


def otherwise(quads: list[Quad], graph: str) -> list[Quad]:
    """The same statements in another graph, with another mode of every claim."""
    mode = NamedNode(vocab.CODES + "guidance")
    changed = ((quad.subject, quad.predicate, mode if quad.predicate.value == _MODE else quad.object) for quad in quads)
    return [Quad(*triple, NamedNode(graph)) for triple in changed]


def test_documents_of_our_own_pass_one_after_the_other_and_again():
    with memory() as store:
        for graph, quads in documents().items():
            assert unfit(quads) == refusals(store, graph, quads) == ()
            store.put(graph, quads)
            assert refusals(store, graph, quads) == ()


def test_what_passes_alone_but_contradicts_what_is_there_is_kept_out():
    [(graph, quads), *_] = documents().items()
    other = otherwise(quads, graph + "0")
    with memory() as store:
        assert unfit(other) == refusals(store, graph + "0", other) == ()
        store.put(graph, quads)
        reasons = refusals(store, graph + "0", other)
        assert any(reason.startswith("figure-mode: ") for reason in reasons)
        assert refusals(store, graph, otherwise(quads, graph)) == ()


def test_what_was_broken_before_keeps_no_document_out():
    [(graph, quads), *_] = documents().items()
    with memory() as store:
        store.put(graph + "0", otherwise(quads, graph + "0"))
        store.put(graph + "1", quads)
        assert refusals(store, graph, quads) == ()


def test_what_does_not_pass_alone_is_kept_out_even_where_others_would_mend_it():
    [(graph, quads), *_] = documents().items()
    lacking = [quad for quad in otherwise(quads, graph + "0") if quad.predicate.value != _MODE]
    assert any(reason.startswith("figure-mode: ") for reason in unfit(lacking))
    with memory() as store:
        store.put(graph, quads)
        assert refusals(store, graph + "0", lacking) == ()


def test_a_passage_that_others_restate_may_go_when_its_article_is_read_otherwise():
    claim = figure(money("12"))
    first = article("Plan", "Financial Times", "2025-01-21", Line("It is 12 billion.", "12", claim, (PEOPLE,)))
    cited = Line("It is 12 billion.", "12", claim, (Step((FT,), date="2025-01-21"), PEOPLE))
    rival = Line("It is 20 billion.", "20", figure(money("20")), (PEOPLE,))
    made = [first, article("Retold", "Reuters", "2025-01-22", cited), article("Rival", "Reuters", "2025-01-23", rival)]
    graph = Iris().document(first.document)
    with linked_store(made) as (store, quads):
        kept = {quad.predicate.value.removeprefix(vocab.KG) for quad in quads if "/mention/" in str(quad.object)}
        assert kept == {"restates", "firstMention"}
        assert refusals(store, graph, encode(replace(first, mentions=()))) == ()

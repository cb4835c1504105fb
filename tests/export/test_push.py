"""Pushing to real servers: what changed and nothing else, and the same end after a push that was cut short."""

import pytest
from fixtures.small import all_three
from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.errors import StoreError
from kg.export import ledger
from kg.export.push import plan, push
from kg.rdf.encode import encode
from kg.store.embedded import memory
from kg.store.endpoint import LEDGER, UNION
from kg.store.remote import RemoteStore

DOCUMENTS = {encode(extraction)[0].graph_name.value: encode(extraction) for extraction in all_three()}
FIRST, SECOND, THIRD = sorted(DOCUMENTS)
OTHER = vocab.DATA + "doc/of-somebody-else"


@pytest.fixture
def store():
    opened = memory()
    for name, quads in DOCUMENTS.items():
        opened.put(name, quads)
    return opened


def quiet(done, total, what):
    """Watch nothing."""


def pushed(store, target, watch=quiet, **how):
    todo = plan(store, target, **how)
    push(store, target, todo, watch)
    return todo


def cut_after(number):
    def watch(done, *_):
        if done > number:
            raise KeyboardInterrupt

    return watch


def assert_same(store, target):
    assert set(target.dump()) == set(store.dump())


def test_the_server_holds_what_the_store_holds(store, target):
    seen = []
    todo = pushed(store, target, lambda done, total, what: seen.append((done, total, what)))
    assert todo.send == (FIRST, SECOND, THIRD)
    assert seen == [(1, 3, FIRST), (2, 3, SECOND), (3, 3, THIRD)]
    assert_same(store, target)


def test_pushing_again_sends_nothing(store, target):
    pushed(store, target)
    again = pushed(store, target)
    assert (again.send, again.remove, again.unchanged) == ((), (), (FIRST, SECOND, THIRD))
    assert not again.resumes


def test_only_what_changed_is_sent_and_what_went_is_removed(store, target):
    pushed(store, target)
    store.put(FIRST, DOCUMENTS[FIRST][:-1])
    store.remove(SECOND)
    todo = pushed(store, target)
    assert (todo.send, todo.remove, todo.unchanged) == ((FIRST,), (SECOND,), (THIRD,))
    assert_same(store, target)


def test_graphs_that_no_push_sent_stay(store, target):
    other = NamedNode(OTHER)
    target.replace(OTHER, [Quad(other, other, other, other)])
    pushed(store, target)
    assert OTHER in target.graphs()


def test_everything_can_be_sent_anew(store, target):
    pushed(store, target)
    assert pushed(store, target, everything=True).send == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize("sent", [0, 1, 2])
def test_a_push_that_was_cut_short_is_on_record_and_finished_by_the_next(store, target, sent):
    with pytest.raises(KeyboardInterrupt):
        pushed(store, target, cut_after(sent))
    assert ledger.read(target).open
    assert {name: bool(target.graph(name)) for name in DOCUMENTS} == {
        FIRST: sent > 0,
        SECOND: sent > 1,
        THIRD: False,
    }
    again = pushed(store, target)
    assert again.resumes
    assert_same(store, target)
    assert not ledger.read(target).open


def test_what_a_cut_push_left_goes_when_it_is_retracted(store, target):
    with pytest.raises(KeyboardInterrupt):
        pushed(store, target, cut_after(1))
    store.remove(FIRST)
    pushed(store, target)
    assert_same(store, target)


def test_going_back_to_an_earlier_state_after_a_cut_push(store, target):
    pushed(store, target)
    store.put(FIRST, DOCUMENTS[FIRST][1:])
    store.remove(SECOND)
    with pytest.raises(KeyboardInterrupt):
        pushed(store, target, cut_after(1))
    store.put(FIRST, DOCUMENTS[FIRST])
    pushed(store, target)
    assert_same(store, target)


def test_another_number_of_triples_on_the_server_is_an_error_and_is_mended_by_the_next_push(store, target):
    pushed(store, target)
    target.replace(SECOND, DOCUMENTS[SECOND][:3])
    with pytest.raises(StoreError, match=f"another number of triples than the store in {SECOND}: push again"):
        pushed(store, target)
    assert pushed(store, target).send == (SECOND,)
    assert_same(store, target)


def test_another_number_of_triples_in_a_union_is_an_error_and_is_mended_by_the_next_push(store, target):
    pushed(store, target)
    union = vocab.DATA + UNION
    if target.united() is None:
        pytest.skip("no union is kept as a graph of its own on this server")
    target.replace(union, DOCUMENTS[SECOND][:3])
    with pytest.raises(StoreError, match=r"union of all graphs on the server .*: push again"):
        pushed(store, target)
    assert ledger.read(target).open
    assert pushed(store, target).send == ()
    assert set(target.graph(union)) == {Quad(*quad.triple, NamedNode(union)) for quad in store.dump()}
    assert not ledger.read(target).open


def test_a_plan_writes_nothing(store, target):
    with RemoteStore(target._endpoint.url, vocab.DATA) as reader:
        assert plan(store, reader).send == (FIRST, SECOND, THIRD)
    assert target.graphs() == ()
    assert target.graph(vocab.DATA + LEDGER) == ()

"""The bundled articles, built, pushed to real servers and asked there: the same graph and the same rows everywhere."""

import pytest
from fixtures.servers import HEAVY

from kg import vocab
from kg.export.push import plan, push
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.store.embedded import open_for_reading
from kg.store.endpoint import LEDGER
from kg.store.remote import RemoteStore

pytestmark = HEAVY
QUERIES = catalogue()
ABOUT = [name for name, query in QUERIES.items() if any(known.name == "subject" for known in query.parameters)]


def quiet(*_):
    """Watch nothing."""


@pytest.fixture(scope="module")
def built(examples_store):
    with open_for_reading(examples_store) as store:
        yield store


@pytest.fixture(scope="module")
def pushed(server, built):
    with RemoteStore(server.url, vocab.DATA, writable=True) as target:
        for name in (*target.graphs(), vocab.DATA + LEDGER):
            target.replace(name, ())
        push(built, target, plan(built, target), quiet)
        yield target


def test_the_graph_comes_back(pushed, built):
    assert set(pushed.dump()) == set(built.dump())
    assert pushed.counts() == built.counts()


@pytest.mark.parametrize("name", QUERIES)
def test_a_stored_query_gives_the_same_rows(pushed, built, name):
    expected = ask(built, QUERIES[name], {}, machine=True)
    assert ask(pushed, QUERIES[name], {}, machine=True, timeout=120) == expected


@pytest.mark.parametrize("name", ABOUT)
def test_a_stored_query_about_one_company_gives_the_same_rows(pushed, built, name):
    given = {"subject": "ByteDance"}
    expected = ask(built, QUERIES[name], given, machine=True)
    assert ask(pushed, QUERIES[name], given, machine=True, timeout=120) == expected

"""Queries in their form for whole graphs answer as the stored query does, on made-up stories and on rdflib."""

import csv
from pathlib import Path

import pytest
from fixtures.stories import told

from kg.query import catalogue as reading
from kg.query.catalogue import catalogue, parse
from kg.query.names import Names
from kg.query.ordering import apart
from kg.query.parameters import bound
from kg.query.run import ask, run

WHOLE = {name: query for name, query in catalogue().items() if query.whole is not None}


@pytest.fixture(scope="module")
def stories():
    with told(250, seed=3) as store:
        yield store


def test_every_form_for_the_whole_graph_has_its_query():
    assert {path.stem for path in reading.resources.files("queries", "whole/*.rq")} == set(WHOLE)
    assert WHOLE


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("slack", ["0.25", "0", "2"])
def test_both_forms_answer_alike(name, slack, stories):
    query, given = WHOLE[name], {"slack": slack}
    whole = run(stories, bound(query.about_everything(given), given, Names(stories)), machine=True)
    assert whole == run(stories, bound(query, given, Names(stories)), machine=True)
    assert whole == ask(stories, query, given, machine=True)
    assert len(whole.rows) > 10


@pytest.mark.parametrize("name", WHOLE)
def test_the_form_for_the_whole_graph_runs_on_rdflib_too(name, dataset):
    with (Path(__file__).parent / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        expected = list(csv.reader(lines))
    found = dataset.query(WHOLE[name].whole)
    assert [["" if term is None else str(term) for term in row] for row in found] == expected[1:]
    assert [str(name) for name in found.vars] == expected[0]


@pytest.mark.parametrize("name", WHOLE)
def test_a_query_about_one_thing_is_asked_as_it_is(name):
    query = WHOLE[name]
    assert query.about_everything({"subject": "ByteDance"}) is query
    assert query.about_everything({"slack": "0.5"}).text == query.whole


@pytest.mark.parametrize("name", catalogue())
def test_rows_are_in_the_order_that_the_query_asks_for(name, stories):
    query = catalogue()[name]
    found = run(stories, bound(query.about_everything({}), {}, Names(stories)), machine=True)
    assert ask(stories, query, {}, machine=True) == found


def test_nearly_every_query_is_ordered_here():
    assert [name for name, query in catalogue().items() if not apart(query.text)[1]] == ["regulation-timeline"]


def test_a_query_that_orders_by_what_it_does_not_give_is_ordered_by_the_engine(stories):
    about = "#+ summary: what\n#+ description: what\n#+ example: what\n"
    order = 'ORDER BY COALESCE(STR(?b), "")'
    query = parse("own", f"{about}SELECT ?a WHERE {{ VALUES (?a ?b) {{ (1 3) (2 1) (3 2) }} }}\n{order}\n")
    assert ask(stories, query, {}).rows == (("2",), ("3",), ("1",))

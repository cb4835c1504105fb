"""Every stored query answers the fixture as expected, on Oxigraph and on rdflib alike."""

import csv
from decimal import Decimal, InvalidOperation
from itertools import groupby
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset

from kg.query.catalogue import catalogue
from kg.query.names import Names
from kg.query.parameters import bound
from kg.query.run import Table, ask
from kg.query.terms import full
from kg.store.embedded import memory

DATA = Path(__file__).parent / "data" / "bytedance.trig"
EXPECTED = Path(__file__).parent / "expected"
QUERIES = catalogue()


def cells(columns, rows):
    return [list(columns), *(["" if cell is None else cell for cell in row] for row in rows)]


def number(cell: str) -> str:
    try:
        return format(Decimal(cell).normalize(), "f")
    except InvalidOperation:
        return cell


def expected(name: str) -> list[list[str]]:
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def on_rdflib(dataset, text: str) -> list[list[str]]:
    found = dataset.query(text)
    rows = [["" if term is None else number(str(term)) for term in row] for row in found]
    return [[str(name) for name in found.vars], *rows]


@pytest.mark.parametrize("name", QUERIES)
def test_oxigraph_answers_as_expected(name, store):
    table = ask(store, QUERIES[name], {}, machine=True)
    assert cells(table.columns, table.rows) == expected(name)


@pytest.mark.parametrize("name", QUERIES)
def test_rdflib_answers_the_same_in_the_same_order(name, dataset):
    assert on_rdflib(dataset, QUERIES[name].text) == expected(name)


def test_no_expected_file_without_its_query():
    assert {path.stem for path in EXPECTED.glob("*.csv")} == set(QUERIES)


def test_no_expectation_is_empty():
    assert all(len(expected(name)) > 1 for name in QUERIES)


@pytest.mark.parametrize("name", QUERIES)
def test_a_bound_query_runs_on_rdflib_too(name, store, dataset):
    samples = {"entity": "ByteDance", "code": "capital-expenditure", "number": "0.5", "currency": "CNY"}
    given = {known.name: samples[known.kind] for known in QUERIES[name].parameters}
    text = bound(QUERIES[name], given, Names(store))
    here = [["" if cell is None else number(cell) for cell in row] for row in cells(*_answer(store, text))]
    assert on_rdflib(dataset, text) == here


@pytest.mark.parametrize("name", QUERIES)
def test_nothing_asked_for_is_no_row_on_either_engine(name, store, dataset):
    samples = {"entity": "China", "code": "v:no-such-code", "number": "0.5", "currency": "CHF"}
    given = {known.name: samples[known.kind] for known in QUERIES[name].parameters}
    text = bound(QUERIES[name], given, Names(store))
    assert store.query(text).rows == ()
    assert len(on_rdflib(dataset, text)) == 1


def _answer(store, text: str):
    found = store.query(text)
    return found.variables, [[full(term) for term in row] for row in found.rows]


def test_a_triple_in_two_graphs_counts_once(store, dataset):
    claim = "<https://w3id.org/kg-news/id/claim/capex-150>"
    held = [quad for quad in store.dump() if str(quad.subject) == claim and "/doc/" in str(quad.graph_name)]
    assert len(held) == 2 * len({(quad.predicate, quad.object) for quad in held})
    text = QUERIES["independent-origins"].text
    for columns, *rows in (cells(*_answer(store, text)), on_rdflib(dataset, text)):
        named = [dict(zip(columns, row, strict=True)) for row in rows]
        (row,) = (row for row in named if row["measure"].endswith("capital-expenditure") and "planned" in row["mode"])
        assert (row["articles"], row["reports"], row["origins"]) == ("3", "2", "2")


def test_a_circle_is_told_alike_on_both_engines():
    """Two passages that restate only each other: their articles count, they have no origin, and they are named."""
    ring = [NamedNode(f"https://w3id.org/kg-news/id/doc/{name}") for name in ("reuters/m2", "other/m4")]
    restates = NamedNode("https://w3id.org/kg-news/ns#restates")
    links = [Quad(one, restates, other, NamedNode("urn:links")) for one, other in (ring, ring[::-1])]
    whole = Dataset(default_union=True)
    with memory() as turning:
        for name, quads in groupby(sorted([*read(), *links], key=graph_of), key=graph_of):
            turning.put(name, quads)
        whole.parse(data="".join(f"{quad} .\n" for quad in turning.dump()), format="nquads")
        text = QUERIES["independent-origins"].text
        rows = cells(*_answer(turning, text))
    assert on_rdflib(whole, text) == rows
    assert [row[5:] for row in rows if "Reuters" in row[-1]] == [["2", "2", "0", "Lattice Observer and Reuters"]]


def test_a_filing_is_no_anonymous_source():
    """What rests on a document without a name can be looked up by whoever finds it, unlike what people said."""
    kind = Literal("people")
    with memory() as opened:
        for name, quads in groupby(sorted(read(), key=graph_of), key=graph_of):
            filed = [
                Quad(quad.subject, quad.predicate, Literal("document"), quad.graph_name)
                if quad.object == kind and str(quad.subject).endswith("/source/distributor>")
                else quad
                for quad in quads
            ]
            opened.put(name, filed)
        rows = cells(*_answer(opened, QUERIES["single-anonymous-source"].text))
    assert [row[6] for row in rows[1:]] == ["two people familiar with the budget"]


def read():
    """Return the quads of the fixture."""
    return parse(path=str(DATA), format=RdfFormat.TRIG)


def graph_of(quad):
    return quad.graph_name.value


def test_a_subject_is_found_by_name_misspelling_slug_and_iri(store):
    query = QUERIES["product-users"]
    answers = {
        given: ask(store, query, {"product": given})
        for given in ("Doubao", "doubao", "Duobao", "https://w3id.org/kg-news/id/doubao", "e:doubao")
    }
    assert len(set(answers.values())) == 1
    assert len(answers["Doubao"].rows) == 2


def test_cells_for_people_are_names_and_codes(store):
    table = ask(store, QUERIES["figure-sources"], {"subject": "ByteDance", "measure": "ai-infrastructure-spending"})
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert first["subject"] == "ByteDance"
    assert first["measure"] == "ai-infrastructure-spending"
    assert first["via"] == "Financial Times -> two people familiar with the budget"
    assert first["scope"] is None


def test_slack_decides_what_an_open_side_reaches(store):
    pairs = {
        slack: {row[5] for row in ask(store, QUERIES["figure-conflicts"], {"slack": slack}).rows}
        for slack in ("0.25", "0.5")
    }
    assert pairs == {"0.25": {"hard", "soft"}, "0.5": {"hard"}}


def test_passages_of_one_report_never_conflict(store):
    table = ask(store, QUERIES["figure-conflicts"], {})
    assert not [row for row in table.rows if {row[7], row[10]} == {"Reuters", "Harbour Tech Wire"}]


def test_a_given_rate_decides_whether_conversions_fit(store):
    table = ask(store, QUERIES["conversion-check"], {"rate": "7.27", "currency": "cny"})
    assert {(row[5], row[7]) for row in table.rows} == {("7.2727", "fits"), ("7.2674", "fits"), ("6.8182", "off")}


def test_a_table_is_a_value():
    one = Table(("a",), (("1",),))
    assert one == Table(("a",), (("1",),))
    assert {one: 1}[one] == 1


def test_full_words_terms_without_loss():
    decimal = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    assert full(Literal("37.50", datatype=decimal)) == "37.5"
    assert full(Literal("Börse", language="de")) == "Börse"
    assert full(None) is None

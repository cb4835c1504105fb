from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import KgError, QueryError, UsageError
from kg.query.catalogue import Parameter, catalogue, parse
from kg.query.names import Names
from kg.query.parameters import bound, iri, terms
from kg.query.run import ask, read, run
from kg.rdf.terms import decimal
from kg.store.embedded import memory
from kg.vocab import XSD

SEARCH = """\
#+ summary: Passages with these words
#+ description: Passages that are these words.
#+ params:
#+   - {"name": "words", "type": "string", "default": null, "description": "the words"}
#+   - {"name": "after", "type": "date", "default": null, "description": "earliest date"}
#+   - {"name": "thing", "type": "iri", "default": null, "description": "a thing"}
#+ example: kg query search

SELECT ?words WHERE {
  VALUES ?words { UNDEF }
  VALUES ?after { UNDEF }
  VALUES ?thing { UNDEF }
}
"""
HOSTILE = [
    '" } INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "} } DROP ALL #",
    'x" . ?s ?p ?o . BIND("',
    "a\\u0022 } #",
    "line\nbreak",
    "VALUES ?words { UNDEF }",
    "\\",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_string_is_found_literally(words, store):
    text = bound(parse("search", SEARCH), {"words": words}, Names(store))
    assert store.query(text).rows == ((Literal(words),),)


@given(st.text())
def test_any_string_is_found_literally(words):
    text = bound(parse("search", SEARCH), {"words": words}, Names(Store()))
    assert [row["words"] for row in Store().query(text)] == [Literal(words)]


ILLEGAL = ["http://a.example/> } #", "<urn:x y>", "no iri", "urn:{x}", 'urn:"x"', "", "urn:a\nb"]
UPDATES = ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "CLEAR DEFAULT", "DELETE WHERE { ?s ?p ?o }"]


@pytest.mark.parametrize("value", ILLEGAL)
def test_an_illegal_iri_is_refused_in_one_line(value):
    with pytest.raises(QueryError) as caught:
        iri("thing", value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["<urn:x>", "urn:x"])
def test_an_iri_may_stand_in_brackets(value):
    assert iri("thing", value) == NamedNode("urn:x")


def test_a_prefixed_name_is_an_iri():
    assert iri("thing", "kg:makes") == NamedNode("https://w3id.org/kg-news/ns#makes")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", "many"),
        ("number", "NaN"),
        ("number", "1e999999999"),
        ("number", "1e999999999 }"),
        ("date", "yesterday"),
        ("date", "2025-02-30"),
        ("currency", "dollars"),
        ("code", "a b }"),
    ],
)
def test_a_value_that_does_not_fit_its_type_is_refused(kind, value, store):
    with pytest.raises(QueryError):
        terms(Parameter("given", kind, (), ""), value, Names(store))


def test_what_only_texts_know_is_found_by_what_follows_the_base(store):
    known = NamedNode(store.base + "outlet/chip-ledger")
    names = Names(store)
    assert terms(Parameter("s", "entity", (), ""), known.value.removeprefix(store.base), names) == (known,)
    for hostile in ("organization/none", "organization/", "/", "//", "organization/a b", "outlet/chip-ledger> <x"):
        assert names.bearing(hostile) == ()


def test_a_code_that_neither_a_list_nor_the_store_has_is_refused_with_like_ones(store):
    names = Names(store)
    with pytest.raises(QueryError, match=r"'revenu' for 'm' is no code .*: did you mean revenue, "):
        terms(Parameter("m", "code", (), ""), "revenu", names)
    with memory() as other:
        node, own = NamedNode("urn:x"), NamedNode("https://w3id.org/kg-news/vocab/own-code")
        other.put(node.value, [Quad(node, NamedNode("https://w3id.org/kg-news/ns#measure"), own)])
        assert terms(Parameter("m", "code", (), ""), "own-code", Names(other)) == (own,)


def test_values_become_typed_terms(store):
    names = Names(store)
    half, month = decimal(Decimal("0.5")), Literal("2025-01", datatype=NamedNode(XSD + "gYearMonth"))
    assert terms(Parameter("n", "number", (), ""), "0.50", names) == (half,)
    assert terms(Parameter("d", "date", (), ""), "2025-01", names) == (month,)
    assert terms(Parameter("c", "currency", (), ""), "usd", names) == (Literal("USD"),)
    assert terms(Parameter("m", "code", (), ""), "revenue", names) == (
        NamedNode("https://w3id.org/kg-news/vocab/revenue"),
    )


@pytest.mark.parametrize("value", ["} DROP ALL #", "<urn:x> } #", "ByteDance> <urn:y", " "])
def test_a_hostile_entity_is_no_entity(value, store):
    with pytest.raises(QueryError) as caught:
        ask(store, catalogue()["figure-sources"], {"subject": value})
    assert "\n" not in str(caught.value)


def test_an_unknown_name_is_answered_with_similar_ones(store):
    for name in ("Bytedanse", "bytedanse"):
        with pytest.raises(QueryError, match="did you mean ByteDance"):
            ask(store, catalogue()["figure-sources"], {"subject": name})


def test_several_values_mean_any_of_them(store):
    query = catalogue()["product-users"]
    both = ask(store, query, {"measure": ["monthly-active-users", "total-users"]})
    assert both == ask(store, query, {"measure": "monthly-active-users"})
    assert not ask(store, query, {"measure": "total-users"}).rows


def test_an_unknown_parameter_is_refused(store):
    with pytest.raises(UsageError, match="no parameter 'company'"):
        ask(store, catalogue()["figure-sources"], {"company": "ByteDance"})


@pytest.mark.parametrize("form", ["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o }", "select *"])
def test_no_query_asks_another_endpoint(form, store):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run(store, f"{form} {{ ?s ?p ?o . service silent <http://127.0.0.1:9/> {{ ?a ?b ?c }} }}")


def test_a_word_of_that_name_is_no_call(store):
    assert run(store, "SELECT ?service { ?service a <http://x/SERVICE> FILTER(STR(?service) != 'SERVICE') }").rows == ()


@pytest.mark.parametrize("update", UPDATES)
def test_only_what_reads_is_run(update, store):
    before = sorted(map(str, store.dump()))
    with pytest.raises(KgError):
        run(store, update)
    assert sorted(map(str, store.dump())) == before


def test_each_form_that_reads_gives_a_table(store):
    assert run(store, "ASK { ?s ?p ?o }").rows == (("true",),)
    described = run(store, "CONSTRUCT { ?s a ?c } WHERE { VALUES ?s { <urn:b> <urn:a> } BIND(<urn:c> AS ?c) }")
    assert described.columns == ("subject", "predicate", "object")
    assert [row[0] for row in described.rows] == ["urn:a", "urn:b"]


def test_a_query_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(QueryError, match=r"gone\.rq"):
        read(tmp_path / "gone.rq")

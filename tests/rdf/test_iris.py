"""IRIs: legal for any name, apart for different things, the same for the same, and independent of everything else."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fixtures.small import BUDGET, BYTEDANCE, H20, HOME, LEDGER, YEAR, chain, relay
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdflib import RDFS, Graph, URIRef
from rdflib.term import _is_valid_uri

from kg import resources, vocab
from kg.errors import UsageError
from kg.model import Document, Entity, Period, Quantity
from kg.rdf import iris as policy
from kg.rdf.folding import folded
from kg.rdf.iris import Iris

IRIS = Iris()


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("The Chip Ledger", "the-chip-ledger"),
        ("Ana Pérez", "ana-perez"),
        ("Moody’s", "moodys"),
        ("AT&T", "at%26t"),
        ("C#", "c%23"),
        ("a/b", "a%2Fb"),
        ("  two   people ", "two-people"),
        ("<b>x</b>", "%3Cb%3Ex%3C%2Fb%3E"),
        ("字节", "%E5%AD%97%E8%8A%82"),
        ("Яндекс", "%D1%8F%D0%BD%D0%B4%D0%B5%D0%BA%D1%81"),
    ],
)
def test_names_fold_to_readable_segments(name, tail):
    assert folded(name) == tail


@given(st.text(max_size=150), st.text(max_size=150))
def test_any_name_makes_a_legal_iri(name, kind):
    iri = IRIS.entity(Entity(name, kind))
    assert NamedNode(iri).value == iri
    assert _is_valid_uri(iri)
    assert not {".", "..", ""} & set(iri.removeprefix("https://").split("/"))


@given(st.text(max_size=150))
def test_any_slug_is_given_back(slug):
    iri = IRIS.entity(Entity("x", "Company", slug))
    assert NamedNode(iri).value == iri
    assert IRIS.slug(iri) == slug


def test_names_of_nothing_but_signs_and_long_names_stay_apart():
    assert len({folded("..."), folded("!!!"), folded("")}) == 3
    assert folded("a" * 200) != folded("a" * 199)
    assert len(folded("字" * 200)) < 120
    assert "%" not in folded("字" * 200)[-11:-8]


def test_a_document_is_its_source_and_text_in_nfc():
    document = chain().document
    assert IRIS.document(document) == IRIS.document(replace(document, path="elsewhere/x.txt", date=None, offset=7))
    assert IRIS.document(document) != IRIS.document(replace(document, url=None))
    assert IRIS.document(document) != IRIS.document(replace(document, text=document.text + "More.\n"))
    composed, decomposed = (Document(text, "x", "x.txt") for text in ("Pérez", "Pe\u0301rez"))
    assert IRIS.document(composed) == IRIS.document(decomposed)
    folder = Document("Pérez", "x", "some/folder/x.txt")
    assert IRIS.document(folder) == IRIS.document(composed)


def test_a_claim_is_its_content_without_labels_and_order():
    renamed = replace(BUDGET, subject=replace(BYTEDANCE, name="Bytedance Ltd"))
    assert IRIS.claim(renamed) == IRIS.claim(BUDGET)
    turned = replace(HOME, objects=(LEDGER, H20)), replace(HOME, objects=(H20, LEDGER))
    assert len({IRIS.claim(claim) for claim in turned}) == 1
    precise = replace(BUDGET, quantities=(Quantity(Decimal("12.0E9"), "USD", "more_than", scale=9),))
    assert IRIS.claim(precise) == IRIS.claim(BUDGET)
    other = (
        replace(BUDGET, mode="actual"),
        replace(BUDGET, period=Period("by-2025")),
        replace(BUDGET, scope=H20),
        replace(BUDGET, whole="revenue"),
        replace(BUDGET, compared_with=Period("2024")),
        replace(BUDGET, quantities=(*BUDGET.quantities, Quantity(Decimal(1), "CNY"))),
    )
    assert len({IRIS.claim(claim) for claim in (BUDGET, *other)}) == 7


def test_a_claim_has_the_same_hash_under_any_base():
    other = Iris("https://example.org/")
    assert other.claim(BUDGET).rpartition("/")[2] == IRIS.claim(BUDGET).rpartition("/")[2]


@pytest.mark.parametrize(
    ("quantity", "tail"),
    [
        (Quantity(Decimal("40e9"), "CNY", scale=9), "CNY-40e9"),
        (Quantity(Decimal("12e9"), "USD", "more_than", scale=9), "USD-12e9-more-than"),
        (Quantity(Decimal("70e9"), "USD", "range", Decimal("72e9"), 9), "USD-70e9-72e9-range"),
        (Quantity(Decimal("37.50"), "percent", "about"), "percent-37.5-about"),
        (Quantity(Decimal(6), "square miles"), "square%20miles-6"),
    ],
)
def test_quantities_are_readable(quantity, tail):
    assert policy.quantity_tail(quantity) == tail


@pytest.mark.parametrize(
    ("period", "tail"),
    [
        (YEAR, "2025"),
        (Period("by-2025"), "by-2025"),
        (Period("2024-Q1/2024-Q3"), "2024-Q1/2024-Q3"),
        (Period("FY2024-06", Entity("Microsoft", "Company", "microsoft")), "fy-microsoft-2024-06"),
        (Period("FY2024-06"), "fy-2024-06"),
    ],
)
def test_periods_are_readable(period, tail):
    assert policy.period_tail(period) == tail


def test_a_report_is_named_by_what_is_known():
    document = chain().document
    outlet = Entity("Financial Times", "Outlet", "financial-times")
    start = "https://w3id.org/kg-news/id/report/"
    assert IRIS.report(document, outlet) == f"{start}financial-times/2025-01-22/bytedance-plans-ai-outlay"
    assert IRIS.report(relay().document, LEDGER) == f"{start}organization/the-chip-ledger/2025-01"
    assert IRIS.report(document, None) == f"{start}doc/{policy.document_hash(document)}"
    assert IRIS.cited(outlet, None, None) == f"{start}financial-times/undated/cited/any"
    assert IRIS.cited(outlet, "2025-01-22", BYTEDANCE) == f"{start}financial-times/2025-01-22/cited/bytedance"


@pytest.mark.parametrize("base", ["", "id/", "https://example.org/id", "https://exa mple.org/", "urn:x/"])
def test_a_base_that_is_no_address_ending_in_a_slash_is_refused(base):
    with pytest.raises(UsageError, match="cannot be the base"):
        Iris(base)


def test_a_scope_of_the_code_list_is_its_concept():
    assert IRIS.entity(Entity("overseas", "Scope")) == "https://w3id.org/kg-news/vocab/scope-overseas"
    assert IRIS.entity(Entity("nearby", "Scope")) == "https://w3id.org/kg-news/id/scope/nearby"


@pytest.mark.parametrize("kind", ["Organization", "Company", "Outlet", "Authority"])
def test_a_body_is_one_thing_whether_a_text_shows_its_class_or_not(kind):
    assert IRIS.entity(Entity("Kestrin Works", kind)) == "https://w3id.org/kg-news/id/organization/kestrin-works"


def test_a_chip_is_a_product_and_neither_is_who_makes_it():
    tails = {kind: policy.entity_tail(Entity("Lumen", kind)) for kind in ("Chip", "Product", "Company", "Person")}
    assert tails == {
        "Chip": "product/lumen",
        "Product": "product/lumen",
        "Company": "organization/lumen",
        "Person": "person/lumen",
    }


def test_broader_classes_are_those_of_the_ontology():
    graph = Graph().parse(resources.folder("ontology") / "kg.ttl")
    for narrow, broad in policy.BROADER.items():
        assert (URIRef(vocab.KG + narrow), RDFS.subClassOf, URIRef(vocab.KG + broad)) in graph


def test_of_the_classes_of_one_thing_the_narrowest_stay():
    assert policy.narrowest(["Organization", "Company"]) == ("Company",)
    assert policy.narrowest(["Outlet", "Organization", "Company"]) == ("Company", "Outlet")
    assert policy.narrowest(["Person"]) == ("Person",)

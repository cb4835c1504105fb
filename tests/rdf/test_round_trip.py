"""Model -> RDF -> model gives back what went in, from memory, through a store and through every serialisation."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fixtures.small import all_three
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store, parse

from kg.errors import StoreError
from kg.model import (
    Document,
    Entity,
    Evidence,
    Extraction,
    FigureClaim,
    Mention,
    Period,
    Quantity,
    RelationClaim,
    Remark,
    Response,
    Span,
    Step,
    TextClaim,
    Unnamed,
)
from kg.rdf import iris as policy
from kg.rdf.decode import decode
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.rdf.serialise import nquads
from kg.rdf.terms import TYPE, kg

words = st.text(min_size=1, max_size=12)
kinds = st.sampled_from(["Company", "Outlet", "Person", "Place", "Chip", "Authority"])
slugs = st.none() | st.text("abcdefgh0123-.", min_size=1, max_size=6)
entities = st.lists(
    st.builds(Entity, words, kinds, slugs) | st.sampled_from([Entity("overseas", "Scope"), Entity("nearby", "Scope")]),
    min_size=1,
    max_size=6,
    unique_by=policy.entity_tail,
)
unnamed = st.lists(
    st.builds(Unnamed, words, st.none() | st.integers(1, 9), st.sampled_from(["people", "document"])),
    min_size=1,
    max_size=3,
    unique_by=lambda source: policy.source("", source.wording),
)
numbers = st.decimals(-(10**15), 10**15, places=3, allow_nan=False)
quantities = st.builds(
    Quantity,
    numbers,
    st.sampled_from(["CNY", "USD", "percent", "count", "GW", "rank"]),
    st.sampled_from(["exact", "more_than", "at_least", "about", "up_to", "at_most", "range"]),
    st.none() | numbers,
    st.sampled_from([0, 3, 6, 9, 12]),
)
codes = st.sampled_from(["2025", "2024-12", "2025-Q3", "2024-Q1/2024-Q3", "by-2025", "FY2024-06", "soon"])
dates = st.sampled_from(["2025", "2025-01", "2025-01-22", "22 January", "2025-02-30"])


def spans(text: str) -> st.SearchStrategy[Span]:
    places = st.integers(0, len(text))
    return st.tuples(places, places).map(lambda ends: Span(min(ends), max(ends)))


def some(pool: list, most: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(st.sampled_from(pool), max_size=most, unique=True).map(tuple)


@st.composite
def extractions(draw) -> Extraction:
    things, people = draw(entities), draw(unnamed)
    thing = st.sampled_from(things)
    document = draw(
        st.builds(
            Document,
            st.text(max_size=30),
            words,
            words,
            st.integers(0, 99),
            *[st.none() | words] * 3,
            st.none() | st.sampled_from(["Reuters", "reuters", "The Chip Ledger"]),
            st.lists(words, max_size=2, unique=True).map(tuple),
            *[st.none() | dates] * 2,
            st.integers(0, 9),
        )
    )
    place = spans(document.text)
    periods = st.builds(Period, codes, st.none() | thing)
    figures = st.builds(
        FigureClaim,
        st.none() | thing,
        st.sampled_from(["revenue", "capital-expenditure", "other"]),
        st.lists(quantities, min_size=1, max_size=3, unique_by=policy.quantity_tail).map(tuple),
        st.none() | words,
        some(things),
        st.none() | thing,
        st.none() | periods,
        st.sampled_from(["planned", "actual", "estimated"]),
        st.none() | st.just("revenue"),
        st.none() | periods,
    )
    relations = st.builds(RelationClaim, thing, st.sampled_from(["makes", "buysFrom"]), thing)
    stated = draw(st.lists(figures | relations | st.builds(TextClaim, words), max_size=4))
    steps = st.builds(
        Step,
        st.lists(thing | st.sampled_from(people), min_size=1, max_size=2, unique=True).map(tuple),
        st.none() | place,
        st.none() | dates,
    )
    vias = st.lists(steps, max_size=3).map(tuple)
    passages = st.builds(
        Mention,
        st.sampled_from(stated or [TextClaim("")]),
        place,
        place,
        vias,
        st.booleans(),
        st.none() | words,
        st.booleans(),
        evidence=st.just((Evidence("measure", "a rule"),)),
    )
    read = draw(st.lists(passages, max_size=4, unique_by=lambda mention: (mention.figure, mention.quote)))
    mentions = sorted(read, key=lambda mention: (mention.figure, mention.quote))
    if len(mentions) > 1:
        mentions[-1] = replace(mentions[-1], part_of=0, misspelt=(("Hauwei", things[0]),), inferred_period=True)
    answers = st.builds(
        Response,
        thing,
        st.sampled_from(["denies", "confirms", "no_response"]),
        place,
        st.none() | words,
        some(stated) if stated else st.just(()),
        st.none() | thing,
        vias,
    )
    responses = draw(st.lists(answers, max_size=3, unique_by=lambda answer: answer.quote))
    return Extraction(document, tuple(mentions), tuple(responses), (Remark("rule", "kept out", Span(0, 0)),))


def plain(extraction: Extraction) -> Extraction:
    """The extraction as a graph can tell it: no evidence or remarks, and what has no order sorted."""
    mentions = [
        replace(mention, claim=sorted_claim(mention.claim), via=sorted_via(mention.via), evidence=())
        for mention in extraction.mentions
    ]
    responses = [
        replace(
            answer,
            claims=tuple(sorted(set(map(sorted_claim, answer.claims)), key=policy.claim_hash)),
            via=sorted_via(answer.via),
        )
        for answer in sorted(extraction.responses, key=lambda answer: answer.quote)
    ]
    document = replace(extraction.document, byline=tuple(sorted(extraction.document.byline)))
    return Extraction(document, tuple(mentions), tuple(responses))


def sorted_claim(claim):
    if not isinstance(claim, FigureClaim):
        return claim
    stated, *others = claim.quantities
    objects = tuple(sorted(claim.objects, key=Iris().entity))
    return replace(claim, quantities=(stated, *sorted(others, key=policy.quantity_tail)), objects=objects)


def sorted_via(via):
    """Order joint agents as decode does, by IRI: as a set."""
    return tuple((frozenset(step.agents), step.span, step.date) for step in via)


@settings(deadline=None)
@given(extractions())
def test_what_goes_in_comes_out(extraction):
    """By way of quads, a store and files; encoding what was decoded changes nothing."""
    quads, text = encode(extraction), extraction.document.text
    back = decode(quads, text)
    assert plain(back) == plain(extraction)
    assert encode(back) == quads
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)
    assert set(parse(nquads(store), format=RdfFormat.N_QUADS)) == set(quads)
    assert plain(decode(parse(nquads(store), format=RdfFormat.N_QUADS), text)) == plain(extraction)


@pytest.mark.parametrize("extraction", all_three(), ids=lambda extraction: extraction.document.source)
def test_the_little_corpus_comes_back_under_another_base(extraction):
    base = "https://example.org/graph/"
    back = decode(encode(extraction, base), extraction.document.text, base)
    assert plain(back) == plain(extraction)
    assert all(quad.graph_name.value.startswith(base) for quad in encode(extraction, base))


def test_numbers_keep_their_value():
    extraction = all_three()[2]
    back = decode(encode(extraction), extraction.document.text)
    assert Decimal("37.5") in {
        amount.value for m in back.mentions if isinstance(m.claim, FigureClaim) for amount in m.claim.quantities
    }


def test_a_graph_that_lacks_a_part_is_a_clear_error():
    extraction = all_three()[0]
    quads = [quad for quad in encode(extraction) if not quad.predicate.value.endswith("statedQuantity")]
    with pytest.raises(StoreError, match=r"lacks <.*#statedQuantity>"):
        decode(quads, extraction.document.text)
    with pytest.raises(StoreError, match="one kg:Document, this one 0"):
        decode((), "")


def test_a_thing_of_which_a_text_tells_more_and_less_has_the_class_that_tells_more():
    extraction = all_three()[2]
    ledger = Entity("The Chip Ledger", "Organization")
    said = tuple(replace(mention, via=(Step((ledger,)),)) for mention in extraction.mentions[1:2])
    quads = encode(replace(extraction, mentions=said))
    kinds = {str(quad.object) for quad in quads if quad.predicate == TYPE and "chip-ledger>" in str(quad.subject)}
    assert kinds == {str(kg("Outlet"))}
    assert decode(quads, extraction.document.text).mentions[0].via[0].agents == (Entity("The Chip Ledger", "Outlet"),)

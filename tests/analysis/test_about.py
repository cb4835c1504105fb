"""What contradictions of a subject follow from, read on its own, gives what the whole store gives of it."""

from dataclasses import replace
from decimal import Decimal

from fixtures.linking import BYTEDANCE, NVIDIA, Line, article, figure, money
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.analysis.about import facts_about
from kg.analysis.contradictions import contradictions
from kg.analysis.facts import facts
from kg.model import Entity, Period, Quantity
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.rdf.terms import TYPE, kg
from kg.store.embedded import memory

SUBJECTS = (BYTEDANCE, NVIDIA, Entity("Lumen Forge", "Company"))
AMOUNTS = (
    (money("12"),),
    (money("20"),),
    (money("150", "CNY", "more_than"),),
    (money("150", "CNY"), money("20.6")),
    (money("150", "CNY"), money("21.9"), money("19", "EUR")),
    (money("10"), money("73", "CNY")),
    (money("11", "EUR"),),
    (Quantity(Decimal(60), "percent"),),
)
LINKS = Iris(vocab.DATA).links


@st.composite
def lines(draw) -> Line:
    amounts = draw(st.sampled_from(AMOUNTS))
    claim = figure(
        *amounts,
        subject=draw(st.sampled_from((*SUBJECTS, None))),
        measure=draw(st.sampled_from(("capital-expenditure", "ai-infrastructure-spending", "revenue"))),
        period=draw(st.sampled_from((Period("2025"), Period("2024"), None))),
    )
    return Line("It is 12 billion.", "12 billion", claim, negated=draw(st.integers(0, 5)) == 0)


@st.composite
def articles(draw):
    outlet = draw(st.sampled_from(("Reuters", "Chip Ledger", None)))
    date = draw(st.sampled_from(("2025-01-20", "2025-01-22", "2025-02-03", "2024-12", "2025", None)))
    return article("Plan", outlet, date, *draw(st.lists(lines(), min_size=1, max_size=4)))


@settings(max_examples=60, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=7), st.data())
def test_what_is_read_about_a_subject_tells_what_the_whole_store_tells_of_it(made, data):
    with memory() as store:
        for place, one in enumerate(made):
            document = replace(one.document, source=f"{place}", path=f"{place}.txt")
            quads = encode(replace(one, document=document))
            store.put(quads[0].graph_name.value, quads)
        mentions = sorted({s for s, _, _ in store.match(None, TYPE, kg("Mention"))}, key=str)
        pairs = st.lists(
            st.tuples(*2 * [st.sampled_from(mentions)], st.sampled_from(("partOf", "restates"))), max_size=6
        )
        links = [Quad(one, kg(name), other, NamedNode(LINKS)) for one, other, name in data.draw(pairs) if one != other]
        store.put(LINKS, links)
        whole = facts(store)
        for subject in SUBJECTS:
            asked = {Iris(vocab.DATA).entity(subject)}
            known, means = facts_about(store, asked)
            assert contradictions(known, subjects=asked, of_all=means) == contradictions(whole, subjects=asked)


def test_the_corpus_of_the_tests_tells_the_same_of_a_subject(store, known):
    asked = {term for term, name in known.names.items() if name == "ByteDance"}
    read, means = facts_about(store, asked)
    told = contradictions(known, subjects=asked)
    assert told
    assert contradictions(read, subjects=asked, of_all=means) == told

"""What is read to explain a figure explains it as the whole store does."""

from dataclasses import replace

import pytest
from fixtures import stories
from fixtures.linking import BYTEDANCE, FT, NVIDIA, PEOPLE, REUTERS, Line, article, figure, money
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.analysis.behind import facts_behind
from kg.analysis.explanation import as_text, explanation
from kg.analysis.explanation_json import as_json
from kg.analysis.facts import facts
from kg.link import links
from kg.model import Entity, Period, Response, Span, Step
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.rdf.terms import kg
from kg.store.embedded import memory

LINKS = Iris(vocab.DATA).links


def no_line(_passage):
    return None


def told(known, text):
    found = explanation(known, text)
    return (as_text(found, no_line), as_json(found, no_line)) if found.trees else None


def requests(known):
    """Return what people may ask about each passage: its figure, with a word beside it, its claim, itself."""
    for one in known.passages:
        yield one.printed
        yield f"{known.name(one.claim.subject)} {one.printed}"
        yield f"{one.printed} {one.claim.period or ''} {one.outlet or ''}"
        yield one.claim.iri
        yield one.mention


def same(store, known, text):
    assert told(facts_behind(store, text) or known, text) == told(known, text), text


def test_figures_of_the_example_are_explained_alike(store, known):
    for text in requests(known):
        same(store, known, text)


def test_what_fits_nothing_fits_nothing(store, known):
    for text in ("Doubao 12 billion", "$987 trillion", "urn:x:12", f"{vocab.DATA}claim/0000"):
        assert told(known, text) is None
        same(store, known, text)


def test_words_alone_have_the_whole_store_read(store):
    assert facts_behind(store, "ByteDance plans") is None
    assert facts_behind(store, "ByteDance 12 billion") is not None


def test_figures_of_many_stories_are_explained_alike():
    with stories.told(40, seed=5) as store:
        known = facts(store)
        for text in list(requests(known))[::17]:
            same(store, known, text)
        assert any(len(facts_behind(store, one.printed).passages) < len(known.passages) for one in known.passages)


SUBJECTS = (BYTEDANCE, NVIDIA, Entity("Lumen Forge", "Company"), None)
AMOUNTS = ((money("12"),), (money("20"),), (money("150", "CNY"), money("20.6")), (money("11", "EUR"),))
CHAINS = ((), (PEOPLE,), (Step((FT,)),), (Step((FT,), date="2025-01-20"), PEOPLE), (Step((REUTERS,)),))


@st.composite
def lines(draw) -> Line:
    claim = figure(
        *draw(st.sampled_from(AMOUNTS)),
        subject=draw(st.sampled_from(SUBJECTS)),
        measure=draw(st.sampled_from(("capital-expenditure", "ai-infrastructure-spending"))),
        period=draw(st.sampled_from((Period("2025"), None))),
    )
    if draw(st.integers(0, 4)) == 0:
        agent, answered = draw(st.sampled_from((BYTEDANCE, NVIDIA))), draw(st.sampled_from(((), (claim,))))
        return Line("It says no.", response=Response(agent, "denies", Span(0, 0), claims=answered))
    printed = draw(st.sampled_from(("$12 billion", "more than $12bn", "$20 billion", "a fifth")))
    return Line(
        f"It is {printed}.", printed, claim, draw(st.sampled_from(CHAINS)), negated=draw(st.integers(0, 6)) == 0
    )


@st.composite
def articles(draw):
    listed = draw(st.lists(lines(), min_size=1, max_size=4))
    outlet = draw(st.sampled_from(("Reuters", "Chip Ledger", "Financial Times", None)))
    date = draw(st.sampled_from(("2025-01-20", "2025-01-22", "2025-02-03", None)))
    return article(draw(st.sampled_from(("Plan", "Larger plan"))), outlet, date, *listed)


@settings(max_examples=10, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=7), st.data())
def test_figures_of_any_corpus_are_explained_alike(made, data):
    with memory() as store:
        for place, one in enumerate(made):
            document = replace(one.document, source=f"{place}", path=f"{place}.txt")
            quads = encode(replace(one, document=document))
            store.put(quads[0].graph_name.value, quads, one.document.text)
        mentions = sorted(one.mention for one in facts(store).passages)
        if not mentions:
            return
        pairs = data.draw(st.lists(st.tuples(*[st.sampled_from(mentions)] * 2), max_size=6))
        more = [Quad(NamedNode(one), kg("restates"), NamedNode(other), NamedNode(LINKS)) for one, other in pairs]
        found = links(store)
        for name in {quad.graph_name.value for quad in (*found, *more)}:
            store.put(name, {quad for quad in (*found, *more) if quad.graph_name.value == name})
        known = facts(store)
        for text in set(requests(known)):
            same(store, known, text)


@pytest.mark.parametrize("text", ["", "   ", "\0", "<script>", "Nvidia:12bn", "12 billion" * 200])
def test_strange_requests_are_answered_alike(store, known, text):
    near = facts_behind(store, text)
    assert told(near or known, text) == told(known, text)

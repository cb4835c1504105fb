"""Links that follow a change are those that linking everything anew gives, byte for byte, in whatever order it came."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from fixtures.linking import (
    BYTEDANCE,
    FT,
    NVIDIA,
    PEOPLE,
    PLANT,
    RESPUN,
    REUTERS,
    Line,
    article,
    figure,
    money,
    original,
    relay,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocab
from kg.link import Linking, index, linking, links
from kg.link.implied import implied, mean
from kg.link.index import NEIGHBOURS
from kg.model import Entity, Extraction, Period, Quantity, RelationClaim, Response, Span, Step, TextClaim, Unnamed
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.rdf.reading import nodes
from kg.rdf.terms import kg
from kg.store.embedded import memory

LETTER = Entity("Circuit Letter", "Organization")
SAYERS = (
    (),
    (PEOPLE,),
    (Step((FT,)),),
    (Step((FT,), date="2025-01-21"), PEOPLE),
    (Step((FT,), date="2025-01-22"),),
    (Step((FT,), date="2025-01"),),
    (Step((REUTERS,)), PEOPLE),
    (Step((LETTER,)),),
    (Step((Unnamed("Tokyo Circuit Letter"),)),),
    (Step((REUTERS,)), Step((LETTER,))),
)
OUTLETS = ("Financial Times", "Reuters", "Tokyo Circuit Letter", "Osaka Circuit Letter", "Chip Ledger", None)
DATES = ("2025-01-20", "2025-01-21", "2025-01-22", "2025-02-03", "2025-03-30", "2025", None)
RATES = f"""SELECT ?currency ?into (AVG(?rate) AS ?mean) (COUNT(DISTINCT ?claim) AS ?claims) WHERE {{
  SELECT DISTINCT ?claim ?currency ?into ?rate WHERE {{
    ?claim <{vocab.KG}statedQuantity> ?stated ; <{vocab.KG}quantity> ?converted .
    ?stated <{vocab.SCHEMA}currency> ?currency ; <{vocab.SCHEMA}value> ?much .
    ?converted <{vocab.SCHEMA}currency> ?into ; <{vocab.SCHEMA}value> ?less .
    FILTER(?stated != ?converted && ?currency != ?into && ?less != 0)
    BIND(?much / ?less AS ?rate)
  }}
}} GROUP BY ?currency ?into HAVING (COUNT(?claim) > 0)"""
"""Each pair of currencies with the mean of the rates that claims imply, and of how many."""
MAKES = tuple(RelationClaim(NVIDIA, "makes", Entity(name, "Chip")) for name in ("H20", "Z9"))


@st.composite
def lines(draw) -> Line:
    kind = draw(st.sampled_from(("figure", "figure", "figure", "plant", "respun", "relation", "denial")))
    if kind == "plant":
        return draw(st.sampled_from(PLANT))
    if kind == "respun":
        return draw(st.sampled_from(RESPUN))
    claim = draw(st.sampled_from(MAKES))
    if kind == "relation":
        return Line(f"Nvidia makes the {claim.object.name}.", claim.object.name, claim, draw(st.sampled_from(SAYERS)))
    if kind == "denial":
        return Line("Nvidia says no.", response=Response(NVIDIA, "denies", Span(0, 0), claims=(claim,)))
    value = draw(st.sampled_from(("12", "12.3", "20", "40")))
    converted = draw(st.sampled_from(((), (), (money("3"),), (money("3.1", "EUR"), money("0", "GBP")))))
    stated = figure(
        money(value, draw(st.sampled_from(("USD", "CNY")))),
        *converted,
        measure=draw(st.sampled_from(("capital-expenditure", "revenue"))),
        subject=draw(st.sampled_from((BYTEDANCE, NVIDIA, None))),
        period=draw(st.sampled_from((Period("2025"), Period("by-2025"), None))),
    )
    return Line(f"It is {value} billion.", value, stated, draw(st.sampled_from(SAYERS)))


@st.composite
def articles(draw) -> Extraction:
    whole = draw(st.sampled_from(((), (), PLANT, RESPUN)))
    return article(
        draw(st.sampled_from(("Plan", "Larger plan", "Substation"))),
        draw(st.sampled_from(OUTLETS)),
        draw(st.sampled_from(DATES)),
        *whole,
        *draw(st.lists(lines(), min_size=0 if whole else 1, max_size=3)),
        byline=draw(st.sampled_from(((), (), ("Reuters",), ("Osaka Circuit Letter",)))),
    )


def named(place: int, one: Extraction) -> Extraction:
    """Return an article read from a file of its own, so that equal texts are documents of their own."""
    document = replace(one.document, source=f"{place}", path=f"{place}.txt")
    return replace(one, document=document)


def barer(one: Extraction) -> Extraction:
    """Return what another extractor reads of the same text: no sources."""
    return replace(one, mentions=tuple(replace(mention, via=()) for mention in one.mentions))


def kept(store) -> tuple:
    iris = Iris(store.base)
    return tuple(sorted((*store.graph(iris.links), *store.graph(iris.derived)), key=str))


def means(store) -> set:
    """Return the quads of the means of all pairs, from all claims at once."""
    pairs: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for claim, currency, into, rate in implied(nodes(store.dump(), store.base).rows):
        pairs.setdefault((currency, into), set()).add((claim, rate))
    totals = ((pair, sum(rate for _, rate in rates), len(rates)) for pair, rates in pairs.items())
    return {quad for pair, total, number in totals for quad in mean(store.base, pair, total, number)}


@settings(max_examples=25, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=8))
def test_rates_of_exchange_are_the_means_of_all_claims_in_two_currencies(made):
    with memory() as store:
        for place, one in enumerate(made):
            quads = encode(named(place, one))
            store.put(quads[0].graph_name.value, quads)
        told = {quad for quad in links(store) if "/rate/" in quad.subject.value}
        rates = store.query(RATES).rows
        assert told == means(store)
        assert Counter(quad.predicate.value.rpartition("#")[2] for quad in told)["mean"] == len(rates)
        for currency, into, shown, claims in rates:
            node = Iris(store.base).rate(currency.value, into.value)
            known = {quad.predicate: quad.object.value for quad in told if quad.subject.value == node}
            assert known[kg("claims")] == claims.value
            assert float(known[kg("mean")]) == pytest.approx(float(shown.value), rel=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=8), st.data())
def test_following_changes_is_linking_anew(made, data):
    followed(made, data)


def told(text: str) -> Line:
    return Line(text, text.split(maxsplit=1)[0], TextClaim(text))


COPY = (told("Utah has power to sell."), told("Nobody in town was asked."))
"""Two sequences of five words: who shares the second, and is no copy, can come between two copies and part them."""


@settings(max_examples=25, deadline=None)
@given(st.sampled_from((1, 2)), st.lists(st.booleans(), min_size=5, max_size=10), st.data())
def test_following_changes_is_linking_anew_where_many_meet(neighbours, copied, data):
    """Copies that meet few of those they share words with are moved apart, and together, by what comes between."""
    made = [
        article(
            f"Text {place}", None, f"2025-05-{1 + place:02}", *(COPY if copy else (COPY[1], told(f"Town {place}.")))
        )
        for place, copy in enumerate(copied)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "NEIGHBOURS", neighbours)
        followed(made, data)


def followed(made, data):
    """Change a corpus again and again; what changes together is followed all at once, or one document at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "_TOGETHER", data.draw(st.sampled_from((1, 2, 1000))))
        _followed(made, data)


def _followed(made, data):
    corpus = [named(place, one) for place, one in enumerate(made)]
    held: set[int] = set()
    with memory() as store, Linking(store) as kept_up:
        kept_up.follow(())
        for _ in range(data.draw(st.integers(1, 12))):
            changed = data.draw(st.lists(st.sampled_from(range(len(corpus))), min_size=1, max_size=3, unique=True))
            for place in changed:
                one, iri = corpus[place], Iris().document(corpus[place].document)
                if place not in held:
                    store.put(iri, encode(one), one.document.text)
                elif data.draw(st.booleans()):
                    store.remove(iri)
                else:
                    store.put(iri, encode(barer(one)), one.document.text)
                    continue
                held ^= {place}
            kept_up.follow([Iris().document(corpus[place].document) for place in changed])
            assert kept(store) == links(store)


def wording(number: int, day: str) -> Extraction:
    """Return one of many wordings of a report: figures and quoted words are shared, no passage with figures is."""
    return article(
        f"Wording {number}",
        f"Gazette {number}",
        day,
        Line(f"In version {number} power costs $212 million.", "$212 million", figure(money("212", scale=6))),
        Line(
            f"Version {number} has 640 megawatts.",
            "640 megawatts",
            figure(Quantity(Decimal(640), "MW"), measure="data-centre-capacity"),
        ),
        PLANT[2],
    )


def wire() -> Extraction:
    line = Line("It budgeted $20 billion.", "$20 billion", figure(money("20")), (PEOPLE,))
    return article("Larger plan", "Reuters", "2025-01-23", line)


def letter() -> Extraction:
    line = Line("It budgeted $20 billion.", "$20 billion", figure(money("20")), (PEOPLE,))
    return article("Letter", "Tokyo Circuit Letter", "2025-01-22", line)


SCENES = {
    "a wrong credit": (
        original(),
        wire(),
        relay(figure(money("20")), "$20 billion", via=(Step((FT,)), PEOPLE), date="2025-01-27"),
    ),
    "an outlet by the end of its name": (
        letter(),
        article("Another", "Osaka Circuit Letter", "2025-01-20", *PLANT),
        relay(figure(money("20")), "$20 billion", via=(Step((LETTER,)),), date="2025-01-27"),
    ),
    "an outlet's report of another day": (
        wire(),
        relay(figure(money("20")), "$20 billion", via=(Step((REUTERS,), date="2025-01-10"),), date="2025-01-27"),
    ),
    "one report dated in several ways": (
        relay(figure(money("12")), "$12 billion", title="On a day"),
        relay(figure(money("13")), "$13 billion", via=(Step((FT,)), PEOPLE), title="Some time"),
        relay(figure(money("14")), "$14 billion", via=(Step((FT,), date="2025-01"),), title="In a month"),
        relay(figure(money("15")), "$15 billion", via=(Step((FT,), date="2025-01-12"),), title="On another day"),
    ),
    "wordings a fortnight apart": tuple(
        wording(number, day) for number, day in enumerate(("2025-05-01", "2025-05-14", "2025-05-27", "2025-06-09"))
    ),
}


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_comes_first_and_goes_first(scene):
    corpus = [named(place, one) for place, one in enumerate(SCENES[scene])]
    with memory() as store, Linking(store) as kept_up:
        kept_up.follow(())
        for order in permutations(corpus):
            for one in (*order, *order[1:], order[0]):
                iri = Iris().document(one.document)
                if iri in store.documents():
                    store.remove(iri)
                else:
                    store.put(iri, encode(one), one.document.text)
                kept_up.follow([iri])
                assert kept(store) == links(store)
        assert not kept(store)


def test_many_copies_are_one_report_and_lose_members_one_by_one():
    """More than meet each other directly: copies are found along a chain of neighbours."""
    text = (*PLANT, Line("It will employ 1,212 people.", "1,212", None))
    made = [
        named(place, article(f"Copy {place}", None, f"2025-05-{1 + place % 20:02}", *text))
        for place in range(3 * NEIGHBOURS)
    ]
    with memory() as store, Linking(store) as kept_up:
        kept_up.follow(())
        for one in made:
            iri = Iris().document(one.document)
            store.put(iri, encode(one), one.document.text)
            kept_up.follow([iri])
        carried = {quad.object for quad in kept(store) if quad.predicate.value.endswith("#carries")}
        assert len(carried) == 1
        for one in made[:5]:
            iri = Iris().document(one.document)
            store.remove(iri)
            kept_up.follow([iri])
            assert kept(store) == links(store)


def test_an_article_touches_what_it_can_affect_and_nothing_else():
    def others(size: int) -> list[Extraction]:
        days = (f"20{10 + place % 14}-{1 + place % 12:02}-{1 + place % 28:02}" for place in range(size))
        return [
            named(
                place,
                article(
                    f"Story {place}",
                    "Reuters",
                    day,
                    Line(
                        f"Firm {place} spends ${place + 100} billion.",
                        f"${place + 100} billion",
                        figure(money(str(place + 100)), subject=Entity(f"Firm {place}", "Company")),
                        (PEOPLE,),
                    ),
                ),
            )
            for place, day in enumerate(days)
        ]

    def asked(size: int) -> int:
        with memory() as store, Linking(store) as kept_up:
            for one in (original(), *others(size)):
                store.put(Iris().document(one.document), encode(one), one.document.text)
            kept_up.follow(())
            more = relay(figure(money("12"), measure="ai-infrastructure-spending"))
            iri = Iris().document(more.document)
            store.put(iri, encode(more), more.document.text)
            found = kept_up.follow([iri])
            assert kept(store) == links(store)
            return found

    assert asked(100) == asked(20) < 30


def test_shares_and_ratios_of_one_value_are_found_again():
    half = figure(Quantity(Decimal("0.5"), "ratio"), measure="share-of-capital-expenditure")
    percent = figure(Quantity(Decimal(50), "percent"), measure="share-of-capital-expenditure")
    first = article("First", "Financial Times", "2025-01-21", Line("It is half.", "half", half, (PEOPLE,)))
    second = relay(percent, "50 percent")
    with memory() as store, Linking(store) as kept_up:
        kept_up.follow(())
        for one in (second, first):
            iri = Iris().document(one.document)
            store.put(iri, encode(one), one.document.text)
            kept_up.follow([iri])
        assert [quad for quad in kept(store) if quad.predicate.value.endswith("#restates")]
        assert kept(store) == links(store)

"""Passages of one document that print one figure."""

import pytest
from fixtures.linking import (
    CITED,
    INFRASTRUCTURE,
    NVIDIA,
    PEOPLE,
    Line,
    Linked,
    article,
    figure,
    money,
    original,
    relay,
)

from kg.model import Entity, Period, Step

HEADLINE = Line("ByteDance to spend $12bn on AI", "$12bn", figure(money("12"), measure=INFRASTRUCTURE, period=None))
BODY = Line(
    "It will put more than $12bn into AI infrastructure in 2025, two people said.",
    "more than $12bn",
    figure(money("12", bound="more_than"), measure=INFRASTRUCTURE),
    (PEOPLE,),
)


def test_relays_restate_the_fullest_passage_and_so_does_the_headline():
    claim = figure(money("12"), measure=INFRASTRUCTURE, period=None)
    found = Linked(article("Big plan", "Financial Times", "2025-01-21", HEADLINE, BODY), relay(claim))
    assert found.pairs("restates") == {
        ("Retold: $12 billion", "Big plan: more than $12bn"),
        ("Big plan: $12bn", "Big plan: more than $12bn"),
    }


def test_a_headline_alone_is_what_relays_restate():
    found = Linked(article("Big plan", "Financial Times", "2025-01-21", HEADLINE), relay(HEADLINE.claim))
    assert found.pairs("restates") == {("Retold: $12 billion", "Big plan: $12bn")}


@pytest.mark.parametrize(
    "other",
    [
        figure(money("12"), measure=INFRASTRUCTURE, period=Period("2024")),
        figure(money("9"), measure=INFRASTRUCTURE),
        figure(money("12"), measure="revenue"),
        figure(money("12"), measure=INFRASTRUCTURE, subject=NVIDIA),
    ],
    ids=["period", "amount", "measure", "subject"],
)
def test_another_figure_of_the_report_is_no_repetition(other):
    line = Line("In the other case it is 1.", "1", other)
    assert Linked(article("Big plan", "Financial Times", "2025-01-21", line, BODY)).pairs("restates") == set()


def test_a_source_of_its_own_stays_an_origin_of_its_own():
    analyst = (Step((Entity("Ana Pérez", "Person"),)),)
    line = Line("Ana Pérez puts it at 12.", "12", figure(money("12"), measure=INFRASTRUCTURE), analyst)
    assert Linked(article("Big plan", "Financial Times", "2025-01-21", line, BODY)).pairs("restates") == set()


def test_a_relays_headline_goes_back_to_the_origin():
    claim = figure(money("12"), measure=INFRASTRUCTURE)
    line = Line("The plan is for $12 billion, the FT said.", "$12 billion", claim, CITED)
    bare = Line("ByteDance to spend $12bn on AI", "$12bn", claim)
    found = Linked(original(), article("Retold", "Chip Ledger", "2025-01-22", bare, line))
    assert found.pairs("restates") == {
        ("Retold: $12bn", "Big plan: more than $12bn"),
        ("Retold: $12 billion", "Big plan: more than $12bn"),
    }

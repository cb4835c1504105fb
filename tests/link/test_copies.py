"""Copies and what only looks like one."""

from decimal import Decimal

import pytest
from fixtures.linking import CITED, NVIDIA, PLANT, RESPUN, Line, Linked, article, carried, figure, money

from kg.model import Entity, Quantity, Step


def test_a_reworded_copy_that_credits_nobody_carries_the_same_report():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN)
    found = Linked(first, second)
    assert carried(found) == {frozenset({"Substation", "Like a town"})}
    assert {report for _, report in found.pairs("carries")} == {
        "report/organization/datacentre-almanac/2025-05-20/substation"
    }


@pytest.mark.parametrize(
    "lines",
    [
        RESPUN[:2],
        (PLANT[0], RESPUN[1]),
        RESPUN[2:],
        (
            RESPUN[0],
            Line("Another needs 90 megawatts.", "90 megawatts", figure(Quantity(Decimal(90), "MW"))),
            RESPUN[2],
        ),
    ],
    ids=["same figures, no quote", "same figures and a sentence", "same quote, no figures", "one figure of two"],
)
def test_a_lookalike_is_no_copy(lines):
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    assert len(carried(Linked(first, article("Like a town", "Stack and Solder", "2025-05-22", *lines)))) == 2


def test_relays_of_one_origin_that_share_a_sentence_are_no_copies():
    line = Line("It may spend $12 billion, the FT reported.", "$12 billion", figure(money("12")), CITED)
    more = Line("Rivals spend $3 billion on theirs.", "$3 billion", figure(money("3"), subject=NVIDIA))
    first = article("Relay", "Chip Ledger", "2025-01-22", line)
    assert len(carried(Linked(first, article("Another", "Harbour Tech Wire", "2025-01-22", line, more)))) == 2


def test_a_text_that_names_the_other_outlet_is_no_copy():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    named = Line("The Datacentre Almanac had it first.")
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN, named)
    assert len(carried(Linked(first, second))) == 2


def test_words_quoted_outside_all_passages_tell_a_copy():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT[:2], Line(PLANT[2].text))
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN[:2], Line(RESPUN[2].text))
    assert len(carried(Linked(first, second))) == 1


def test_a_figure_in_a_copy_restates_the_originals():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN)
    assert Linked(first, second).pairs("restates") == {
        ("Like a town: $212 million", "Substation: $212 million"),
        ("Like a town: 640 megawatts", "Substation: 640 megawatts"),
    }


def test_a_relay_that_credits_is_no_copy():
    almanac = Step((Entity("Datacentre Almanac", "Outlet"),))
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    credited = Line("It opens for $5 billion, the Almanac wrote.", "$5 billion", figure(money("5")), (almanac,))
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN, credited)
    assert len(carried(Linked(first, second))) == 2


def test_syndicated_text_carries_the_agencys_report():
    lines = (
        Line(
            "BEIJING, Jan 23 (Reuters) - ByteDance has budgeted over 150 billion yuan for capital spending, two said.",
            "over 150 billion yuan",
            figure(money("150", "CNY", "more_than")),
        ),
        Line(
            "About half of the money would go to data centres and network equipment outside China, they said.",
            "half",
            figure(Quantity(Decimal("0.5"), "ratio", "about"), measure="share-of-capital-expenditure"),
        ),
    )
    wire = article("Plan", "Reuters", "2025-01-23", *lines)
    copy = article("Plan under another headline", "Harbour Tech Wire", "2025-01-24", *lines, byline=("Reuters",))
    assert carried(Linked(wire, copy)) == {frozenset({"Plan", "Plan under another headline"})}
    assert Linked(copy).pairs("carries") == {
        ("Plan under another headline", "report/reuters/2025-01-24/plan-under-another-headline")
    }


def test_a_page_without_outlet_carries_a_report_of_its_own():
    found = Linked(article("Nobody", None, None, PLANT[0]))
    ((_, report),) = found.pairs("carries")
    assert report.startswith("report/doc/")

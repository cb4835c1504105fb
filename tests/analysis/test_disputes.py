"""Contradictions by question, over a small corpus: what articles of one week say, and what later ones say anew."""

import pytest
from fixtures.articles import article, store_of

from kg.analysis.contradictions import contradictions
from kg.analysis.facts import facts

CORPUS = (
    article("outlook", "Reuters", "2025-02-04", "Micron expects to spend $75 billion on capital expenditure in 2025."),
    article("raised", "CNBC", "2025-07-23", "Micron expects to spend $85 billion on capital expenditure in 2025."),
    article(
        "chips",
        "Financial Times",
        "2025-12-23",
        "Tencent plans to spend 85 billion yuan on AI chips in 2026, two people familiar with the budget said.",
    ),
    article(
        "more-chips",
        "South China Morning Post",
        "2025-12-30",
        "Tencent plans to spend 100 billion yuan ($14.3 billion) on AI chips in 2026, one person said.",
    ),
    article(
        "relay",
        "Chip Ledger",
        "2025-12-31",
        "Tencent plans to spend about 100 billion yuan on AI chips in 2026, the South China Morning Post reported.",
    ),
    article("bank", "Chip Ledger", "2025-11-10", "Analysts at UBS expect Ford to have revenue of $50 billion in 2026."),
    article(
        "broker", "Harbour Wire", "2025-11-12", "Analysts at HSBC expect Ford to have revenue of $44 billion in 2026."
    ),
    article("halfway", "Lattice Gazette", "2025-05-02", "Tesla delivered 300,000 vehicles in 2025."),
    article("further", "Harbour Wire", "2025-08-04", "Tesla delivered 700,000 vehicles in 2025."),
)


@pytest.fixture(scope="module")
def told():
    with store_of(*CORPUS) as store:
        found = contradictions(facts(store))
    return {kind: [one.sentence for one in found if one.kind == kind] for kind in {one.kind for one in found}}


def test_a_question_is_told_once_with_who_says_what_first(told):
    (sentence,) = told["conflict-hard"]
    about, sides = sentence.split(": ")
    assert about == "Tencent, ai-chip-purchase-budget, 2026, planned"
    assert sides.split(" against ") == [
        "“85 billion yuan” (Financial Times citing two people familiar with the budget, 2025-12-23)",
        "“100 billion yuan ($14.3 billion)” (South China Morning Post citing one person, 2025-12-30; 2 reports), hard.",
    ]


def test_who_estimates_otherwise_contradicts_nobody(told):
    (sentence,) = told["estimates-differ"]
    assert sentence.startswith(
        "Ford, revenue, 2026, estimated: “$50 billion” (Chip Ledger citing UBS, 2025-11-10) against "
    )


def test_a_later_outlook_revises_an_earlier_one(told):
    outlook, deliveries = sorted(told["revised"])
    assert outlook.endswith("“$75 billion” (Reuters, 2025-02-04), then “$85 billion” (CNBC, 2025-07-23).")
    assert "“300,000” (Lattice Gazette, 2025-05-02), then “700,000” (Harbour Wire, 2025-08-04)." in deliveries


def test_nothing_else_contradicts(told):
    assert told.keys() == {"conflict-hard", "estimates-differ", "revised"}

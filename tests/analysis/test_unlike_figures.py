"""Figures that look alike and are of different things do not contradict each other, over a small corpus."""

import pytest
from fixtures.articles import article, store_of

from kg.analysis.contradictions import contradictions
from kg.analysis.facts import facts

CORPUS = (
    article(
        "results",
        "Reuters",
        "2025-07-25",
        "Micron reported revenue of $12.9 billion in the second quarter of 2025.",
        "GAAP earnings per share were 67 cents in the second quarter of 2025.",
        "Its gross margin was 59% in the second quarter of 2025.",
    ),
    article(
        "parts",
        "CNBC",
        "2025-07-25",
        "Micron's data center division had revenue of $3.9 billion in the second quarter of 2025.",
        "Its gaming revenue was $1.2 billion in the second quarter of 2025.",
        "Adjusted earnings per share were 10 cents in the second quarter of 2025.",
        "Micron's operating margin was 50% in the second quarter of 2025.",
    ),
    article(
        "rival",
        "Lattice Gazette",
        "2025-07-26",
        "Micron's data center business had revenue of $4.8 billion in the second quarter of 2025.",
    ),
    article("plan", "Reuters", "2025-07-26", "Alphabet expects to spend $85 billion on capital expenditure in 2025."),
    article(
        "step",
        "CNBC",
        "2025-07-27",
        "Alphabet raised its forecast of capital expenditure in 2025 by $10 billion.",
        "Alphabet, Microsoft and Meta expect to spend a combined $300 billion on capital expenditure in 2025.",
    ),
)


@pytest.fixture(scope="module")
def told():
    with store_of(*CORPUS) as store:
        return [one.sentence for one in contradictions(facts(store)) if one.kind.startswith("conflict")]


def test_two_figures_of_one_part_contradict(told):
    (sentence,) = told
    assert sentence.startswith("Micron, revenue, data-centre, 2025-Q2, actual: “$3.9 billion” (CNBC, 2025-07-25)")


def test_parts_sorts_steps_and_totals_stand_against_no_whole(told):
    assert not any(figure in " ".join(told) for figure in ("12.9", "67 cents", "59%", "$85", "$300", "$10 "))

"""Sentences that say only how much somebody else has of what was told before."""

import pytest
from fixtures.measured import measures

REVENUE, CAPEX = "Alibaba had revenue of $3 billion. ", "Alibaba's capital expenditure rose to $3 billion last year. "
MARGIN, STAFF = "Alibaba's operating margin was 18%. ", "Intel has 75,000 employees. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REVENUE + "Tencent reported $2 billion for the same months.", "revenue"),
        (REVENUE + "At Tencent it was $2 billion.", "revenue"),
        (REVENUE + "Tencent, by contrast, posted $2 billion.", "revenue"),
        (REVENUE + "By comparison, Tencent managed $2 billion.", "revenue"),
        (REVENUE + "That is more than Tencent's $2 billion.", "revenue"),
        (CAPEX + "For Tencent the figure was $2 billion.", "capital-expenditure"),
        (CAPEX + "Tencent's figure was $2 billion.", "capital-expenditure"),
        (CAPEX + "Tencent's number is the largest, at about $9 billion.", "capital-expenditure"),
        (CAPEX + "Next came Tencent, with $2 billion.", "capital-expenditure"),
        ("Alibaba spent $3 billion on AI chips in 2024. Tencent followed with $2 billion.", "ai-chip-purchase-budget"),
        ("OpenAI has annualised revenue of $9 billion. Cohere crossed $2 billion in May.", "annual-revenue-run-rate"),
        ("Alibaba has a market value of $3 billion. Its rival Tencent is at $2 billion.", "market-capitalisation"),
        (MARGIN + "Tencent's was 12%.", "margin"),
        (MARGIN + "Tencent reported 12%.", "margin"),
        (STAFF + "At Nvidia the number is 40,000.", "employees"),
    ],
)
def test_what_is_told_of_another_alone_measures_the_same(text, expected):
    assert measures(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        REVENUE + "Tencent handed $2 billion to its founder.",
        REVENUE + "Tencent has $2 billion of deposits.",
        CAPEX + "Tencent was given $2 billion to calm the markets.",
        MARGIN + "Tencent saw 12% of its partners leave.",
        STAFF + "Nvidia had 40,000 visitors.",
    ],
)
def test_what_is_told_of_another_with_more_than_that_measures_something_else(text):
    assert measures(text)[-1] in ("other", "spending")

"""How near words are: asides are left out, a row of nouns tells by its last."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue, the best in years, rose to $9 billion.", ["revenue"]),
        ("The backlog, which is not booked as revenue, stood at $9 billion.", ["contract-backlog"]),
        ("Capital expenditure, $8 billion in 2024, is set to exceed $9 billion.", ["capital-expenditure"] * 2),
    ],
)
def test_an_aside_is_left_out(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will spend $14 billion on H200 AI chips.", ["ai-chip-purchase-budget"]),
        ("ByteDance is to spend $14 billion, a lot, on Nvidia H200 AI processors.", ["ai-chip-purchase-budget"]),
        ("ByteDance will spend $14 billion on AI infrastructure for chips.", ["ai-infrastructure-spending"]),
        ("Huawei plans to make about 310,000 of these 910C chips.", ["production"]),
        ("Dell plans a purchase of 20,000 Nvidia H200 processors.", ["chips-purchased"]),
        ("Dell has built a chip design team of 1,000 employees.", ["employees"]),
    ],
)
def test_a_row_of_nouns_tells_by_its_last(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BP sold its refinery for 900 million euros, raising fears of heavy losses.", ["acquisition-price"]),
        ("Nike reported sales of $11.7 billion, easing worries about a big loss.", ["revenue"]),
        ("Fears of a loss of $9 billion hit Nokia.", ["loss"]),
    ],
)
def test_what_people_fear_is_not_what_the_amount_before_measures(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia had sales of $9 billion, while operating profit reached $2 billion.", ["revenue", "operating-profit"]),
        (
            "Nokia earned 40 cents a share, although operating income of $2 billion fell.",
            ["earnings-per-share", "operating-profit"],
        ),
        ("Nokia had $9 billion in sales and a profit of $2 billion.", ["revenue", "profit"]),
    ],
)
def test_a_clause_that_opens_behind_a_figure_keeps_its_words_off_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state fund will put 344 billion yuan into the semiconductor industry.", "investment"),
        ("The plan secured about $1.5 trillion in commitments for building up chip supply chains.", "investment"),
        ("Acme will spend $9 billion on chip orders.", "ai-chip-purchase-budget"),
        ("Acme set aside $9 billion for AI chip acquisitions.", "ai-chip-purchase-budget"),
    ],
)
def test_a_thing_before_a_noun_tells_only_what_both_do(text, expected):
    assert measures(text) == [expected]

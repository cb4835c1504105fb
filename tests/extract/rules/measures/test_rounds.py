"""A numbered list of rounds names a company and what it raised, without a word for it at the amount."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize("between", [", ", ": ", " – ", " — ", " - "])
@pytest.mark.parametrize("number", ["{}. ", "{}) "])
def test_an_amount_behind_a_name_in_a_list_of_rounds_is_one(number, between):
    lines = [f"{number.format(at)}{who}{between}${much}m" for at, who, much in ((1, "Nokia", 90), (2, "Ericsson", 40))]
    assert measures("\n\n".join(["The biggest rounds of the week:", *lines])) == ["funding-round"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The biggest payouts of the week:\n\n1. Nokia, $90m. It makes radios.",
        "The biggest rounds of the week are over. Nokia, $90m.",
        "1. Nokia, $90m. It makes radios.\n\nThese are the biggest rounds of the week.",
    ],
)
def test_a_list_of_anything_else_tells_no_round(text):
    assert measures(text) == ["other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba is raising its 380 billion yuan AI plan to 480 billion yuan.", ["ai-infrastructure-spending"] * 2),
        ("Nokia is raising $2 billion from investors.", ["funding-round"]),
        ("Nokia plans a listing that may value it at $9bn and raise $2bn.", ["valuation", "ipo-proceeds"]),
    ],
)
def test_what_is_raised_to_a_sum_is_no_round(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia supplies 90% of AI accelerators, by most estimates.", ["market-share"]),
        ("MGX will own 15% of TikTok's American venture.", ["equity-stake"]),
        ("Dell expects to ship $25 billion worth of AI servers.", ["revenue"]),
    ],
)
def test_parts_of_goods_and_ventures(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestrin hopes to raise $2 billion by going public in New York.", "ipo-proceeds"),
        ("Kestrin raised $2 billion last week in its stock market debut.", "ipo-proceeds"),
        ("Kestrin raised $2 billion before it went public.", "funding-round"),
        ("Kestrin raised $2 billion from Borealis and others ahead of a listing.", "funding-round"),
    ],
)
def test_a_listing_behind_the_amount_raises_it(text, expected):
    assert measures(text) == [expected]

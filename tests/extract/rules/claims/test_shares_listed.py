"""Shares of one whole that is told once."""

import pytest
from fixtures.measured import measures

SHARE = "share-of-revenue"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chips made up 55% of revenue and phones 32%.", [SHARE, SHARE]),
        ("Chips made up 55% of revenue, phones 32% and the rest 13%.", [SHARE, SHARE, SHARE]),
        ("China accounted for 40% of sales, Europe for 30% and America for 20%.", [SHARE, SHARE, SHARE]),
        ("Samsung had 19% of the market and Apple 18%.", ["market-share", "market-share"]),
    ],
)
def test_what_follows_with_its_share_alone_is_a_share_of_the_same(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chips made up 55% of revenue and margins rose to 32%.", [SHARE, "margin"]),
        ("Chips made up 55% of revenue and the stock rose 3%.", [SHARE, "stock-price-change"]),
    ],
)
def test_what_has_a_verb_of_its_own_is_no_such_share(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASML made sales of €28bn last year, of which China accounted for 36 per cent.", ["revenue", SHARE]),
        ("Revenue was $9bn, 36% of it from China.", ["revenue", SHARE]),
        ("Revenue was $9bn, with 36% from China.", ["revenue", SHARE]),
        ("Revenue was $9bn. China accounted for 36%.", ["revenue", SHARE]),
        ("Capex will be $9bn, of which half is for chips.", ["capital-expenditure", "share-of-capital-expenditure"]),
    ],
)
def test_a_part_of_the_amount_just_told_is_a_share_of_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue was $9bn. China was told that 36% might leave.", ["revenue", "other"]),
        ("The fine was $9bn, of which 36% came late.", ["fine", "other"]),
    ],
)
def test_no_share_is_read_of_what_is_no_whole_or_has_more_behind_it(text, expected):
    assert measures(text) == expected

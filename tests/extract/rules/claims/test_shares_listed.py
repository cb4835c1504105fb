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

"""Whose shares a price is offered for."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "text",
    [
        "Oracle wants to buy Intel. It has offered $58 a share in cash.",
        "Oracle tried to acquire the listed chip maker Intel. Talks went on. Oracle raised its bid to $58 a share.",
        "Oracle tried to acquire the listed chip maker Intel. Its first offer of $58 a share was turned down.",
        "Qualcomm may outdo Oracle's offer of $58 a share to take over Intel.",
        "Oracle offered $58 a share for Intel.",
        "Oracle offered $58 per share in cash for its rival Intel.",
    ],
)
def test_a_bid_is_for_the_shares_of_who_is_to_be_bought(text):
    assert subjects(text)[-1] == "Intel"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oracle wants to buy Intel. Nokia has offered its holders $58 a share.", "Nokia"),
        ("Oracle wants to buy Intel. Its own shares closed at $58 a share.", "Oracle"),
        ("Oracle offered $58 a share.", "Oracle"),
    ],
)
def test_what_is_no_bid_is_for_the_shares_of_who_is_told_of(text, expected):
    assert subjects(text)[-1] == expected

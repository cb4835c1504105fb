"""Multiples that hold one thing against another tell no growth."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal values Kestrin at 25 times its annual revenue.", ["other"]),
        ("Acme and Borealis were valued at 20.5 and 18.1 times revenue.", ["other", "other"]),
        ("Acme trades at 30 times expected earnings.", ["other"]),
        ("The plant will be ten times more expensive than the largest one.", ["other"]),
        ("The screen is twice the size of a stamp.", ["other"]),
        ("The new chip is three times as fast as the old one.", ["performance-gain"]),
        ("The new chip runs at twice the speed of its forerunner.", ["performance-gain"]),
        ("Acme's sales are three times larger than a year ago.", ["growth-multiple"]),
        ("Acme's revenue grew tenfold.", ["growth-multiple"]),
        ("Acme plans to triple the size of its fleet.", ["growth-multiple"]),
    ],
)
def test_what_a_multiple_is_of(text: str, expected: list[str]) -> None:
    assert measures(text) == expected

"""Nouns that no measure stands for keep other words off their figures."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank holds 35 billion pounds in deposits and 34 billion pounds in mortgages.", ["other", "other"]),
        ("Shopify handled gross merchandise volume of $87 billion.", ["other"]),
        ("The lender's assets under management rose to $9 billion, and profit fell.", ["other"]),
        ("The bank has revenue of $9 billion from deposits.", ["revenue"]),
    ],
)
def test_an_amount_of_such_a_noun_measures_nothing_known(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The supplier's batteries are installed in 900,000 cars.", ["other"]),
        ("The supplier's chips are built into over 9 million phones.", ["other"]),
        ("Tesla sold 900,000 cars in May.", ["vehicle-deliveries"]),
    ],
)
def test_what_something_is_built_into_is_not_sold(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors spoke of a $9 million fraud at the bank that got grants.",
        "Bail was set at $900,000 for the founder, who took a loan.",
        "He had his bail set at $900,000.",
    ],
)
def test_fraud_and_bail_have_no_measure(text):
    assert measures(text) == ["other"]

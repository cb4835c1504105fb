"""Nouns that are listed with their amounts."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Debt was $9bn and cash $2bn.", ["debt", "cash-holdings"]),
        ("Debt reached $9bn with cash at $2bn.", ["debt", "cash-holdings"]),
        ("Revenue came to $9bn, R&D spending to $2bn.", ["revenue", "research-spending"]),
        ("Sales and net profit were $9bn and $2bn respectively.", ["revenue", "profit"]),
        ("Siemens's debt and cash were $9bn and $2bn respectively.", ["debt", "cash-holdings"]),
        (
            "Siemens's capital expenditure and R&D spending were $9bn and $2bn respectively.",
            ["capital-expenditure", "research-spending"],
        ),
    ],
)
def test_each_amount_is_of_the_noun_of_its_place(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alphabet and Meta had revenue of $9bn and $8bn respectively.", ["revenue", "revenue"]),
        ("Debt was $9bn in May and $8bn in June.", ["debt", "debt"]),
        ("It will pay a dividend of $2bn and spend $9bn buying back stock.", ["dividend", "share-buyback"]),
    ],
)
def test_amounts_that_share_a_noun_keep_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baidu took an impairment of $9bn on old servers.", ["charge"]),
        ("SoftBank sold its whole Nvidia stake for $9bn to fund bets on AI.", ["equity-stake-value"]),
        ("Netflix agreed to buy Warner in a deal with an enterprise value of $9bn.", ["acquisition-price"]),
    ],
)
def test_of_and_for_tie_an_amount_to_their_noun(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azure reported cloud revenue of $9bn.", ["cloud-revenue"]),
        ("OpenAI's campus will have a capacity of 5GW.", ["data-centre-capacity"]),
        ("Siemens reported an operating profit of $9bn.", ["operating-profit"]),
    ],
)
def test_a_longer_reading_of_the_same_noun_stays(text, expected):
    assert measures(text) == expected

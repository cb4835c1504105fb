"""Whose a round and a value are where others put money in."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "Nvidia led the $300 million round.",
        "Nvidia led its latest round, of $300 million.",
        "Nvidia led the round, which brought in $300 million.",
        "Nvidia, which led the round of $300 million, has a seat on the board.",
        "Nvidia took part in the $300 million round.",
        "The round, of $300 million, was led by Nvidia.",
        "The $300 million round was led by Nvidia and joined by Intel.",
        "Led by Nvidia, the round brought in $300 million.",
        "Nvidia led; the valuation is $8 billion.",
        "Nvidia and Intel led the $300 million round.",
    ],
)
def test_a_round_is_of_nobody_who_only_puts_money_in(sentence):
    assert subjects(f"Mistral has raised new money. {sentence}") == ["Mistral AI"]


@pytest.mark.parametrize(
    "between",
    [
        "Nvidia is an investor too.",
        "Nvidia also invested.",
        "Nvidia joined the round.",
        "Investors include Nvidia.",
        "Among the investors is Nvidia.",
        "Existing backers such as Nvidia took part.",
    ],
)
def test_the_text_goes_on_about_who_is_backed(between):
    assert subjects(f"Mistral has raised new money. {between} Annual revenue is $300 million.") == ["Mistral AI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia led a round of $300 million that values Mistral at $8 billion.", ["Mistral AI", "Mistral AI"]),
        ("Mistral raised money. Nvidia would lead the round, contributing $300 million.", ["Nvidia"]),
        ("In a round led by Nvidia, Mistral raised $300 million.", ["Mistral AI"]),
        ("Backed by Nvidia, Mistral has raised $300 million.", ["Mistral AI"]),
        ("Nvidia raised $300 million in a round.", ["Nvidia"]),
        ("Nvidia led its rivals with sales of $300 million.", ["Nvidia"]),
        ("Nvidia led the round for Mistral and has sales of $300 million.", ["Nvidia"]),
    ],
)
def test_who_puts_money_in_has_figures_of_its_own(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salesforce bought Informatica, valuing the exchange at $8 billion.", "Informatica"),
        ("Salesforce bought Informatica in a deal that values the social network at $8 billion.", "Informatica"),
        ("Mistral has closed a round led by Nvidia that values it at $8 billion.", "Mistral AI"),
        ("Mistral, backed by Nvidia, is valued at $8 billion.", "Mistral AI"),
        ("Nvidia tripled the valuation of Mistral to $8 billion.", "Mistral AI"),
        ("Mistral, which Nvidia values at $8 billion, is growing.", "Mistral AI"),
        ("Nvidia values Kunlunxin, Baidu's chip unit, at $8 billion.", "Kunlunxin"),
        ("Nvidia is valued at $8 billion, having bought Mistral.", "Nvidia"),
        ("Nvidia, which values its staff, is worth $8 billion.", "Nvidia"),
    ],
)
def test_who_is_valued(text, expected):
    assert subjects(text)[-1] == expected

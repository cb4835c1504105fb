"""Whose a figure is where a sentence names somebody beside the one it is about."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia-backed Wayve has moved. The company raised $90 million.", ["Wayve"]),
        ("Nvidia-backed AI start-up Kestrin moved to Oslo. It has sales of $90 million.", ["Kestrin"]),
        ("Nvidia rival Cerebras won an order. The start-up's sales rose 17%.", ["Cerebras"]),
        ("Nvidia moved to Oslo. The company raised $90 million.", ["Nvidia"]),
        ("A Nvidia-backed start-up has moved. Nvidia's sales rose 17%.", ["Nvidia"]),
    ],
)
def test_a_backer_or_rival_named_before_another_is_not_who_the_text_goes_on_about(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elon Musk owns 12% of Tesla.", ["Elon Musk"]),
        ("Tesla fell after Ann Lee, who holds a 9% stake in the carmaker, spoke.", ["Ann Lee"]),
        ("Elon Musk said SpaceX owned 12% of Tesla.", ["SpaceX"]),
        ("Ann Lee owns 9% of Tesla. The offer values the carmaker at $90 billion.", ["Ann Lee", "Tesla"]),
    ],
)
def test_a_person_may_own_a_part_of_a_company(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel will join Nvidia, with the latter committing $30 billion.", ["Nvidia"]),
        ("Builder.ai, which is backed by Microsoft, owes Amazon $85 million.", ["Builder.ai"]),
        ("Intel will own 70%, with Bosch, Nvidia and Infineon taking 10% each.", ["Intel", "Bosch"]),
        ("Intel led a round of $90 million. SoftBank put in $25 million.", [None, "SoftBank"]),
        ("The deal cost Amazon $85 million.", ["Amazon"]),
    ],
)
def test_who_does_it_and_not_to_whom_it_is_done(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former Tesla engineer Ann Lee has raised $70 million for her new start-up, Kestrin.", ["Kestrin"]),
        ("Former Tesla engineers raised $70 million for their chip start-up Kestrin.", ["Kestrin"]),
        ("Tesla has raised $70 million for its supplier, Kestrin.", ["Tesla"]),
    ],
)
def test_what_founders_raise_is_their_companys(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The $15 billion Northgate project is backed by Nvidia.", ["Northgate"]),
        ("Nvidia backs the $4 billion Kestrin joint venture.", ["Kestrin"]),
        ("Nvidia has an office in Northgate. The $15 billion Northgate project is backed by Nvidia.", ["Nvidia"]),
    ],
)
def test_an_undertaking_of_a_name_has_its_price(text, expected):
    assert subjects(text) == expected


def test_figures_in_step_are_those_of_their_own_clause():
    text = "OpenAI raised $100 million while Nvidia and Kestrin raised $40 million and $7 million respectively."
    assert subjects(text) == ["OpenAI", "Nvidia", "Kestrin"]


def test_no_ministry_is_an_administration():
    text = "The Biden administration tightened its curbs. The finance ministry holds 17% of the fund."
    assert "Biden administration" not in subjects(text)
    assert subjects("The Federal Reserve met. The central bank spent $17 billion.") == ["Federal Reserve"]

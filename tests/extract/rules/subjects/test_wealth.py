"""What people are worth or paid, and whom a sentence only holds its subject against."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    "sentence",
    [
        "Tesla's chief executive, Elon Musk, is worth $500 billion.",
        "Tesla's chief executive Elon Musk is worth $500 billion.",
        "Elon Musk, the founder of Tesla, has a fortune of $500 billion.",
        "Tesla's boss Elon Musk was paid $500 million.",
        "Elon Musk, Tesla's boss, earned $500 million.",
        "Elon Musk's net worth rose to $500 billion.",
    ],
)
def test_what_a_person_is_worth_is_not_a_companys(sentence):
    assert subjects(sentence) == [None]


@pytest.mark.parametrize(
    "sentence",
    ["Elon Musk's Tesla is worth $500 billion.", "Tesla, which Elon Musk leads, earned $500 million."],
)
def test_a_persons_company_is_worth_what_it_is(sentence):
    assert subjects(sentence) == ["Tesla"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Compared with Amazon, Meta's capex of $19 billion looks modest.", ["Meta"]),
        ("In contrast to Amazon, Meta spent $19 billion.", ["Meta"]),
        ("Together, Amazon and Microsoft spend $600 billion.", ["Amazon"]),
        (
            "Meta and Amazon raised their plans. The former spends $7 billion, the latter $9 billion.",
            ["Meta", "Amazon"],
        ),
        ("Meta and Amazon raised their plans. The latter half of the year saw sales of $9 billion.", ["Meta"]),
    ],
)
def test_whom_a_sentence_is_about_beside_another(text, expected):
    assert subjects(text) == expected

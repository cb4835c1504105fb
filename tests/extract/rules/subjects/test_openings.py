"""Whose the figure is in what opens a sentence: a participle, or a thing of whom its main clause is about."""

import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel waits. Shortly after announcing an investment of $5 billion, Nokia said it would hire.", ["Nokia"]),
        ("Intel waits. After cutting 900 jobs in May, Dell is hiring again.", ["Dell"]),
        ("Intel waits. After a loss of $5 billion there was calm, Dell said.", ["Intel"]),
    ],
)
def test_a_participle_that_opens_a_sentence_is_about_its_subject(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cutting its full-year forecast to 9 billion euros, Nokia shed 400 jobs.", ["Nokia", "Nokia"]),
        ("Raising its sales to $9 billion, phone maker Nokia hired 400 people.", ["Nokia", "Nokia"]),
        ("Ericsson grew. Building a plant for $9 billion is hard, Nokia said.", ["Ericsson"]),
    ],
)
def test_the_subject_of_a_participle_that_opens_the_sentence_follows(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Through its takeover of Kelmar for $900 million, Oracle becomes a hospital supplier.", "Oracle"),
        ("Despite its $1.6 billion loss, Tesla kept its forecast.", "Tesla"),
        ("After their $5.4 billion bid for Tower lapsed, Intel looked elsewhere.", "Intel"),
        ("After its $5 billion bid for Tower, Reuters saw no rival.", None),
    ],
)
def test_what_opens_a_sentence_as_its_own_thing_is_of_its_main_clause(text, expected):
    assert subjects(text) == [expected]

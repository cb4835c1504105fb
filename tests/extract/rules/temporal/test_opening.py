"""The words that open an expression are tried first: what they rule out must hold no expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.temporal import timewords
from kg.lexicon.wordlists import words

SINGLE = [
    "fiscal",
    "financial",
    "FY",
    "FY25",
    "Q3",
    "4Q",
    "1H25",
    "Q3'25",
    "2Q2024",
    "H1/25",
    "CY25",
    "9M24",
    "H2",
    "2025",
    "30",
    "5th",
    "2024-06-30",
    "2024-25",
    "year-end",
    "year’s",
    "half",
    "latter",
    "a",
    "one",
    "the",
    "twelve",
    "quarters",
    "months",
    "years",
    "ago",
    "earlier",
    "later",
    "before",
    "after",
    "on",
    "of",
    "in",
    "to",
    "that",
    "just",
    "ended",
    "began",
    "through",
    "end",
    "close",
    "rest",
    "remainder",
    "calendar",
    "period",
    "word",
]
DAYS = [day.title() for day in timewords.weekdays()]
UNITS = (
    *timewords._UNITS,
    *words("time-nouns"),
    *words("semantic-fields", "period-begun", "period-end", "period-over"),
)
COUNTED = (*timewords.quarters(), *timewords.halves(), *timewords.counts())
WORDS = (*timewords.shifts(), *timewords.months(), *COUNTED, *UNITS, *DAYS, *SINGLE)


CASES = (str, str.lower, str.capitalize, str.upper)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(CASES), st.sampled_from((" ", " ", " ", "-", ", ")))))
def test_no_expression_opens_otherwise(parts):
    text = "".join(case(word) + gap for word, case, gap in parts)
    found = [match.span() for match in timewords.expressions(text)]
    assert found == [match.span() for match in timewords.grammar().finditer(text)]


@pytest.mark.parametrize("text", ["In the 1st half of 2025 it grew.", "It fell in the 2nd quarter of 2024."])
def test_parts_of_a_year_open_in_figures_too(text):
    assert [match.span() for match in timewords.expressions(text)] == [
        match.span() for match in timewords.grammar().finditer(text)
    ]
    assert list(timewords.expressions(text))

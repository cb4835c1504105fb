"""Patterns that end before a place find from the last words on what they find in the whole text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.text.tail import ends_with, last_words

BY = re.compile(r"\b[a-z]+\s+(?:the\s+)?by\s+\Z")
TEXTS = st.lists(st.sampled_from(["bought", "the", "by", "Acme", "U.S.-led", " ", "  ", "\n", ",", "_by"]), max_size=9)


@given(TEXTS.map("".join))
def test_a_pattern_of_three_words_finds_the_same_from_the_last_three_on(text):
    whole, near = BY.search(text), BY.search(text, last_words(text, 3))
    assert (whole and whole.span()) == (near and near.span())


@given(TEXTS.map("".join))
def test_a_last_word_is_told_as_a_pattern_tells_it(text):
    assert ends_with(text, "by") == (re.search(r"\bby\s+\Z", text) is not None)


def test_fewer_words_than_asked_for_are_all_taken():
    assert last_words("built by ", 3) == 0
    assert "sold and built by "[last_words("sold and built by ", 2) :] == " built by "

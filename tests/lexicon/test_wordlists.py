"""A pattern that starts with a letter finds the same words as one that asks everywhere whether a word starts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.wordlists import alternation, word_start

WORDS = ("the", "that", "this", "told", "a", "an", "its")
QUICK = re.compile(word_start(*WORDS))
PLAIN = re.compile(rf"\b{alternation(WORDS)}")


@given(st.lists(st.sampled_from([*WORDS, "other", "_the", "é", "9", "-", " ", "\n", "."]), max_size=12).map("".join))
def test_the_same_words_are_found(text):
    assert [found.span() for found in QUICK.finditer(text)] == [found.span() for found in PLAIN.finditer(text)]


def test_inner_letters_start_no_word():
    assert [found[0] for found in QUICK.finditer("bathe that mitten")] == ["that"]

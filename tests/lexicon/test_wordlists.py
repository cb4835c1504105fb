"""Words of code lists: their codes, and patterns that start with a letter and find what plain ones do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.wordlists import alternation, by_first_word, code_of, word_start

WORDS = ("the", "that", "this", "told", "a", "an", "its")
QUICK = re.compile(word_start(*WORDS))
PLAIN = re.compile(rf"\b{alternation(WORDS)}")


@given(st.lists(st.sampled_from([*WORDS, "other", "_the", "é", "9", "-", " ", "\n", "."]), max_size=12).map("".join))
def test_the_same_words_are_found(text):
    assert [found.span() for found in QUICK.finditer(text)] == [found.span() for found in PLAIN.finditer(text)]


def test_inner_letters_start_no_word():
    assert [found[0] for found in QUICK.finditer("bathe that mitten")] == ["that"]


def test_codes_are_found_by_words_or_by_what_they_have():
    assert code_of("scales")["billion"] == code_of("scales", "sign")["B"]
    assert code_of("currencies", "signOfText")["¥"] == "CNY"


def test_phrases_are_found_by_their_first_word_the_longest_first():
    phrases = by_first_word("cues", "according")
    assert ("according", "to") in phrases["according"]
    assert all(phrase[0] == first for first, listed in phrases.items() for phrase in listed)
    lengths = [[len(" ".join(phrase)) for phrase in listed] for listed in phrases.values()]
    assert lengths == [sorted(each, reverse=True) for each in lengths]

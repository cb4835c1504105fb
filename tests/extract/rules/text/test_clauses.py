from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.text.clauses import breaks, clause, nearness
from kg.lexicon.matcher import folded
from kg.model import Span


def near(text: str, word: str, which: int = 0) -> float:
    found = figures(text)
    start = text.index(word)
    return nearness(found[which].span, Span(start, start + len(word)), breaks(folded(text)), found)


def test_a_word_beside_the_figure_is_nearer_than_one_behind_a_comma():
    text = "Acme booked $3 billion in revenue, helped by tax."
    assert near(text, "revenue") > near(text, "tax")


def test_another_figure_keeps_words_apart():
    text = "Acme paid $3 billion for servers and $4 billion for chips."
    assert near(text, "servers", 0) > near(text, "servers", 1)
    assert near(text, "chips", 1) > near(text, "chips", 0)


def test_a_contrast_costs_more_than_a_comma():
    assert near("Acme spent $3 billion, chips", "chips") > near("Acme spent $3 billion whereas chips", "chips")


def test_what_only_a_part_is_for_says_little_of_the_whole():
    assert near("The outlay is $3 billion, mainly for servers", "servers") < 0.4
    assert near("The outlay is $3 billion for servers", "servers") > 0.9


def test_a_part_named_before_the_figure_is_an_aside():
    text = "Capital spending, including on servers, was $3 billion."
    assert near(text, "Capital spending") > near(text, "servers")


def test_a_closed_relative_clause_keeps_its_words():
    closed = "Acme, which makes chips, spent $3 billion."
    open_ = "Acme makes chips, spent $3 billion."
    assert near(closed, "chips") < near(open_, "chips")


def test_the_clause_ends_at_strong_breaks_only():
    text = "After a poor year, Acme lost $3 billion, which hurt."
    found = figures(text)[0].span
    inside = clause(found, Span(0, len(text)), breaks(folded(text)))
    assert inside.of(text).startswith("After a poor year, Acme lost $3 billion")
    assert "hurt" not in inside.of(text)


def test_commas_inside_numbers_are_no_breaks():
    assert not [one for one in breaks("about 3,250 units").found if one.kind == "comma"]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_nearness_stays_between_0_and_1(text, a, b, c):
    one, two, three = sorted(min(x, len(text)) for x in (a, b, c))
    assert 0 <= nearness(Span(one, two), Span(two, three), breaks(folded(text)), ()) <= 1

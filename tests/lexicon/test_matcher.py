import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.matcher import Matcher, folded


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end, _ in Matcher(dict.fromkeys(words, 0)).hits(folded(text))]


def test_words_are_found_whole_and_in_any_case() -> None:
    assert found("Armchairs for ARM, arm's length, harm", "arm") == ["ARM", "arm"]


def test_a_plural_s_is_no_part_of_another_word() -> None:
    assert found("H20s and H200", "H20") == ["H20"]


def test_phrases_stand_across_a_line_break_and_a_typographic_apostrophe() -> None:
    assert found("the People’s\nBank", "people's bank") == ["People’s\nBank"]


def test_no_words_find_nothing() -> None:
    assert found("anything at all") == []


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="aA bs'’.\n", max_size=60))
def test_hits_slice_back_to_the_word(text: str) -> None:
    assert all(hit.lower() == "ab" for hit in found(text, "ab"))


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 9), (4, 9), (5, 30), (9, 60)])
def test_a_stretch_holds_the_words_that_start_in_it(low, high):
    matcher = Matcher({"chip": "a", "chip act": "b", "act": "c"})
    fold = "the chips of a chip act act on chip act, chip"
    hits = [hit for hit in matcher.hits(fold) if low <= hit[0] < high]
    assert list(matcher.hits(fold, low, high)) == hits

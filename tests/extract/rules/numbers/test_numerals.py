from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.numbers.numerals import digits_value, numerals
from kg.lexicon.matcher import folded


def read(text: str) -> list[tuple[str, str]]:
    return [(found.span.of(text), str(found.value)) for found in numerals(text, folded(text))]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,250", "1250"),
        ("12,34,567.5", "1234567.5"),
        ("6.75", "6.75"),
        ("6,7 million", "6700000"),
        ("3-odd billion", "3000000000"),
        ("2½", "2.5"),
        ("3.2 billion", "3200000000"),
        ("3.2bn", "3200000000"),
        ("18B", "18000000000"),
        ("750k", "750000"),
        ("35 lakh", "3500000"),
        ("2,000 crore", "20000000000"),
        ("2-million", "2000000"),
        ("1.5 thousand billion", "1500000000000"),
        ("seven", "7"),
        ("forty-two", "42"),
        ("three hundred and five", "305"),
        ("two hundred and fifty thousand", "250000"),
        ("one million two hundred thousand", "1200000"),
        ("nine million", "9000000"),
        ("a million", "1000000"),
        ("half a million", "500000"),
        ("a quarter of a billion", "250000000"),
        ("two and a half million", "2500000"),
        ("a dozen", "12"),
        ("three dozen", "36"),
    ],
)
def test_a_printed_number_is_worth_its_value(printed: str, value: str) -> None:
    assert read(f"They bought {printed} there") == [(printed, value)]


def test_a_fraction_without_a_zero() -> None:
    assert read("a rate of .025 in all") == [(".025", "0.025")]


@pytest.mark.parametrize(
    "text", ["6,9", "1.2.3", "007", "1,23", "12,3456", "many millions of them", "several million", "bone"]
)
def test_what_is_no_english_number_is_not_read(text: str) -> None:
    assert read(text) == []


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert read("two and three million") == [("two", "2"), ("three million", "3000000")]


@pytest.mark.parametrize(
    ("text", "scale"), [("40 billion", 9), ("5k", 3), ("3 hundred thousand", 5), ("six million", 6), ("64", 0)]
)
def test_the_scale_is_the_power_of_ten_of_the_scale_word(text: str, scale: int) -> None:
    assert next(iter(numerals(text, folded(text)))).scale == scale


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_parse_to_their_value(number: int) -> None:
    assert digits_value(f"{number:,}") == number
    assert read(f"it has {number:,} of them") == [(f"{number:,}", str(number))]


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals_parse_to_their_value(number: Decimal) -> None:
    assert digits_value(f"{number:f}") == number


@given(st.text())
def test_any_text_is_read_without_an_error_and_numbers_do_not_overlap(text: str) -> None:
    end = 0
    for found in numerals(text, folded(text)):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end

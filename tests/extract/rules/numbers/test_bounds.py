"""Bound words that stand apart from their number, and multiples of what a name has, with sentences of our own."""

import pytest

from kg.extract.rules.numbers.figures import figures


def read(text: str) -> list[tuple[str, str]]:
    return [(found.span.of(text), found.quantity.bound) for found in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spend as much as a cumulative $364 million.", ("as much as a cumulative $364 million", "up_to")),
        ("The two lost more than a combined $9 million.", ("more than a combined $9 million", "more_than")),
        ("The two lost a combined $9 million.", ("$9 million", "exact")),
        ("It cost “much more” than $9 million.", ("more” than $9 million", "more_than")),
        ('It has "more than" 900 shops.', ('more than" 900', "more_than")),
        ("It says that about “27% of us” agree.", ("27%", "exact")),
    ],
)
def test_bounds_past_an_adjective_or_a_mark_of_quotation(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The bill is twice Nokia's $11 million.", ["twice", "$11 million"]),
        ("Sales were three times Bell Canada's revenue.", ["three times"]),
        ("He tried twice to open Nokia's gate.", []),
        ("He rang three times at Nokia's gate.", []),
    ],
)
def test_what_a_name_has_is_multiplied(text: str, printed: list[str]) -> None:
    assert [found for found, _ in read(text)] == printed

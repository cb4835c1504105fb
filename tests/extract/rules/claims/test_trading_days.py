"""Moves of prices on the day that a text is of, results of half a year, and views of the one before gone on with."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia shares fell 4% in early trading.", ["2025-11-20"]),
        ("Nokia shares fell 4% to 5 euros at midday, while Ericsson's rose 2%.", ["2025-11-20"] * 3),
        ("Nokia shares fell 4% in premarket trading after results. Ericsson's shares rose 2%.", ["2025-11-20"] * 2),
        ("Nokia shares fell 4% in New York overnight.", ["2025-11-20"]),
        ("Nokia shares fell 4% after results.", [None]),
        ("Nokia shares fell 4% on Thursday. In May they lost a record 9% in one day.", ["2025-11-20", "2025-05"]),
        ("Nokia shares fell 4% in early trading on Monday.", ["2025-11-17"]),
        ("Nokia's sales fell 4% in early trading.", [None]),
    ],
)
def test_a_price_that_moves_while_it_is_traded_does_so_on_the_day(text, expected):
    assert periods(text) == expected


def test_the_day_of_trading_is_known_only_with_that_of_the_text():
    assert periods("Nokia shares fell 4% in early trading.", date="2025-11") == [None]
    assert periods("Nokia shares fell 4% in early trading.", date=None) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's sales rose 8% in the third quarter. It surprised with a 9% jump in half-year profit.", "2025-Q3"),
        (
            "It is Nokia's best since the second quarter of 2022, when it earned $4 billion. Sales rose 8% at Nokia.",
            "2022-Q2",
        ),
    ],
)
def test_results_of_half_a_year_or_of_old_are_of_no_quarter_told_of(text, expected):
    assert periods(text)[0] == expected
    assert periods(text)[1:] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia expects sales of $9 billion in 2026. Its base is Espoo. It also expects a profit of $2 billion.",
            "2026",
        ),
        (
            "Nokia expects sales of $9 billion in 2026. Ericsson is a rival. Ericsson expects a profit of $2 billion.",
            None,
        ),
    ],
)
def test_a_forecast_goes_on_with_the_time_of_the_one_before(text, expected):
    assert periods(text) == ["2026", expected]

import pytest

from kg.extract.rules.temporal import dates
from kg.extract.rules.temporal.dates import Day


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2025", Day(2025)),
        ("2025-01", Day(2025, 1)),
        ("2025-01-22", Day(2025, 1, 22)),
        ("2025-01-22T08:02:00Z", Day(2025, 1, 22)),
    ],
)
def test_partial_dates_are_parsed(iso: str, day: Day) -> None:
    assert dates.parsed(iso) == day


@pytest.mark.parametrize("iso", [None, "", "undated", "2025-13", "2025-02-30", "0000", "0001-01-01", "9999-12-31"])
def test_what_is_no_date_is_none(iso: str | None) -> None:
    assert dates.parsed(iso) is None


def test_quarters_and_months_wrap_around_the_year() -> None:
    assert dates.shifted_quarter(2025, 1, -1) == "2024-Q4"
    assert dates.shifted_month(2025, 12, 1) == "2026-01"


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [(1, 12, "2024"), (1, 9, "2024-Q1/2024-Q3"), (4, 6, "2024-Q2"), (2, 3, "2024-02/2024-03")],
)
def test_months_are_named_by_quarters_where_they_fill_them(first: int, last: int, code: str) -> None:
    assert dates.span_of_months(2024, first, last) == code


def test_a_month_without_a_year_is_the_last_one_or_the_next_one() -> None:
    report = Day(2025, 5, 14)
    assert dates.year_of_month(5, 20, report, ahead=False) == 2024
    assert dates.year_of_month(5, 10, report, ahead=False) == 2025
    assert dates.year_of_month(3, None, report, ahead=True) == 2026
    assert dates.year_of_month(3, None, Day(2025), ahead=False) is None

"""Fiscal years named by the two years they lie in, full years told by their end, whose year it is."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sony expects a profit of $7 billion for the 2025-26 fiscal year.", ["FY2026-03"]),
        ("Sony made a profit of $7 billion in fiscal 2024/25.", ["FY2025-03"]),
        ("Sony made a profit of $7 billion in FY2024-25.", ["FY2025-03"]),
        ("Acme made a profit of $7 billion in the 2024–25 financial year.", ["FY2025"]),
        ("Acme will spend $7 billion in 2025-26.", ["2025/2026"]),
        ("Acme spent $7 billion in fiscal 2021-24.", ["2021/2024"]),
    ],
)
def test_a_fiscal_year_may_be_named_by_two_years(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alibaba cut its sales outlook for the full year ending March 2026 to 9%.", ["FY2026-03"]),
        ("Nokia cut its growth outlook for the full year ending in December 2026 to 9%.", ["2026"]),
        ("Nokia cut its growth outlook for the full year to 9%.", ["2025"]),
    ],
)
def test_a_full_year_ends_where_it_is_said_to(text, expected):
    assert periods(text) == expected


def test_the_maker_of_a_thing_has_its_own_calendar():
    assert periods("Unilever is growing. The maker of Knorr expects sales to rise 8% this fiscal year.") == ["2025"]
    assert periods("Unilever is growing. Sony expects its sales to rise 8% this fiscal year.") == ["FY2026-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Best since the second quarter of 2022, when it sold 90 phones. It sold 80 phones in the third quarter.",
            None,
        ),
        ("It sold 90 phones in the second quarter of 2022. The third quarter brought 80 phones.", "2022-Q3"),
    ],
)
def test_the_quarter_since_which_something_is_so_is_none_to_count_from(text, expected):
    assert periods(text, date=None)[-1] == expected

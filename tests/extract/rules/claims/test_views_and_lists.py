"""Periods of views that were held before, of lists of results, of amounts in brackets and of a month's statistics."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia forecasts a 17-23% rise in annual sales, compared with the 14-20% announced in mid-April.",
            ["2025", "2025"],
        ),
        ("Nokia sees sales of $7 billion in 2025, less than the $8 billion indicated in August.", ["2025", "2025"]),
        ("Nokia sees sales of $7 billion in 2025, up from the $6 billion it announced in May.", ["2025", "2025"]),
        ("Nokia's annual sales of phones fell 9%.", [None]),
        ("Nokia sold phones for $7 billion in 2024, more than the $6 billion reported in 2023.", ["2024", "2023"]),
    ],
)
def test_a_view_held_before_is_of_the_time_of_the_one_that_takes_its_place(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Third-quarter 2025 results\n\n- Revenue of $4 billion, up 9%\n- Operating margin of 21%",
            ["2025-Q3", "2025-Q3", "2025-Q3"],
        ),
        (
            "Nokia earns more\n\n- Quarterly profit $820 million (prior year: $360 million)\n- Sales $4 billion, up 4%",
            ["2025-Q3", "2024-Q3", "2025-Q3", "2025-Q3"],
        ),
        ("Third-quarter 2025 results\n\n- Nokia employs 9,000 people\n- Its shares fell 9%", [None, None]),
        ("Third-quarter 2025 results\n\n- Revenue of $4 billion in the fourth quarter of 2024", ["2024-Q4"]),
    ],
)
def test_entries_of_a_list_have_the_time_that_its_heading_or_first_entry_names(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Net income was $2 billion ($0.82 per share) in the second quarter, versus $1 billion ($0.64) a year ago.",
            ["2025-Q2", "2025-Q2", "2024-Q2", "2024-Q2"],
        ),
        (
            "Nokia's loss was $9 billion in 2024, compared to a loss of $8 billion two years ago in 2022.",
            ["2024", "2022"],
        ),
        (
            "Nokia swung to a loss of $8 million in the first quarter from a profit of $2 million.",
            ["2025-Q1", "2024-Q1"],
        ),
        (
            "Nokia's second-quarter profit fell 30%. It had reported a 9% jump for January-March. Revenue rose 14%.",
            ["2025-Q2", "2025-Q1", "2025-Q2"],
        ),
        ("On Tuesday Nokia reported a 5% rise in quarterly revenue.", ["2025-Q3"]),
        ("Among other 2026 spending figures, Nokia projects sales of $9 billion.", ["2026"]),
    ],
)
def test_amounts_told_again_turned_round_or_looked_back_on(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prices in Britain rose 3.8% in September. Its inflation rate eased to 4.5%, food inflation to 4.7%.",
            ["2025-09", "2025-09", "2025-09"],
        ),
        ("Prices in Britain rose 3.8% in September. Its main rate stands at 4%.", ["2025-09", None]),
        ("Nokia's prices rose 3.8% in September. Inflation in Britain is at 4%.", ["2025-09", None]),
    ],
)
def test_a_report_on_a_month_goes_on_with_its_statistics(text, expected):
    assert periods(text) == expected

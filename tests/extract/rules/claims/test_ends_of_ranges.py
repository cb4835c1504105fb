"""Values at the ends of a stretch of years, and times in brackets, denied, or of what is done all the time."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 2020 to 2023 Nokia's revenue rose from $1 billion to $2 billion.", ["2020", "2023"]),
        ("Nokia's headcount rose from 1,200 to 5,900 between 2020 and 2024.", ["2020", "2024"]),
        ("Between 2019 and 2024 Nokia's revenue grew to $2 billion from $1 billion.", ["2019/2024", "2019"]),
        ("Nokia invested $9 billion from 2021 to 2024.", ["2021/2024"]),
    ],
)
def test_what_rose_from_and_to_has_the_years_in_which_a_stretch_began_and_ended(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia will spend $8 billion on masts in 2026, not 2025, out of a budget of $9 billion.", ["2026", "2026"]),
        (
            "In 2023 Nokia earned $2 billion (2022: a loss of $9 billion) on sales of $37 billion.",
            ["2023", "2022", "2023"],
        ),
        (
            "Nokia's revenue was $4 billion in 2024 ($3 billion in 2023), its profit $1 billion.",
            ["2024", "2023", "2024"],
        ),
        ("In February Nokia pledged $9 billion over three years.", [None]),
        ("In February Nokia lost $9 billion.", ["2025-02"]),
        ("Nokia burns $1 billion a month and took $9 billion in July.", [None, "2025-07"]),
        ("In July Nokia, which burns $1 billion a month, took $9 billion from lenders.", [None, "2025-07"]),
        ("In July Nokia burned $1 billion a month.", ["2025-07"]),
        ("Nokia's shares have doubled this year.", ["2025"]),
        ("Nokia's output is double last year's.", [None]),
    ],
)
def test_times_denied_in_brackets_or_of_what_was_done_once(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's profit rose to $4 billion from $3 billion in the third quarter.", ["2025-Q3", "2024-Q3"]),
        ("Nokia's profit rose to $4 billion from $3 billion in the second quarter.", [None, "2025-Q2"]),
        ("Nokia's profit will rise from $3 billion in the third quarter to $4 billion.", ["2025-Q3", None]),
        (
            "Nokia expects sales of $9 billion in the fourth quarter. That is 5% less than a year earlier.",
            ["2025-Q4"] * 2,
        ),
        ("Nokia expects profit of $7 billion in 2026. This would be 12% more than this year.", ["2026", "2026"]),
        ("Nokia sees a margin of 4-7% this year, compared with the 5-8% it gave in February.", ["2025", "2025"]),
        ("When it sold its maps unit in 2015, Nokia had sales of $9 billion.", ["2015"]),
        ("Nokia expects growth of 8-9% in 2025. It sees a margin of 8-10%, down from 9-11%.", ["2025", "2025", "2025"]),
    ],
)
def test_the_newest_quarter_is_of_the_newer_value_and_what_points_back_goes_on(text, expected):
    assert periods(text) == expected

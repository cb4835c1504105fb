"""Results of a full year told in the next, clauses that tell results on, and what a result is held against."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    "text",
    [
        "Philips' full-year revenue climbed to $68 billion.",
        "Philips' annual operating profit rose to $33 billion.",
        "Philips reported annual operating profit of $33 billion.",
        "For the full year, Philips earned $33 billion.",
        "Philips earned $33 billion in the year as a whole.",
    ],
)
def test_a_full_year_told_of_early_in_the_next_is_the_one_just_over(text):
    assert periods(text, "2026-01-29") == ["2025"]


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Philips' annual operating profit was $33 billion.", "2025-08-29", [None]),
        ("Micron's annual operating profit rose to $33 billion.", "2026-01-29", [None]),
        ("Philips put full-year sales at $5 billion.", "2026-01-29", [None]),
        ("Philips pays annual fees of $3 million.", "2026-01-29", [None]),
    ],
)
def test_what_is_of_any_year_is_not(text, date, expected):
    assert periods(text, date) == expected


def test_the_full_year_is_that_of_the_fourth_quarter_told_before():
    text = "Philips' revenue was $23 billion in the fourth quarter. Full-year revenue climbed 50% to $68 billion."
    assert periods(text, "2026-01-29") == ["2025-Q4", "2025", "2025"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kering's sales fell 7% in the third quarter, and costs rose to $4 billion.", "2025-Q3"),
        ("Kering's sales fell 7% in the third quarter, and total sales in Asia were down 9%.", "2025-Q3"),
        ("Kering's sales fell 7% in the third quarter, while profit dropped 9%.", "2025-Q3"),
        ("Kering's sales slipped 7% in the third quarter, and it has debt of $9 billion.", None),
        ("Kering's sales slipped 7% in the third quarter, and it will cut 900 jobs.", None),
        ("Kering's sales slipped 7% in the third quarter, and its shares lost 9%.", None),
        ("Kering's sales slipped 7% in the third quarter, and it now employs 47,000 people.", None),
    ],
)
def test_a_clause_tells_results_on_but_no_states_plans_or_prices(text, last):
    assert periods(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Baidu's revenue was $3 billion in 2024, against $2 billion in 2023. The loss that year was $2 million.",
            "2023",
        ),
        ("Baidu's loss was $2 million in 2024. Revenue that year was $2 billion.", "2024"),
        (
            "Baidu expects $3 billion in sales this year and $9 billion in 2026. It will burn $2 billion that year.",
            "2026",
        ),
    ],
)
def test_that_year_is_the_one_named_last_also_if_it_is_old(text, expected):
    assert periods(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kering earned $2 billion in the third quarter; $1 billion had been the average of estimates.", "2025-Q3"),
        ("Kering earned $2 billion in the third quarter; it is valued at $1 billion.", None),
        (
            "Kering's sales rose in the third quarter. Its net loss was $53 million, compared with $18 million.",
            "2024-Q3",
        ),
        ("Kering's third-quarter revenue was $4 billion, while analysts had expected $5 billion.", "2025-Q3"),
        (
            "Kering grew in Q3. It earned $2 billion in the quarter against $1 billion in the same period last year.",
            "2024-Q3",
        ),
    ],
)
def test_what_a_result_is_held_against(text, last):
    assert periods(text)[-1] == last

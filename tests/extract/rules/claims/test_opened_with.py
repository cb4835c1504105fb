"""Results that a text opens with and goes on with, the quarter just over, and what a result rose or fell from."""

import pytest

from tests.extract.rules.claims.test_dating import periods

BETWEEN = "Demand was strong, he said. It employs 9,000 people. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"Nokia's revenue rose 8% in the third quarter. {BETWEEN}Its margin was 12%.", "2025-Q3"),
        (
            f"Nokia's revenue was $9 billion in the half-year to June. {BETWEEN}Its profit came to $4 billion.",
            "2025-Q1/2025-Q2",
        ),
        (f"Nokia's revenue was $9 billion in 2024. {BETWEEN}Its profit was $1 billion.", "2024"),
        (
            "Nokia's sales rose 8% in Q3. Its budget will exceed the $9 billion spent in 2024. Its profit rose 7%.",
            "2025-Q3",
        ),
        ("Nokia's shares fell 6% after a third quarter of cheap phones. The firm earned $3 billion.", "2025-Q3"),
    ],
)
def test_results_go_on_with_those_that_the_text_opens_with(text, last):
    assert periods(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"Nokia's revenue rose 8% in the third quarter. {BETWEEN}Ericsson's margin was 12%.", None),
        (f"Nokia's revenue rose 8% in the third quarter. {BETWEEN}It has saved $3 billion in costs.", None),
        (f"Nokia's revenue rose 8% in the third quarter. {BETWEEN}Its debt is $3 billion.", None),
        (f"Nokia spent $8 billion on data centres in 2024. {BETWEEN}Its sales rose 12%.", None),
        (f"Nokia's revenue rose 8% in Q3. In 2023, its profit was $9 billion. {BETWEEN}Its margin was 12%.", None),
    ],
)
def test_others_what_lasts_and_what_comes_after_another_period_do_not(text, last):
    assert periods(text)[-1] is last


def test_rates_of_one_month_go_on_with_it():
    text = "British inflation was 4% in September. Food was a surprise, it said. Services inflation eased to 5%."
    assert periods(text) == ["2025-09", "2025-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's quarterly profit was $9 billion.", ["2025-Q3"]),
        ("Nokia's takings for the quarter were up 6% at $9 billion.", ["2025-Q3", "2025-Q3"]),
        ("Nokia pays a quarterly dividend; its profit was $9 billion.", [None]),
        ("Micron's quarterly profit was $9 billion.", [None]),
    ],
)
def test_what_is_quarterly_is_of_the_quarter_just_over(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's profit fell to $9 billion in 2024 from $11 billion.", ["2024", "2023"]),
        ("In the third quarter Nokia's margin rose to 9% from 7%.", ["2025-Q3", "2024-Q3"]),
        ("Nokia expects its 2025 profit to fall to $9 billion from $11 billion.", ["2025", None]),
        ("Nokia's profit fell to $9 billion from $11 billion.", [None, None]),
    ],
)
def test_a_result_rose_or_fell_from_that_of_the_year_before(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia lost $4 billion before tax in the third quarter.", ["2025-Q3"]),
        (
            "Nokia, valued at $9 billion, is worth twice the $4 billion at which it sold shares in March.",
            [None, "2025-03"],
        ),
        ("Nokia cut 9,000 jobs, as the firm, until last year the biggest of its kind, shrinks.", [None]),
        ("Nokia sold 9 million phones, in line with a goal it had set in March.", [None]),
    ],
)
def test_times_of_what_else_is_told_behind_are_no_ones(text, expected):
    found = periods(text)
    assert [found[0], *found[-1:]][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia was, after years of talks, listed in March 2023; its losses passed $9 billion.", [None]),
        (
            "Nokia's sales rose to $9 billion; its cash flow for the first nine months was $4 billion.",
            [None, "2025-Q1/2025-Q3"],
        ),
        ("In the third quarter Nokia grew; its sales rose to $9 billion.", ["2025-Q3"]),
        ("Nokia's sales rose 9% in the third quarter; its profit fell to $4 billion.", ["2025-Q3", "2025-Q3"]),
        ("Nokia's profit was $9 billion (2024: $8 billion).", [None, "2024"]),
        ("Nokia's 2025 spending will exceed the $9 billion laid out in 2024.", ["2024"]),
        ("Nokia's 2025 spending will exceed the $9 billion announced in March.", ["2025"]),
        ("Nokia sold $9 billion of masts in the first half, 6% more than in all of 2024.", ["2025-Q1/2025-Q2"] * 2),
        ("Nokia earned $9 billion, having lost $4 billion in 2024.", [None, "2024"]),
        ("Nokia's revenue, $10.3 billion in 2024, is set to reach $18 billion.", ["2024", None]),
        ("A fine of $10 billion, handed down in 2023, was cut to $4 billion.", ["2023", None]),
    ],
)
def test_semicolons_brackets_and_asides_part_a_time_from_a_figure(text, expected):
    assert periods(text) == expected


def test_the_same_months_are_those_told_of_before():
    text = (
        "Nokia's sales were $9 billion in the second quarter. Ericsson reported $7 billion for the same three months."
    )
    assert periods(text) == ["2025-Q2", "2025-Q2"]

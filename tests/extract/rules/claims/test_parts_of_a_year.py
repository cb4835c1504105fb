"""Parts of a year that are named short: "in the fourth", "the previous three months", "half-year sales"."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kering's sales fell 14% in the first quarter and 15% in the second.", ["2025-Q1", "2025-Q2"]),
        ("Kering's sales rose 3% in its second quarter, after a 4% increase in the first.", ["2025-Q2", "2025-Q1"]),
        ("Kering's margin was 9% in the third quarter, compared with 8% in the second.", ["2025-Q3", "2025-Q2"]),
        ("Kering's sales fell 5% in the third quarter. For the fourth, it forecasts 2%.", ["2025-Q3", "2025-Q4"]),
        ("Kering's sales fell 5% in the second quarter of 2024 and 7% in the third.", ["2024-Q2", "2024-Q3"]),
        (
            "Kering's sales fell 15% in the first half of 2024 and 4% in the second.",
            ["2024-Q1/2024-Q2", "2024-Q3/2024-Q4"],
        ),
        (
            "HP's sales rose 4% in its fiscal second quarter and 6% in the third.",
            ["2025-02/2025-04", "2025-05/2025-07"],
        ),
    ],
)
def test_a_part_whose_noun_was_said_before_is_counted_from_that(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kering's sales fell 5% in 2024. It has two plants. In the first, it employs 900 people.", None),
        ("Kering's profit fell 5% in the third quarter, the second in a row, to $4 billion.", "2025-Q3"),
        ("Kering's sales fell 5% in May. Of its shops in Rome, it shut the second, which sold $4 billion.", None),
    ],
)
def test_what_else_is_first_or_second_is_no_part_of_a_year(text, last):
    assert periods(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla delivered 420,000 cars in the final three months of 2024.", ["2024-Q4"]),
        ("Tesla wants to deliver 420,000 cars in the final three months.", ["2025-Q4"]),
        (
            "Kering's sales were $12 billion in the third quarter, down from $13 billion in the previous three months.",
            None,
        ),
        ("Kering's sales were $12 billion in the third quarter, up from $11 billion three months earlier.", None),
        ("Kering's sales were $12 billion in the third quarter, against $11 billion in the preceding quarter.", None),
    ],
)
def test_three_months_are_a_quarter(text, expected):
    assert periods(text) == (expected or ["2025-Q3", "2025-Q2"])


def test_the_quarter_before_does_not_end_an_account_of_results():
    text = (
        "Kering's sales rose 5% in the third quarter. Growth had been 3% in the previous three months. "
        "Demand was weak, he said. It employs 9,000 people. Its margin was 12%."
    )
    assert periods(text)[-1] == "2025-Q3"


@pytest.mark.parametrize(
    "time",
    [
        "the six months to September",
        "the half-year to 27 September",
        "April-September",
        "the six months ended September 30",
    ],
)
def test_half_a_year_that_is_none_of_the_calendar_is_told_in_months(time):
    assert periods(f"Vodafone's revenue was $19 billion in {time}.") == ["2025-04/2025-09"]


@pytest.mark.parametrize(
    ("text", "date", "code"),
    [
        ("Nestle's half-year sales were $44 billion.", "2025-08-05", "2025-Q1/2025-Q2"),
        ("Nestle's nine-month profit was $4 billion.", "2025-10-20", "2025-Q1/2025-Q3"),
        ("Nestle's half-year sales were $44 billion.", "2025-03-05", None),
        ("HP's half-year sales were $44 billion.", "2025-08-05", None),
        ("Nestle's shares fell to a six-month low of $90.", "2025-08-05", None),
    ],
)
def test_what_is_half_yearly_is_of_the_half_just_over(text, date, code):
    assert periods(text, date) == [code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kering's sales were $12 billion in the third quarter (prior year: $11 billion).", ["2025-Q3", "2024-Q3"]),
        ("Kering's sales were $12 billion in the third quarter (2024: $11 billion).", ["2025-Q3", "2024-Q3"]),
        ("Kering's sales were $12 billion in 2024 (2023: $11 billion).", ["2024", "2023"]),
        ("As of June 30, Telegram had 1 billion users.", ["2025-06-30"]),
        ("On Monday, Telegram had 1 billion users.", [None]),
        ("Mistral's revenue was $1 billion in 2024, and its goal for 2026 is $4 billion.", ["2024", "2026"]),
        ("Mistral's revenue is above $3 billion, and the target for 2027 is $4 billion.", [None, "2027"]),
        ("Mistral aims for revenue of $4 billion in the year after next.", ["2027"]),
        (
            "Kering earned $8 billion in the third quarter, shops $7 billion, up from 4 billion three months earlier.",
            ["2025-Q3", "2025-Q3"],
        ),
    ],
)
def test_values_in_brackets_days_and_times_of_a_second_value(text, expected):
    assert periods(text) == expected

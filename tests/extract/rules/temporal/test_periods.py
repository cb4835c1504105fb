from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.temporal.periods import periods
from kg.extract.rules.temporal.scene import Calendar

REPORT = "2025-05-14"


def read(text: str, date: str | None = REPORT) -> list[str | None]:
    return [found.period.code if found.period else None for found in periods(text, date)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in 2023", "2023"),
        ("by 2027", "by-2027"),
        ("by the end of 2027", "by-2027"),
        ("by mid 2027", "by-2027"),
        ("by the end of this year", "by-2025"),
        ("by end-2026", "by-2026"),
        ("this year", "2025"),
        ("last year", "2024"),
        ("next year", "2026"),
        ("in March", "2025-03"),
        ("in December", "2024-12"),
        ("by September", "by-2025-09"),
        ("as of December 2022", "2022-12"),
        ("in December of last year", "2024-12"),
        ("last month", "2025-04"),
        ("on Monday", "2025-05-12"),
        ("on Feb. 3", "2025-02-03"),
        ("on 30 September", "2024-09-30"),
        ("on June 2, 2023", "2023-06-02"),
        ("2023-06-02", "2023-06-02"),
        ("in the third quarter", "2024-Q3"),
        ("in the first quarter", "2025-Q1"),
        ("in the third quarter of 2023", "2023-Q3"),
        ("in Q3 2023", "2023-Q3"),
        ("in 3Q23", "2023-Q3"),
        ("in 3Q2023", "2023-Q3"),
        ("in Q3'23", "2023-Q3"),
        ("in Q3 ’23", "2023-Q3"),
        ("in Q3/23", "2023-Q3"),
        ("in Q3-2023", "2023-Q3"),
        ("in H1'23", "2023-Q1/2023-Q2"),
        ("in 2H2023", "2023-Q3/2023-Q4"),
        ("in CY23", "2023"),
        ("in CY2023", "2023"),
        ("in 9M23", "2023-Q1/2023-Q3"),
        ("in 6M2023", "2023-Q1/2023-Q2"),
        ("Q1/25% of sales", "2025-Q1"),
        ("last quarter", "2025-Q1"),
        ("this quarter", "2025-Q2"),
        ("in the first three quarters of 2023", "2023-Q1/2023-Q3"),
        ("in the first nine months of 2023", "2023-Q1/2023-Q3"),
        ("sold in its last three months of 2021", "2021-Q4"),
        ("in the final six months of 2022", "2022-Q3/2022-Q4"),
        ("in the first two months of 2023", "2023-01/2023-02"),
        ("in the second half of 2023", "2023-Q3/2023-Q4"),
        ("in the quarter ended 31 March", "2025-Q1"),
        ("in the quarter through to September 30, 2023", "2023-Q3"),
        ("in the three months to June 2023", "2023-Q2"),
        ("in the June quarter", "2024-Q2"),
        ("from April 2023 to May 2024", "2023-04/2024-05"),
        ("between 2021 and 2024", "2021/2024"),
        ("in 2023-24", "2023/2024"),
        ("in fiscal 2025", "FY2025"),
        ("in FY26", "FY2026"),
        ("in its fiscal year through June 30", "FY2024-06"),
        ("in the fiscal year ended March 2023", "FY2023-03"),
        ("in the fiscal year ending next March", "FY2026-03"),
        ("in the year ended 30 June 2023", "FY2023-06"),
        ("in the year ended December 2023", "2023"),
        ("in the year to March", "2024-04/2025-03"),
        ("for the year to 31 March", "FY2025-03"),
        ("in the fiscal year that closed in March", "FY2025-03"),
        ("it will spend most of it in its fiscal year to February", "FY2026-02"),
        ("between July and April", "2024-07/2025-04"),
        ("for the year as a whole", "2025"),
        ("by July it stood at 4%", "by-2024-07"),
        ("by July it will stand at 4%", "by-2025-07"),
        ("booked savings of $2.2 billion by July", "by-2024-07"),
        ("in the fiscal year that began this month", "FY2026-04"),
        ("in the fiscal year that started in February", "FY2026-01"),
        ("in the three months to the end of March", "2025-Q1"),
        ("in the quarter to the end of September", "2024-Q3"),
        ("in the January-March quarter", "2025-Q1"),
        ("from October to December", "2024-Q4"),
        ("in July-August 2023", "2023-07/2023-08"),
        ("in the first half", "2025-Q1/2025-Q2"),
        ("in the opening half of 2024", "2024-Q1/2024-Q2"),
        ("in H1", "2025-Q1/2025-Q2"),
        ("in 2H24", "2024-Q3/2024-Q4"),
        ("by the end of the year", "by-2025"),
        ("by year-end", "by-2025"),
        ("over the rest of the year", "2025"),
        ("two years ago", "2023"),
        ("twelve years ago", "2013"),
    ],
)
def test_periods_are_resolved_against_the_report(text: str, code: str) -> None:
    assert read(f"It grew {text}.") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "last summer",
        "its last fiscal year",
        "the fiscal third quarter",
        "since 2019",
        "next week",
        "last Tuesday",
        "in the second half",
        "in the first half of its fiscal year",
        "in the year just ended",
        "in the quarter before",
        "a year later",
        "five years earlier",
    ],
)
def test_what_cannot_be_resolved_is_found_without_a_period(text: str) -> None:
    assert read(f"It grew {text}.") == [None]


@pytest.mark.parametrize("text", ["this year", "in March", "on Monday", "in the third quarter", "last quarter"])
def test_relative_periods_need_the_report_date(text: str) -> None:
    assert read(f"It grew {text}.", None) == [None]
    assert read("It grew in March 2023.", None) == ["2023-03"]


def test_a_year_alone_dates_what_needs_no_month() -> None:
    assert read("It grew last year, and again in March.", "2025") == ["2024", None]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("In the quarter to 30 September 2023 it sold less than in the previous quarter.", ["2023-Q3", "2023-Q2"]),
        ("It spent more in 2022 than in the previous year.", ["2022", "2021"]),
        ("In the fourth quarter of 2023 sales rose from a year earlier.", ["2023-Q4", "2022-Q4"]),
        ("In 2022 sales rose; they had been flat a year earlier.", ["2022", "2021"]),
        (
            "In Q2 2023, it said on Monday, it lost less than in the previous quarter.",
            ["2023-Q2", "2025-05-12", "2023-Q1"],
        ),
        ("In the second quarter of 2023 it sold more than in the quarter before.", ["2023-Q2", "2023-Q1"]),
        ("In March 2024 it sold more than in the month before, and a year earlier.", ["2024-03", "2024-02", "2023-02"]),
        ("It owed more at the end of March than a year earlier.", ["2025-03", "2024-03"]),
        ("In the first half of 2024 it fell from a year earlier.", ["2024-Q1/2024-Q2", "2023-Q1/2023-Q2"]),
        ("It opened in 2021, grew a year later and closed three years later.", ["2021", "2022", "2025"]),
        ("In 2024 it shrank. In the second half, it grew.", ["2024", "2024-Q3/2024-Q4"]),
        ("In 2023 it grew until the end of the year.", ["2023", None]),
        (
            "In the fiscal year that began in April it grows more than in the year just ended.",
            ["FY2026-03", "FY2025-03"],
        ),
        ("The financial year that began last month beats last fiscal year.", ["FY2026-03", "FY2025-03"]),
    ],
)
def test_previous_counts_from_the_period_named_last(text: str, codes: list[str]) -> None:
    assert read(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "It may march on.",
        "It has $2025 left.",
        "It has 2,025 units.",
        "It employs 2000 workers.",
        "The X-2024 model.",
        "at 20:25",
        "It sold H20 and H100 chips.",
        "They led in the first half of the match.",
        "They met in the quarter before the sale.",
        "It spent a year on repairs.",
        "They march to mayors.",
    ],
)
def test_other_words_and_numbers_are_no_periods(text: str) -> None:
    assert read(text) == []


@given(st.text(), st.one_of(st.none(), st.text(max_size=12), st.dates().map(str)))
def test_any_text_and_date_is_read_without_an_error(text: str, date: str | None) -> None:
    for found in periods(text, date):
        assert found.span.of(text)


_PIECES = [
    "by ",
    "in ",
    "from ",
    " to ",
    "2024",
    "last ",
    "this ",
    "year",
    "quarter",
    "March ",
    "31",
    "first ",
    "fiscal ",
    "Q3",
    " of ",
    "-",
    ", ",
    "FY",
    "half",
]


@given(
    st.lists(st.sampled_from(_PIECES), max_size=10).map("".join),
    st.sampled_from([None, "2025", "2025-02", "2024-02-29", "0001-01-01"]),
)
def test_any_mix_of_date_words_is_read_without_an_error(text: str, date: str | None) -> None:
    spans = [found.span for found in periods(text, date)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_the_last_months_of_no_year_are_not_those_of_one():
    assert "2024-Q4" not in read("Sales fell in the last three months.")


JANUARY, SEPTEMBER, MARCH = Calendar(1, (0,)), Calendar(9, (0,)), Calendar(3)


@pytest.mark.parametrize(
    ("text", "calendar", "code"),
    [
        ("in the fiscal first quarter", JANUARY, "2025-02/2025-04"),
        ("in the fourth quarter", JANUARY, "2024-11/2025-01"),
        ("in its third fiscal quarter", SEPTEMBER, "2025-Q2"),
        ("in the financial second quarter", SEPTEMBER, "2025-Q1"),
        ("in Q3 FY24", JANUARY, "2023-08/2023-10"),
        ("in the third quarter of its 2024 fiscal year", JANUARY, "2023-08/2023-10"),
        ("in fiscal 2024 third quarter", JANUARY, "2023-08/2023-10"),
        ("in FY25", SEPTEMBER, "FY2025-09"),
        ("in fiscal 2025", MARCH, "FY2025"),
        ("in the third quarter of 2023", JANUARY, "2023-Q3"),
        ("in the fourth quarter of 2026", JANUARY, "2026-Q4"),
        ("in this quarter", JANUARY, "2025-05/2025-07"),
        ("in the last quarter", JANUARY, "2025-02/2025-04"),
        ("in this fiscal year", SEPTEMBER, "FY2025-09"),
        ("in the first half of the fiscal year", SEPTEMBER, "2024-10/2025-03"),
        ("in the second quarter", Calendar(12), "2025-Q2"),
        ("in the third quarter of last year", JANUARY, "2024-Q3"),
    ],
)
def test_quarters_are_counted_by_the_calendar_of_whoever_has_them(text: str, calendar: Calendar, code: str) -> None:
    sentence = f"It grew {text}."
    found = periods(sentence, "2025-05-12", whose=lambda _: calendar)
    assert [time.period.code if time.period else None for time in found] == [code]


def test_what_is_to_come_is_the_quarter_ahead() -> None:
    found = periods("It expects sales of $4 billion in the fourth quarter.", "2025-08-12", whose=lambda _: JANUARY)
    assert [time.period.code for time in found if time.period] == ["2025-11/2026-01"]


def test_without_a_date_a_fiscal_quarter_needs_its_year() -> None:
    text = "In the fiscal third quarter it grew, as it had in the second quarter of fiscal 2025."
    found = periods(text, None, whose=lambda _: JANUARY)
    assert [time.period.code if time.period else None for time in found] == [None, "2024-05/2024-07"]

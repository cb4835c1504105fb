"""When something was said, as far as its sentence dates the act of reporting itself; sentences of our own."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Mention


def mentions(text: str, date: str | None = "2025-01-23") -> tuple[Mention, ...]:
    return RuleExtractor().extract(Document(source="x", path="x", text=text, date=date)).mentions


def dates(text: str, date: str | None = "2025-01-23") -> list[str | None]:
    """Return the dates of the chain of the first figure."""
    return [step.date for step in mentions(text, date)[0].via]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Reuters reported on Tuesday that Nokia will cut 900 jobs.", "2025-01-21"),
        ("Reuters on Tuesday said Nokia will cut 900 jobs.", "2025-01-21"),
        ("On Tuesday, Reuters reported that Nokia will cut 900 jobs.", "2025-01-21"),
        ("Nokia will cut 900 jobs, Reuters reported late Monday.", "2025-01-20"),
        ("Nokia will cut 900 jobs, first reported by Reuters on Tuesday.", "2025-01-21"),
        ("Nokia will cut 900 jobs, according to a January 21 report by Reuters.", "2025-01-21"),
        ("Nokia will cut 900 jobs, according to a Tuesday (Jan. 21) report from Reuters.", "2025-01-21"),
        ("Nokia will cut 900 jobs, according to a poll by Reuters released on Friday.", "2025-01-17"),
        ("Nokia said in a filing with the exchange on Tuesday that it lost $5 million.", "2025-01-21"),
        ("Nokia yesterday reported sales of $5 million.", "2025-01-22"),
        ("Nokia, which on Monday raised its outlook, said on Tuesday it will cut 900 jobs.", "2025-01-21"),
        ("Nokia, which on Monday said that it will cut 900 jobs, makes radios.", "2025-01-20"),
        ("In a statement on Tuesday, Nokia said it will cut 900 jobs.", "2025-01-21"),
        ("In a report published Tuesday, Gartner said that Nokia lost 900 customers.", "2025-01-21"),
    ],
)
def test_a_day_beside_the_words_of_reporting_is_when_it_was_said(text: str, said: str) -> None:
    assert dates(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Reuters reported earlier this month that Nokia will cut 900 jobs.", "2025-01"),
        ("Reuters reported last week that Nokia will cut 900 jobs.", "2025-01"),
        ("Nokia said in 2023 it would cut 900 jobs.", "2023"),
        ("Nokia said in December that it will cut 900 jobs.", "2024-12"),
        ("Last month, Nokia said that it will cut 900 jobs.", "2024-12"),
        ("In a December note to clients, Gartner said that Nokia lost 900 customers.", "2024-12"),
        ("Nokia told analysts in December that it will cut 900 jobs.", "2024-12"),
        ("Nokia will cut 900 jobs, according to a December filing.", "2024-12"),
    ],
)
def test_it_is_told_as_precisely_as_the_text_tells(text: str, said: str) -> None:
    assert dates(text) == [said]


def test_a_week_that_two_months_share_is_told_by_its_year() -> None:
    text = "Reuters reported last week that Nokia will cut 900 jobs."
    assert dates(text, "2025-05-07") == ["2025"]
    assert dates(text, "2025-01-07") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia said it cut 900 jobs on Tuesday.",
        "Nokia said that on Tuesday it cut 900 jobs.",
        "Nokia reported December sales of $5 million.",
        "In 2024, Nokia reported sales of $5 million.",
        "Nokia reported a loss of $5 million on Tuesday.",
        "Reuters reported that Nokia will cut 900 jobs.",
        "Reuters will report on Friday that Nokia cut 900 jobs.",
        "Nokia said of the strike on Tuesday that it cost $5 million.",
        "Nokia, which in 2023 reported sales of $5 million, makes radios.",
        "Last month, Nokia reported sales of $5 million.",
        "Nokia will cut 900 jobs, according to the December figures.",
        "Nokia sought protection in December after disclosing a hole of $5 million.",
        "Nokia will cut 900 jobs, according to The Mail on Sunday.",
    ],
)
def test_a_time_of_what_is_said_dates_no_saying(text: str) -> None:
    assert set(dates(text)) == {None}


def test_each_step_has_the_date_of_its_own_act() -> None:
    assert dates("Nokia will cut 900 jobs, Reuters reported on Monday, citing two people.") == ["2025-01-20", None]
    assert dates("Nokia told Reuters on Tuesday that it will cut 900 jobs.") == [None, "2025-01-21"]


def test_without_a_date_of_the_report_a_weekday_tells_nothing() -> None:
    assert dates("Reuters reported on Tuesday that Nokia will cut 900 jobs.", None) == [None]
    assert dates("Reuters reported on 21 January 2025 that Nokia will cut 900 jobs.", None) == ["2025-01-21"]


def test_the_words_that_tell_a_date_are_its_evidence() -> None:
    text = "Reuters reported on Tuesday that Nokia will cut 900 jobs."
    (evidence,) = (one for one in mentions(text)[0].evidence if one.field == "said_on")
    assert (evidence.rule, evidence.span and evidence.span.of(text)) == ("behind", "Tuesday")

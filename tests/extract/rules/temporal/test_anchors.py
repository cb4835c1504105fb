"""Texts without a date: which year they tell, and that what is inferred from it says so."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.temporal.anchors import stated_year
from kg.extract.rules.text.sentences import sentences
from kg.model import Document, Extraction


def year(text: str) -> str | None:
    anchor = stated_year(text, sentences(text))
    return anchor.date if anchor else None


def extracted(text: str, date: str | None = None) -> Extraction:
    return RuleExtractor().extract(Document(text, "own.txt", "own.txt", date=date))


@pytest.mark.parametrize(
    "text",
    [
        "This year, 2025, Acme will hire.",
        "Acme will hire this year (2025).",
        "Acme announced on 12 May 2025 that it would hire this year.",
        "Acme said in July 2025 that it hired last year.",
        "The chairman (January 23, 2025) spoke of next year.",
        "As of March 2025, Acme had two plants. It will build a third this year.",
        "A report of 21 January 2025 says that Acme will hire this year.",
        "Acme will spend more in 2025. It will hire this year.",
    ],
)
def test_the_words_tell_the_year(text):
    assert year(text) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "Acme was founded on 4 March 2012. It will hire this year.",
        "Acme said on 4 March 2024 it would build. Ember said on 5 March 2025 it would not. Both hire this year.",
        "Acme announced on 12 May 2025 that it would hire.",
        "This year is like no other.",
    ],
)
def test_no_year_is_guessed(text):
    assert year(text) is None


def test_an_inferred_period_is_marked_and_remarked_on():
    text = "Acme announced on 12 May 2025 that it would spend $2 billion on servers this year."
    found = extracted(text)
    assert [mention.inferred_period for mention in found.mentions] == [True]
    assert [remark.rule for remark in found.warnings if "period" in remark.rule] == ["inferred-period"]


def test_a_period_of_a_dated_text_or_of_its_own_year_is_not_inferred():
    told = "Acme announced on 12 May 2025 that it would spend $2 billion on servers in 2026, and will hire this year."
    assert not any(mention.inferred_period for mention in extracted(told).mentions)
    dated = extracted("Acme said on 12 May 2025 it would spend $2 billion on servers this year.", date="2025-05-13")
    assert not any(mention.inferred_period for mention in dated.mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme grows\n\n31 July 2024 – Acme has hired.", "2024-07-31"),
        ("OSLO, May 12, 2025 (Acme Wire) - Acme will hire.", "2025-05-12"),
        ("Acme grows\n\nAcme has hired. It was founded on 4 March 2012 - a Sunday.", None),
    ],
)
def test_a_day_before_the_story_is_its_day(text, expected):
    assert year(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme is building. In January 2025, Ann Lee said that Acme would spend more this year.", "2025"),
        ("In May 2012, Acme said it would hire. It will spend more this year.", None),
        ("Acme had expenditure of $4 billion in 2024, up from $3 billion in 2023. This year, it plans more.", "2025"),
        ("Acme spent $4 billion in 2024, up from $3 billion in 2021. This year, it plans to spend more.", None),
        ("Acme's outlook for the full year 2024 is unchanged. It grew last year.", "2024"),
        ("Acme grew last year. It said on Tuesday that it posted a profit of $2 billion in 2023.", "2024-02"),
        ("Acme grew last year. It said on Tuesday that it has lent $2 billion in 2023.", None),
        ("Acme spent $9 billion in 2024. It will spend more in 2025. It hired in the fourth quarter.", "2025-02"),
        ("Acme spent $9 billion in 2024. It will spend more in 2026. It hired in the fourth quarter.", None),
    ],
)
def test_what_was_said_or_is_over_tells_the_year(text, expected):
    assert year(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme's profit in the first quarter was $2 billion, down from $3 billion in the fourth quarter of 2023.",
            ["2024-Q1", "2023-Q4"],
        ),
        (
            "Acme lost $2 billion in the third quarter, compared to profit of $7 billion in the same quarter of 2024.",
            ["2025-Q3", "2024-Q3"],
        ),
        (
            "Acme made $2 billion in the third quarter, up from $1 billion in the first quarter of 2024.",
            [None, "2024-Q1"],
        ),
    ],
)
def test_the_quarter_that_one_is_held_against_tells_its_year(text, expected):
    found = extracted(text).mentions
    assert [mention.claim.period.code if mention.claim.period else None for mention in found] == expected

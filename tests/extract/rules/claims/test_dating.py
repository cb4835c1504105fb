"""Which period a figure has: its own, that of the results before it, or none."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def periods(text: str, date: str | None = "2025-11-20") -> list[str | None]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date=date)).mentions
    return [m.claim.period.code if m.claim.period else None for m in found if isinstance(m.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAP's revenue rose 8% in the third quarter. Its profit climbed 12%.", ["2025-Q3", "2025-Q3"]),
        ("Tencent's Q2 revenue was $9 billion. This marks a rise of 14%.", ["2025-Q2", "2025-Q2"]),
        (
            "Baidu reported a jump in revenue in the first half of 2025. Baidu posted revenue of $3 billion.",
            ["2025-Q1/2025-Q2"],
        ),
        (
            "BYD's sales rose 8% in August. That follows a drop of 3% in July. BYD's deliveries climbed 12%.",
            ["2025-08", "2025-07", "2025-08"],
        ),
        (
            "Nokia's sales fell 8% in August. This exceeded a drop of 3% in July. Nokia's orders climbed 12%.",
            ["2025-08", "2025-07", "2025-08"],
        ),
    ],
)
def test_a_result_without_a_time_has_that_of_the_results_before(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Oracle's revenue rose 8% in the third quarter. It plans to invest $9 billion.", None),
        ("Oracle's revenue rose 8% in the third quarter. Tencent's profit climbed 12%.", None),
        ("Oracle's revenue rose 8% in the third quarter. It has 9,000 employees.", None),
        ("Oracle's revenue rose 8% in 2023. Since then, its profit has doubled.", None),
    ],
)
def test_plans_states_others_and_what_came_since_have_not(text, last):
    assert periods(text)[-1] is last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baidu earned $2 billion, reversing a loss of $1 billion in 2023.", [None, "2023"]),
        (
            "Baidu's profit reached $2 billion, against a profit of $1 billion in 2023.",
            [None, "2023"],
        ),
        ("Baidu earned $2 billion on revenue of $9 billion in 2023.", ["2023", "2023"]),
        ("Nokia's revenue rose 4%, the slowest growth of any rival in 2024.", [None]),
        ("Nokia's sales are slated to be 9 billion euros and slated to open in 2027.", [None]),
        ("Meta built a campus of 900 buildings, and recently raised its 2025 forecast to $9 billion.", [None, "2025"]),
    ],
)
def test_the_time_of_an_older_value_or_of_another_action_is_not_the_figures(text, expected):
    assert periods(text) == expected


def test_a_month_alone_lies_in_the_year_just_named():
    text = "Intel has cut 9,000 jobs in 2024, including 3,000 in February alone."
    assert periods(text, None) == ["2024", "2024-02"]
    assert periods("Intel has cut 9,000 jobs in 2024. It cut 3,000 in February.", None) == ["2024", None]


def test_a_planned_year_is_not_this_year_where_the_text_also_speaks_of_next_year():
    text = "Huawei plans to make 9,000 chips next year, twice this year's number. In 2026 it will make 400 servers."
    assert periods(text, None)[:1] == [None]
    assert "2026" in periods(text, None)

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia plans $4 billion in buybacks, forecasts fourth-quarter sales above estimates", [None]),
        (
            "Nokia lost $4 billion last quarter as Ericsson forecast sales of $9 billion by 2030.",
            ["2025-Q3", "by-2030"],
        ),
        ("Nokia delivered its best quarter this year, with sales of $4 billion.", [None]),
        ("Just after losing a $4 billion contract, Nokia posted third-quarter results.", [None]),
        ("Nokia's shares jumped 9% after reporting third-quarter results.", [None]),
        ("A 2023 presentation put Nokia's sales at $4 billion.", [None]),
        ("The fine, more than Amazon's $800 million, follows a 2023 $400 million fine.", [None, "2023"]),
        ("Nokia's plan for $4 billion of spending in March comes on top of $2 billion for plants.", ["2025-03", None]),
        ("Nokia's sales rose 9% over the three months to June.", ["2025-Q2"]),
        ("Nokia plans to double its output next year.", ["2026"]),
        ("In 2025 alone, Nokia and Ericsson are estimated to have spent $4 billion on cables.", ["2025"]),
        ("Nokia reported Q3 spending of $4 billion, down 9% from the quarter before.", ["2025-Q3", "2025-Q3"]),
        ("Days after the deal, Nokia said it sold 900 phones in March.", ["2025-03"]),
    ],
)
def test_a_time_of_another_clause_or_figure_dates_none(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Its price was $66 in the third quarter, down from $85 in Q3 2024 and $76 in the second quarter of 2025.",
            ["2025-Q3", "2024-Q3", "2025-Q2"],
        ),
        (
            "The 31% growth of Nokia in the third quarter was steeper than the 24% increase in the second quarter.",
            ["2025-Q3", "2025-Q2"],
        ),
        ("Nokia's sales climbed 9% from last year to $4 billion in the third quarter.", ["2025-Q3", "2025-Q3"]),
        (
            "The loss was $4 billion in the third quarter, better than in 2024 when it lost $6 billion on 900 phones.",
            ["2025-Q3", "2024", "2024"],
        ),
        ("Nokia agreed in May to cut 900 jobs by 2030.", ["by-2030"]),
        (
            "Nokia expects profit of $2.10 a share for the year, down from its estimate in July of $3.",
            ["2025", "2025"],
        ),
        ("Nokia made a profit of $4 billion for the year.", [None]),
    ],
)
def test_older_values_decisions_and_forecasts_keep_their_own_times(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia will spend $4 billion on plants in 2027. It will also spend $1 billion on cables.", ["2027", "2027"]),
        ("Nokia will spend $4 billion on plants in 2027. It will raise its price to $9.", ["2027", None]),
        ("Nokia will cut 900 jobs in July. It will also cut 400 jobs in Oulu.", ["2026-07", None]),
        ("Nokia was sued in April. It wrote off $4 billion.", [None]),
        (
            "Nokia's sales were $4 billion in Q2. It expects sales of $5 billion in Q3. Nokia's profit rose 9%.",
            ["2025-Q2", "2025-Q3", "2025-Q2"],
        ),
    ],
)
def test_what_plans_forecasts_and_events_hand_on(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia's sales were $4 billion in Q3. Demand was strong. Phones sold well. Costs fell. Its profit rose 9%.",
            ["2025-Q3", "2025-Q3"],
        ),
        (
            "Nokia lost $4 billion in Q3. The loss was wider than the forecast of 76 cents. Sales were $9 billion.",
            ["2025-Q3", None, "2025-Q3"],
        ),
        (
            "Nokia's margin was 9% in Q3, down from 11% in Q3 2024. It made 900 masts during the quarter.",
            ["2025-Q3", "2024-Q3", "2025-Q3"],
        ),
        ("Nokia lost $4 million in Q3. Ericsson had a good year. Its profit rose 9%.", ["2025-Q3", None]),
    ],
)
def test_results_go_on_past_sentences_without_figures_and_views_of_others(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's stocks reached $4 billion, up 9% from the end of last year.", [None, None]),
        ("Nokia took in money at a valuation of $6 billion, 3 times its valuation in December.", [None, None]),
        (
            "Nokia earned $4 million in the first half of 2025, against $2 million in the same period last year.",
            ["2025-Q1/2025-Q2", "2024-Q1/2024-Q2"],
        ),
        ("Nokia's sales rose 3% in the third quarter, after a 4% increase in its exports.", ["2025-Q3", None]),
        ("Nokia in March outlined spending of $4 billion for 2025 - a 37% drop from 2024.", ["2025", "2025"]),
        ("Nokia plans to double its output in 2026.", ["2026"]),
        ("Nokia's profit was $4 billion in the third quarter of Nokia's financial year.", ["2025-Q3"]),
    ],
)
def test_what_a_value_is_held_against_keeps_its_time(text, expected):
    assert periods(text) == expected


def test_a_year_since_which_something_is_so_has_no_parts():
    text = "Its sales of $4 billion were the best since listing in 2004. They grew 9% in the first quarter of the year."
    assert periods(text, None) == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Micron said revenue in this period, its fiscal fourth quarter, will be $10 billion.", ["2025-06/2025-08"]),
        (
            "Micron expects $10 billion in Q4, up from $7 billion. Sales more than doubled in Q3.",
            ["2025-06/2025-08", None, "2025-03/2025-05"],
        ),
        ("The phone market grew 6% in the second quarter, with Micron at the top.", ["2025-Q2"]),
        ("Micron's sales rose 9% in the second quarter.", ["2024-12/2025-02"]),
    ],
)
def test_a_period_named_another_way_and_quarters_of_markets(text, expected):
    assert periods(text, "2025-06-25") == expected

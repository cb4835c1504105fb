"""Figures that have the time of the one they go with, and forecasts that go on with the one before."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla delivered 1.6 million cars in 2024. BYD, by contrast, sold 2.2 million.", ["2024", "2024"]),
        ("Xiaomi shipped 43 million phones in the third quarter. Vivo shipped 29 million.", ["2025-Q3", "2025-Q3"]),
        ("Nokia cut 9,000 jobs in January, 4,000 of them in Spain.", ["2025-01", "2025-01"]),
        ("Firms cut 9,000 jobs in January. Nokia accounted for 4,000 of them.", ["2025-01", "2025-01"]),
        ("Nokia's revenue was $9 billion in 2024, or 40% of the total.", ["2024", "2024"]),
    ],
)
def test_a_figure_has_the_time_of_what_it_goes_with(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla delivered 1.6 million cars in 2024. BYD has sold 2.2 million.", ["2024", None]),
        ("Tesla delivered 1.6 million cars in 2024. BYD sells 2.2 million a year.", ["2024", None]),
        ("Anthropic raised $9 billion in March. Mistral raised $2 billion.", ["2025-03", None]),
    ],
)
def test_what_lasts_and_deals_of_others_have_not(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amazon will spend $200 billion this year. Meta will spend $100 billion.", ["2025", "2025"]),
        ("Amazon will spend $200 billion in 2026. Meta plans to lay out $100 billion.", ["2026", "2026"]),
        ("Amazon will spend $200 billion in 2026. Meta will pay $100 billion for Scale AI.", ["2026", None]),
        ("Amazon will spend $200 billion by December. Meta will spend $100 billion.", ["by-2025-12", None]),
        ("Nokia cut its outlook for 2025. It now expects an operating profit of $1.6 billion.", ["2025"]),
        ("Nokia presented phones for 2025. Ericsson expects an operating profit of $1.6 billion.", [None]),
        ("Huawei plans to make 600,000 chips next year. Output could reach 900,000.", ["2026", "2026"]),
        ("Huawei will spend $9 billion by 2028. Net debt should by then be $4 billion.", ["by-2028", "by-2028"]),
        ("Huawei will spend $9 billion in 2026. Net debt should by then be $4 billion.", ["2026", None]),
    ],
)
def test_plans_and_forecasts_go_on_with_the_year_told_before(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AMD's sales rose 36% in the third quarter. It sees 20% for the current one.", ["2025-Q3", "2025-Q4"]),
        ("Meta spent $40 billion last year and will spend $70 billion in this one.", ["2024", "2025"]),
        ("Meta spent $40 billion last year. Of its sites, it will spend $70 billion on this one.", ["2024", None]),
    ],
)
def test_this_one_is_a_quarter_or_year(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oracle announced the $8 billion project in December.", [None]),
        ("Meta unveiled a $10 billion data-centre plan in October.", [None]),
        ("Meta announced a 10% rise in sales in October.", ["2025-10"]),
        ("Meta signed a $14 billion contract in October.", ["2025-10"]),
    ],
)
def test_the_month_of_making_known_is_none_of_what_is_made_known(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla stored 14 GWh in the third quarter and 46 GWh in 2024.", ["2025-Q3", "2024"]),
        ("In the third quarter Nokia earned $2 billion. WeChat had 9 million users at the end of the quarter.", None),
        ("Meta expects to spend $200 billion this year, 50% above last year's level.", ["2025", "2025"]),
        ("Nokia lost £33m in the year to 30 June, against a profit of £9m a year earlier.", ["FY2025-06", "FY2024-06"]),
    ],
)
def test_what_points_back_is_the_figure_s_own(text, expected):
    assert periods(text) == (expected or ["2025-Q3", "2025-Q3"])

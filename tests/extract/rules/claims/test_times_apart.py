"""Times of something else than the figure, and titles that have the time of what is told below."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    "text",
    [
        "Nokia will cut 9,000 jobs, to save money by the end of 2026.",
        "Nokia will cut 9,000 jobs, which would save money by the end of 2026.",
        "A law would force Nokia to hold $26 billion in extra capital, in response to the collapse of Acme in 2023.",
        "Under the July accord Nokia faces a tariff of 15%.",
        "The end in September of a $7,500 tax credit hurt sales.",
        "Nokia announced a $2 billion share buyback, in line with its plan to return $5 billion in the first half.",
    ],
)
def test_what_is_to_come_of_it_and_what_happened_have_their_own_time(text):
    assert periods(text)[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fine of €2.9 billion is below the record of €4.3 billion imposed in 2018.", [None, "2018"]),
        ("Nokia will deploy six gigawatts, beginning with 1 gigawatt in the first half of 2026.", None),
        ("In July Nokia took $9 billion from lenders, and it burns through $1 billion a month.", ["2025-07", None]),
        (
            "At the end of 2024 Nokia had 99,600 employees, so that about 14% of the work force would go.",
            ["2024", None],
        ),
        ("Nokia paid $3 billion for Acme in March 2023. Its balance sheet of $90 billion is big.", ["2023-03", None]),
    ],
)
def test_clauses_and_parts_have_their_own_time(text, expected):
    assert periods(text) == (expected or [None, "2026-Q1/2026-Q2"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the third quarter Nokia earned $2 billion, with sales up 8%.", ["2025-Q3", "2025-Q3"]),
        ("Nokia will invest $9 billion in Spain, to be spent by 2030.", ["by-2030"]),
        ("Nokia has 900 plants under construction in 2025.", ["2025"]),
        ("Nokia earned $2 billion in 2024, and it earned $1 billion in 2023.", ["2024", "2023"]),
        ("Nokia's quarterly revenue, at $9 billion, rose.", ["2025-Q3"]),
        ("By 2034 Ryanair hopes to carry 300 million passengers.", ["by-2034"]),
    ],
)
def test_a_figure_s_own_time_is_kept(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Nokia profit jumps 128%\n\nNokia's profit was $9 billion in the third quarter.", "2025-Q3"),
        ("Nokia sales climb 8%\n\nNokia's third-quarter sales climbed 8.2%.", "2025-Q3"),
        ("Nokia profit falls 8%\n\nEricsson's profit fell 8% in the third quarter.", None),
        ("Nokia sales climb 8%\n\nNokia's third-quarter sales in Asia climbed 20%.", None),
        ("Nokia to cut 900 jobs\n\nNokia's sales fell 8% in the third quarter.", None),
    ],
)
def test_a_title_has_the_time_of_what_is_told_below(text, first):
    assert periods(text)[0] == first

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buyers ordered 2 million chips for 2026, far above Nokia's current stock of 700,000.", ["2026", None]),
        ("Nokia will add 6,000 engineers next year to the 41,000 it now employs.", ["2026", None]),
        ("Nokia was valued at $47 billion in 2019, $9 billion in 2021 and now $1 billion.", ["2019", "2021", None]),
        (
            "Nokia's value fell from $90 billion in 2021 to $40 billion in 2023 before recovering to $70 billion.",
            ["2021", "2023", None],
        ),
        ("Nokia cut 900 jobs in October, bringing the total since 2022 to 4,000.", ["2025-10", None]),
        ("Nokia wrote off $8 billion in the third quarter, for a total of $25 billion since 2020.", ["2025-Q3", None]),
        ("Of the $14 billion that Nokia has raised since 2023, $4 billion was left in August.", [None, "2025-08"]),
        ("Nokia earned $2 billion, surpassing its previous record of $1 billion set in 2018.", [None, "2018"]),
        ("Passenger numbers are high, with a 23% increase compared to passenger numbers in 2019.", [None]),
        ("It led Europe in 2023, but its shares have lost 9% of their value.", [None]),
        ("Nokia will cut 9,000 jobs, saving $8 billion a year by 2026.", [None, "by-2026"]),
    ],
)
def test_what_is_there_now_and_what_came_after_or_together_since_have_no_time_of_others(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the whole of 2025 Nokia foresees sales of $7 billion.", ["2025"]),
        ("In the first seven months its sales fell 9%, and in July only, it sold 4% fewer phones.", ["2025-07"]),
        ("Nokia took in $5 billion in 2024, two and a half times the $2 billion of 2023.", ["2024", "2023"]),
        ("Nokia had 900 phones in stock in the third quarter.", ["2025-Q3"]),
        ("In 2024 Nokia's current account showed $4 billion.", ["2024"]),
        ("In the third quarter Nokia earned $4 billion, its best since 2019.", ["2025-Q3"]),
        ("Nokia sold 9,000 masts in 2023 before it sold 8,000 in 2024.", ["2023", "2024"]),
    ],
)
def test_times_that_are_the_figures_own(text, expected):
    assert periods(text)[-len(expected) :] == expected

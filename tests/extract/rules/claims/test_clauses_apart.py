"""Figures and times that stand in different clauses of one sentence, and clauses that share a time."""

import pytest

from tests.extract.rules.claims.test_dating import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia, which has 4,000 masts in Chile, will open a plant in 2027.", [None]),
        ("The sector, which currently employs 9,000 people, would employ 20,000 by 2030.", [None, "by-2030"]),
        ("Nokia, a 30% shareholder in Acme, decided in April 2024 not to pump in more money.", [None]),
        ("Nokia, valued at about $22 billion, will open a plant in 2027.", [None]),
        ("Nokia's sales, which rose 9%, were $4 billion in 2024.", ["2024", "2024"]),
        ("Sales, helped by 9% growth in Asia, were $4 billion in 2024.", ["2024", "2024"]),
    ],
)
def test_an_aside_about_a_name_or_on_how_things_are_is_of_no_time_behind_it(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia sells about 10,000 phones, and both its rivals broke even in 2023.", [None]),
        ("Nokia swapped 20% of Acme - and gave Borealis an option to buy the rest by 2026.", [None]),
        ("Nokia will pay $1 million to the finance chief who stepped down in April 2024.", [None]),
        ("Nokia's prices fell by 6%, a level that had last been seen in 2013.", [None]),
        ("Nokia has cut 300 jobs at Acme, a start-up it bought in 2024.", [None]),
        (
            "Nokia cut 300 jobs at Acme, a start-up it bought in 2023 for $9 million, and 200 jobs at Alcatel.",
            [None, "2023", None],
        ),
        (
            "Nokia said the $9 million hit was not representative of what it expects for the second half of 2026.",
            [None],
        ),
        ("Last year, more than half of phones came from Asia, on which it has imposed duties of 25%.", ["2024", None]),
        ("About 120 managers of Nokia have agreed to repay bonuses awarded in 2023.", [None]),
        ("Nokia sold 8% more over the year, the best since a rise of 8.5% in 2019.", [None, "2019"]),
        ("Nokia expects to save $95 million, with $50 million coming in 2026.", [None, "2026"]),
        ("Nokia signed 11 agreements with builders, 2.5 gigawatts of power for 2026 to 2028.", [None, "2026/2028"]),
        ("Nokia faces a bill of $2 billion in 2025 for repairs after the flood that hit 3,000 homes.", ["2025", None]),
    ],
)
def test_a_clause_with_a_verb_of_its_own_has_its_time_to_itself(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's profit fell to $1 billion and sales rose to $9 billion in 2024.", ["2024", "2024"]),
        ("Nokia will cut 9,000 jobs and shut three plants by 2027.", ["by-2027", "by-2027"]),
        ("Nokia earned $3 billion in 2024 and spent $5 billion on plants.", ["2024", "2024"]),
        ("Nokia earned $3 billion in 2024 and has spent $5 billion on plants.", ["2024", None]),
        ("In 2026, Nokia expects sales of $12 billion.", ["2026"]),
        ("This year, Nokia forecast sales of $12 billion.", ["2025"]),
        ("This year, Nokia expected sales of $12 billion.", [None]),
        ("Last year, Nokia forecast sales of $12 billion.", [None]),
        ("Nokia expects revenue to triple to $12 billion this year.", ["2025", "2025"]),
        ("Nokia forecast a drop in first-quarter sales and a $9 billion hit from tariffs in 2027.", ["2027"]),
        ("Nokia forecast lower first-quarter sales and a $9 billion hit from tariffs in 2026.", ["2026"]),
        ("Nokia forecast a drop in sales in 2026 and a profit of $9 billion.", ["2026"]),
        ("Nokia will hire 900 people, the same number as last year.", [None]),
        ("Nokia laid off 900 people who had worked there in 2024.", ["2024"]),
        ("Nokia paid a $2 billion fine imposed in 2024.", ["2024"]),
    ],
)
def test_clauses_that_tell_figures_share_their_time(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share of solar roofs is seen climbing from 19% to 37% of houses by 2029.", [None, "by-2029"]),
        ("Acme's bonus rates will be cut from 2% to 1% for 2026.", [None, "2026"]),
        ("The bank cut its 2026 growth forecast for Spain from 1.8% to 0.8%.", ["2026", "2026"]),
        (
            "Nokia's 2024 sales estimate was cut from $220 million to $55 million, while the 2023 one is $4 million.",
            ["2024", "2024", "2023"],
        ),
        ("By 2027 there will be 7 million trams on rails, compared to about 300,000 now.", ["by-2027", None]),
        ("Nokia sold 44% fewer phones than it did two years ago.", [None]),
        ("Nokia won 130 orders, compared with Acme's success in Spain in 2018.", [None]),
    ],
)
def test_older_values_and_bases_have_no_time_of_the_newer_one(text, expected):
    assert periods(text) == expected

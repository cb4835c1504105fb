"""What people mean or think, what nobody decides, what is claimed of another, and views held against others."""

import pytest

from tests.extract.rules.claims.test_modes import modes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A survey found that 34% of firms plan to cut jobs.", ["actual"]),
        ("Nearly half of managers said they would spend more on servers next year.", ["actual"]),
        ("Only 13% of users are willing to pay for it.", ["actual"]),
        ("Nokia plans to cut 9% of its staff.", ["planned"]),
        ("Some 40% of the plants will be closed by 2027.", ["planned"]),
        ("About 9% of its staff are expected to leave.", ["planned"]),
    ],
)
def test_how_many_people_mean_something_is_so(text, expected):
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is estimated that 50% of homes will have it by 2030.", ["estimated"]),
        ("By 2030, 40% of homes will have solar panels, says a study.", ["estimated"]),
        ("The market is set to reach $200 billion by 2030.", ["estimated"]),
        ("Global shipments of phones will exceed 90 million this year.", ["estimated"]),
        ("Inflation could climb to 14%, compared with a previous estimate of 12%.", ["estimated", "estimated"]),
        ("The IMF cut its forecast for global growth to 3%.", ["estimated"]),
        ("Gartner cut its forecast for sales of chips to $600 billion.", ["estimated"]),
        ("Nokia cut its forecast for sales of masts to $6 billion.", ["guidance"]),
        ("Germany expects growth of 0.3% this year.", ["estimated"]),
        ("Sales will fall by 4% this year, said Nokia's finance chief, Ann Lee.", ["guidance"]),
        ("It was announced that Nokia will spend $9 billion on masts.", ["planned"]),
        ("The market will see 40 shops opened by Nokia, which will hire 900 people.", ["planned", "planned"]),
    ],
)
def test_what_nobody_decides_is_reckoned(text, expected):
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lawsuit seeks at least $5 billion.", ["demanded"]),
        ("Open Fiber asked Telecom Italia for $2 billion in damages.", ["demanded"]),
        ("Siemens is suing Nokia for $90 million.", ["demanded"]),
        ("Workers at Boeing sought a raise of 40%.", ["demanded"]),
        ("Boeing offered its workers a 25% pay rise.", ["planned"]),
        ("The union threatened to call out 9,000 workers.", ["planned"]),
        ("Boeing is seeking a 7% rise in output.", ["planned"]),
        ("Siemens sued Nokia over four patents.", ["actual"]),
        ("Boeing offered its customers 90 jets.", ["actual"]),
    ],
)
def test_what_is_claimed_of_another_is_demanded(text, expected):
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia hired 3,000 people last month, twice the number expected.", ["actual", "actual"]),
        ("The rate was revised from the 5.7% estimated in May to 3.2%.", ["estimated", "actual"]),
        ("Nokia said it was on course for a profit of $2 billion.", ["guidance"]),
        ("Nokia is on course for a profit of $2 billion, analysts say.", ["estimated"]),
        ("Renault expects a margin of 6%, against a previous target of 7%.", ["guidance", "guidance"]),
        ("Renault trimmed its 2025 margin forecast to 6% from 7%.", ["guidance", "guidance"]),
        ("Renault now sees a margin as low as 6%, from at least 7%.", ["guidance", "guidance"]),
        ("Renault now sees sales of $9 billion, from $8 billion last year.", ["guidance", "actual"]),
        ("The carmaker now projects profit in the range of $9 to $10 a share.", ["guidance"]),
        ("Renault has three projects worth $9 billion.", ["actual", "actual"]),
        ("Profit topped analysts' estimates, which averaged 21 cents a share.", ["estimated"]),
    ],
)
def test_views_of_own_results_and_what_they_are_held_against(text, expected):
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia submitted four binding proposals to buy Acme.", ["actual"]),
        ("Nokia made a proposal to buy four plants.", ["planned"]),
        ("America's budget deficit rose to $412 billion.", ["actual"]),
        ("The ministry has a budget of $412 million.", ["planned"]),
        ("The phone is selling in Japan for $900.", ["actual"]),
        ("Nokia is selling its pumps for $900 million.", ["planned"]),
        ("The orders would add to existing stocks of 600,000 phones.", ["actual"]),
        ("The orders would add to Nokia's existing forecast of $6 billion.", ["guidance"]),
        ("A share sale cut Nokia's holding to 10%.", ["actual"]),
        ("Nokia is holding to its forecast of $10 billion in sales.", ["guidance"]),
        ("Nokia plans to spend billions of dollars on masts, including $72 million this year.", ["planned"]),
        ("Nokia plans to sell masts and owns shops, including 40 in Ohio.", ["actual"]),
    ],
)
def test_what_only_looks_like_a_plan(text, expected):
    assert modes(text) == expected

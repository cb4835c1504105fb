"""Constructions of quantities, each with sentences it reads and one it leaves alone."""

import pytest

from kg.extract.rules.annotations import Figure
from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.numbers.quantities import quantities


def shown(figure: Figure) -> str:
    quantity = figure.quantity
    high = f"..{quantity.high}" if quantity.high is not None else ""
    bound = "" if quantity.bound == "exact" else f" {quantity.bound}"
    return f"{quantity.value}{high} {quantity.unit}{bound}{f' per {figure.per}' if figure.per else ''}"


def states(text: str) -> list[str]:
    return [shown(figure) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took third and fourth place.", ["3 rank", "4 rank"]),
        ("The two came second, third and fourth, all told.", ["2 rank", "3 rank", "4 rank"]),
        ("Acme is the fourth operator in the country in terms of customers.", ["4 rank"]),
        ("It happened a second and third time.", []),
    ],
)
def test_several_places_in_one_phrase_are_ranks(text, expected):
    assert [one for one in states(text) if one.endswith("rank")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm made 300,000 Vega 920B chips.", ["300000 count"]),
        ("The Vega 920B is out. Orders for the 920B rose 5%.", ["5 percent"]),
        ("They prefer the older 920B.", []),
        ("The firm bought 500K chips and has 920B tokens.", ["500000 count", "920000000000 count"]),
        ("Firm Orders 500K Chips", ["500000 count"]),
    ],
)
def test_a_number_with_a_glued_capital_behind_a_name_is_that_of_a_model(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolo: Cut 150 positions due to weak sales.", ["150 count"]),
        ("Acme: -12%\nBolt: +3.5%", ["-12 percent", "3.5 percent"]),
        ("It runs on Windows 11 computers.", []),
    ],
)
def test_entries_of_a_list_behind_their_name(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has spent 280 million of the 1.5 billion euros it raised.", ["280000000 EUR", "1500000000 EUR"]),
        ("It got back 3,000 of its 5,000 dollars.", ["3000 USD", "5000 USD"]),
        ("It lost 280 million of the whole 900 million euros.", ["280000000 EUR", "900000000 EUR"]),
        ("It sold 280 of the 500 cars.", ["280 count"]),
        ("It sold 30 of the $500 phones.", ["500 USD"]),
    ],
)
def test_a_part_has_the_currency_of_its_whole(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first rose 3 percent and the other by 2.", ["3 percent", "2 percent"]),
        ("Exports fell by 4 percent while imports grew by 1.", ["4 percent", "1 percent"]),
        ("Exports fell by 4 percent and the list grew by 12 names.", ["4 percent", "12 count"]),
    ],
)
def test_a_percentage_may_leave_its_unit_to_the_clause_before(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs 9 billion yuan ($1.2 billion) a year.", ["9000000000 CNY per yr"]),
        ("It runs 3,000 tests per day.", ["3000 count per d"]),
        ("It costs 9 billion yuan ($1.2 billion) a source said.", ["9000000000 CNY"]),
    ],
)
def test_a_rate_may_stand_behind_a_conversion_or_what_is_counted(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 2,000-plus stores.", ["2000 count at_least"]),
        ("It has 500+ stores.", ["500 count at_least"]),
        ("It has at least a 60 percent share.", ["60 percent at_least"]),
        ("It saw nearly a 40% drop.", ["40 percent about"]),
        ("It closes shops under a $1 billion plan.", ["1000000000 USD"]),
        ("That is a 20% gain over $4 billion.", ["20 percent", "4000000000 USD"]),
        ("Sales rose over $4 billion.", ["4000000000 USD more_than"]),
        ("It seeks an approximate $2bn valuation.", ["2000000000 USD about"]),
        ("Its loss neared $4 billion.", ["4000000000 USD about"]),
        ("It is nowhere near $5bn.", ["5000000000 USD at_most"]),
        ("It spent a touch over $5bn.", ["5000000000 USD more_than"]),
        ("It spent more than an estimated $5bn.", ["5000000000 USD more_than"]),
        ("It could top $5bn.", ["5000000000 USD more_than"]),
        ("Orders are set to top $5bn.", ["5000000000 USD more_than"]),
        ("It did not reach $5bn.", ["5000000000 USD at_most"]),
        ("It failed to exceed $5bn.", ["5000000000 USD at_most"]),
        ("It reached $5bn.", ["5000000000 USD"]),
        ("It is a 90-day pause for stores.", ["90 count"]),
        ("It took 15-plus years and one or more owners, by a 5-to-4 vote.", []),
    ],
)
def test_bounds_behind_and_before(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 4 1/2 percent.", ["4.5 percent"]),
        ("It plans a 20-to-30 percent cut.", ["20..30 percent range"]),
        ("Three quarters of a million people came.", ["750000 count"]),
        ("It wants a two-thirds majority.", ["66.6666666667 percent"]),
        ("It sold three and a half times those of 2020.", ["3.5 ratio"]),
        ("It pays 12p per share.", ["0.12 GBP per share"]),
        ("It is a 37m (121ft) wall and a 40m-long bridge.", ["37 m", "40 m"]),
        ("The battery holds 4,500 mAh.", ["4500 mA.h"]),
        ("It made a third cut.", []),
        ("It has a 1080p screen.", []),
        ("It has 37m long-term users.", ["37000000 count"]),
    ],
)
def test_how_numbers_and_units_are_written(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rates fell by half a percentage point.", ["0.5 percentage-point"]),
        ("It expects a quarter-point cut.", ["0.25 percentage-point"]),
        ("It expects a quarter-point jump.", ["0.25 percentage-point"]),
        ("It expects a quarter-point policy rate cut.", ["0.25 percentage-point"]),
        ("It grew by three-quarters of a percent.", ["0.75 percent"]),
        ("The index lost half a point.", []),
        ("It lost half its staff.", ["50 percent"]),
    ],
)
def test_a_fraction_of_a_point_is_no_share(text, expected):
    assert states(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $1.2 million Canadian.", ["1200000 CAD"]),
        ("It paid $5m Australian, and TL 300m.", ["5000000 AUD", "300000000 TRY"]),
        ("It is a $1.2 million Canadian project.", ["1200000 USD"]),
    ],
)
def test_dollars_may_name_their_country_behind_the_amount(text, expected):
    assert states(text) == expected


def test_a_percentage_by_its_label_stands_alone_on_its_line():
    assert states("Percentage: 12.5\nStaff: 9") == ["12.5 percent"]
    assert [shown(one) for one in quantities("per cent of 210")] == ["210 percent"]
    assert states("per cent of 210") == []
    assert [shown(one) for one in quantities("A small percent of 30 firms")][-1] == "30 count"


def test_an_order_of_magnitude_is_a_quantity_that_states_no_amount():
    assert [shown(one) for one in quantities("It lost millions of dollars.")] == ["1000000..10000000 USD range"]
    assert states("It lost millions of dollars.") == []
    assert quantities("Billions are at stake, many millions of them.") == ()

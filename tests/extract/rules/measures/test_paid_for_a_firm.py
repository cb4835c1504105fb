"""What is paid for a company that a noun stands for, and parts of those whose name ends in s."""

import pytest
from fixtures.measured import measures

BOUGHT, REVENUE = "acquisition-price", "share-of-revenue"


@pytest.mark.parametrize(
    "text",
    [
        "KKR paid £2bn for the retailer in 2019.",
        "Nippon Steel will pay $14.9 billion for the steelmaker.",
        "The fund, which paid €400m for the brewer in 2016, has lost money.",
        "The carmaker paid $40 million for a startup that makes sensors.",
        "Novartis has paid $3.5bn for the biotech group and its drug.",
        "Advent offered €2bn in cash for the maker of sweets.",
    ],
)
def test_what_is_paid_for_a_company_is_its_price(text):
    assert measures(text) == [BOUGHT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnover rose to £1.1bn, and the owner, which paid £2bn for it in 2019, is glad.", ["revenue", BOUGHT]),
        ("Peloton's owner paid $400 million for it.", [BOUGHT]),
        ("WhatsApp, for which Facebook paid $19 billion, had $900 million in revenue.", [BOUGHT, "revenue"]),
        ("The studio, for which Amazon paid $8.5 billion, made a loss of $40 million.", [BOUGHT, "loss"]),
        ("The rights, for which Sky paid £4bn, run until 2029.", ["other"]),
        ("Netflix, which paid $2bn for rights, made $9bn in revenue.", ["other", "revenue"]),
    ],
)
def test_what_an_owner_paid_is_told_beside_the_company(text, expected):
    assert measures(text)[-1] == expected[-1]
    assert BOUGHT not in expected or BOUGHT in measures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Customers paid $2bn for the company's services.", "other"),
        ("Ford paid $9 million for the company car fleet.", "other"),
        ("Fox paid $900 million for the lender's shares.", "other"),
        ("Lufthansa paid a $2bn fine for the bank.", "fine"),
    ],
)
def test_what_is_paid_for_a_thing_of_a_company_is_not(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The business generated less than 0.5% of Siemens' total revenue.", REVENUE),
        ("Phones generated 40% of Sonos' sales.", REVENUE),
        ("China brought in 15% of Mercedes' revenue.", REVENUE),
        ("KKR holds 9% of Siemens' shares.", "equity-stake"),
        ("Elliott bought 5% of Sonos.", "equity-stake"),
    ],
)
def test_a_part_of_what_a_company_in_s_has_is_not_of_the_company(text, expected):
    assert measures(text) == [expected]


def test_people_are_no_pieces_that_a_unit_makes():
    assert measures("The gaming unit generated 1% of revenues and employs 900 people.") == [REVENUE, "employees"]
    assert measures("It shipped 9 million units.") == ["shipments"]

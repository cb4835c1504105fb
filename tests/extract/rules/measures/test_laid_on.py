"""Amounts told by what stands right around them."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sainsbury's booked £90m of costs directly linked to the outage.", ["charge"]),
        ("Sainsbury's booked £90m of costs linked to the outage and expected a further £34m.", ["charge", "charge"]),
        ("Profit was £184m, stripping out £90m of costs tied to the outage.", ["profit", "charge"]),
        ("The measure leaves out £90m of direct costs.", ["charge"]),
        ("Sainsbury's booked £50m in provisions.", ["charge"]),
        ("It is below the record of €4 billion imposed over Android in 2018.", ["fine"]),
        ("Brussels imposed €450m on Meta for breaking its rules.", ["fine"]),
        ("The €2 billion imposed on Google in 2017 was upheld.", ["fine"]),
        ("TSMC raised its revenue forecast and will spend $52bn this year.", ["spending"]),
        ("Meta beat profit forecasts but said it would spend $70bn this year.", ["spending"]),
        ("Sales of the cloud business rose to $9bn.", ["cloud-revenue"]),
        ("The cloud division turned in $9bn.", ["cloud-revenue"]),
        ("The club charges members $365 a year.", ["subscription-price"]),
        ("The shares were priced at $40.", ["price-per-share"]),
        ("Bernstein sticks to $56 for the stock.", ["price-per-share"]),
        ("xAI takes in money at a rate of $3bn a year.", ["annual-revenue-run-rate"]),
    ],
)
def test_what_stands_right_around_an_amount_tells_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sainsbury's had £90m of operating costs.", ["total-spending"]),
        ("The state imposed a levy of €450m in banks.", ["other"]),
        ("TSMC will make $52bn in profit, after it spent much.", ["profit"]),
        ("Sales at the shoe business rose to $9bn.", ["revenue"]),
        ("The phone division, like the cloud, turned in $9bn in sales.", ["revenue"]),
        ("The console was priced at $400.", ["price"]),
        ("The shop charges $400 for the phone.", ["price"]),
    ],
)
def test_other_surroundings_tell_something_else(text, expected):
    assert measures(text) == expected

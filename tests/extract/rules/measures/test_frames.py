"""A percentage tells a change or a level, by the words beside it."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's shares dropped 6% on worries about tariffs.", ["stock-price-change"]),
        ("BYD ended with 31% annual growth in its share of the market.", ["growth-rate"]),
        ("Dell's revenue grew by a further 5%, a larger share of the market.", ["revenue-growth"]),
        ("The rate of inflation rose to 5%.", ["inflation-rate"]),
        ("Growth at the bank was strong, and 12% of revenue came from Japan.", ["share-of-revenue"]),
        ("The fund lost 9% of its value when the shares fell.", ["stock-price-change"]),
        ("Nokia's revenue growth slowed to 5%.", ["revenue-growth"]),
        ("Washington is to put a 25% tariff on chips.", ["tariff"]),
        ("Nokia may buy more if its ownership of the unit drops below 51%.", ["equity-stake"]),
        ("Nokia's gross margin fell below 40% on a rise in costs.", ["margin"]),
        ("Nokia's sales fell less than 5%.", ["revenue-growth"]),
        (
            "TikTok Shop sales showed growth of 40%, making up 12% of total revenue.",
            ["revenue-growth", "share-of-revenue"],
        ),
    ],
)
def test_the_words_beside_a_percentage_tell_a_change_from_a_level(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two funds have built up a 9.3 per cent stake in Nokia.", ["equity-stake"]),
        ("Mr Lasker handed over his entire 59.5% stake in Nokia.", ["equity-stake"]),
        ("Nokia's sales are up a surprising 5%.", ["revenue-growth"]),
    ],
)
def test_the_noun_behind_a_percentage_goes_before_the_verb_ahead_of_it(text, expected):
    assert measures(text) == expected

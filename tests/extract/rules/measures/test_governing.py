"""What heads the subject of the verb tells what a figure measures."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia said prices for phones made in old plants are likely to go up 12 percent.", ["price-change"]),
        ("Nokia's last valuation from a funding round in May was about $9 billion.", ["valuation"]),
        ("Inventories at Nokia rose 4.2% on low sales.", ["growth-rate"]),
        ("Prices of chips rose 4%, and those of phones rose by 9% on sales.", ["price-change", "price-change"]),
        ("Profit before tax and interest rose 4.5 percent on higher revenue.", ["profit-change"]),
        ("Orders slowed and sales rose 5% on the back of profit.", ["revenue-growth"]),
        ("Nokia saw its shares rise 15% on a rise in sales.", ["stock-price-change"]),
        ("Nokia's profit more than doubled, rising 128% on revenue from chips.", ["growth-multiple", "profit-change"]),
        ("AWS saw its order book swell 20%.", ["growth-rate"]),
        ("Gold gained 1.2% to $4,100 an ounce.", ["price-change", "price"]),
        ("Consumer prices rose 3.8% in September.", ["inflation-rate"]),
        ("Nokia's costs rose to $24 billion in the quarter.", ["total-spending"]),
        ("The news sent Nokia's stock sliding 3%.", ["stock-price-change"]),
    ],
)
def test_what_heads_the_subject_of_the_verb_tells_the_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia cut prices, and the figure was up 9% in sales.", ["revenue-growth"]),
        ("The retailer was up 9% in sales.", ["revenue-growth"]),
        ("Sales there fell 16%.", ["revenue-growth"]),
    ],
)
def test_a_subject_that_only_points_back_tells_nothing(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia's profit rose 9%, and adjusted EBITDA margin fell 1.6 percentage points to 14%.",
            ["profit-change", "other", "margin"],
        ),
        ("Nokia lost customers and rivals, which caused its stock price to slump by 4%.", ["stock-price-change"]),
        (
            "Nokia's revenue has grown since 2021, increasing fivefold over that time to $900 million.",
            ["growth-multiple", "revenue"],
        ),
        ("Nokia lost $9 million in May even as revenues rose 4%.", ["loss", "revenue-growth"]),
    ],
)
def test_subjects_are_found_behind_joined_clauses_participles_and_causes(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's profit before tax and interest rose 4%.", ["profit-change"]),
        ("Nokia's sales were expected to slump by 4%.", ["revenue-growth"]),
    ],
)
def test_what_is_joined_or_foreseen_stays_the_subject(text, expected):
    assert measures(text) == expected

"""What stands behind the noun for a change and "in" is what changed."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google Cloud posted a 55% jump in backlog.", ["growth-rate"]),
        ("The firm's performance was lifted by a 7% rise in sales on the year.", ["revenue-growth"]),
        ("Nokia expects a rise of some 30% in memory prices.", ["price-change"]),
        ("Growth in sales of 9% beat what Nokia had promised on profit.", ["revenue-growth"]),
        (
            "Microsoft signalled a 40% increase in capital spending while cloud sales slow.",
            ["capital-expenditure-growth"],
        ),
        ("Oracle drops 11% as sales miss forecasts.", ["stock-price-change"]),
        ("The overseas business achieved growth of 63%.", ["revenue-growth"]),
    ],
)
def test_a_noun_for_a_change_says_in_what(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia saw its shares rise 15% on a rise in sales.", ["stock-price-change"]),
        ("The report set off a 14% leap in its London shares.", ["stock-price-change"]),
        ("Google Cloud reported a 12% rise in revenue.", ["cloud-revenue-growth"]),
    ],
)
def test_a_cause_shares_and_a_narrower_measure_stay(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report tells of a 3% increase in phone sales.", ["shipments-growth"]),
        ("Volkswagen saw a 12% drop in car sales.", ["shipments-growth"]),
        ("Nokia saw a 3% increase in sales.", ["revenue-growth"]),
        ("Nokia makes phones and saw a 3% increase in profit.", ["profit-change"]),
    ],
)
def test_the_noun_before_the_last_is_heeded(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth in sales slowed to 8% at Siemens.", ["revenue-growth"]),
        ("Growth in net profit eased to 8% from 12% a quarter earlier.", ["profit-change", "profit-change"]),
        ("Growth in cloud revenue accelerated to 28% at Google.", ["cloud-revenue-growth"]),
        ("Siemens's R&D spending jumped 8%.", ["growth-rate"]),
        ("Siemens's unit sales jumped 8%.", ["shipments-growth"]),
        ("Siemens expects growth of 8% in exports.", ["growth-rate"]),
    ],
)
def test_the_pace_of_a_named_thing_is_its_change_and_no_other_things(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share of hybrids slowed to 8%.", ["market-share"]),
        ("Siemens's AI spending jumped 8%.", ["capital-expenditure-growth"]),
        ("Siemens expects growth of 8% in the quarter.", ["revenue-growth"]),
    ],
)
def test_other_heads_keep_their_measures(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Consumer spending rose 3% in the quarter.", ["growth-rate"]),
        ("Acme wants to lift customer spending by 50%.", ["growth-rate"]),
        ("Acme's capital spending rose 30%.", ["capital-expenditure-growth"]),
    ],
)
def test_spending_that_is_none_of_a_firm_on_plant(text: str, expected: list[str]) -> None:
    assert measures(text) == expected

"""Values that are held against the one before: foreseen, older, newer."""

import pytest
from fixtures.measured import measures

from kg.extract.rules.numbers.figures import figures


def units(text: str) -> list[str]:
    """Return the units of a text's figures, in order."""
    return [figure.quantity.unit for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Polestar's output of 3,200 cars lagged behind the 4,100 median of analyst estimates.", "production"),
        ("Tesla's deliveries of 462,890 cars lagged the 463,897 average of analyst estimates.", "shipments"),
        ("Fisker's production of 1,022 cars trailed the 1,500 mean of analyst forecasts.", "production"),
        ("Lucid's output of 2,110 vehicles fell behind the 2,500 average of analysts' estimates.", "production"),
        ("Rivian's deliveries of 13,588 vehicles topped the 12,950 expected by analysts.", "shipments"),
        ("BYD's deliveries of 12,400 cars fell shy of the 13,900 analysts expected.", "shipments"),
        ("Sales of 9,400 cars topped the 9,000 average estimate.", "vehicle-deliveries"),
        ("Inflation was 3.1%, its highest since June, and a jump on the 2.2% in the last report.", "inflation-rate"),
        ("Core inflation came in at 2.9%, an increase on the 2.4% in May.", "inflation-rate"),
        ("Inflation hit 2.9%, a fall from the 3.2% in October.", "inflation-rate"),
        ("Gross margin was 41%, an improvement on the 38% in spring.", "margin"),
        ("Revenue grew 7%, a drop from the 12% of a year earlier.", "revenue-growth"),
    ],
)
def test_what_a_value_is_held_against_measures_the_same(text, measure):
    assert measures(text) == [measure] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme shares fell 4% after it said sales were flat, missing the 5% growth forecast.", "revenue-growth"),
        ("Nokia's stock lost 4% as profit was flat, below the 6% growth forecast by analysts.", "profit-change"),
        ("Nokia's stock lost 4% as revenue was lower, short of the 6% increase that was expected.", "revenue-growth"),
        ("Nokia's revenue rose 4%, missing the 5% growth forecast.", "revenue-growth"),
    ],
)
def test_a_forecast_is_of_no_move_of_shares(text: str, expected: str) -> None:
    assert measures(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Siemens reported revenue of 18.9 billion euros, ahead of the 18.5 billion analysts had forecast.", "EUR"),
        ("SAP posted profit of 1.6 billion euros ($1.8 billion), short of the 1.7 billion predicted in a poll.", "EUR"),
        ("Sweden's Sandvik made a profit of 5.2 billion crowns ($480 million), below the 5.6 billion expected.", "SEK"),
        ("Equinor posted a profit of $7.9 billion, topping the 7.6 billion forecast in a poll.", "USD"),
        ("SAP posted revenue of 9 billion euros, beating the 8.8 billion estimated by analysts.", "EUR"),
    ],
)
def test_a_bare_sum_that_was_foreseen_is_of_the_same_money(text, unit):
    assert units(text) == [unit] * 2
    assert len(set(measures(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Meta's revenue of $40 billion comes from above the 3 billion users it has.",
        "Spotify paid $9 million, topping the 2 million listeners expected by analysts.",
    ],
)
def test_a_count_with_a_noun_is_no_money(text):
    assert units(text)[-1] == "count"


def test_a_newer_value_is_not_told_by_a_later_clause():
    text = "Profit rose from £183m to £237m, and it will pay its owner, which bought it for £1.7bn, a £120m dividend."
    assert measures(text) == ["profit", "profit", "acquisition-price", "dividend"]
    text = "Sales rose from €2.1bn to €2.4bn, and Lidl, which Schwarz acquired for €9bn, will pay a dividend of €300m."
    assert measures(text) == ["revenue", "revenue", "acquisition-price", "dividend"]


def test_a_jump_of_so_much_is_a_change():
    assert measures("Dell's revenue was $9 billion, a jump of 12% on the year.") == ["revenue", "revenue-growth"]

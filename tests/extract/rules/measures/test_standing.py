"""What a figure measures by how it stands."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Nokia, which have lagged for a year, closed yesterday at 337p.", "price-per-share"),
        ("Nokia turned down a 520-pence-per-share offer.", "price-per-share"),
        ("Nokia sells phones at 337p.", "price"),
    ],
)
def test_a_small_amount_is_the_price_of_a_share_where_shares_lead_to_it_or_it_is_per_share(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia acquired Orlane for $12 a share, a 35 percent premium, and holds a stake in it.",
            ["price-per-share", "other"],
        ),
        ("Nokia took a stake in Orlane, which has a 9% chance.", ["other"]),
        ("Nokia took a 9% stake in Orlane at a premium.", ["equity-stake"]),
    ],
)
def test_a_percentage_of_a_noun_without_a_measure_measures_nothing_near(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fnac offers 2 billion euros for Ceconomy.", "acquisition-price"),
        ("Nokia seeks $9 billion at a $90 billion valuation.", "funding-round"),
        ("Nokia grossed $9 billion.", "revenue"),
        ("Nokia sells the card for $900.", "price"),
        ("Nokia charges $900 for a licence.", "price"),
        ("Nokia paid $9 billion for Beijing.", "other"),
        ("The sale of shares valued Nokia at $90 billion.", "valuation"),
    ],
)
def test_an_amount_by_its_verb(text, expected):
    assert measures(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nippon Life bought 20% of Corebridge for $3.8 billion.", ["equity-stake", "acquisition-price"]),
        ("Temasek owns 9% of Keppel.", ["equity-stake"]),
        ("Each of the partners will take 15% of the new firm's equity, 45% in all.", ["equity-stake"] * 2),
        ("Nokia bought 20% of Germany.", ["other"]),
        ("Nokia took 20% of Monday off.", ["other"]),
    ],
)
def test_a_part_of_a_firm_is_a_stake(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cambricon reported a 14-fold surge in revenue.", ["growth-multiple"]),
        ("Nokia saw a tenfold jump in sales.", ["growth-multiple"]),
    ],
)
def test_a_ratio_before_a_rise_is_a_multiple(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales of Acme's printers to buyers in Spain made up a record 49% of the total.", ["share-of-revenue"]),
        ("Sales to foreign clients accounted for 36% of the total in the quarter.", ["share-of-revenue"]),
        ("Foreign clients accounted for 36% of the total.", ["other"]),
        (
            "The treasury holds 17.4% of the fund, followed by 10.5% owned by Borealis.",
            ["equity-stake", "equity-stake"],
        ),
        ("Some 12% of seats were held by women.", ["other"]),
    ],
)
def test_parts_of_a_total_and_of_a_fund(text: str, expected: list[str]) -> None:
    assert measures(text) == expected

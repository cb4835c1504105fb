"""What an amount of money is a price of by how it stands."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The new round prices Harvey at $8 billion.", ["valuation"]),
        ("An auction of shares put ByteDance at $480 billion.", ["valuation"]),
        ("The fund marked the start-up at $12 billion.", ["valuation"]),
        ("Chinese companies pay $14,000 for each processor.", ["price"]),
        ("Resellers charge 800,000 yuan for each server.", ["price"]),
        ("The deal puts TikTok's US arm at $14 billion.", ["valuation"]),
        ("Each H200 module costs about 1.4 million yuan.", ["price"]),
        ("Meta paid $14.3 billion for 49% of Scale AI.", ["acquisition-price", "equity-stake"]),
        ("The takeover of Norfolk Southern by Union Pacific is worth $85 billion.", ["acquisition-price"]),
        ("Shell sold its refinery near Singapore for $500 million.", ["acquisition-price"]),
    ],
)
def test_a_firm_and_each_of_several_things_are_priced(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank put revenue at $8 billion.", ["revenue"]),
        ("Nokia will spend $90 million on chips for each site.", ["ai-chip-purchase-budget"]),
        ("MGX will chip in $7 billion for a 15% slice of the venture.", ["investment", "equity-stake"]),
        ("One of the plants cost about $4 billion.", ["investment"]),
    ],
)
def test_what_is_no_firm_and_no_piece_is_not(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The carmaker posted an average loss of $9,000 per car in May.", ["loss"]),
        ("The carmaker lost $9,000 on each car it sold.", ["loss"]),
        ("The carmaker made a profit of $900 per vehicle.", ["profit"]),
    ],
)
def test_what_is_earned_or_lost_on_each_piece_is_no_price(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The carmaker sells the van at $9,000 per unit after a loss.", ["price"]),
        ("The carmaker posted a loss of 18 cents per share.", ["earnings-per-share"]),
    ],
)
def test_a_price_and_what_each_share_earns_stay(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia agreed to buy Kestrin, a maker of radios, in a transaction valued at $9 billion.", "acquisition-price"),
        ("Nokia took over Kestrin in a deal valued around $9 billion.", "acquisition-price"),
        ("Nokia signed a chip supply deal valued at $9 billion.", "chip-contract"),
        ("Kestrin raised money and was valued at $9 billion.", "valuation"),
    ],
)
def test_a_deal_to_buy_a_company_is_worth_its_price(text, expected):
    assert measures(text) == [expected]

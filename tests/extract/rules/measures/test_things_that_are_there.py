"""Plants that stand, goods that are bought, shares that trade: counts and amounts told by what stands around them."""

import pytest
from fixtures.measured import measures

PLANTS, SHARE, BOUGHT = "fabs-planned", "price-per-share", "acquisition-price"


@pytest.mark.parametrize(
    "text",
    [
        "Google agreed to purchase electricity from three existing plants.",
        "After the merger, TSMC will now have two plants in Germany.",
        "Ford has five plants in Mexico.",
        "Infineon operates three factories in Malaysia.",
        "Bosch cut output at three plants.",
        "Toyota gets batteries from two plants in Japan.",
        "Apple buys screens made in four plants.",
    ],
)
def test_plants_that_stand_are_not_planned(text):
    assert measures(text) == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Samsung wants to have two plants in Texas by 2030.",
        "Acme has three fabs under construction in Dresden.",
        "Hyundai has two new plants in Georgia.",
        "Micron is constructing two fabs in Idaho.",
    ],
)
def test_plants_to_be_built_are(text):
    assert measures(text) == [PLANTS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese chip companies purchased $41bn worth of equipment last year.", "spending"),
        ("Airlines bought $12 billion worth of jets.", "spending"),
        ("CATL purchased 2 billion yuan worth of lithium.", "spending"),
        ("Saudi firms bought $5bn of Russian fuel oil.", "spending"),
        ("Airbus bought 900 million euros' worth of parts.", "spending"),
        ("Vitol bought a refinery worth $2 billion.", BOUGHT),
        ("Shell bought $3 billion of assets in Oman.", BOUGHT),
        ("Nvidia bought $5 billion of Intel stock.", "equity-stake-value"),
        ("Pemex bought $900 million worth of fuel from Shell.", "spending"),
        ("Exxon purchased Pioneer for $60 billion.", BOUGHT),
        ("Qualcomm bought $3 billion worth of startups.", BOUGHT),
        ("Microsoft bought Activision in a deal worth $69 billion.", BOUGHT),
        ("Apple bought $90 billion worth of its own shares.", "share-buyback"),
    ],
)
def test_goods_are_no_company_that_is_bought(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Siemens share was trading up by over 12 per cent after the report, at 6.20 euros.", SHARE),
        ("The Bayer share was trading down by almost 8 per cent in the afternoon, at 27.15 euros.", SHARE),
        ("The Philips share was trading lower by 6 percent after the warning, at 24.10 euros.", SHARE),
        ("Airbus is trading up 3% on Tuesday, at 140.20 euros.", SHARE),
        ("The Basel company's share closed 2% higher, at 101.40 euros.", SHARE),
        ("Its market share closed in on 9%.", "market-share"),
        ("Bitcoin was trading up 4% after the news, at $67,000.", "other"),
        ("The price of copper was up 2% at $9,800 a tonne.", "price"),
    ],
)
def test_shares_trade_at_a_price_behind_their_move(text, expected):
    assert measures(text)[-1] == expected


def test_what_is_forfeited_is_taken_as_a_penalty():
    text = "It will pay $80 million in penalties and $400 million in forfeited fees that were collected from investors."
    assert measures(text) == ["fine", "fine"]
    assert measures("Ramp collected $421 million from investors.") == ["funding-round"]

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def measures(text: str) -> list[str]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt")).mentions
    return [mention.claim.measure for mention in found if isinstance(mention.claim, FigureClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia jumped 22% after an investment by Nvidia.",
        "In Helsinki, Nokia was 4% firmer.",
        "Ford ended 4% lower as investors feared weak sales.",
        "The forecast sent Nokia down 9%.",
        "Nokia closed up 3%.",
    ],
)
def test_a_company_that_moves_is_its_share(text):
    assert measures(text) == ["stock-price-change"]


@pytest.mark.parametrize("text", ["Nokia grew 12%.", "Dell's server division shrank by 12%."])
def test_a_business_that_grows_is_its_sales(text):
    assert measures(text) == ["revenue-growth"]


@pytest.mark.parametrize("text", ["Nokia shed 22% of its staff.", "Inventories at Nokia rose 22%."])
def test_what_is_told_to_move_goes_before(text):
    assert measures(text) != ["stock-price-change"]


def test_shares_that_turn_in_trading_move_whatever_the_verb_is_about():
    assert measures("Nokia's shares, which first fell, reversed course to rise 8% in premarket trading.") == [
        "stock-price-change"
    ]
    assert measures("Nokia's stock changed direction to gain 3% in late trading.") == ["stock-price-change"]
    assert measures("Nokia's shares fell as it lost ground and gold rose 8% in early trading.") != [
        "stock-price-change"
    ]


def test_what_closes_higher_is_the_share():
    text = "Nokia's shares opened 12% higher than their offer price, and closed 16% higher."
    assert measures(text)[-1] == "stock-price-change"
    assert measures("Nokia's stock slid early on and ended down 4%.") == ["stock-price-change"]
    assert measures("Nokia's sales closed the gap and ended 4% higher.") != ["stock-price-change"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel cut its forecast and fell 5%.", ["stock-price-change"]),
        ("Oracle missed revenue estimates and slid 6%.", ["stock-price-change"]),
        ("AMD, its smaller rival, warned of costs and dropped 7.3%.", ["stock-price-change"]),
        ("Cisco raised its outlook and gained 4.2% in late trading.", ["stock-price-change"]),
        ("Intel cut costs and grew sales 5%.", ["revenue-growth"]),
        ("Sales at Intel rose and profit dropped 5%.", ["profit-change"]),
        ("Revenue beat forecasts and rose 5%.", ["revenue-growth"]),
        ("Intel raised prices and cut 3% of its staff.", ["workforce-cut"]),
    ],
)
def test_whom_a_sentence_opens_with_moves_behind_and(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices in Spain rose at a yearly rate of 2.9%.", ["inflation-rate"]),
        ("Prices in Japan were 2.9% higher than a year earlier.", ["inflation-rate"]),
        ("Prices for memory chips in China rose 3.8%.", ["price-change"]),
        ("House prices in Britain rose 3.8%.", ["price-change"]),
    ],
)
def test_prices_in_a_country_that_are_of_nothing_else_tell_inflation(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nokia and Ericsson ended 4% and 8% lower, respectively, as investors turned to bonds on weak revenue.",
        "Ford and Tesla closed 2.5 percent and 3 percent higher after reporting revenue.",
    ],
)
def test_two_moves_told_together(text: str) -> None:
    assert measures(text) == ["stock-price-change"] * 2


def test_two_changes_of_another_thing() -> None:
    assert measures("Adidas and Puma said sales rose 5% and 7% in Spain.") == ["revenue-growth"] * 2

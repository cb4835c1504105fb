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

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def measures(text: str) -> list[str]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt")).mentions
    return [mention.claim.measure for mention in found if isinstance(mention.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Capital expenditure is soaring. Oracle alone spent $12 billion.", ["capital-expenditure"]),
        ("Research and development spending is soaring. Huawei spent $12 billion.", ["research-spending"]),
        ("Capital expenditure is soaring.\n\nOracle alone spent $12 billion.", ["spending"]),
        ("Nvidia holds 4% of Nokia. That is worth $1 billion.", ["equity-stake", "equity-stake-value"]),
        ("Nvidia is big. That is worth $1 billion.", ["valuation"]),
        ("Dell: $4 billion in revenue. Lenovo: $3 billion.", ["revenue", "revenue"]),
        (
            "Of the $9 billion that Oracle spent on capex, 60% went on chips.",
            ["capital-expenditure", "share-of-capital-expenditure"],
        ),
    ],
)
def test_what_the_text_has_just_spoken_of_tells_what_words_leave_open(text, expected):
    assert measures(text) == expected

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
        ("Intel laid 900 engineers off.", ["job-cuts"]),
        ("Baidu let 900 of its managers go.", ["job-cuts"]),
        ("Huawei put another $4 billion into research and development.", ["research-spending"]),
        ("Tencent set $4 billion aside for graphics processors.", ["ai-chip-purchase-budget"]),
        ("Cohere raised a further 400 million Canadian dollars.", ["funding-round"]),
        ("Nokia laid 900 cables off the coast.", ["other"]),
        ("Nokia raised prices to $4 billion.", ["other"]),
    ],
)
def test_a_verb_around_its_object_tells_what_it_tells_before_it(text, expected):
    assert measures(text) == expected

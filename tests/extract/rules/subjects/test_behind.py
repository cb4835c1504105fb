import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def subjects(text: str) -> list[str | None]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt")).mentions
    claims = [mention.claim for mention in found if isinstance(mention.claim, FigureClaim)]
    return [claim.subject.name if claim.subject else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$9 billion is what Baidu wants to spend on chips.", ["Baidu"]),
        ("A bill of $9 billion for servers awaits Baidu.", ["Baidu"]),
        ("Four chip plants are to rise on Intel's site in Ohio.", ["Intel"]),
        ("Some 90 million people turn to Doubao every day.", ["Doubao"]),
        ("At $90 billion, Stripe is worth more than ever.", ["Stripe"]),
        ("The new chips cost Baidu $9 billion.", ["Baidu"]),
        ("Some $9 billion was spent on Nvidia's chips.", [None]),
    ],
)
def test_what_is_said_of_a_figure_that_opens_its_sentence_tells_whose_it_is(text, expected):
    assert subjects(text) == expected

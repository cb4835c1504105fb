"""Whom figures are about behind who says something of itself, and where a market or public money is told of."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

READ = RuleExtractor()


def subjects(text: str) -> list[str | None]:
    found = READ.extract(Document(text, "t", "t.txt")).mentions
    claims = [mention.claim for mention in found if isinstance(mention.claim, FigureClaim)]
    return [claim.subject and claim.subject.name for claim in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nokia said it will cut 400 jobs and in May Ericsson said it could cut 900 jobs.", ["Nokia", "Ericsson"]),
        ("Nokia unveiled a plan on the day that Ericsson revealed it will close 90 shops.", ["Ericsson"]),
        ("Nokia's move came as Ericsson confirmed on Monday that it had spent $3 billion.", ["Ericsson"]),
        ("Nokia met Ericsson, and Ericsson later said it lost $3 billion.", ["Ericsson"]),
        ("Nokia said Ericsson would close 90 shops.", ["Ericsson"]),
        # A price that no company sets.
        ("Hershey raised prices. Cocoa prices have roughly doubled since May.", [None]),
        ("Hershey raised prices. It said that cocoa futures had tripled.", [None]),
        ("Hershey raised prices. Its prices have roughly doubled.", ["Hershey"]),
        # Public money that goes to nobody named.
        ("Lucid lost money. The end of a $7,500 federal tax credit hit demand.", [None]),
        ("Intel was awarded $8.5 billion in subsidies.", ["Intel"]),
        ("Intel grew. It will receive $8.5 billion in subsidies.", ["Intel"]),
    ],
)
def test_whom_it_is_about(text: str, told: list[str | None]) -> None:
    assert subjects(text) == told

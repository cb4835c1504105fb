"""One of somebody's customers, rivals or suppliers; goods of many kinds; seats told by a place before a trade."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, RelationClaim

READ = RuleExtractor()


def links(text: str) -> list[tuple[str, str, str]]:
    read = READ.extract(Document(source="a", path="a.txt", text=text))
    claims = [mention.claim for mention in read.mentions]
    return [(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c, RelationClaim)]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia is one of Ericsson's biggest customers.", ("Nokia", "customerOf", "Ericsson")),
        ("Nokia, one of Ericsson's rivals, rose.", ("Nokia", "competesWith", "Ericsson")),
        ("Nokia is one of the largest suppliers of Ericsson.", ("Ericsson", "buysFrom", "Nokia")),
        ("Nokia, another of Ericsson's backers, rose.", ("Nokia", "investsIn", "Ericsson")),
        ("Nokia buys routers from Ericsson.", ("Nokia", "buysFrom", "Ericsson")),
        ("Ericsson sold hard drives to Nokia.", ("Nokia", "buysFrom", "Ericsson")),
        ("Ericsson ships solar panels to Nokia.", ("Nokia", "buysFrom", "Ericsson")),
        ("Saudi Arabian lessor Kestrin bought jets.", ("Kestrin", "locatedIn", "Saudi Arabia")),
        ("Danish toy retailer Kestrin opened shops.", ("Kestrin", "locatedIn", "Denmark")),
        (
            "The Commerce Department's Bureau of Industry and Security fined Nokia.",
            ("US Commerce Department", "parentOf", "Bureau of Industry and Security"),
        ),
    ],
)
def test_links(text, link):
    assert link in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ericsson sold 40 routers, according to Nokia.",
        "Ericsson sold 40 routers, compared to Nokia's 30.",
        "Nokia is one of many firms with an Ericsson licence.",
        "Ericsson sold ideas to Nokia.",
        "Chinese market leader Kestrin rose.",
        "Nokia bought time from Ericsson.",
    ],
)
def test_what_is_no_link(text):
    assert not {"customerOf", "buysFrom", "locatedIn"} & {predicate for _, predicate, _ in links(text)}

"""Seats by town and state, clauses without "which" behind a place, holders in a ranking: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_OWNED = ("Nokia", "parentOf", "Ericsson")
_BACKED = ("Nokia", "investsIn", "Ericsson")

READ = {
    "a town and its state": (
        ("Austin, Texas-based Tesla grew.", ("Tesla", "locatedIn", "Texas")),
        ("Apple, based in Cupertino, California, grew.", ("Apple", "locatedIn", "California")),
        ("Ford grew. The Dearborn, Michigan, automaker cut jobs.", ("Ford", "locatedIn", "Michigan")),
        ("Ford grew. Shares of the Dearborn, Michigan, company fell.", ("Ford", "locatedIn", "Dearborn")),
    ),
    "a clause without which, behind a place": (
        ("The merger of Ericsson, a U.S. carrier Nokia acquired in 2013, failed.", _OWNED),
        (
            "The merger of Ericsson, a U.S. carrier Nokia acquired in 2013, failed.",
            ("Ericsson", "locatedIn", "United States"),
        ),
        ("Siemens runs Ericsson, the Dutch firm Nokia bought in May.", _OWNED),
    ),
    "how long ago a takeover was": (
        ("Nokia cut jobs at Ericsson, a firm it acquired two years ago.", _OWNED),
        ("Ericsson, which Nokia bought three months earlier, grew.", _OWNED),
    ),
    "brands in a portfolio": (
        ("Nokia owns a sprawling portfolio of brands including Ericsson and Jolla.", _OWNED),
        (
            "Stellantis grew. The carmaker, which owns a stable of brands such as Fiat, fell.",
            ("Stellantis", "parentOf", "Fiat"),
        ),
    ),
    "an owner of whoever was just told of": (
        ("Growth at Ericsson helped profits. Owner Nokia said so.", _OWNED),
        ("Ericsson has lifted profits at parent Nokia.", _OWNED),
        ("Ericsson grew. New owner Nokia said so.", _OWNED),
    ),
    "holders in a ranking": (
        ("Siemens is Ericsson's largest shareholder, ahead of BlackRock and Nokia.", _BACKED),
        ("Siemens is the biggest shareholder in Ericsson, ahead of Nokia.", _BACKED),
        ("The purchase makes Nokia Ericsson's largest shareholder.", _BACKED),
    ),
    "a share told with about behind an apposition": (
        ("Nokia, a Finnish network firm, owns about 45 percent of Ericsson.", _BACKED),
        ("Nokia, a network firm, holds roughly 9% of Ericsson.", _BACKED),
    ),
    "who created a firm": (
        ("Ann Lee, the creator and chief executive of Nokia, left.", ("Ann Lee", "founderOf", "Nokia")),
        ("Nokia creator Ann Lee left.", ("Ann Lee", "founderOf", "Nokia")),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Ford grew. The Paris, France, company Renault cut jobs.", ("Ford", "locatedIn", "Paris")),
        (
            "The merger of Ericsson, a U.S. carrier Nokia acquired in 2013, failed.",
            ("Nokia", "locatedIn", "United States"),
        ),
        ("Siemens is Ericsson's largest shareholder, ahead of BlackRock.", ("Ericsson", "competesWith", "BlackRock")),
        ("Ericsson grew. Shop owner Nokia said so.", _OWNED),
        ("Ericsson grew. Shop owner Ann Lee said so.", ("Ann Lee", "parentOf", "Ericsson")),
        ("Ericsson grew after its takeover of former parent Nokia.", _OWNED),
        ("Nokia bid for FTSE 250 property investor Ericsson.", ("Ericsson", "investsIn", "FTSE 250")),
        ("Nokia will buy a majority stake in the iPhone manufacturing plant.", ("Nokia", "parentOf", "iPhone")),
        ("Ericsson asked Nokia for 1.5 billion euros in damages.", ("Ericsson", "buysFrom", "Nokia")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

"""Whom a text speaks of by where they sit, and who founded what: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_SHENZHEN = ("Tencent", "locatedIn", "Shenzhen")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Tencent soared. That left the Shenzhen-headquartered designer of games with a worth of $2 billion.",
            _SHENZHEN,
        ),
        ("Spending at Tencent fell, the Shenzhen-based social media and gaming company said.", _SHENZHEN),
        ("Tencent grew. Revenue at the Shenzhen-based operator doubled.", _SHENZHEN),
        ("Tencent, whose home is Shenzhen, grew.", _SHENZHEN),
        ("From its Shenzhen headquarters, Tencent sells games.", _SHENZHEN),
        (
            "Nokia fell. Investors left after the Finnish telecoms group cut its outlook.",
            ("Nokia", "locatedIn", "Finland"),
        ),
        ("In Malaysia, state-owned Petronas is cutting jobs.", ("Petronas", "locatedIn", "Malaysia")),
        ("Buyers include SoftBank and the Abu Dhabi fund MGX.", ("MGX", "locatedIn", "Abu Dhabi")),
        ("Nokia spends less than U.S. rivals such as Google.", ("Google", "locatedIn", "United States")),
        ("OpenAI, which Sam Altman helped found, grew.", ("Sam Altman", "founderOf", "OpenAI")),
        (
            "Founded in 2023 by Arthur Mensch, Ann Lee and Tom Pratt, Mistral grew.",
            ("Tom Pratt", "founderOf", "Mistral AI"),
        ),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Tencent grew. A bid for the Shenzhen-based unit failed.", _SHENZHEN),
        ("Tencent grew, a filing with the Shenzhen exchange showed.", _SHENZHEN),
        ("Nokia rose. Bidders for the Shenzhen-based firm left.", ("Nokia", "locatedIn", "Shenzhen")),
        ("Novo Nordisk was once Europe's most valuable company.", ("Novo Nordisk", "locatedIn", "Europe")),
        ("Nokia is small beside its American rivals.", ("Nokia", "locatedIn", "United States")),
        ("Sequoia bought shares in the Oslo and Paris-based firm.", ("Sequoia Capital", "investsIn", "Oslo")),
        ("In Malaysia, Nokia is cutting jobs.", ("Nokia", "locatedIn", "Malaysia")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

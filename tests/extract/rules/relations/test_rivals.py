"""Who is whose rival, and which of two comes first: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_TWO = ("Ericsson", "competesWith", "Nokia")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Ericsson grew. Nokia, its smaller rival, grew too.", _TWO),
        ("Ericsson grew. Rival Nokia grew too.", _TWO),
        (
            "Ericsson spends less. It is dwarfed by its rivals: Nokia, Bosch and Google have spent more.",
            _TWO,
        ),
        ("Ericsson had 62% of the market, ahead of Bosch with 21% and Nokia with 17%.", _TWO),
        ("Ericsson leads the market, ahead of Bosch and Nokia.", _TWO),
        ("Ericsson led with 62%, followed by Bosch and Nokia.", _TWO),
        ("Ericsson sold six million phones, putting it ahead of rival Nokia.", _TWO),
        ("Ericsson sales fall again as Nokia pulls further ahead", _TWO),
        ("Ericsson to cut 9,000 jobs as rival Nokia gains ground", _TWO),
        ("Ericsson is trying to recover ground lost to Nokia.", _TWO),
        ("Ericsson won a bidding war with Nokia for Bosch.", _TWO),
        ("Ericsson buys Bosch, ending bidding war with Nokia", _TWO),
        ("Ericsson, often called Sweden's answer to Nokia, grew.", _TWO),
        ("Ericsson, dubbed Sweden's Nokia, grew.", _TWO),
        ("Ericsson offers an alternative to Nokia.", _TWO),
        ("Ericsson, long in Nokia's shadow, grew.", _TWO),
        ("Ericsson and Nokia are racing against each other.", _TWO),
        ("Cambricon's chips compete with Nvidia's H20.", ("Cambricon", "competesWith", "Nvidia")),
        ("Meta's Threads is closing in on Twitter.", ("Threads", "competesWith", "X")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Ericsson grew. Nokia, its smaller rival, grew too.", ("Nokia", "competesWith", "Ericsson")),
        ("Ericsson is not a rival of Nokia.", _TWO),
        ("Ericsson would surpass Nokia as the biggest shareholder of Bosch.", _TWO),
        ("Ericsson closed at 400 yuan, overtaking Nokia as the most expensive stock.", _TWO),
        ("Ericsson grew 2%, ahead of Nokia's results on Tuesday.", _TWO),
        ("Ericsson fell as Nokia pulled out.", _TWO),
        ("Ericsson rose. Firms are looking at alternatives such as Nokia.", _TWO),
        ("Mounjaro has overtaken the products of Nokia.", ("Mounjaro", "competesWith", "Nokia")),
        ("Ericsson lost a case to Nokia.", _TWO),
        ("Ericsson buys Bosch, ending talks with Nokia", _TWO),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

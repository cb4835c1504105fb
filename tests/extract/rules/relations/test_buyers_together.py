"""Who puts money in, told around a round, a sale of shares or a takeover by several: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_TOLD = "Siemens said so. Ericsson raised $450 million on Thursday. "
_BACKS = ("Nokia", "investsIn", "Ericsson")
_TWO = ("Siemens", "investsIn", "Ericsson")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (_TOLD + "Bosch and Nokia joined in.", _BACKS),
        (_TOLD + "Nokia also chipped in.", _BACKS),
        (_TOLD + "Nokia put up $40 million.", _BACKS),
        (_TOLD + "Bosch put in $100 million and Nokia $40 million.", _BACKS),
        (_TOLD + "Nokia led the deal, the firm's third.", _BACKS),
        (_TOLD + "Nokia led with $150 million.", _BACKS),
        (_TOLD + "Nokia wrote the biggest cheque.", _BACKS),
        (_TOLD + "Nokia's venture arm took part.", _BACKS),
        (_TOLD + "Bosch led the round, with Google and Nokia taking part.", _BACKS),
        (_TOLD + "Led by Bosch and co-led by Nokia, the round values the company at $2 billion.", _BACKS),
        (_TOLD + "Bosch led with $150 million, and shareholder Nokia also put in money.", _BACKS),
        (_TOLD + "Nokia, which put in $40 million, and Bosch are among its earlier backers.", _BACKS),
        ("Ericsson is worth $50 billion after a staff share sale. Buyers included Bosch and Nokia.", _BACKS),
        ("Ericsson's latest round was big. Nokia led the deal.", _BACKS),
        ("Staff of Ericsson sold $6.6 billion of stock to buyers including Bosch and Nokia.", _BACKS),
        ("Ericsson let staff sell $6 billion of shares to a group of investors that included Nokia.", _BACKS),
        ("A $1.4 billion round for Ericsson was co-led by Bosch and Nokia.", _BACKS),
        ("4. Ericsson, $600M, led by Nokia.", _BACKS),
        ("1. Siemens, $900M. Bosch led. 2. Ericsson, $600M. Nokia wrote the biggest cheque.", _BACKS),
        ("The Bosch- and Nokia-backed Ericsson grew.", ("Bosch", "investsIn", "Ericsson")),
        ("Nokia will invest up to $4 billion in Siemens and up to $1 billion in Ericsson.", _BACKS),
        ("Nokia vowed to plough up to $100 billion into Ericsson itself.", _BACKS),
        ("Nokia wants to put in $4 billion to set up a data centre at Oslo.", ("Nokia", "investsIn", "Oslo")),
        ("Bosch has pumped $4 billion into Ericsson, Nokia $1 billion.", _BACKS),
        ("Bosch committed $4 billion to Ericsson, and Nokia more than $1 billion.", _BACKS),
        ("Ericsson grew. Nokia has earlier put $4 billion into the company.", _BACKS),
        ("Ericsson has agreed to be bought by a consortium made up of Bosch, Nokia and Google.", _BACKS),
        ("Ericsson agreed to a $5 billion buyout by a group of investors including Bosch and Nokia.", _BACKS),
        ("Ericsson is to be sold to a group led by Bosch, Nokia and Ann Lee's Siemens.", _TWO),
        ("A consortium of Bosch and Nokia has agreed to buy Ericsson.", _BACKS),
        ("Ericsson is sold. The group, which includes Bosch and Nokia, will pay $40 a share.", _BACKS),
        ("Bosch, Google and Nokia take Ericsson private in record buyout", _BACKS),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (_TOLD + "Bosch put in $100 million and Nokia $40 million.", ("Nokia", "investsIn", "Bosch")),
        (_TOLD + "Rivals include Bosch and Nokia.", _BACKS),
        (_TOLD + "Nokia put in a strong quarter.", _BACKS),
        (_TOLD + "Nokia makes phones.", _BACKS),
        ("Siemens grew. Nokia also chipped in.", ("Nokia", "investsIn", "Siemens")),
        ("Bosch grew by $4 billion, Nokia $1 billion.", ("Nokia", "investsIn", "Bosch")),
        ("Bosch spent $4 billion on it, Nokia $1 billion. It put $3 billion into Ericsson.", _BACKS),
        ("Ericsson is to be sold to a group led by Bosch and Ann Lee's Nokia.", ("Ann Lee", "investsIn", "Ericsson")),
        ("Ericsson agreed to a buyout by a group of Bosch and Nokia.", ("Ericsson", "parentOf", "Nokia")),
        ("Bosch, Google and Nokia take Ericsson private", ("Nokia", "parentOf", "Ericsson")),
        ("Nokia said it had no plans to invest in Ericsson.", _BACKS),
        ("The case was heard by a group of judges, said Nokia of Ericsson.", _BACKS),
        ("Ericsson raised its outlook. Nokia joined in.", _BACKS),
        ("Bosch signed a deal with Nokia for Ericsson to purchase chips.", ("Bosch", "parentOf", "Ericsson")),
        ("Bosch stopped at Oslo and set up a stall at the fair.", ("Bosch", "investsIn", "Oslo")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

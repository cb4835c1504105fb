"""Banks taken on, sites full of a maker's goods, one of others that are named: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BACKED = ("Nokia", "investsIn", "Ericsson")
_CUSTOMER = ("Nokia", "customerOf", "Ericsson")
_SUPPLY = ("Nokia", "buysFrom", "Nvidia")

READ = {
    "a bank taken on for a sale": (
        ("Nokia hired Goldman Sachs to advise on the sale.", ("Nokia", "customerOf", "Goldman Sachs")),
        ("Nokia has tapped Citigroup and JPMorgan as bookrunners.", ("Nokia", "customerOf", "JPMorgan")),
        ("Nokia has picked JPMorgan to arrange a loan.", ("Nokia", "customerOf", "JPMorgan")),
    ),
    "what is put into a site": (
        ("Nokia filled its data centers with Nvidia chips.", _SUPPLY),
        ("Nokia runs data centers filled with Nvidia chips.", _SUPPLY),
        ("Nokia's data center, opened in May, is packed with 40,000 Nvidia chips.", _SUPPLY),
    ),
    "one of others, told at the start": (
        ("Like other Ericsson customers, Nokia waits.", _CUSTOMER),
        ("Like other Dutch makers of tools, Kestrin sells chips.", ("Kestrin", "locatedIn", "Netherlands")),
    ),
    "one of its customers, in an aside behind a clause": (
        ("Ericsson grew; Nokia, one of its customers, fell.", _CUSTOMER),
        ("Ericsson grew, and Nokia, one of its backers, sold shares.", _BACKED),
    ),
    "the most of those who do": (
        ("Nokia is one of the most demanding customers of Ericsson.", _CUSTOMER),
        ("Nokia, one of the most promising investors in Ericsson, grew.", _BACKED),
    ),
    "an owner's sites that another runs": (
        ("Constellation Energy powers Microsoft data centers.", ("Microsoft", "customerOf", "Constellation Energy")),
        ("NextEra will power Google data centers from 2030.", ("Google", "customerOf", "NextEra Energy")),
    ),
    "himself and itself beside a verb": (
        ("Nokia has itself invested in Ericsson.", _BACKED),
        ("Nokia itself, a rival says, bought shares in Ericsson.", _BACKED),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia was hired by Goldman Sachs to advise on the sale.", ("Nokia", "customerOf", "Goldman Sachs")),
        ("Nokia picked Ericsson to open the show.", _CUSTOMER),
        ("Nokia's data centers compete with sites filled with Nvidia chips.", _SUPPLY),
        ("Nokia's site is filled with praise, and Nvidia chips are late.", _SUPPLY),
        ("Like other Ericsson customers, analysts at Nokia wait.", _CUSTOMER),
        ("Nokia led a round in Europe.", ("Nokia", "investsIn", "Europe")),
        ("Ericsson grew; Nokia, one of the customers of Siemens, fell.", _CUSTOMER),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

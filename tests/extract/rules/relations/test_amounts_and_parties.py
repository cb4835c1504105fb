"""Goods by the amount, who is handed what, and what stands between a role and its name: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_SUPPLY = ("Nokia", "buysFrom", "Ericsson")
_CUSTOMER = ("Nokia", "customerOf", "Ericsson")

READ = {
    "amounts of goods": (
        ("Nokia will buy up to 6 gigawatts of Ericsson chips.", _SUPPLY),
        ("Nokia will buy as many as 20 Ericsson jets.", _SUPPLY),
        ("Ericsson will supply some 3.5 million tonnes of gas per year to Nokia.", _SUPPLY),
        ("Nokia plans to buy billions of dollars worth of chips from Ericsson.", _SUPPLY),
    ),
    "goods from somebody's works": (
        ("Nokia will buy 1,000 tonnes of lithium from Ericsson's flagship plant.", _SUPPLY),
        ("Nokia buys gas from Ericsson's Stone Hill terminal.", _SUPPLY),
    ),
    "a buyer named before the goods": (
        ("Ericsson will supply Nokia 2 million tons of gas annually.", _SUPPLY),
        ("Ericsson agreed to sell Finnish phone maker Nokia four jets.", _SUPPLY),
    ),
    "most of somebody's customers": (
        ("Ericsson supplied most of its clients including Nokia with cells.", _SUPPLY),
        ("Ericsson is a battery maker with customers such as Nokia.", _CUSTOMER),
        ("Siemens met Ericsson, which has customers such as Nokia.", _CUSTOMER),
    ),
    "deliveries as nouns": (
        ("Ericsson started deliveries of chips to Nokia.", _SUPPLY),
        ("Ericsson's chip shipments to Nokia fell.", _SUPPLY),
    ),
    "terms with somebody to buy or supply": (
        ("Nokia signed an agreement with Ericsson to buy chips.", _SUPPLY),
        ("Ericsson is in talks with Nokia to supply chips.", _SUPPLY),
        ("Nokia signed a deal for 20 Ericsson jets with an option for ten more.", _SUPPLY),
    ),
    "goods made by another": (
        ("Most of Nokia's phones are assembled by Ericsson.", _SUPPLY),
        ("Nokia outsources the making of its phones to Ericsson.", _SUPPLY),
    ),
    "what stands between a role and its name": (
        ("Ericsson is the main supplier of displays to Nokia.", _SUPPLY),
        ("Ericsson, a key Nokia supplier, said sales rose.", _SUPPLY),
        ("Nokia is a notable customer of Ericsson's chips.", _CUSTOMER),
        ("Ericsson, a Nokia subsidiary, said sales rose.", ("Nokia", "parentOf", "Ericsson")),
        ("Anna Berg became co-founder and chair of Nokia.", ("Anna Berg", "founderOf", "Nokia")),
    ),
    "providers": (
        ("Ericsson is Nokia's exclusive cloud provider.", _CUSTOMER),
        ("Nokia signed a deal to use technology from Ericsson.", _CUSTOMER),
        ("Nokia awarded a contract to Ericsson.", _CUSTOMER),
    ),
    "most of the shares": (
        ("Ericsson is now majority-owned by Nokia.", ("Nokia", "parentOf", "Ericsson")),
        ("Nokia, now the majority shareholder of Ericsson, rose.", ("Nokia", "parentOf", "Ericsson")),
        ("Nokia took control of Ericsson.", ("Nokia", "parentOf", "Ericsson")),
    ),
    "funding": (
        ("Nokia announced funding of $90 million for Ericsson.", ("Nokia", "investsIn", "Ericsson")),
        ("Nokia joined the $8 million seed round for Ericsson.", ("Nokia", "investsIn", "Ericsson")),
    ),
    "a nationality before a word that may be a verb": (
        ("Taiwanese manufacturing company Foxconn rose.", ("Foxconn", "locatedIn", "Taiwan")),
        ("Nokia and American rival Ericsson rose.", ("Nokia", "competesWith", "Ericsson")),
    ),
    "participles before goods": (
        ("Ericsson agreed to supply liquefied natural gas to Siemens.", ("Siemens", "buysFrom", "Ericsson")),
        ("Ericsson sold a batch of modified chips to Nokia.", _SUPPLY),
    ),
    "along with": (
        ("Nokia, along with Siemens, also invested in Ericsson.", ("Siemens", "investsIn", "Ericsson")),
        ("Nokia together with Siemens invested in Ericsson.", ("Nokia", "investsIn", "Ericsson")),
    ),
    "adverbs before examples": (
        ("Ericsson's customers also include Nokia and Siemens.", _CUSTOMER),
        ("Ericsson's customers now include Siemens and Nokia.", _CUSTOMER),
    ),
    "goods that one gets": (
        ("Nokia will get 20 Ericsson jets in all.", _SUPPLY),
        ("Nokia received 300 Ericsson routers.", _SUPPLY),
    ),
    "seats by city and state": (
        ("Oslo, Norway-based Zorvex Ltd rose.", ("Zorvex", "locatedIn", "Oslo")),
        ("Apple's Cupertino, Calif., headquarters closed.", ("Apple", "locatedIn", "Cupertino")),
        ("South Korea's Kia shares rose.", ("Kia", "locatedIn", "South Korea")),
    ),
    "what is built with somebody's goods": (
        ("Nokia plans a works using Ericsson's latest chips.", _SUPPLY),
        ("Nokia built a site housing Ericsson's chips and using Ericsson's servers.", _SUPPLY),
    ),
    "places in a ranking": (
        ("Nokia is the second-largest phone maker after Ericsson.", ("Nokia", "competesWith", "Ericsson")),
        ("Nokia ranks second behind Chinese maker Ericsson.", ("Nokia", "competesWith", "Ericsson")),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text) | {(c, b, a) for a, b, c in stated(text) if b == "competesWith"}


@pytest.mark.parametrize(
    "text",
    [
        "Nokia will buy up to 6 gigawatts of chips; Ericsson rose.",
        "Ericsson showed Nokia four jets.",
        "Ericsson sold Nokia on the idea.",
        "Nokia bought chips near Ericsson's plant.",
        "Ericsson and Siemens have customers in Oslo.",
        "Nokia signed an agreement with Ericsson to share an office.",
        "Nokia's phones were praised by Ericsson.",
        "Ericsson is the main maker of displays next to Nokia.",
        "Nokia awarded a prize to Ericsson.",
        "Nokia took a look at Ericsson.",
        "Nokia announced a party for Ericsson.",
        "Ericsson provides chip leasing services to Nokia.",
        "Nokia received guests at the Ericsson office.",
        "Nokia talked of a deal along with Ericsson.",
        "Nokia's customers also praised Ericsson.",
        "Oslo, where Norway-based staff of Nokia live, is cold.",
        "Nokia released its second-largest model before Ericsson.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert stated(text) == set()

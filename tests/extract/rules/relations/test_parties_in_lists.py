"""Investors, buyers and rivals in lists, asides and clauses without "which": sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BACKED = ("Nokia", "investsIn", "Ericsson")
_SUPPLY = ("Nokia", "buysFrom", "Ericsson")

READ = {
    "people and companies in one list": (
        ("Ericsson raised $4 million from Jeff Bezos, Siemens and Nokia.", _BACKED),
        ("Jeff Bezos and Nokia are investing in Ericsson.", _BACKED),
        ("Jeff Bezos and Nokia, along with two others, are investing in Ericsson.", _BACKED),
    ),
    "authorities and companies in one list": (
        ("Ericsson raised $4 million from the U.S. government, Siemens and Nokia.", _BACKED),
        ("Ericsson has drawn investment from the U.S. government, Germany's Bosch and Nokia.", _BACKED),
    ),
    "who invests, told in a sentence of its own": (
        ("Siemens backs Ericsson. Investors include Nokia and Jeff Bezos.", _BACKED),
        ("Siemens backs Ericsson. Other investors include Nokia and Jeff Bezos.", _BACKED),
    ),
    "a name in brackets behind the same one's": (
        (
            "Taiwan Semiconductor Manufacturing Corp. (TSMC), which supplies chips to Nokia, rose.",
            ("Nokia", "buysFrom", "TSMC"),
        ),
        ("Amazon Web Services (AWS) sells chips to Nokia.", ("Nokia", "buysFrom", "Amazon Web Services")),
    ),
    "orders of those who stand right behind from": (
        ("Ericsson announced an order from Nokia for two jets.", _SUPPLY),
        ("Ericsson said orders from Nokia rose.", _SUPPLY),
        ("Nokia announced an order for two jets from Ericsson.", _SUPPLY),
    ),
    "an infinitive behind an adverb": (
        ("Nokia hopes to directly compete with Ericsson.", ("Nokia", "competesWith", "Ericsson")),
        ("Nokia is in talks to potentially acquire Ericsson.", ("Nokia", "parentOf", "Ericsson")),
    ),
    "an infinitive behind let or see": (
        ("The deal will see Nokia buy chips from Ericsson.", _SUPPLY),
        ("The loan helped Nokia acquire Ericsson.", ("Nokia", "parentOf", "Ericsson")),
    ),
    "what a thing is made for": (
        ("The H100, designed to rival the MI300X, is on sale.", ("Nvidia H100", "competesWith", "AMD MI300X")),
        ("The H100, meant to rival the MI300X, is on sale.", ("Nvidia H100", "competesWith", "AMD MI300X")),
    ),
    "a clause without which": (
        ("Nokia grew. Ericsson, a start-up the company acquired in 2015, rose.", ("Nokia", "parentOf", "Ericsson")),
        ("Ericsson, a start-up which Nokia acquired in 2015, rose.", ("Nokia", "parentOf", "Ericsson")),
    ),
    "goods designed by others": (
        ("Nokia uses chips designed by rivals including Ericsson.", _SUPPLY),
        ("Nokia relies on chips developed by Ericsson.", _SUPPLY),
    ),
    "money drawn from investors": (
        ("Ericsson attracted $20 million in funding from Nokia and Siemens.", _BACKED),
        ("Ericsson garnered an additional $55 million from Nokia.", _BACKED),
    ),
    "the round of whoever was told to raise money": (
        ("Siemens invested in Ericsson. Nokia led the round.", _BACKED),
        ("Ericsson raised $4 million. Nokia led the latest financing.", _BACKED),
        ("Siemens invested in Ericsson. Other investors in this round include Nokia.", _BACKED),
    ),
    "what is launched to rival somebody": (
        ("Nokia is launching models to take on Ericsson.", ("Nokia", "competesWith", "Ericsson")),
        ("Nokia is preparing a chip to challenge Ericsson.", ("Nokia", "competesWith", "Ericsson")),
    ),
    "somebody's answer to another's product": (
        ("Gemini, Google's answer to ChatGPT, is on sale.", ("Gemini", "competesWith", "ChatGPT")),
        ("Nokia is Europe's biggest competitor against Ericsson.", ("Nokia", "competesWith", "Ericsson")),
    ),
    "a rival behind and": (
        ("Siemens and Nokia rival Ericsson have launched a venture.", ("Nokia", "competesWith", "Ericsson")),
        ("Siemens and Nokia rival Ericsson said so.", ("Nokia", "competesWith", "Ericsson")),
    ),
    "a deal for a company": (
        ("Nokia has struck a $43bn deal for network firm Ericsson.", ("Nokia", "parentOf", "Ericsson")),
        ("Nokia agreed a takeover deal for Ericsson.", ("Nokia", "parentOf", "Ericsson")),
    ),
    "the launch of a product": (
        ("Xiaomi began to sell cars with the release of the SU7 sedan.", ("Xiaomi", "makes", "Xiaomi SU7")),
        ("Ann Lee introduced the YU7, Xiaomi's first SUV, to buyers.", ("Xiaomi", "makes", "Xiaomi YU7")),
    ),
    "tenants of buildings": (
        ("Nokia leases an Ericsson facility in Oslo.", ("Nokia", "customerOf", "Ericsson")),
        ("Nokia is an anchor tenant at Ericsson's plant.", ("Nokia", "customerOf", "Ericsson")),
    ),
    "sites and industries of a place": (
        ("Nokia is investing $350 million in Norway's data centers.", ("Nokia", "investsIn", "Norway")),
        ("Nokia will invest $350 million into Norway's chip industry.", ("Nokia", "investsIn", "Norway")),
    ),
    "what somebody is made": (
        ("The stake made Nokia the largest investor in Ericsson.", _BACKED),
        ("The order makes Ericsson the largest supplier of Nokia.", _SUPPLY),
        ("Ericsson grew. Nokia is its largest customer.", ("Nokia", "customerOf", "Ericsson")),
    ),
    "the standing of a rival": (
        ("Nokia aims to challenge Ericsson's dominance.", ("Nokia", "competesWith", "Ericsson")),
    ),
    "makers of parts of a chip": (
        ("Ericsson is a supplier for Nvidia's H20 chips.", ("Nvidia", "buysFrom", "Ericsson")),
    ),
    "a company that another holds": (
        ("Nokia-owned Kestrin buys chips.", ("Nokia", "parentOf", "Kestrin")),
        ("Ann Lee saw the Nokia-backed firm Kestrin.", ("Nokia", "investsIn", "Kestrin")),
        ("Kestrin co-founder Ann Lee said chips were sold.", ("Ann Lee", "founderOf", "Kestrin")),
    ),
    "where a firm is whose things are told": (
        ("Ericsson grew. In Oslo, its customers include Nokia.", ("Nokia", "customerOf", "Ericsson")),
        ("Shares of Kestrin rose. Based in Paris, its chips are sold.", ("Kestrin", "locatedIn", "Paris")),
    ),
    "shares in the capital": (
        ("Nokia raised its ownership in Ericsson to 9%.", _BACKED),
        ("Nokia has snapped up a 9% stake in the share capital of Ericsson.", _BACKED),
        ("Nokia bought a 9% stake in the equity of Ericsson.", _BACKED),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text) | {(c, b, a) for a, b, c in stated(text) if b == "competesWith"}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("As one part of the Stargate project Oracle will build sites.", ("Stargate", "parentOf", "Oracle")),
        ("Nokia makes chips used in Ericsson's servers.", _SUPPLY),
        ("Nokia is using Ericsson and new kinds of chips.", _SUPPLY),
        ("Nokia uses HBM in its chips.", ("Nokia", "buysFrom", "Micron")),
        ("Nokia sought purchases of small firms and invested in Ericsson.", ("Nokia", "parentOf", "Ericsson")),
        ("Nokia announced an order from Ericsson for two jets.", _SUPPLY),
        ("Nokia cancelled its orders from Ericsson.", _SUPPLY),
        ("Siemens and Nokia rival Ericsson have launched a venture.", ("Siemens", "competesWith", "Ericsson")),
        ("Ericsson raised $4 million from the U.S. government, and Nokia grew.", _BACKED),
        ("Nokia almost acquired Ericsson.", ("Nokia", "parentOf", "Ericsson")),
        ("Siemens invested in Ericsson. Nokia led the round of talks.", _BACKED),
        ("Nokia attracted $20 million visitors from Ericsson.", _BACKED),
        ("Nokia praised the launch of ChatGPT.", ("Nokia", "makes", "ChatGPT")),
        ("Nokia agreed a deal for Ericsson chips.", ("Nokia", "parentOf", "Ericsson")),
        ("The paper saw Nokia order books at Ericsson's plant.", _SUPPLY),
        ("Nokia cheered when Ericsson's dominance ended.", ("Nokia", "competesWith", "Ericsson")),
        ("Microsoft is its largest customer, Nokia said.", ("Microsoft", "customerOf", "Microsoft")),
        ("Nokia, maker of graphics processing units, met Ericsson.", _SUPPLY),
        ("The funding by Nokia makes Ericsson the biggest firm here.", ("Ericsson", "investsIn", "Nokia")),
        ("Nokia said it acquired skills from Ericsson.", ("Nokia", "parentOf", "Ericsson")),
        ("The Nasdaq Composite jumped 4%, led by Nokia, which rose 6%.", ("Nasdaq Composite", "competesWith", "Nokia")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

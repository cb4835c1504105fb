"""Shares of less than half, brands held, times before verbs, lists of kinds: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_OWNS = ("Nokia", "parentOf", "Ericsson")
_BACKS = ("Nokia", "investsIn", "Ericsson")
_RIVALS = ("Nokia", "competesWith", "Ericsson")
_SUPPLY = ("Nokia", "buysFrom", "Ericsson")

READ = {
    "less than half is no control": (
        ("Nokia owns 9% of the firm Ericsson.", _BACKS),
        ("Nokia bought up to 9.5 per cent of the firm Ericsson.", _BACKS),
        ("Nokia owns a third of the firm Ericsson.", _BACKS),
        ("The firm Ericsson is 9% owned by Nokia.", _BACKS),
        ("Nokia's acquisition of 30% of Ericsson was approved by the court.", _BACKS),
        ("Nokia's acquisition of a 30% stake in Ericsson is done.", _BACKS),
        ("Siemens announced Nokia's purchase of a minority stake in Ericsson.", _BACKS),
        ("Nokia plans to buy shares of Ericsson.", _BACKS),
        ("The firm Ericsson, which is 22 percent owned by Nokia, rose.", _BACKS),
        ("The firm Ericsson is part owned by Nokia.", _BACKS),
        ("Nokia owns 51% of the firm Ericsson.", _OWNS),
        ("Nokia bought the remaining 49% of the firm Ericsson.", _OWNS),
    ),
    "times and adverbs behind which": (
        ("Nokia, which recently bought Ericsson, said so.", _OWNS),
        ("Nokia, which in 2015 bought the firm Ericsson, said so.", _OWNS),
        ("Nokia, which in June 2015 bought the firm Ericsson, said so.", _OWNS),
        ("Nokia, which two years ago bought Ericsson, rose.", _OWNS),
        ("Nokia, which for the past two years has owned Ericsson, rose.", _OWNS),
        ("Nokia was last year bought by the firm Ericsson.", ("Ericsson", "parentOf", "Nokia")),
        ("Nokia, recently acquired by the firm Ericsson, rose.", ("Ericsson", "parentOf", "Nokia")),
        ("Nokia has for years bought chips from Ericsson.", _SUPPLY),
    ),
    "brands that somebody has": (
        ("Nokia is a group featuring a portfolio of brands such as Siemens and Ericsson.", _OWNS),
        ("Nokia, which has brands such as Siemens and Ericsson, rose.", _OWNS),
        ("Nokia's portfolio of brands includes Siemens and Ericsson.", _OWNS),
        ("Nokia's portfolio features a collection of brands, including Siemens and Ericsson.", _OWNS),
        ("Nokia, owner of brands including Ericsson, rose.", _OWNS),
        ("Nokia, which also owns the Siemens and Ericsson brands, said so.", _OWNS),
    ),
    "who is meant by far or mixed words": (
        ("Nokia is, to be sure, a large backer of Ericsson.", _BACKS),
        (
            "Ericsson counts major technology firms such as Nokia amongst its customers.",
            ("Nokia", "customerOf", "Ericsson"),
        ),
        ("Nokia already houses drinks and food brands such as Siemens and Ericsson.", _OWNS),
        ("The firm counts Nokia-owned Kestrin as a client.", ("Nokia", "parentOf", "Kestrin")),
    ),
    "names of which a noun tells what they are": (
        ("Nokia has bought a company called Ericsson in the north.", _OWNS),
        ("Nokia has acquired several firms, including Ericsson and Siemens, in the past year.", _OWNS),
        ("Siemens agreed to sell its Ericsson business to Nokia for the sum of $3 billion.", _OWNS),
        ("Nokia's customers include firms in the north such as Ericsson.", ("Ericsson", "customerOf", "Nokia")),
        ("Nokia recently bought 100% of the network firm Ericsson.", _OWNS),
    ),
    "nominals": (
        ("The Nokia purchase of Ericsson closed in the spring.", _OWNS),
        ("Nokia's acquisitions of Siemens and Ericsson helped the group.", _OWNS),
        ("Nokia's acquisitions include Siemens and Ericsson, the filing said.", _OWNS),
        ("Nokia's investments include the firms Siemens and Ericsson.", _BACKS),
        ("With backing from Nokia, Ericsson will build the plant.", _BACKS),
        ("Nokia participated in Ericsson's Series B, the paper said.", _BACKS),
        ("The two main investors of Ericsson, Siemens and Nokia, sold their shares.", _BACKS),
    ),
    "participles and clauses in brackets": (
        ("Having acquired Ericsson in 2015, Nokia grew in the north.", _OWNS),
        ("Nokia (which owns Ericsson) said so.", _OWNS),
        ("Nokia, which acquired Siemens in 2015 and Ericsson in 2018, said so.", _OWNS),
        ("Shares of Kestrin rose. Kestrin (based in Paris) makes chips.", ("Kestrin", "locatedIn", "Paris")),
    ),
    "whom a sentence likens to a rival": (
        ("Unlike rival Nokia, Ericsson makes chips for the market.", _RIVALS),
        ("Like its rival Nokia, Ericsson makes chips for the market.", _RIVALS),
        ("Unlike rivals Nokia and Siemens, Ericsson makes chips for the market.", _RIVALS),
        ("Nokia and Ericsson are rivals in the market for network gear.", _RIVALS),
        ("The group Nokia has rivals such as Ericsson.", _RIVALS),
        ("A pact with Siemens will help Nokia to keep up with rivals like Ericsson.", _RIVALS),
    ),
    "goods and their makers": (
        ("Nokia buys the bulk of its chips from Ericsson.", _SUPPLY),
        ("Ericsson, whose chips are used by Nokia, said so.", _SUPPLY),
        ("ChatGPT, from OpenAI, is in the lead.", ("OpenAI", "makes", "ChatGPT")),
        ("Nokia is working on a phone named the Korvo in the north.", ("Nokia", "makes", "Korvo")),
        ("The Airbus A900 jets are in the lead.", ("Airbus", "makes", "A900")),
    ),
    "seats": (
        ("Nokia, the Paris-based network and software company, grew.", ("Nokia", "locatedIn", "Paris")),
        ("Paris-based network and software company Nokia grew.", ("Nokia", "locatedIn", "Paris")),
        ("At the Paris headquarters of Nokia the plan is on track.", ("Nokia", "locatedIn", "Paris")),
    ),
    "whom a text is about": (
        ("A start-up wants to take on Siemens. Ericsson raised $4 million in a round. Nokia led the round.", _BACKS),
        (
            "A start-up wants to take on Siemens. Nokia is new. Founder Ann Lee said so.",
            ("Ann Lee", "founderOf", "Nokia"),
        ),
        ("Siemens invested in Bosch. Ericsson has raised $4 million from funds. The round was led by Nokia.", _BACKS),
        ("Ericsson raised $4 million. The round is led by Siemens and includes investors such as Nokia.", _BACKS),
        (
            "The board of the firm met. If Kestrin's bid for the firm is accepted, founder Ann Lee would run it.",
            ("Ann Lee", "founderOf", "Kestrin"),
        ),
        (
            "Kestrin Lithium has signed a deal with Tesla to supply the carmaker with chips.",
            ("Tesla", "buysFrom", "Kestrin Lithium"),
        ),
    ),
    "founders": (
        ("Ann Lee co-founded Nokia with Tom Moran in the spring.", ("Tom Moran", "founderOf", "Nokia")),
        ("Nokia supports founder Ann Lee's bid to take over Ericsson.", ("Ann Lee", "founderOf", "Nokia")),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text) | {(c, b, a) for a, b, c in stated(text) if b == "competesWith"}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia owns 9% of the firm Ericsson.", _OWNS),
        ("Nokia's acquisition of a 30% stake in Ericsson is done.", _OWNS),
        ("Nokia is exploring a deal for the Ericsson maker.", _OWNS),
        ("Nokia's takeover of the chip unit of Ericsson is done.", _OWNS),
        (
            "Nokia, outshining Ericsson as buyers queued for a piece of a startup, rose.",
            ("Ericsson", "investsIn", "Nokia"),
        ),
        ("The firm Ericsson, which is 22 percent owned by Nokia, rose.", _OWNS),
        ("The round is led by Siemens and includes investors such as Nokia.", ("Nokia", "investsIn", "Siemens")),
        ("Siemens is controlled by South African holding firm Nokia.", ("Siemens", "investsIn", "South Africa")),
        ("Siemens said the orders are up, with Ericsson poised to buy ten.", ("Siemens", "buysFrom", "Ericsson")),
        ("Nokia said Siemens became the largest chipmaker and rivals such as Ericsson fell.", _RIVALS),
        ("Nokia said the market has brands such as Ericsson.", _OWNS),
        ("Nokia sells bags of brands such as Ericsson.", _OWNS),
        ("Nokia supports founder Ann Lee's takeover of Ericsson.", ("Ann Lee", "founderOf", "Ericsson")),
        ("Under Nokia, the majority owner of Siemens, Ericsson will join a group.", _OWNS),
        ("The two main investors of Siemens, Nokia and Ericsson, sold their shares.", _BACKS),
        ("A pact with Nokia will help Siemens to keep up with rivals like Ericsson.", _RIVALS),
        ("Nokia bought the Finnish company in 2012 from Ericsson.", ("Ericsson", "parentOf", "Nokia")),
        ("Nokia bought the software company from Ericsson.", ("Nokia", "customerOf", "Ericsson")),
        (
            "Its brands include the Swedish firm Ericsson, the French firm Nokia and others.",
            ("Ericsson", "locatedIn", "France"),
        ),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

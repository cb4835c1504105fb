"""Sums in lists, one at a time; roles that stand beside whose they are; whom a rule is on: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BACKS = ("Nokia", "investsIn", "Ericsson")
_RIVALS = ("Nokia", "competesWith", "Ericsson")
_HIT = ("Huawei", "restrictedBy", "US export controls")
_RAISED = "Siemens said so. Ericsson raised $4.5 million in a round. "

READ = {
    "each sum from somebody else": (
        ("Ericsson raised $30 million from Bosch, $20 million from Google and $10 million from Nokia.", _BACKS),
        ("Ericsson drew fresh capital: $30 million from Bosch and another $10 million from Nokia.", _BACKS),
        ("Ericsson closed a $60 million round, with $30 million from Bosch and $9 million from Nokia.", _BACKS),
        ("Ericsson closed a $60 million round: $30 million from Bosch, $9 million from Nokia.", _BACKS),
        ("Nokia invested $3 million in Bosch, $2 million in Google and $1 million in Ericsson.", _BACKS),
    ),
    "money that is put in as debt or shares": (
        (_RAISED + "Bosch and Nokia contributed $12 million in equity.", _BACKS),
        (_RAISED + "Nokia will contribute an additional $2 million in the form of convertible notes.", _BACKS),
    ),
    "oneself in a list": (
        ("Ericsson's backers include Bosch, Google itself and Nokia.", _BACKS),
        ("Ericsson competes with Bosch itself and Nokia.", ("Ericsson", "competesWith", "Nokia")),
    ),
    "whose rival or backer somebody is spoken of as": (
        ("Ericsson rival Nokia grew.", _RIVALS),
        ("Shares of Ericsson challenger Nokia fell.", _RIVALS),
        ("Nokia's rival Ericsson grew.", _RIVALS),
        ("Nokia lost to Swedish rival Ericsson.", _RIVALS),
        ("Nokia, an early Ericsson funder, grew.", _BACKS),
        ("Siemens grew. Oslo is a battleground between rival network makers Nokia and Ericsson.", _RIVALS),
    ),
    "a share that falls behind": (
        ("Nokia trails behind Ericsson.", _RIVALS),
        ("Nokia's share of the market fell to 17%, trailing behind Ericsson.", _RIVALS),
    ),
    "firms that a rule is on": (
        ("US export controls on companies including Inspur and Huawei are tight.", _HIT),
        ("US export controls against Chinese makers such as Huawei are tight.", _HIT),
    ),
    "papers among companies": (
        ("News Corp owns Dow Jones and the New York Post.", ("News Corp", "parentOf", "New York Post")),
    ),
    "a seat by headquarters": (
        ("Anglo American fell. The London-headquartered company said no.", ("Anglo American", "locatedIn", "London")),
    ),
}
LEFT = {
    "a contract of who is only named as a rival": (
        ("Ericsson rival Nokia won a contract to make 18 chips.", ("Ericsson", "buysFrom", "Nokia")),
        ("Ericsson owner Bosch fell as Nokia won chip orders.", ("Ericsson", "buysFrom", "Nokia")),
    ),
    "what customers of another do": (
        ("Following a deal with Nokia, some of Ericsson's customers have left.", ("Nokia", "customerOf", "Ericsson")),
    ),
    "a model of business": (
        ("Ericsson is basing its business model on firms such as Nokia.", ("Ericsson", "parentOf", "Nokia")),
    ),
    "who sells shares": (("Siemens wants to buy Nokia's shares in Ericsson.", ("Siemens", "investsIn", "Nokia")),),
    "goods that are put in": ((_RAISED + "Nokia contributed $12 million in routers.", _BACKS),),
    "the same sums in another way": (("Ericsson had $30 million from Bosch, $9 million more than Nokia.", _BACKS),),
    "two rivals of nobody else": (
        ("Siemens grew. Oslo is a battlefield of rivals Nokia and Ericsson.", ("Ericsson", "competesWith", "Nokia")),
    ),
}


@pytest.mark.parametrize(("text", "link"), [pair for pairs in READ.values() for pair in pairs])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(("text", "link"), [pair for pairs in LEFT.values() for pair in pairs])
def test_leaves(text: str, link: Link) -> None:
    assert link not in stated(text)

"""What several do or have done to them, and goods that one designs and another makes: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_OWNED = ("Nokia", "parentOf", "Ericsson")
_BACKED = ("Nokia", "investsIn", "Ericsson")
_RIVALS = ("Intel", "competesWith", "Nvidia")

READ = {
    "goods that one designs and another makes": (
        ("TSMC produces processors designed by Qualcomm, AMD and Apple.", ("AMD", "buysFrom", "TSMC")),
        ("TSMC makes chips that are designed by Apple.", ("Apple", "buysFrom", "TSMC")),
        ("Foxconn, Apple's main iPhone assembler, grew.", ("Apple", "buysFrom", "Foxconn")),
    ),
    "a provider's capacity": (
        ("Meta will purchase any of CoreWeave's unsold compute capacity.", ("Meta", "customerOf", "CoreWeave")),
        ("Meta has booked spare CoreWeave capacity.", ("Meta", "customerOf", "CoreWeave")),
    ),
    "a preposition told again": (
        ("Intel competes with AMD in chips and with Nvidia in AI.", _RIVALS),
        ("Nokia invested in Siemens and in Ericsson.", _BACKED),
        ("Nokia gets chips from Siemens and from Ericsson.", ("Nokia", "buysFrom", "Ericsson")),
    ),
    "both and all before a participle": (
        ("Instagram and WhatsApp, both owned by Meta, grew.", ("Meta", "parentOf", "Instagram")),
        ("Siemens and Ericsson, both backed by Nokia, grew.", _BACKED),
    ),
    "investors that included": (
        ("Ericsson raised $6 billion, backed by investors that included Siemens and Nokia.", _BACKED),
        ("Ericsson raised $6 billion from investors that included Nokia and Siemens.", _BACKED),
    ),
    "a thing before a word for a rival": (
        ("xAI will open-source its ChatGPT challenger Grok.", ("Grok", "competesWith", "ChatGPT")),
        ("xAI is proud of its ChatGPT rival Grok.", ("Grok", "competesWith", "ChatGPT")),
    ),
    "a round called by its letter": (
        ("Ericsson announced a $4 million Series A led by Nokia.", _BACKED),
        ("Ericsson's $4 million Series B was led by Nokia.", _BACKED),
    ),
    "control and shares told in other words": (
        ("The deal gives Nokia full control of Ericsson.", _OWNED),
        ("Nokia took full control of Ericsson.", _OWNED),
        ("Ericsson, of which Nokia owns 10%, grew.", _BACKED),
        ("Nokia, with a stake of 5% in Ericsson, said so.", _BACKED),
        ("Nokia, with a 5% holding in Ericsson, said so.", _BACKED),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text) | {(c, b, a) for a, b, c in stated(text) if b == "competesWith"}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia supplies chips made by Ericsson.", ("Ericsson", "buysFrom", "Nokia")),
        ("Nokia sells phones and chips designed by Ericsson.", ("Ericsson", "buysFrom", "Nokia")),
        ("Nokia will use Siemens chips, rivals to those from Ericsson.", ("Nokia", "buysFrom", "Ericsson")),
        ("xAI launched a ChatGPT rival called Grok.", ("Grok", "aliasOf", "ChatGPT")),
        ("Intel competes with AMD and talks with Nvidia.", _RIVALS),
        ("The deal gives Nokia control of costs, Ericsson said.", _OWNED),
        ("Nokia, with a stake of its own at risk, praised Ericsson.", _BACKED),
        ("Nokia bought spare phones at CoreWeave.", ("Nokia", "customerOf", "CoreWeave")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

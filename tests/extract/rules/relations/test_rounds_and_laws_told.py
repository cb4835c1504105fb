"""Rounds that others only speak of, contests of law, laws called by their name: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BACKED = ("Nokia", "investsIn", "Ericsson")
_RIVALS = ("Nokia", "competesWith", "Ericsson")
_ISSUED = ("GDPR", "issuedBy", "European Union")

READ = {
    "joining somebody's round": (
        ("Nokia took part in Ericsson's funding round.", _BACKED),
        ("Nokia will anchor Ericsson's funding round.", _BACKED),
        ("Nokia announced funding of $90 million for Ericsson.", _BACKED),
    ),
    "a law and its name": (
        ("Meta spoke of the EU data law, the GDPR.", _ISSUED),
        ("Meta spoke of the landmark EU data law - the GDPR.", _ISSUED),
        ("The GDPR, the EU privacy law, took effect.", _ISSUED),
    ),
    "competing with what another makes": (
        ("xAI wants to compete with OpenAI's ChatGPT.", ("xAI", "competesWith", "OpenAI")),
        (
            "xAI aims to compete more effectively with OpenAI's ChatGPT and Anthropic's Claude.",
            ("xAI", "competesWith", "Anthropic"),
        ),
    ),
    "contests of business": (
        ("A bidding war between Nokia and Ericsson began.", _RIVALS),
        ("Nokia faces a battle with Ericsson.", _RIVALS),
    ),
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nokia criticised Ericsson's funding round.", _BACKED),
        ("Nokia says a report of Ericsson's $15 billion fundraise is false.", _BACKED),
        ("The project sparked a legal battle between Nokia and Ericsson.", _RIVALS),
        ("Nokia met Ericsson, whose parent company is the German company.", ("Ericsson", "locatedIn", "Germany")),
        ("Nokia won a patent battle against Ericsson.", _RIVALS),
        ("The EU eyes a data law, while Meta praised the GDPR.", _ISSUED),
        ("xAI wants to compete with OpenAI's ChatGPT.", ("xAI", "competesWith", "ChatGPT")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

"""Who joins a round, told in a sentence of its own or behind who leads it: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_BACKS = ("Nokia", "investsIn", "Ericsson")
_TOLD = "Siemens said so. Ericsson raised $4.5 billion in a round. "


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (_TOLD + "The round was led by Nokia.", _BACKS),
        (_TOLD + "The funding round was co-led by Bosch and Nokia, and included backing from Google.", _BACKS),
        (_TOLD + "The round drew capital from Bosch, Nokia, and Google.", _BACKS),
        (_TOLD + "The investment from Bosch, Finland's phone maker Nokia and Google has helped the firm.", _BACKS),
        (_TOLD + "Bosch and Nokia also invested.", _BACKS),
        (_TOLD + "Nokia participated, and the rest of the funds did too.", _BACKS),
        (_TOLD + "Along with Bosch, other investors in this round include Google and Nokia.", _BACKS),
        (
            _TOLD + "The investment was led by the network firm Nokia, which invested $1.3 billion in the company.",
            _BACKS,
        ),
        ("Ericsson announced a $1.4 billion round, led by Bosch with participation from Google and Nokia.", _BACKS),
        ("Ericsson, a maker of chips, has raised $1.4 billion. The round is led by Nokia.", _BACKS),
        ("The firm used models from Ericsson, where Nokia is the primary investor.", _BACKS),
        ("The money has helped Nokia beat rivals such as Ericsson.", ("Nokia", "competesWith", "Ericsson")),
        ("Ann Lee had asked memory chip maker Nokia to help.", ("Nokia", "makes", "memory chips")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Siemens said so. Bosch and Nokia also invested.", ("Nokia", "investsIn", "Siemens")),
        (_TOLD + "The round was led by Nokia.", ("Nokia", "investsIn", "Siemens")),
        ("Ericsson announced a round, led by Nokia.", ("Ericsson", "competesWith", "Nokia")),
        ("Siemens, owner of the platform, and the phone maker Nokia said so.", ("Siemens", "parentOf", "Nokia")),
        (
            "The firm Siemens used models from Ericsson, where Nokia is the primary investor.",
            ("Nokia", "investsIn", "Siemens"),
        ),
        (
            "The money from Siemens has helped Nokia beat rivals such as Ericsson.",
            ("Siemens", "competesWith", "Ericsson"),
        ),
        ("Ann Lee had asked memory chip maker Nokia to help.", ("Nokia", "makes", "asked memory chips")),
        ("Siemens grew. Nokia has invested $1.3 billion in the company.", ("Nokia", "investsIn", "Nokia")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)

"""Who answers together or through others, and parts of governments, with sentences of our own."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def answering(text: str) -> list[str]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return sorted(response.agent.name for response in read.responses)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Those for whom others speak, all of them, known or not.
        ("Reps for Zorvex and Nokia declined to comment.", ["Nokia", "Zorvex"]),
        ("Spokespeople for Zorvex and Melbru Media did not reply.", ["Melbru Media", "Zorvex"]),
        ("Lawyers for the Ardian government and Nokia did not reply.", ["Ardian government", "Nokia"]),
        ("Zorvex and a spokeswoman for Nokia declined to comment.", ["Nokia", "Zorvex"]),
        # A person by their last name; something that is somebody's.
        ("Actor Paul Verrick was held. Representatives for Verrick did not respond.", ["Paul Verrick"]),
        ("Ericsson's foundation and Nokia did not reply.", ["Ericsson", "Nokia"]),
        ("Ericsson's chief executive and Nokia's lawyers met. Nokia declined to comment.", ["Nokia"]),
        # Names of a list that something describes, of which only the last one answers.
        ("Nokia, along with Ericsson, declined to comment.", ["Ericsson", "Nokia"]),
        ("Zorvex, as well as Espoo-based Nokia, declined to comment.", ["Nokia", "Zorvex"]),
        ("Nvidia and Apple supplier Foxconn declined to comment.", ["Foxconn", "Nvidia"]),
        ("Nokia and Intel-backed Zorvex denied the report.", ["Nokia", "Zorvex"]),
        ("Nokia and its suppliers declined to comment.", ["Nokia"]),
        # What stands behind a comma is of the list, or describes the name before it.
        ("Nokia, the Energy Department and Zorvex did not reply.", ["Nokia", "US Energy Department", "Zorvex"]),
        ("Nokia, the phone maker, declined to comment.", ["Nokia"]),
        ("The Kenyan regulator, Zorvex, declined to comment.", ["Zorvex"]),
        ("Nokia, which backs Zorvex, and Ericsson declined to comment.", ["Ericsson", "Nokia"]),
        ("Reuters asked Nokia, the phone maker, and Ericsson declined to comment.", ["Ericsson"]),
        ("Lawyers for Nokia and for Zorvex did not reply.", ["Nokia", "Zorvex"]),
        # What joins the parts of a name joins no names.
        (
            "Nokia and the Peruvian Ministry of Oil and Gas did not reply.",
            ["Nokia", "Peruvian Ministry of Oil and Gas"],
        ),
        (
            "A spokesman for Kenya's department of education was not available for comment.",
            ["Kenya's department of education"],
        ),
        # Those who speak, behind a name without an article, and behind none.
        ("Zorvex representatives did not reply.", ["Zorvex"]),
        ("Union representatives did not reply.", []),
        # Whom a pronoun stands for that says of all of a list what they do.
        (
            "Zorvex, Nokia and Ericsson — which each got a copy — told Reuters that they deny the claims.",
            ["Ericsson", "Nokia", "Zorvex"],
        ),
        # "The companies" are no owner of something in that sentence.
        (
            "Nokia and Ericsson fell after Intel's prices rose. The companies declined to comment.",
            ["Ericsson", "Nokia"],
        ),
    ],
)
def test_who_answers_together(text: str, expected: list[str]) -> None:
    assert answering(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peruvian embassy in Oslo did not reply.", ["Peruvian embassy in Oslo"]),
        ("The Kenyan military denied the report.", ["Kenyan military"]),
        ("Oslo police confirmed the report.", ["Oslo police"]),
        ("The Kenyan competition board declined to comment.", ["Kenyan competition board"]),
        ("Peru's Ministry of Water and Public Works did not reply.", ["Peru's Ministry of Water and Public Works"]),
        ("Kenya's government denied the report.", ["Kenya's government"]),
        # A portfolio whose country the text tells, or that only one country has.
        ("Kenya has a new tax. The water ministry declined to comment.", ["Kenya's water ministry"]),
        ("Spokespeople for the water ministry in Nairobi did not reply.", ["Kenya's water ministry"]),
        ("Nokia and the energy department did not reply.", ["Nokia", "US Energy Department"]),
        ("The sales department declined to comment.", []),
        ("The water ministry declined to comment.", []),
        # A body whose name begins with a place or a person.
        ("The Kenya Harbour Authority declined to comment.", ["Kenya Harbour Authority"]),
        ("The Trump Institute declined to comment.", ["Trump Institute"]),
    ],
)
def test_parts_of_governments(text: str, expected: list[str]) -> None:
    assert answering(text) == expected

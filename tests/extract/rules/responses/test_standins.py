"""Who answers where the phrase holds no known name, with sentences of our own."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

_TALKS = "Nokia wants to buy Ericsson, a report said. "


def answers(text: str) -> list[tuple[str, str]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return sorted((response.agent.name, response.stance) for response in read.responses)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A body that only its answer names.
        ("ZQR did not provide an immediate response.", [("ZQR", "no_response")]),
        ("Workers of Zorvex stayed at home. Zorvex denied the rumours.", [("Zorvex", "denies")]),
        ("Observers declined to comment.", []),
        ("A Zorvex spokeswoman declined to comment.", [("Zorvex", "declines_to_comment")]),
        ("Press officers for Zorvex and Melbru did not reply.", [("Melbru", "no_response"), ("Zorvex", "no_response")]),
        # A list with such a body.
        ("Nokia and Zorvex did not reply.", [("Nokia", "no_response"), ("Zorvex", "no_response")]),
        ("Ericsson, Zorvex and Nokia denied it.", [(name, "denies") for name in ("Ericsson", "Nokia", "Zorvex")]),
        ("Nokia and others did not reply.", [("Nokia", "no_response")]),
        ("Representatives for Nokia and Zorvex did not reply.", [("Nokia", "no_response"), ("Zorvex", "no_response")]),
        # A person whom an earlier answer named; a body that answered shortly before.
        (
            "The head of Nokia, Joko Hadi, denied it. Sales rose. Hadi has dismissed the claims.",
            [("Joko Hadi", "denies"), ("Joko Hadi", "denies")],
        ),
        (
            "Workers of Zorvex stayed out. Zorvex denied the claims. Sales fell. It said the report was false.",
            [("Zorvex", "denies"), ("Zorvex", "denies")],
        ),
        ("Workers of Zorvex stayed out. Sales fell in spring. It said the report was false.", []),
        # A person in an office.
        ("Nokia's managing director, Joko Hadi Wijaya, denied the report.", [("Joko Hadi Wijaya", "denies")]),
        ("Chief Financial Officer Joko Wijaya denied the report.", [("Joko Wijaya", "denies")]),
        ("Nokia's spokesman, Joko Hadi Wijaya, denied the report.", [("Nokia", "denies")]),
        # "the company" and its like, of several that which leads.
        (_TALKS + "The company later confirmed the deal.", [("Nokia", "confirms")]),
        (_TALKS + "Company officials declined to comment.", [("Nokia", "declines_to_comment")]),
        (_TALKS + "The transport ministry declined to comment.", []),
        (_TALKS + "A notice on the company site said that reports were wrong.", [("Nokia", "denies")]),
        ("Nokia runs shops. The food chain has denied the rumours.", [("Nokia", "denies")]),
        ("Nokia sells to shops. Observers of the chain have denied the rumours.", []),
        # Of whom a name only tells more.
        ("Zorvex, a maker of pumps for Nokia, denied the report.", [("Zorvex", "denies")]),
        ("Nokia, an early investor in Ericsson, denied the report.", [("Nokia", "denies")]),
        ("The family that controls Nokia rejected the claims.", []),
        ("Nokia analysts played down the report.", []),
        ("Officials from Nokia and Ericsson denied it.", [("Ericsson", "denies"), ("Nokia", "denies")]),
        # What a body says of itself.
        ("A spokesman for Nokia said the company would not comment on Ericsson.", [("Nokia", "declines_to_comment")]),
        ("Nokia said the group would not comment on Ericsson.", [("Nokia", "declines_to_comment")]),
        # Brackets and times between subject and verb.
        ("Nokia Corp. (NOK) declined to comment.", [("Nokia", "declines_to_comment")]),
        ("Nokia Corp. (NOK.HE) on Monday declined to comment.", [("Nokia", "declines_to_comment")]),
        ("Nokia has so far remained silent on the report.", [("Nokia", "no_response")]),
        (_TALKS + "Nokia would neither confirm nor deny the report.", [("Nokia", "declines_to_comment")]),
    ],
)
def test_who_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was said before is negated.
        (_TALKS + "Nokia will close a plant. Nokia said no plant was being closed.", [("Nokia", "denies")]),
        (_TALKS + "Orders failed. Nokia said its phones had not failed.", [("Nokia", "denies")]),
        (_TALKS + "Nokia said the weather did not matter.", []),
        # A refusal that a statement opens with.
        ('Nokia said: "We do not comment on rumours, and this is a rumour."', [("Nokia", "declines_to_comment")]),
        ('Nokia said: "This is a false rumour."', [("Nokia", "denies")]),
        # A date between verb and clause; "this" that is no time.
        ("Nokia confirmed on Friday, May 9, that it was in talks.", [("Nokia", "confirms")]),
        ("Nokia said this is not true.", [("Nokia", "denies")]),
        # The first verb is meant, not one further down; a told colon is no headline's.
        ("Nokia chief executive Anna Berg said she was sorry the board would not take its offer.", []),
        ('A Nokia spokesman told Reuters: "The report is wrong."', [("Nokia", "denies")]),
        # Confirmed is that there is nothing.
        ("Nokia confirmed to reporters that there is no plan to close the shop.", [("Nokia", "denies")]),
        ("Nokia cast doubt on the report.", [("Nokia", "denies")]),
        ("Nokia cast doubt on the harvest.", []),
    ],
)
def test_how_they_answer(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected

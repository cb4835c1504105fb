"""What is no answer although its words look like one, beside what is, with sentences of our own."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def answers(text: str) -> list[tuple[str, str]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return sorted((response.agent.name, response.stance) for response in read.responses)


def denied(name: str) -> list[tuple[str, str]]:
    return [(name, "denies")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An adjective that only describes a noun says nothing of a report.
        ("Nokia said it deletes accounts that spread false claims.", []),
        ("Thieves write fake letters to gather information, according to Nokia.", []),
        ("Nokia said wrong numbers had been printed on its boxes.", []),
        ("Nokia said these are false claims.", denied("Nokia")),
        ("Nokia said the lawsuit makes false claims.", denied("Nokia")),
        ("Nokia said the paper was given wrong information.", denied("Nokia")),
        ('"It is fake news," Nokia said.', denied("Nokia")),
        ("Nokia said the claims were false and hurtful.", denied("Nokia")),
        # What somebody will not do before something else, and what people say of anything.
        ("Nokia said it did not sign the agreement until the fine was dropped.", []),
        ('"We are not going to rest," Nokia said.', []),
        ('Asked about a sale, Nokia said: "We are not going to sell."', denied("Nokia")),
        # Who cannot confirm confirms nothing; who confirms does not deny by what it adds.
        ("Nokia said it cannot confirm the report.", []),
        ("Nokia said it can confirm that the report is true.", [("Nokia", "confirms")]),
        ("Nokia confirmed the breach, stating that it had not reached customers.", [("Nokia", "confirms")]),
        ("Nokia acknowledged the outage.", [("Nokia", "confirms")]),
        ("Nokia acknowledged the applause.", []),
        ("Nokia said the case rests on a wrong reading of the rules.", denied("Nokia")),
        ('"It was the wrong thing to do," Nokia said of its lawsuit.', []),
        ('"What I did was wrong," Nokia chief executive Anna Berg said.', []),
        # Verbs that go on with another, which nobody did.
        ("Nokia settled the case without admitting or denying the claims.", []),
        ("Nokia may yet be free to contest and deny the claims.", []),
        ("Nokia bought a paper and denied the claims.", denied("Nokia")),
        # Set words that deny nothing.
        ('"It is not a big deal," Nokia chief executive Anna Berg said.', []),
        ("Nokia argues that there is no way in which that makes sense.", []),
        ("Nokia said the report was no big surprise, and there is no deal.", denied("Nokia")),
        # Whose savings are disputed is not who disputes them.
        ("The savings are disputed by doctors and are twice what Nokia expects.", []),
        ("The savings are disputed by Ericsson and are twice what Nokia expects.", denied("Ericsson")),
        # Reporting that is somebody's is a thing, not what they do.
        ("Nokia called Reuters' reporting inaccurate.", denied("Nokia")),
    ],
)
def test_denials_and_confirmations(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is not available may be a thing.
        ("The phones are not available for use, Nokia said.", []),
        ("Nokia's figures were not immediately available.", []),
        ("A Nokia spokesman was not immediately available for comment.", [("Nokia", "no_response")]),
        ("Nokia was unavailable for an interview.", [("Nokia", "no_response")]),
        # Those who ask, those who only deal with a firm, those who are asked.
        ("Several firms contacted by Reuters did not respond to requests for comment.", []),
        ("A Nokia user said that is not true.", []),
        ("A Nokia lawyer said that is not true.", [("Nokia", "denies")]),
        ("Reuters reached out to Nokia via its website but received no reply.", [("Nokia", "no_response")]),
        ("Reuters asked Nokia several times but did not get a reply.", [("Nokia", "no_response")]),
        # Who else gave the same answer, in a sentence of its own.
        (
            "Nokia declined to comment. So did Ericsson and Intel.",
            [(name, "declines_to_comment") for name in ("Ericsson", "Intel", "Nokia")],
        ),
        ("Nokia did not respond. Nor did Ericsson.", [("Ericsson", "no_response"), ("Nokia", "no_response")]),
        ("Nokia did not respond. Nor did Ericsson say when.", [("Nokia", "no_response")]),
        ("Sales rose at Nokia. So did those of Ericsson.", []),
        ('"Nokia has no comment at this time," a Nokia spokesman said.', [("Nokia", "declines_to_comment")]),
    ],
)
def test_silences(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected

"""Wordings of answers, with sentences of our own: for each, what must be read and what must be left alone."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

_REPORT = "A report spoke of a sale by Nokia. "


def answers(text: str) -> list[tuple[str, str]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return sorted((response.agent.name, response.stance) for response in read.responses)


DENIES, CONFIRMS, SILENT, DECLINES = (
    [("Nokia", stance)] for stance in ("denies", "confirms", "no_response", "declines_to_comment")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was published has things wrong.
        ("Nokia said the article wrongly mixed two plans.", DENIES),
        ("Nokia issued a statement saying the paper conflated two plans.", DENIES),
        ("“This is clickbait,” Nokia said.", DENIES),
        ("Nokia said its rival wrongly billed two clients.", []),
        # What somebody is told of is no answer; what somebody says is.
        ("Nokia told clients of full books and no plans to sell a line.", []),
        ("Nokia said it had no plans to sell a line.", DENIES),
        # A particle behind the object.
        ("Nokia ruled a bid out in spring.", DENIES),
        ("Nokia laughed the rumours off.", DENIES),
        ("Nokia played the record down the line.", []),
        # Nouns that deny what is called so.
        ("Nokia called the reports speculation.", DENIES),
        ("Nokia described the talk as gossip.", DENIES),
        ("Nokia called the office to ask about speculation.", []),
        # Whom somebody will not tell something.
        ("Nokia declined to tell us how many masts it would sell.", DECLINES),
        ("Nokia wouldn't tell the Journal who would go.", DECLINES),
        ("Nokia refused to tell workers to go home.", []),
        ("Nokia refused to tell workers that they could stay.", []),
        # Participles behind what is answered, with adverbs.
        ("The paper wrote of cuts, later confirmed by Nokia.", CONFIRMS),
        ("The paper wrote of cuts, since firmly denied by Nokia.", DENIES),
        # Papers whose names hold words for times, and lists whose names have the codes of their shares.
        ("“The report is wrong,” Nokia told the Tampere Morning Post on Monday.", DENIES),
        ("“The report is wrong,” Nokia told Tampere Today.", DENIES),
        ("“The report is wrong,” Nokia told the New Tampere Times.", DENIES),
        ("Nokia told the paper Monday the report was wrong.", DENIES),
        (
            "Bosch ( BOS ), Nokia (NOK) and Siemens did not respond.",
            [("Bosch", "no_response"), ("Nokia", "no_response"), ("Siemens", "no_response")],
        ),
        # Admitted of oneself.
        ("Nokia has admitted that thieves got into its network.", CONFIRMS),
        ("Nokia owned up to the error.", CONFIRMS),
        ("Nokia admitted that spring was late.", []),
        # Verdicts in relative clauses, and what papers read.
        ("The paper wrote of a recall, which Nokia said was untrue.", DENIES),
        ("The paper wrote of a recall, which Nokia said was costly.", []),
        ("“The claims are false from first to last,” Nokia's petition reads.", DENIES),
        ("“The claims are false from first to last,” the clerk reads.", []),
        # Statements that say that they deny or state something.
        ("“Nokia rejects the allegations in full,” a spokesman said.", DENIES),
        (_REPORT + "“Nokia hereby clarifies that there was no leak,” Nokia said.", DENIES),
        ("“Nokia rejects every fifth phone,” a spokesman said.", []),
        ("“Nokia confirms it is in talks,” spokeswoman Anna Berg Holt said on Monday.", CONFIRMS),
        # Against a report.
        ("Contrary to the report, Nokia said sales had risen.", DENIES),
        ("Contrary to its habit, Nokia said sales had risen.", []),
        (_REPORT + "That was later denied by a Nokia spokesman.", DENIES),
        (_REPORT + "Nokia said the talks never took place.", DENIES),
        (_REPORT + "Nokia said the article misrepresented the facts.", DENIES),
        # Title case.
        ("Nokia Says Reports Of Sale Are False", DENIES),
        ("Nokia Says Phones Are False Friends", []),
        # Silence.
        ("The paper contacted Nokia, and no reply had been received by noon.", SILENT),
        ("When contacted by the Daily Ledger, Nokia did not get back to us.", SILENT),
        ("Nokia, when asked by the paper, has not got back.", SILENT),
        ("The paper contacted Nokia and did not hear back.", SILENT),
        ("No one at Nokia was available for comment.", SILENT),
        ("Nobody from Nokia could be reached.", SILENT),
        ("One of the shops of Nokia was available for rent.", []),
        # Refusals.
        ("“We know of the report, but we decline to comment,” a Nokia spokesman said.", DECLINES),
        ("“We do not comment on rumours,” a Nokia spokesman said by email.", DECLINES),
        ("Nokia has a policy of not commenting on rumours.", DECLINES),
        ("Nokia has a policy of not hiring sons.", []),
        # What somebody does not know.
        ("(We do not know what figures, exactly, Nokia claimed were wrong.)", []),
    ],
)
def test_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected

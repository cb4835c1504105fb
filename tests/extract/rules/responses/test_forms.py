"""Forms of the constructions of answering, with sentences of our own: those that must be read beside look-alikes."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.responses import verdicts
from kg.model import Document

_STANCES = {"denies": "D", "confirms": "C", "no_response": "N", "declines_to_comment": "X"}


def answers(text: str) -> str:
    """Return who answers and how, in short: D denies, C confirms, N no response, X declines to comment."""
    read = RuleExtractor().extract(Document(source="x", path="x", text=f"{text}\n"))
    return "; ".join(sorted(f"{one.agent.name} {_STANCES[one.stance]}" for one in read.responses))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Those who ask are sent to what was said before.
        ("Toyota referred Reuters to an earlier statement.", "Toyota X"),
        ("Toyota referred a reporter to its statement of May 3.", "Toyota X"),
        ("A Toyota spokesperson referred the newspaper to the company's filing.", "Toyota X"),
        ("Asked for comment, Toyota referred to its statement of Monday.", "Toyota X"),
        ("Toyota referred 500 workers to a doctor.", ""),
        ("Toyota pointed to the weak yen.", ""),
        ("Toyota pointed to strong sales in its statement.", ""),
        ("Toyota directed its suppliers to cut prices.", ""),
        # What one is asked is no name.
        ("Toyota will cut jobs, the paper said. Asked whether more would go, the company did not respond.", "Toyota N"),
        ("Toyota will cut jobs, the paper said. Asked about the plans, the company did not reply.", "Toyota N"),
        # Who did not comment was silent; who does not, would not or could not refused.
        ("Toyota did not comment.", "Toyota N"),
        ("Toyota didn't comment on the report.", "Toyota N"),
        ("Toyota does not comment on rumours.", "Toyota X"),
        ("Toyota could not comment.", "Toyota X"),
        ("Toyota said it would be inappropriate to comment.", "Toyota X"),
        ("Toyota stays silent on merger report", "Toyota N"),
        ("Toyota is staying tight-lipped.", "Toyota N"),
        ("Toyota won't disclose the terms.", "Toyota X"),
        ("It was not possible to reach Toyota for comment.", "Toyota N"),
        ("It was not possible to reach a deal with Toyota.", ""),
    ],
)
def test_silences(text: str, expected: str) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Others who answer alike.
        ("BP, like Toyota, declined to comment.", "BP X; Toyota X"),
        ("Like Toyota, Honda denied the report.", "Honda D; Toyota D"),
        ("Like many rivals, Honda declined to comment.", "Honda X"),
        ("Toyota as well as Honda denied the report.", "Honda D; Toyota D"),
        ("Cars like the Prius sell well, and Toyota denied a report that it would stop.", "Toyota D"),
        # Those who are pointed back to.
        ("Toyota and Honda are in talks, the paper said. Neither side would comment.", "Honda X; Toyota X"),
        ("Toyota and Honda are in talks, the paper said. Neither would comment.", "Honda X; Toyota X"),
        ("Toyota and Honda are in talks, the paper said. Each declined to comment.", "Honda X; Toyota X"),
        ("Toyota and Honda are in talks, the paper said. They denied it.", "Honda D; Toyota D"),
        ("Toyota and Honda hire, said sources, who spoke unnamed as they were not authorised to speak.", ""),
        ("Toyota, Honda and Nissan were asked. None responded.", "Honda N; Nissan N; Toyota N"),
        ("Toyota, Honda and Nissan met Ford. None of the three would comment.", "Honda X; Nissan X; Toyota X"),
        ("Toyota said workers had left. They denied it.", ""),
        # Where a headline leaves out the article, and who sits in a place.
        ("Baidu shares rise after Chinese internet giant denies report", "Baidu D"),
        ("Baidu Shares Rise After Chinese Internet Giant Denies Report", "Baidu D"),
        ("A government spokesman in Berlin declined to comment on the talks between Airbus and Siemens.", ""),
        ("The Opec secretariat denied the report.", "Opec D"),
        # Names that look like adverbs and pronouns.
        ("Kelly Ortberg, Boeing's chief executive, dismissed the report.", "Kelly Ortberg D"),
        ("Critics spoke of waste, a charge the state's IT minister Ravi Menon has rejected.", "Ravi Menon D"),
        # Owners beside those whom they own, and "it" behind whom the sentence before is about.
        ("Nexperia's Chinese owner, Wingtech, denied the claim.", "Wingtech D"),
        ("Wingtech, Nexperia's Chinese owner, denied the claim.", "Wingtech D"),
        ("Nexperia, Wingtech and Ford denied the claim.", "Ford D; Nexperia D; Wingtech D"),
        ("Toyota is in talks to buy Nissan. It declined to comment.", "Toyota X"),
        ("Toyota's shares fell. Nissan is in talks to buy Mazda. It did not respond.", "Nissan N"),
        (
            "Mubadala is in talks to buy a stake in Anthropic, the FT reported. The fund declined to comment.",
            "Mubadala X",
        ),
        # Subjects behind reflexives, brackets and participles.
        ("Boeing itself warned that the price was too high and denied rumours of a sale.", "Boeing D"),
        ("Toyota (which denies the claims) makes cars.", "Toyota D"),
        ("Toyota, denying the report, said it would keep the plant.", "Toyota D"),
        ("Toyota, confirming the report, said 500 jobs would go.", "Toyota C"),
        ("In an email denying the report, Toyota said it would keep the plant.", "Toyota D"),
        ("Analysts, confirming their view of Toyota, raised the target.", ""),
        ("Toyota moved to quell speculation about a merger.", "Toyota D"),
        ("Toyota was asked to deny the report.", ""),
    ],
)
def test_who_answers(text: str, expected: str) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What points back.
        ("Toyota will cut jobs, the paper said. Toyota rejected this.", "Toyota D"),
        ("Toyota will cut jobs, the paper said. A spokesman acknowledged as much.", "Toyota C"),
        ("Toyota will cut jobs, the paper said. Toyota confirmed as much.", "Toyota C"),
        ("Toyota rejected this model.", ""),
        # Nouns for confirming and rejecting.
        ("Toyota's confirmation of the talks came hours after the report.", "Toyota C"),
        ("Toyota gave confirmation of the talks on Monday.", "Toyota C"),
        ("Toyota's rejection of the claims did not help.", "Toyota D"),
        ("Toyota gave no confirmation of the talks.", ""),
        ("Toyota's confirmation of the order was late.", ""),
        ("Toyota's rejection of the offer did not help.", ""),
        ("Toyota's dismissal of 500 workers angered the union.", ""),
        # What is not there.
        ("Toyota said there were no talks.", "Toyota D"),
        ('"There is no merger," Toyota said.', "Toyota D"),
        ("Toyota said there was no agreement on the price yet.", ""),
        ("Toyota said there was no rain in May.", ""),
        # Holding on to the opposite.
        ("Honda said Toyota had broken the rules. Toyota insists its plan was legal.", "Toyota D"),
        ("Critics say Toyota is falling behind. The company insists it is on track.", "Toyota D"),
        ("Toyota built a plant. It insists that prices will fall.", ""),
        (
            "Reuters said Toyota had sold cars to Iran. Toyota said its sales were in compliance with the law.",
            "Toyota D",
        ),
        ("Toyota opened a plant in May. Toyota said the plant was in compliance with the law.", ""),
        # Agreeing.
        ('Reuters wrote that Toyota may sell its unit. "Yes, we are in talks," a Toyota spokesman said.', "Toyota C"),
        ('"Yes, I like it," Musk said.', ""),
        (
            "Toyota is considering a sale of its unit, the company said in a statement following media reports.",
            "Toyota C",
        ),
        ("Toyota is considering a sale of its unit, it said on Monday.", ""),
        # Persons who speak for themselves.
        ('Bloomberg wrote that Tesla would delay the truck. "We\'re not delaying anything," Musk said.', "Elon Musk D"),
        ('"We are not stopping here," Musk said.', ""),
        # Verdicts.
        ("Meta said the report did not reflect the facts.", "Meta D"),
        ('Meta said the numbers were "way off".', "Meta D"),
        ("Meta dismissed the report as premature.", "Meta D"),
        ("Meta said it was premature to give figures.", ""),
        ("Meta refuted as false the report on its plans.", "Meta D"),
    ],
)
def test_what_is_answered(text: str, expected: str) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("said", "unplanned"),
    [
        ("it has no plan to close the plant", True),
        ("there is no deal", True),
        ("it will strike on monday if there is no deal by then", False),
        ("it will leave unless there is a deal, and when there is no deal it will sue", False),
    ],
)
def test_a_dealing_on_condition(said: str, unplanned: bool) -> None:  # noqa: FBT001
    assert verdicts.unplanned(said) is unplanned


@pytest.mark.parametrize(
    ("said", "keeps"),
    [
        ("its sales comply with the law", True),
        ("it fully complied with the rules", True),
        ("it intends to fully comply with the rules", False),
        ("it will comply with the rules", False),
    ],
)
def test_rules_kept_and_rules_to_keep(said: str, keeps: bool) -> None:  # noqa: FBT001
    assert verdicts.keeps_rules(said) is keeps

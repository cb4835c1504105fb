import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.annotations import Name
from kg.extract.rules.reporting.reporting import reported
from kg.extract.rules.responses.denials import _verbs
from kg.extract.rules.responses.phrases import phrases
from kg.extract.rules.responses.responses import responses
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.model import Entity, Response, Span

KNOWN = {
    "Reuters": "Outlet",
    "The Daily Example": "Outlet",
    "Acme": "Company",
    "Borealis": "Company",
    "Cirrus": "Company",
    "Rivera": "Person",
}


def answered(text: str) -> tuple[Response, ...]:
    names = sorted(
        (
            Name(Span(at, at + len(name)), Entity(name, kind))
            for name, kind in KNOWN.items()
            for at in range(len(text))
            if text.startswith(name, at)
        ),
        key=lambda name: name.span,
    )
    lines, quoted = sentences(text), quotations(text)
    return responses(text, lines, quoted, names, reported(text, lines, quoted, names))


def stances(text: str) -> list[tuple[str, str]]:
    return [(response.agent.name, response.stance) for response in answered(text)]


_LONG = (
    "Acme said a story in a trade paper, which had cited two people who know the plans of the board for the sale of "
    "its pumps to a group of local investors that are led by a bank, was false and misleading."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who answers: those joined to a name, those a name describes, those who speak for a body.
        ("Acme and its rival Borealis rejected the report.", [("Acme", "denies"), ("Borealis", "denies")]),
        ("Acme rival Borealis denied the report.", [("Borealis", "denies")]),
        ("Acme rejected the ruling, and will appeal.", [("Acme", "denies")]),
        ("Acme rejects the court's judgment.", [("Acme", "denies")]),
        ("Acme (ACM) on Monday, dismissed the rumours.", [("Acme", "denies")]),
        (
            "Acme and Borealis (BOR), which makes pumps, declined to comment.",
            [("Acme", "declines_to_comment"), ("Borealis", "declines_to_comment")],
        ),
        ("Lawyers for Acme declined to comment.", [("Acme", "declines_to_comment")]),
        ("An Acme official would neither confirm nor deny the talks.", [("Acme", "declines_to_comment")]),
        ("Acme plans a sale. A spokesman did not respond to an email.", [("Acme", "no_response")]),
        ("Acme plans a sale to Borealis. A spokesman did not respond to an email.", []),
        ("Acme, which denies the claims, will appeal.", [("Acme", "denies")]),
        (
            "Acme declined to comment, as did Borealis.",
            [("Acme", "declines_to_comment"), ("Borealis", "declines_to_comment")],
        ),
        (
            "Acme and Borealis are in talks. Both declined to comment.",
            [("Acme", "declines_to_comment"), ("Borealis", "declines_to_comment")],
        ),
        ("Acme, which supplies parts to Borealis and Cirrus, denied the report.", [("Acme", "denies")]),
        # A text that somebody issues speaks for its author.
        ("Acme released a statement denying the allegation.", [("Acme", "denies")]),
        ("Acme put out a letter saying there was nothing of the kind.", [("Acme", "denies")]),
        ("Acme moved quickly to quash the rumour.", [("Acme", "denies")]),
        ('Acme "categorically" denies the allegations.', [("Acme", "denies")]),
        # Verdicts and absences.
        ("Acme said the number in the report was hypothetical.", [("Acme", "denies")]),
        ('"There is no sale process," an Acme spokesman said.', [("Acme", "denies")]),
        ('"There is no doubt that sales will grow," an Acme spokesman said.', []),
        (
            _LONG,
            [("Acme", "denies")],
        ),
        ("Acme said the lawsuit was without merit.", [("Acme", "denies")]),
        ("The court dismissed the lawsuit against Acme.", []),
        # What is admitted.
        ("Acme acknowledged plans to close two plants.", [("Acme", "confirms")]),
        ('"We can confirm that we are in talks," Acme said.', [("Acme", "confirms")]),
        ("Acme acknowledged the applause.", []),
        ("Acme has not told staff, nor has it confirmed the plan.", []),
        ("Acme admitted on Monday that it had lost the keys.", [("Acme", "confirms")]),
        ("Acme acknowledged that growth would be slow across the trade.", []),
        # Answers to what somebody was asked, and denials as nouns.
        (
            'When asked about a report on pumps that failed, Rivera said "There is no such fault."',
            [("Rivera", "denies")],
        ),
        ("Asked whether the plant would close, Rivera said there are no plans to close it.", [("Rivera", "denies")]),
        ("Acme promptly released a rebuttal and called for calm.", [("Acme", "denies")]),
        ('An email came, with an Acme spokesperson calling reports of job cuts a "rumour".', [("Acme", "denies")]),
        ("Acme has taken issue with the report.", [("Acme", "denies")]),
        ("Acme has taken issue with the order of the court.", []),
        # Silence that the paper met.
        ("Reuters could not immediately reach Acme for comment.", [("Acme", "no_response")]),
        ("The two sides could not reach Acme by road.", []),
        ("The site has contacted Acme for comment but has yet to hear back.", [("Acme", "no_response")]),
        ("Acme declined Reuters' request for comment.", [("Acme", "declines_to_comment")]),
        ("Acme ignored repeated requests for comment.", [("Acme", "no_response")]),
    ],
)
def test_who_answers_and_how(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(stances(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme declined to comment.", [("Acme", "declines_to_comment")]),
        ("A spokeswoman for Acme declined to comment on the plan.", [("Acme", "declines_to_comment")]),
        ("Acme, the biggest buyer of the chips, would not comment.", [("Acme", "declines_to_comment")]),
        (
            "Acme and Borealis did not immediately respond to questions.",
            [("Acme", "no_response"), ("Borealis", "no_response")],
        ),
        (
            "Acme, Borealis and Cirrus have yet to reply.",
            [(name, "no_response") for name in ("Acme", "Borealis", "Cirrus")],
        ),
        ("Acme could not immediately be reached.", [("Acme", "no_response")]),
        ("Acme confirmed that it had bought the plant.", [("Acme", "confirms")]),
        ("Acme denied the report.", [("Acme", "denies")]),
        ("Acme has disputed those figures.", [("Acme", "denies")]),
        ("Rivera dismissed the claims, calling them old.", [("Rivera", "denies")]),
        ("Rivera pushed back on Monday.", [("Rivera", "denies")]),
        ("Rivera called into question the cost of the works.", [("Rivera", "denies")]),
        ("Asked about it, Acme said: “The report is inaccurate.”", [("Acme", "denies")]),
        ("Acme said the story was false.", [("Acme", "denies")]),
        ("Rivera said sales were higher than reports suggested.", [("Rivera", "denies")]),
        ("Reuters reported that the works were late. But Acme insisted they would open in May.", [("Acme", "denies")]),
        (
            "Borealis confirmed the deal, while Acme declined to comment.",
            [("Borealis", "confirms"), ("Acme", "declines_to_comment")],
        ),
        ("Neither Acme nor Borealis had replied.", [("Acme", "no_response"), ("Borealis", "no_response")]),
        ("None of Acme, Borealis or Cirrus answered.", [(n, "no_response") for n in ("Acme", "Borealis", "Cirrus")]),
        ("Calls to Acme, which sells tyres, were not returned.", [("Acme", "no_response")]),
        ("Questions put to Acme and Cirrus drew no reply.", [("Acme", "no_response"), ("Cirrus", "no_response")]),
        ("There was no immediate reply from Acme.", [("Acme", "no_response")]),
        ("Acme stayed silent.", [("Acme", "no_response")]),
        ("Acme gave no answer when asked.", [("Acme", "no_response")]),
        ("Acme has not issued an official statement.", [("Acme", "no_response")]),
        ("Acme had no immediate comment.", [("Acme", "declines_to_comment")]),
        ("Acme wouldn't discuss its orders.", [("Acme", "declines_to_comment")]),
        ("Acme said it does not comment on rumours.", [("Acme", "declines_to_comment")]),
        ("“We never comment on talk,” a spokesman for Acme said.", [("Acme", "declines_to_comment")]),
        ("Acme chose not to comment.", [("Acme", "declines_to_comment")]),
        ("Acme did not confirm or deny the sale.", [("Acme", "declines_to_comment")]),
        (
            "Acme, Borealis and Cirrus, the three bidders, declined to comment.",
            [(name, "declines_to_comment") for name in ("Acme", "Borealis", "Cirrus")],
        ),
        (
            "Acme and a spokesperson for Borealis declined to comment.",
            [("Acme", "declines_to_comment"), ("Borealis", "declines_to_comment")],
        ),
        (
            "Acme met Borealis in May. Both companies declined to comment.",
            [("Acme", "declines_to_comment"), ("Borealis", "declines_to_comment")],
        ),
        ("Acme spokeswoman Rivera denied the claims.", [("Acme", "denies")]),
        ("Acme called the story wrong.", [("Acme", "denies")]),
        ("Acme described the figures as inaccurate.", [("Acme", "denies")]),
        ("The story was described as false by Acme.", [("Acme", "denies")]),
        ("The claim was denied by Acme.", [("Acme", "denies")]),
        ("Inspectors found leaks, which Acme denies.", [("Acme", "denies")]),
        ("“That is not correct,” a spokesperson for Acme said.", [("Acme", "denies")]),
        ("Acme told Reuters that what people had said of it was wrong.", [("Acme", "denies")]),
        ("Acme said there was no such plan.", [("Acme", "denies")]),
        ("Acme rejects union claims, and stays open.", [("Acme", "denies")]),
        ("Acme acknowledged the report.", [("Acme", "confirms")]),
        ("Acme verified the numbers.", [("Acme", "confirms")]),
    ],
)
def test_stances(text: str, expected: list[tuple[str, str]]) -> None:
    assert stances(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme dismissed its chief and rejected a bid.",
        "Acme awaits the ruling, and Borealis the verdict.",
        "Acme could not confirm the date.",
        "Acme was denied a permit by the city.",
        "Acme responded to the storm with new walls.",
        "Acme commented on the plan.",
        "Rivera said the wrong screws were used in the works.",
        "Acme insisted on payment in May.",
        "The confirmed orders of Acme rose.",
        "If Acme denied the report, Rivera would leave.",
        "Acme neither sold nor bought a plant, and answered.",
        "Old parts were not returned to Acme.",
        "Reuters got no reply.",
        "Acme called the wrong number.",
        "Acme was considering a false wall.",
        "Acme acknowledged its founder with a statue.",
        "Acme said it was wrong to close the plant.",
        "Acme had no plant in the north.",
        "Neither Acme nor Borealis built a plant.",
        "A person who asked not to be named declined to comment on Acme.",
    ],
)
def test_no_answer(text: str) -> None:
    assert stances(text) == []


def test_an_answer_says_what_it_is_about_and_whose_report_it_answers() -> None:
    (response,) = answered(
        "Acme will move, Reuters reported on Monday.\n\nAcme disputed the report, and gave no reason."
    )
    assert (response.about, response.report_of) == ("the report", Entity("Reuters", "Outlet"))


def test_an_answer_goes_through_the_outlet_it_was_given_to() -> None:
    (response,) = answered("In an interview with The Daily Example, Rivera denied the claims.")
    assert [step.agents for step in response.via] == [(Entity("The Daily Example", "Outlet"),)]


def test_an_unnamed_voice_is_no_agent() -> None:
    assert stances("A spokesperson declined to comment.") == []


PIECES = st.sampled_from(
    [
        *sorted({*phrases("no_response"), *phrases("declines_to_comment"), *_verbs("denies"), *_verbs("confirms")}),
        "Acme",
        "Reuters",
        "comment",
        "respond",
        "to",
        "the",
        "report",
        "said",
        "false",
        ",",
        ".",
        "“",
        "”",
        "and",
        "that",
        "\n\n",
    ]
)


def test_a_verb_of_denial_may_break_off() -> None:
    assert answered("Acme denied that") == ()


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    for response in answered(text):
        assert response.quote.of(text)
        assert response.about is None or response.about in text

"""Denials worded as a noun, and answers by people whom the text calls somebody's voice."""

from pathlib import PurePosixPath

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

READ = RuleExtractor()


def stances(text: str) -> list[tuple[str, str]]:
    document = Document(source="a", path=str(PurePosixPath("a.txt")), text=text)
    return [(getattr(one.agent, "name", ""), one.stance) for one in READ.extract(document).responses]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia's denial came hours after the article.",
        "The article drew a swift denial from Nokia.",
        "The talk brought a flat denial, and some angry letters, from Nokia's board.",
        "When reached for comment, Nokia repeated its earlier denials.",
        "Nokia published a strongly worded denial.",
        "In a denial on its website, Nokia said the memo was forged.",
        "Despite Nokia's denials, the talk went on.",
    ],
)
def test_a_noun_denies_for_its_owner_its_giver_or_whom_it_comes_from(text):
    assert stances(text) == [("Nokia", "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia appealed the visa denials of last week.",
        "Nokia's denial of service to old phones ends in May.",
        "Nokia gave no denial.",
    ],
)
def test_what_is_refused_or_never_given_is_no_denial_of_a_report(text):
    assert stances(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nokia spokeswoman Ann Berg spoke first.\n\nThe rumours were false, Berg said.",
        "Ann Berg, a spokeswoman for Nokia, spoke first.\n\n“It's not true,” Berg said.",
        "Ann Berg, who is Nokia's head of communications, spoke first.\n\nBerg denied the report.",
        'Nokia cuts jobs at Nokia Bell Labs in Murray Hill.\n\n"There is no job target," spokesman Ole Lund said.',
    ],
)
def test_who_is_called_a_voice_answers_for_the_body(text):
    assert [agent for agent, stance in stances(text) if stance == "denies"] == ["Nokia"]


def test_a_person_with_another_office_answers_in_their_own_name():
    text = "Nokia engineer Ann Berg spoke first.\n\nBerg denied the report."
    assert stances(text) == [("Ann Berg", "denies")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nokia: sale talks 'untrue'", "denies"),
        ("Nokia: no plans to leave India", "denies"),
        ("No talks with Ericsson, says Nokia", "denies"),
        ("Nokia merger rumours a hoax, says company", "denies"),
        ("Nokia shares up on price rise; company declines to comment", "declines_to_comment"),
        ("Nokia clarified that it was not in talks.", "denies"),
        ("Nokia is definitely not for sale, a Nokia spokesman said.", "denies"),
        ('"We have no plans to sell the unit," a Nokia spokesman said.', "denies"),
        ("The report is accurate, Nokia said.", "confirms"),
        ("Reports that the deal was near were dismissed as speculation by Nokia.", "denies"),
        ('"The claims are outdated," Nokia said in a statement it issued on Tuesday.', "denies"),
        ("Nokia said the report contains numerous errors.", "denies"),
        ("Nokia said in a filing that it is not in talks with Ericsson to build phones.", "denies"),
        ("Nokia has no relationship with the fund, the company said in a letter.", "denies"),
        ("Nokia not in talks with Ericsson, company says", "denies"),
        ("Nokia says not in merger talks after report", "denies"),
        ("The claims, denied by Nokia, were first made in May.", "denies"),
        ("Report of a Nokia sale false: Nokia", "denies"),
        ("Nokia said a report by the paper that it would cut output was completely incorrect.", "denies"),
        ('"Nokia confirms it is in talks on the sale of some works," a Nokia spokeswoman said.', "confirms"),
        ("Nokia says it did nothing wrong.", "denies"),
        ('"We strongly disagree with the allegations," a Nokia spokesperson said.', "denies"),
        ("Nokia countered that the study was flawed.", "denies"),
        ("Nokia acknowledged the layoffs in a memo.", "confirms"),
        ("Nokia does not wish to comment.", "declines_to_comment"),
        ("A Nokia spokesman wouldn't reveal the price of the probe.", "declines_to_comment"),
        ("Nokia has put an end to the rumour.", "denies"),
        ("Nokia said it was company policy not to discuss customers.", "declines_to_comment"),
        ("We asked Nokia for comment but received no reply.", "no_response"),
        ('"It is wrong to say that the data came from Nokia," the company said.', "denies"),
        ('Nokia said a post by a short seller is "replete with falsehoods".', "denies"),
        ("Nokia said on Monday by letter that no such merger was agreed.", "denies"),
        ('"It is our policy not to comment on rumours," Nokia said.', "declines_to_comment"),
        (
            "A Nokia spokesman said a unit was shut.\n\nHe declined to specify the impact.",
            "declines_to_comment",
        ),
        ("An email to Nokia's media desk asking for more had not been returned.", "no_response"),
        ("A query sent to Nokia has not yet been answered.", "no_response"),
        ("Nokia told the paper a report that it was in talks to make phones was largely correct.", "confirms"),
        ("Nokia has ruled out any early bid for the group.", "denies"),
        ("Nokia confirmed that it is not in takeover talks.", "denies"),
        ("Nokia poured more cold water over reports of an order.", "denies"),
        ("Nokia - one of many firms that would be hit - did not answer our calls.", "no_response"),
        ("A report had it.\n\nA Nokia spokesman, Ole Lund, said his company is not involved in a deal.", "denies"),
        ("Rumours of cuts went round in Oulu.\n\nNokia has not cut a job, a spokesman for Nokia said.", "denies"),
    ],
)
def test_headlines_voices_and_verdicts(text, stance):
    assert stances(text) == [("Nokia", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "While neither Nokia nor Ericsson has officially confirmed the deal, signs of it came up.",
        "He would sell in the event Nokia confirmed layoffs.",
        "Nokia has no plans to raise its dividend, analysts at Nordea said.",
        "The report is not accurate on prices, but Nokia said so.",
        "Nokia: 5 things to know",
        "Nokia said it did not expect demand to slow.",
        "Nokia said it had not yet decided on a dividend, a Nokia spokesman said.",
        "Nokia has not raised prices, it said.",
        "Nokia ruled out the driver of the other car.",
        "Reports that Ericsson will sell Nokia dismissed as 'nonsense'",
        "The works council demanded a denial from Nokia.",
        "Nokia's chief said he was disappointed that Ericsson's board would not take its offer.",
        "Nokia worker Ann Berg, who declined to give her last name, left.",
        "Nokia disagrees with its landlord over the rent.",
        "Nokia studied the case but received no money.",
        "Nokia sold its unit - one of many - and then no plan was made.",
    ],
)
def test_what_nobody_answers_is_no_answer(text):
    assert stances(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nokia, Ericsson say not in talks on phone project",
        "Nokia Oyj and affiliate Ericsson AB said on Friday that they hold no talks with a bank.",
        "Nokia, and its Swedish rival Ericsson, denied the report.",
        "Representatives of Espoo, Finland-based Nokia and Stockholm-based Ericsson denied the report.",
    ],
)
def test_bodies_that_speak_together_answer_each(text):
    assert stances(text) == [("Nokia", "denies"), ("Ericsson", "denies")]


def test_a_place_before_a_comma_speaks_for_nobody():
    assert stances("Oslo, Ericsson deny the report") == [("Ericsson", "denies")]


def test_a_headline_answers_twice():
    assert stances("Nokia confirms breach, denies loss of data") == [("Nokia", "confirms"), ("Nokia", "denies")]


def test_each_sentence_of_a_longer_statement_may_be_the_answer():
    text = (
        '"This report comes from nobody at our works in the north of the country or elsewhere. Nokia is in no way '
        'reviewing any plan to sell its unit, nor does it discuss such a sale with anybody in the market," Nokia said.'
    )
    assert stances(text) == [("Nokia", "denies")]

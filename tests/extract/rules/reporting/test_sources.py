"""Who a source is by the marks and verbs around its name, and who is none beside a verb of saying."""

import pytest
from fixtures.told import acts, agents, read


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Omnidata (OD), Acme sold 40 cars.", "Omnidata"),
        ("According to Omnidata's (OD) quarterly survey, Acme sold 40 cars.", "Omnidata"),
        ("Acme sold 40 cars, according to Omnidata (NYSE: OD), and Borealis 30.", "Omnidata"),
        ("Acme sold 40 cars in May, Omnidata, Inc’s first figures showed.", "Omnidata"),
    ],
)
def test_a_source_goes_on_behind_its_short_form_and_legal_form(text: str, source: str) -> None:
    assert agents(text) == [(source,)]


def test_a_bracket_around_the_source_ends_it() -> None:
    (act,) = acts("Acme sold 40 cars (according to Omnidata), and Borealis 30.")
    assert act.source is not None
    assert act.source.of("Acme sold 40 cars (according to Omnidata), and Borealis 30.") == "Omnidata"


@pytest.mark.parametrize("joint", ["but", "and"])
def test_what_is_said_goes_on_with_another_that(joint: str) -> None:
    text = f"Acme said that the deal was worth $7 billion, {joint} that it might come to $9 billion."
    assert [content for _, _, contents in read(text) for content in contents] == [text[len("Acme said that ") : -1]]


def test_what_is_said_ends_before_but() -> None:
    (told,) = read("Acme said that the deal was worth $7 billion, but Borealis will not pay.")
    assert told[2] == ("the deal was worth $7 billion",)


@pytest.mark.parametrize(
    "text",
    [
        "Acme gave no profit forecast for the year that ends in March, and reported a loss of $9 million.",
        "Acme, which has plants in Ayton, cut its outlook and announced a loss of $9 million.",
        "Acme shut nine shops in Ayton and reported a loss of $9 million.",
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str) -> None:
    assert agents(text) == [("Acme",)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme claimed the top spot with 40 million users.",
        "Borealis claimed first place in a market that Acme left.",
        "Acme added 243000 customers in May, fewer than 250610 foreseen by Omnidata.",
        "A bet on chips, sent through Ayton, adds $300 million to its sales.",
    ],
)
def test_a_prize_claimed_and_an_amount_added_are_not_said(text: str) -> None:
    assert [act for act in acts(text) if act.kind == "speech"] == []


@pytest.mark.parametrize(
    "text", ["Acme claimed the top spot was its own.", "Acme claimed that it had won.", "Acme added that it had won."]
)
def test_a_clause_claimed_or_added_is_said(text: str) -> None:
    assert agents(text) == [("Acme",)]


@pytest.mark.parametrize("mark", ["!", "?", ","])
def test_a_quotation_is_of_who_is_named_behind_it_whatever_ends_it(mark: str) -> None:
    assert agents(f'"Acme has made 40 jobs{mark}" Ana Rivera said in a post.') == [("Ana Rivera",)]


def test_a_quotation_that_nobody_is_named_behind_ends_its_sentence() -> None:
    assert agents('"Acme has made 40 jobs!" Ana Rivera left the room. Reuters reported it.') == [("Reuters",)]


def test_where_somebody_speaks_is_not_what_is_said() -> None:
    (told,) = read('Rivera spoke. "Acme has made 40 jobs," she said in a post on the social platform Y, once Z.')
    assert told[2][0] == '"Acme has made 40 jobs,"'


def test_a_quotation_closed_by_the_wrong_mark_is_one() -> None:
    assert agents("“Acme grew. It sold 9 cars,“ said Ana Rivera.") == [("Ana Rivera",)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Acme expects a margin of 6%, and sales of $9 billion.", "a margin of 6%, and sales of $9 billion"),
        ("Acme expects a margin of 6%, and Borealis cut its sales by $9 billion.", "a margin of 6%"),
        ("Acme expects a margin of 6%, and better times.", "a margin of 6%"),
    ],
)
def test_what_is_foreseen_goes_on_with_another_amount(text: str, content: str) -> None:
    assert read(text)[0][2] == (content,)


@pytest.mark.parametrize("verb", ["stated", "signalled", "specified"])
@pytest.mark.parametrize(
    "text", ["Acme {} sales rose 9% in May.", "Sales rose 9% in May, Acme {}.", "Acme {} that it won."]
)
def test_verbs_of_saying_in_the_past_take_a_clause(verb: str, text: str) -> None:
    assert agents(text.format(verb)) == [("Acme",)]


@pytest.mark.parametrize("verb", ["shared", "flagged", "recorded", "underlined", "judged", "outlined", "specified"])
@pytest.mark.parametrize("text", ["Acme {} that sales rose 9% in May.", "Acme has {} that sales rose 9%."])
def test_other_verbs_in_the_past_report_with_that(verb: str, text: str) -> None:
    assert agents(text.format(verb)) == [("Acme",)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme sold all Beta shares it held.",
        "Acme's stated goal is 9%.",
        "Acme shared an award.",
        "Acme recorded a loss.",
    ],
)
def test_what_looks_like_a_verb_of_saying_says_nothing(text: str) -> None:
    assert agents(text) == []


def test_a_sentence_in_brackets_is_no_code_of_a_share() -> None:
    assert agents("Sales rose. (Acme said so.) (Acme denied it.)") == [("Acme",), ("Acme",)]

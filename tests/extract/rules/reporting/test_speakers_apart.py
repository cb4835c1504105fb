"""Who speaks where a clause, a setting or nothing of their own stands before the verb; sentences of our own."""

import pytest
from fixtures.told import acts, agents


def told(text: str) -> list[tuple[str, str]]:
    return [(act.source.of(text) if act.source else "", act.content[0].of(text)) for act in acts(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ann Lee, who ran the mill in Aurora, Colorado, since May, said that it lost $5 million.",
            "Ann Lee, who ran the mill in Aurora, Colorado, since May",
        ),
        (
            "The brewer, which runs pubs in towns including Ayton, Borsk, Celle and Doorn, said it lost $5 million.",
            "The brewer, which runs pubs in towns including Ayton, Borsk, Celle and Doorn",
        ),
        (
            "Executives for Nokia, which made $30 billion last year, say it lost $5 million.",
            "Executives for Nokia, which made $30 billion last year",
        ),
        ("People who have worked with Nokia say it lost $5 million.", "People who have worked with Nokia"),
        ("The fund that has backed Nokia said it lost $5 million.", "The fund that has backed Nokia"),
    ],
)
def test_a_relative_clause_stands_between_head_and_verb(text: str, source: str) -> None:
    assert [who for who, _ in told(text)] == [source]


def test_a_clause_that_ends_before_another_subject_is_not_gone_back_over() -> None:
    text = "Nokia, which makes radios, lost $5 million, and Ericsson, a rival, said it lost $6 million."
    assert told(text) == [("Ericsson, a rival", "it lost $6 million")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A letter sent to workers said the mill lost $5 million.", "A letter sent to workers"),
        ("A statement posted on the website said the mill lost $5 million.", "A statement posted on the website"),
        ("The report said on Monday Nokia said it lost $5 million.", "The report"),
    ],
)
def test_a_paper_speaks_whatever_was_done_with_it(text: str, source: str) -> None:
    assert told(text)[0][0] == source


def test_an_aside_between_dashes_parts_people_from_their_verb() -> None:
    text = "Insiders in two countries — Finland and Sweden — said it lost $5 million."
    assert told(text) == [("Insiders in two countries", "it lost $5 million")]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia attempted to hire in October and said it lost $5 million.",
        "Nokia emerged from the slump and says it lost $5 million.",
        "Nokia used to back the plan, but now said it lost $5 million.",
        "Nokia appeared to oppose the plan, saying in court files that it lost $5 million.",
        "Nokia called it a failure at first, but in a later interview said it lost $5 million.",
        "Nokia pulled out and, in a statement on Monday, said it lost $5 million.",
    ],
)
def test_a_verb_shares_the_subject_of_the_one_before_it(text: str) -> None:
    assert told(text)[-1] == ("Nokia", "it lost $5 million")


def test_no_subject_is_taken_from_what_another_says() -> None:
    text = "Its chairman, has predicted that people will go online, estimating sales of $5 million."
    assert "people" not in [who for who, _ in told(text)]


@pytest.mark.parametrize("who", ["Several", "Most", "Another", "Both", "Others"])
def test_a_word_for_how_many_speaks_for_people(who: str) -> None:
    assert told(f"{who} said they lost $5 million.") == [(who, "they lost $5 million")]
    assert told(f"Nokia asked around, and {who.lower()} said they lost $5 million.")[-1][0] == who.lower()


def test_a_word_for_how_many_of_something_is_no_speaker() -> None:
    assert told("Nokia has both said it lost $5 million and hired people.")[0][0] == "Nokia"


@pytest.mark.parametrize("who", ["analysts", "some analysts at Citi, who cut their view", "Nokia executives"])
def test_people_stand_behind_a_verb_in_the_plural(who: str) -> None:
    assert told(f"Sales may fall by 9%, say {who}.") == [(who, "Sales may fall by 9%")]


def test_no_people_stand_behind_a_noun_or_a_participle() -> None:
    assert told("Prices may fall by 9%, plan or no plan.") == []
    text = 'Nokia changed its mind, saying the plant "must be closed."'
    assert told(text) == [("Nokia", 'the plant "must be closed."')]


def test_a_quotation_stands_in_the_paragraph_behind_its_colon() -> None:
    text = 'Pekka Lundmark said:\n\n"We lost $5 million and cut jobs."\n\nSales fell.'
    assert told(text) == [("Pekka Lundmark", '"We lost $5 million and cut jobs."')]
    assert told('Nokia cut jobs. Here is why:\n\n"We lost $5 million," Lundmark said.') == [
        ("Lundmark", '"We lost $5 million,"')
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nokia said during a talk at a fair in Buffalo, New York, that it lost $5 million.",
        "Jones told the National Post he’s already lost $5 million.",
    ],
)
def test_what_is_said_begins_behind_a_place_and_a_hearer(text: str) -> None:
    assert told(text)[0][1].endswith("lost $5 million")


def test_who_makes_a_thing_is_not_the_thing() -> None:
    assert agents("The maker of Acme stock cubes said it lost $5 million.") == [()]
    assert agents("Acme, the maker of stock cubes, said it lost $5 million.") == [("Acme",)]

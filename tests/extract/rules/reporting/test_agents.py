"""Which agents a source stands for: named ones, unnamed ones as worded, those quoted before."""

import pytest
from fixtures.told import acts, agents, read

from kg.extract.rules.annotations import Name
from kg.extract.rules.reporting.reporting import reported
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.model import Entity, Span, Unnamed


def test_sources_who_told_an_outlet_are_relayed_by_it() -> None:
    text = "Acme is the biggest buyer, sources have told Reuters."
    inner, outer = acts(text)
    assert (outer.kind, outer.agents) == ("relayed", (Entity("Reuters", "Outlet"),))
    assert outer.content[0].covers(inner.cue)
    assert inner.agents == (Unnamed("sources", None, "people"),)


def test_an_outlet_that_was_told_relays_somebody() -> None:
    text = "Acme has agreed to pay a tenth of its sales, The Daily Example has been told."
    assert {act.kind for act in acts(text)} >= {"relayed", "passive"}
    assert ("The Daily Example has been told",) in agents(text)


def test_later_mentions_are_the_same_people() -> None:
    text = (
        "Acme will spend 4 billion euros, three people close to the board said. Half goes abroad, they said. "
        "The rest stays, the people added. The plan may change, one of the sources said."
    )
    first = Unnamed("three people close to the board", 3, "people")
    assert [act.agents for act in acts(text)] == [(first,)] * 4


def test_other_people_are_others() -> None:
    text = "Acme will spend more, two people close to the board said. It is late, several suppliers said."
    assert len({act.agents for act in acts(text)}) == 2


def test_the_report_is_the_outlet_cited_last() -> None:
    text = "Acme plans a plant, Reuters reported on Monday. The report also said that it would open in May."
    assert agents(text) == [("Reuters",), ("Reuters",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A person close to Lee said that sales fell.", "A person close to Lee"),
        ("Two people familiar with Lee's thinking said that sales fell.", "Two people familiar with Lee's thinking"),
        ("Three managers who worked with Lee said that sales fell.", "Three managers who worked with Lee"),
    ],
)
def test_whoever_people_are_close_to_does_not_speak(text: str, who: str) -> None:
    lee = Name(Span(text.index("Lee"), text.index("Lee") + 3), Entity("Ann Lee", "Person"))
    (act,) = reported(text, sentences(text), quotations(text), [lee])
    assert [getattr(agent, "wording", "") for agent in act.agents] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sales fell, a person familiar with the plans told Reuters.", "a person familiar with the plans"),
        ("Sales fell, people briefed on Acme's plans said.", "people briefed on Acme's plans"),
        ("According to the lawsuit, sales fell.", "the lawsuit"),
        ("Sales fell, internal court documents show.", "internal court documents"),
        ("Acme plans cuts, and people said that sales fell.", "people"),
    ],
)
def test_plans_may_be_a_noun(text: str, who: str) -> None:
    assert (who,) in agents(text)


def test_whoever_a_relative_clause_names_does_not_speak() -> None:
    text = "Lawyers and a doctor who examined Lee said that sales fell."
    lee = Name(Span(text.index("Lee"), text.index("Lee") + 3), Entity("Ann Lee", "Person"))
    (act,) = reported(text, sentences(text), quotations(text), [lee])
    assert Entity("Ann Lee", "Person") not in act.agents


def test_a_manager_with_a_name_speaks() -> None:
    text = "Acme manager Lee, who is close to the board, said that sales fell."
    lee = Name(Span(13, 16), Entity("Ann Lee", "Person"))
    (act,) = reported(text, sentences(text), quotations(text), [lee])
    assert act.agents == (Entity("Ann Lee", "Person"),)


def test_papers_are_no_people() -> None:
    (act,) = acts("Sales were 3 billion euros, according to company filings.")
    assert act.agents == (Unnamed("company filings", None, "document"),)


def test_about_how_many_people_speak_is_their_number() -> None:
    (act,) = acts("Close to 30 people said that the plant was late.")
    assert act.agents == (Unnamed("Close to 30 people", 30, "people"),)


def test_a_spokesperson_speaks_for_the_company() -> None:
    text = "An Acme spokesperson said the plant was safe. “It is new,” the spokesperson added."
    assert agents(text) == [("Acme",), ("Acme",)]


def test_joint_speakers() -> None:
    assert agents("Acme and Borealis said they would merge.") == [("Acme", "Borealis")]
    assert agents("Acme and Oslo-listed Borealis said they would merge.") == [("Acme", "Borealis")]


def test_figures_of_a_firm_are_the_firms() -> None:
    assert agents("Acme sold 300 units, according to estimates from Omnidata.") == [("Omnidata",)]


def test_chips_and_rules_do_not_speak() -> None:
    text = "The X9 said that sales rose."
    chip = Name(Span(4, 6), Entity("Acme X9", "Chip"))
    assert [act.agents for act in reported(text, sentences(text), quotations(text), [chip])] == [()]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme claims, that it sold 40 cars.", ("Acme",)),
        ("The rumour rests on a Reuters report in spring that said Acme would build a plant.", ("Reuters",)),
        ("It goes back to an article that claimed Acme would build a plant.", ("an article",)),
        ("Reports from Reuters, Acme and Borealis revealed that the plant was late.", ("Reuters", "Acme", "Borealis")),
        ("Analysts at Acme, Borealis and Cirrus said that the plant was late.", ("Acme", "Borealis", "Cirrus")),
        ("The plant is late, according to filings with Borealis.", ("filings with Borealis",)),
        ("The plant is late, according to documents by Borealis.", ("Borealis",)),
    ],
)
def test_texts_and_lists_as_sources(text: str, who: tuple[str, ...]) -> None:
    assert agents(text)[-1] == who


def test_a_wish_that_something_said_is_no_source() -> None:
    assert agents("Acme built a plant that said nothing about the plan.") == []


def test_an_outlet_that_was_quoted_goes_on_as_it() -> None:
    text = '"Sales are up," a Reuters report said. "Acme should be glad," it adds.'
    assert agents(text) == [("Reuters",), ("Reuters",)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("McDonald's said its sales fell.", "McDonald's"),
        ("On Monday Wendy's said that sales fell.", "Wendy's"),
    ],
)
def test_a_name_that_ends_in_s_speaks(text, speaker):
    assert [said[1] for said in read(text)] == [speaker]


def test_an_owner_of_what_is_reported_does_not_speak():
    assert "McDonald's" not in [said[1] for said in read("McDonald's reported profit was small.")]

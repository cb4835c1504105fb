"""Whose word a report rests on: "..., citing Acme", "on the word of two bankers"."""

import pytest
from fixtures.told import acts, agents, read

from kg.model import Entity


def test_citing_nests_the_people_in_the_outlets_report() -> None:
    text = "Acme will cut 300 jobs, Reuters reported, citing two people familiar with the plan."
    assert agents(text) == [("Reuters",), ("two people familiar with the plan",)]
    assert len({act.content for act in acts(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Acme will cut 300 jobs, according to Reuters, which cited two people familiar with the plan.",
        "Acme will cut 300 jobs, Reuters reported, which cites two people familiar with the plan.",
        "Reuters reported that Acme will cut 300 jobs and cited two people familiar with the plan.",
    ],
)
def test_a_report_that_names_its_source_rests_on_it(text: str) -> None:
    assert agents(text) == [("Reuters",), ("two people familiar with the plan",)]
    assert {act.content[0].of(text) for act in acts(text)} == {"Acme will cut 300 jobs"}


def test_what_is_cited_for_itself_reports_nothing() -> None:
    assert read("Acme cited high rents when it closed the office.") == []


@pytest.mark.parametrize(
    "text",
    [
        "That is all, according to Reuters, which cited two bankers as saying that Acme will cut 300 jobs.",
        "Acme is ill, said Reuters, which quoted two bankers as saying Acme will cut 300 jobs.",
    ],
)
def test_who_is_cited_as_saying_something_says_only_that(text: str) -> None:
    said = [content for _, source, content in read(text) if source == "two bankers"]
    assert said == [("Acme will cut 300 jobs",)]


def test_as_saying_nests_the_people_in_the_report() -> None:
    text = "Reuters quotes two former managers as saying that half would go abroad."
    assert ("two former managers",) in agents(text)


@pytest.mark.parametrize(
    ("text", "outlet", "people"),
    [
        ("Acme will list, reports Reuters on the word of two bankers.", "Reuters", "two bankers"),
        ("Reuters reported on the authority of three officials that Acme will list.", "Reuters", "three officials"),
        ("Reuters reported that Acme will list on the say-so of one aide.", "Reuters", "one aide"),
    ],
)
def test_the_word_of_people_stands_behind_the_report_that_rests_on_it(text: str, outlet: str, people: str) -> None:
    outer, inner = acts(text)
    assert [agent.name for agent in outer.agents if isinstance(agent, Entity)] == [outlet]
    assert outer.source is not None
    assert outer.source.of(text) == outlet
    assert inner.kind == "according"
    assert inner.source is not None
    assert inner.source.of(text) == people
    assert outer.cue < inner.cue
    assert outer.content[0].covers(inner.content[0])


def test_a_report_that_only_cites_names_nobody() -> None:
    found = acts("Sales fell by 60% to a little over 900 tonnes, a report cited.")
    assert found
    assert all(act.kind != "according" for act in found)

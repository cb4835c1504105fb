"""Which figures an answer is to."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Entity, FigureClaim


def answered(text: str) -> list[tuple[str, str, list[int]]]:
    found = RuleExtractor().extract(Document(text, "t", "t.txt", date="2025-05-15")).responses
    return [(one.agent.name, one.stance, [int(_value(claim)) for claim in one.claims]) for one in found]


def _value(claim: object) -> int:
    assert isinstance(claim, FigureClaim)
    return int(claim.quantities[0].value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arm denied on Thursday that it would spend $5 billion on a design centre.",
            ("Arm", "denies", [5_000_000_000]),
        ),
        ("Arm denied a newspaper report that it would cut 900 jobs.", ("Arm", "denies", [900])),
        ("Nissan confirmed that it would cut 1,200 jobs this year.", ("Nissan", "confirms", [1200])),
        ("Sony declined to comment on a report that it would cut 900 jobs.", ("Sony", "declines_to_comment", [900])),
        (
            "ByteDance did not comment on a Reuters story which says that over $20 billion was set aside for 2025.",
            ("ByteDance", "no_response", [20_000_000_000]),
        ),
    ],
)
def test_an_answer_is_to_the_figure_in_the_words_for_what_is_answered(
    text: str, expected: tuple[str, str, list[int]]
) -> None:
    assert answered(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nissan denied that it would sell the plant it bought for $5 billion in 2021.",
        "Nissan denied that it would leave Oppama, where it employs 3,900 people.",
        "Nissan denied that it would close a plant that cost $2 billion.",
        "Nissan denied that it would move any of its 3,900 workers.",
        "Nissan cut 900 jobs in 2024. It denied that there would be more.",
    ],
)
def test_what_is_only_told_beside_is_not_answered(text: str) -> None:
    ((_, stance, claims),) = answered(text)
    assert (stance, claims) == ("denies", [])


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Acer called a report that it would cut 900 jobs untrue.", ["a report"]),
        ("Acer said reports that it would cut 900 jobs were false.", []),
        ("It is not true that Acer will cut 900 jobs, the company said.", []),
        ("Acer said a Reuters report that it would cut 900 jobs was wrong.", ["Reuters"]),
        ("Acer confirmed that it would cut 900 jobs.", ["Acer"]),
    ],
)
def test_who_denies_a_figure_is_no_source_of_it(text: str, sources: list[str]) -> None:
    (mention,) = RuleExtractor().extract(Document(text, "t", "t.txt", date="2025-05-15")).mentions
    agents = [agent for step in mention.via for agent in step.agents]
    assert [agent.name if isinstance(agent, Entity) else agent.wording for agent in agents] == sources


def test_each_answer_has_its_own_figure() -> None:
    text = "Nissan confirmed that it would cut 900 jobs. Nissan denied that it would spend $5 billion on a plant."
    assert answered(text) == [("Nissan", "confirms", [900]), ("Nissan", "denies", [5_000_000_000])]


def test_figures_are_answered_in_a_text_printed_otherwise() -> None:
    assert answered("Nissan confirmed that it would&nbsp;cut 1,200&nbsp;jobs this year.") == [
        ("Nissan", "confirms", [1200])
    ]

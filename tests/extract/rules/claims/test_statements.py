import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Entity, Mention, TextClaim


def told(text: str, *, statements: bool = True) -> tuple[Mention, ...]:
    mentions = RuleExtractor(statements=statements).extract(Document(text, "t", "t.txt")).mentions
    return tuple(mention for mention in mentions if isinstance(mention.claim, TextClaim))


def said(text: str) -> list[tuple[str, ...]]:
    return [
        (mention.claim.text, *(a.name if isinstance(a, Entity) else a.wording for s in mention.via for a in s.agents))
        for mention in told(text)
        if isinstance(mention.claim, TextClaim)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia said that demand was strong.", [("demand was strong", "Nvidia")]),
        ("“The market is wide open,” said Intel.", [("“The market is wide open,”", "Intel")]),
        ("“We are ready,” Intel said, “and we will win.”", [("“We are ready,” “and we will win.”", "Intel")]),
        ("According to Reuters, the talks had failed.", [("the talks had failed", "Reuters")]),
        (
            "Reuters reported that Intel said its plants were late.",
            [("its plants were late", "Reuters", "Intel")],
        ),
        (
            "The talks failed, Reuters reported, citing two officials.",
            [("The talks failed", "Reuters", "two officials")],
        ),
    ],
)
def test_what_is_said_without_a_figure_is_kept_with_its_chain(text: str, expected: list[tuple[str, ...]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia said sales rose 20%.",
        "Reuters reported that Nvidia makes the H20.",
        "Nvidia denied that the talks had failed.",
        "Nvidia did not say that the talks had failed.",
        "Nvidia wants to end the talks.",
        "Intel said so.",
        "It is said that the talks had failed.",
    ],
)
def test_figures_relations_denials_and_wishes_are_no_bare_statements(text: str) -> None:
    assert said(text) == []


def test_statements_are_left_out_unless_asked_for() -> None:
    assert told("Nvidia said that demand was strong.", statements=False) == ()


def test_the_quote_is_the_content() -> None:
    text = "It rained. “We are ready,” Intel said, “and we will win.” It snowed."
    (mention,) = told(text)
    assert mention.quote.of(text) == "“We are ready,” Intel said, “and we will win.”"
    assert mention.figure.of(text) == "“We are ready,”"


@given(
    st.lists(
        st.sampled_from(["Nvidia", "Reuters", "said", "that", "denied", ",", ".", "“", "”", "it", "fell", "5%", "to"]),
        max_size=30,
    )
)
def test_every_statement_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for mention in told(text):
        assert mention.quote.covers(mention.figure)
        assert mention.quote.of(text).strip()
        assert mention.via

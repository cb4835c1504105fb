import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.text.sentences import sentences


def split(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text) if not sentence.headline]


@pytest.mark.parametrize(
    "pair",
    [
        ("Acme Corp. said it would build.", "Then it stopped."),
        ("The plan was filed on Jan. 20 in the U.S. capital.", "Nobody noticed."),
        ("It sells in the U.S.", "The firm is small."),
        ("They left the platform known as X.", "Bluesky has grown."),
        ("Dr. Rivera met Gov. Olsen at 9 a.m.", "They talked."),
        ("Donald J. Example paid $5.6 million.", "He left."),
        ("“We wait.”", "The firm grew."),
        ("“Is it true?” she asked.", "Nobody knew."),
        ("Costs rose 3.5%.", "Profit fell."),
        ("He wrote: “It is wrong. »", "Then he left."),
        ("See No. 5 on the list.", "It is long."),
        ("Was it so?", "Yes!"),
    ],
)
def test_two_sentences(pair: tuple[str, str]) -> None:
    text = " ".join(pair)
    assert split(text) == list(pair)


def test_a_lost_space_still_ends_a_sentence() -> None:
    text = "It is a key driver of growth.The company said more of the same, later."
    assert split(text) == ["It is a key driver of growth.", "The company said more of the same, later."]


def test_a_domain_or_decimal_ends_none() -> None:
    text = "The site example.com counted 3.14 million users in the second week."
    assert split(text) == [text]


def test_ideographic_stops_end_sentences() -> None:
    assert split("公司增长。成本上升。") == ["公司增长。", "成本上升。"]


def test_a_list_number_is_no_sentence() -> None:
    text = "1. The first thing is the price, which rose."
    assert split(text) == [text]


def test_headlines() -> None:
    text = "Acme plans a plant\n\nAcme plans a plant in Oslo, it said.\n\nBackground\n\nMore text follows here."
    assert [sentence.headline for sentence in sentences(text)] == [True, False, True, False]


def test_a_first_line_in_title_case_is_a_headline_with_its_full_stop() -> None:
    assert sentences("Acme Plans Huge Factory In Norway.\nThe plant opens soon.")[0].headline


def test_a_wrapped_text_has_paragraphs_not_lines() -> None:
    text = (
        "The company said on Monday that it would put\n"
        "its money into a plant, and that the works\n"
        "would open in the spring of next year.\n\nA second paragraph starts at this place."
    )
    found = sentences(text)
    assert [sentence.paragraph for sentence in found] == [0, 1]


def test_start_leaves_out_header_lines() -> None:
    text = "The Daily Example\nThe firm grew last year by a lot."
    assert [s.span.of(text) for s in sentences(text, 18)] == ["The firm grew last year by a lot."]


PIECES = st.sampled_from([*"aB .!?\"'”“\n\r1,U\u2028。»", "Mr", "Inc"])


@given(st.lists(PIECES, max_size=80).map("".join))
def test_sentences_lie_in_order_inside_the_text_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert all(s.span.of(text) == s.span.of(text).strip() != "" for s in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert "".join("".join(s.span.of(text) for s in found).split()) == "".join(text.split())

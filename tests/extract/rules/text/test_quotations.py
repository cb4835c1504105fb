import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.text.quotations import quotations


def inner(text: str) -> list[str]:
    return [quoted.inner.of(text) for quoted in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we grow”.", ["we grow"]),
        ('"No," he said, "never."', ["No,", "never."]),
        ("Il dit «oui».", ["oui"]),
        ("It said: “The figure is wrong. »", ["The figure is wrong. "]),
        ("The ‘secret’ plan", ["secret"]),
        ("a 'secret' plan", ["secret"]),
        ("The firms’ plan isn’t new", []),
        ("The firm's plan isn't new", []),
        ('A 27" screen', []),
        ("“The ‘big’ plan”", ["The ‘big’ plan"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_over_paragraphs_is_open_until_the_last() -> None:
    text = "“We start here.\n\n“We end here,” she said."
    assert [(q.inner.of(text), q.closed) for q in quotations(text)] == [
        ("We start here.", False),
        ("We end here,", True),
    ]


@given(st.text(alphabet=st.sampled_from(list("ab .,\"'”“‘’«»\n`")), max_size=60))
def test_quotations_lie_in_order_inside_the_text(text: str) -> None:
    found = quotations(text)
    assert all(q.span.covers(q.inner) and q.inner.end <= len(text) and q.inner.start < q.inner.end for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))

"""In what way a figure is meant, construction by construction."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def modes(text: str) -> list[str]:
    mentions = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-02-03")).mentions
    return [m.claim.mode for m in mentions if isinstance(m.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ikea, which runs 480 stores, plans to close 20 of its stores.", ["actual", "planned"]),
        ("Nokia cut 900 jobs, and will cut 400 jobs next year.", ["actual", "planned"]),
        ("Nokia plans to buy a rival, which has 900 employees.", ["actual"]),
        ("Some $4 billion will be spent by Nokia on cables.", ["planned"]),
        ("Nokia named a sum of $4 billion, which it plans to spend on cables.", ["planned"]),
        ("While Nokia could lose customers, it employs 80,000 people.", ["actual"]),
        ("Some 900 people are to lose their jobs at Nokia.", ["planned"]),
    ],
)
def test_a_cue_reaches_the_figures_of_its_own_clause(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia expects sales of $4 billion.", ["guidance"]),
        ("Nokia forecast sales of $4 billion for the quarter.", ["guidance"]),
        ("Nokia kept its forecast of $4 billion in sales.", ["guidance"]),
        ("Jefferies expects Nokia to post sales of $4 billion.", ["estimated"]),
        ("Nokia's sales are projected to reach $4 billion.", ["estimated"]),
        ("Nokia's sales reached $4 billion, beating expectations of $3 billion.", ["actual", "estimated"]),
        ("Nokia reported a stronger-than-expected 6% rise in sales.", ["actual"]),
    ],
)
def test_who_foresees_tells_guidance_from_an_estimate(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia announced an investment of $4 billion in Finland.", ["planned"]),
        ("Nokia unveiled a $4 billion share buyback.", ["planned"]),
        ("Nokia announced a profit of $4 billion.", ["actual"]),
        ("After announcing a tour, Nokia's boss said it spent $4 billion on cables.", ["actual"]),
    ],
)
def test_what_is_announced_is_planned_where_it_is_still_to_be_done(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia will invest $4 billion, up from $3 billion.", ["planned", "actual"]),
        ("Nokia agreed to pay $4 billion for it, compared with a market value of $3 billion.", ["planned", "actual"]),
        ("Robust demand lifted Nokia's sales by 6%.", ["actual"]),
    ],
)
def test_what_is_compared_with_has_happened(text: str, expected: list[str]) -> None:
    assert modes(text) == expected

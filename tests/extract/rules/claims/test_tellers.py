"""Who tells a figure where a relative clause, an aside, a view of their own or a verb with a preposition says so."""

import pytest
from fixtures.subjects import EXTRACTOR

from kg.model import Document, Entity, FigureClaim


def tellers(text: str) -> list[tuple[str, ...]]:
    """Return the named agents of each figure, outermost first."""
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-02-03"))
    figures = [mention for mention in found.mentions if isinstance(mention.claim, FigureClaim)]
    return [
        tuple(one.name for step in mention.via for one in step.agents if isinstance(one, Entity)) for mention in figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AMD, which said its own costs could reach $800 million, was down 7%.", [("AMD",), ()]),
        ("Boeing, which said on Tuesday it would hire 900 people, added 2%.", [("Boeing",), ()]),
        ("Nokia, which expects sales to rise 4%, gained 2%.", [("Nokia",), ()]),
        ("Intel, which has said it will spend $20 billion in Ohio, fell 1%.", [("Intel",), ()]),
        ("Shares of Roche, which forecasts sales growth of 5%, rose.", [("Roche",)]),
        ("Boeing, which has many workers, said it would hire 900 people.", [("Boeing",)]),
        ("Stuart Machin, who put the hit at £300 million, resigned.", [("Stuart Machin",)]),
    ],
)
def test_a_relative_clause_is_told_by_whom_it_is_about(text, expected):
    assert tellers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kyndryl, which was spun off from IBM, fell 9%.",
        "The plan, which will cost $9 billion, was praised.",
        "Ann Lee, who founded Nokia, sold 40,000 shares.",
        "Boeing, which has 170,000 workers, is hiring.",
    ],
)
def test_one_that_says_nothing_is_told_by_nobody(text):
    assert tellers(text) == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal is worth, Reuters reported, about $4 billion.", ("Reuters",)),
        ("The smelter plans, Bloomberg wrote, to double its capacity to 4 million tonnes.", ("Bloomberg",)),
        ("Nokia would, it said, cut 900 jobs.", ("Nokia",)),
    ],
)
def test_a_clause_goes_on_behind_who_tells_it(text, expected):
    assert tellers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBS's estimate for BYD's sales was 5.3 million cars.", ("UBS",)),
        ("Macquarie's figure for Baidu's stake was $16.5 billion.", ("Macquarie",)),
        ("The Financial Times's own tally of all budgets this year is $660 billion.", ("Financial Times",)),
        ("Bernstein, which never liked the share, sticks to $56 for Dell.", ("Bernstein",)),
        ("Brent averages $60, while JPMorgan is slightly more hopeful at $58.", ("JPMorgan",)),
        ("At Goldman Sachs they expect sales of $56 million.", ("Goldman Sachs",)),
        ("Ferrous Bank's Ann Lee raised her price target for Oracle to $400.", ("Ann Lee",)),
        ("Ann Lee, an analyst at UBS, cut her price target for Nokia to $4.", ("Ann Lee",)),
    ],
)
def test_a_view_of_others_is_told_by_whose_it_is(text, expected):
    assert tellers(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Barclays stands by $2 billion of loans to Thames Water.",
        "JPMorgan is trading at $58.",
        "Ann Lee raised her stake in Oracle to 9%.",
    ],
)
def test_what_is_no_view_is_told_by_nobody(text):
    assert tellers(text) == [()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amy Hood, the finance chief of Microsoft, guided to revenue of $80 billion.", ("Amy Hood",)),
        ("Microsoft's finance chief, Amy Hood, guided for revenue of $80 billion.", ("Amy Hood",)),
        (
            "Arthur Mensch, the chief of Mistral, has talked of contracts worth 1.4 billion euros.",
            ("Arthur Mensch",),
        ),
        ("Tim Cook, Apple's chief, spoke of costs of $900 million.", ("Tim Cook",)),
        ("Amy Hood held out the prospect of savings of at least $400 million.", ("Amy Hood",)),
        ("Amy Hood pointed to spending of $80 billion.", ("Amy Hood",)),
        ("Elon Musk boasted of 200,000 orders for the Cybertruck.", ("Elon Musk",)),
    ],
)
def test_verbs_with_prepositions_tell_amounts(text, expected):
    assert tellers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Talk of a $9 billion bid lifted Nokia.",
        "Oracle will lay out between $3 billion and $5 billion.",
        "Nokia's plan calls for 600,000 phones a year.",
    ],
)
def test_verbs_of_spending_and_nouns_tell_nothing(text):
    assert tellers(text)[0] == ()

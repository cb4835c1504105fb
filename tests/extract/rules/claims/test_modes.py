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
        ("Nokia's shares rose after comments from CEO Ann Lee, who expects sales of $4 billion.", ["guidance"]),
        ("Nokia's shares rose after comments from analyst Ann Lee, who expects sales of $4 billion.", ["estimated"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia sold 240,000 phones in the quarter, fewer than the 250,000 analysts expected.",
            ["actual", "estimated"],
        ),
        ("Nokia's sales of $4 billion also surpassed expectations of $3 billion.", ["actual", "estimated"]),
        ("Nokia's profit came in beneath analysts' expectations, pushing its shares down 5%.", ["actual"]),
        ("Nokia topped Wall Street's third-quarter estimates, posting sales of $4 billion.", ["actual"]),
        ("Nokia beat expectations for profit, pushing its shares up 5%.", ["actual"]),
        (
            "Nokia's sales were $4 billion, beating estimates of $3 billion and marking growth of 9%.",
            ["actual", "estimated", "actual"],
        ),
        ("Nokia expects sales of $4 billion, above the $3 billion estimated by analysts.", ["guidance", "estimated"]),
        ("Nokia lifted its forecast for sales to $4 billion.", ["guidance"]),
    ],
)
def test_what_was_foreseen_and_surpassed_makes_no_result_an_estimate(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia raised its forecast for the year after demand drove a 9% rise in sales.", ["actual"]),
        ("Nokia plans a new plant in Oulu, with its staff now numbering 9,000.", ["actual"]),
        ("Nokia's sales of $4 billion are expected to grow by 9%.", ["actual", "estimated"]),
        ("Nokia will roll over its existing 9% stake in Lumia.", ["actual"]),
        ("Nokia spent $4 billion to build a network.", ["actual"]),
        ("Some 400 suppliers urged Nokia to pay sooner.", ["actual"]),
        ("Nokia plans to spend $4 billion to build a network.", ["planned"]),
    ],
)
def test_what_a_plan_does_not_reach(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zetascope projects that the market for routers will reach $4 billion by 2030.", ["estimated"]),
        ("Omdia has estimated that sales of routers would be about $4 billion next year.", ["estimated"]),
        ("Projections suggest sales of routers will grow by 9% by 2030.", ["estimated"]),
        ("Consensus estimates had called for sales of $4 billion.", ["estimated"]),
        ("Nokia's plan calls for 40 new shops.", ["planned"]),
        ("The union called for a rise in pay of 9%.", ["demanded"]),
        ("Nokia said it will invest $4 billion.", ["planned"]),
    ],
)
def test_who_foresees_or_plans_what_will_be(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia has announced an agreement to buy Lumia, a maker of lamps, in a deal valued at $4 billion.",
            ["planned"],
        ),
        ("Nokia is close to securing a $4 billion loan.", ["planned"]),
        ("Nokia's new bid values Lumia at $40 a share.", ["planned"]),
        ("Nokia agreed to pay $4 billion for a 9% stake in Lumia.", ["planned", "planned"]),
        ("Nokia Set to Spend $4 Billion on Cables", ["planned"]),
        ("Nokia has set its spending for 2027 at $4 billion.", ["planned"]),
        ("Nokia will cut 900 jobs in Oulu. This represents 9% of its staff.", ["planned", "planned"]),
        ("Nokia bought Lumia, a maker of lamps, in a deal valued at $4 billion.", ["actual"]),
        ("Nokia cut 900 jobs in Oulu. This represents 9% of its staff.", ["actual", "actual"]),
    ],
)
def test_what_is_agreed_or_nearly_agreed_is_planned(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia beat forecasts last year. They beat analyst expectations of $4 billion.", ["estimated"]),
        (
            "Nokia reported a loss of $4 billion, it said. The company estimates a profit of $2 billion in 2026.",
            ["actual", "estimated"],
        ),
        ("Nokia's fares rose 9% to give a profit of $4 billion.", ["actual", "actual"]),
        ("Nokia sees its sales rising to $4 billion from $3 billion last year.", ["guidance", "actual"]),
        ("Nokia expects sales to rise to $4 billion to give a profit of $1 billion.", ["guidance", "guidance"]),
        ("Nokia is hoping for a valuation of $4 billion.", ["planned"]),
        ("Nokia's new bid values Lumia at $40 a share, for a total of $4 billion.", ["planned", "planned"]),
    ],
)
def test_own_results_outcomes_and_older_values_are_no_views(text: str, expected: list[str]) -> None:
    assert modes(text) == expected

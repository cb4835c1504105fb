"""Figures near the words of a plan: which of them are planned, and which are so already."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def modes(text: str) -> list[str]:
    mentions = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-06-01")).mentions
    return [m.claim.mode for m in mentions if isinstance(m.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cisco said it would acquire Splunk, which makes software for networks, for $28 billion.", "planned"),
        ("Siemens said that it will buy Altair, a U.S. maker of software, for 10.6 billion dollars.", "planned"),
        ("Mastercard has agreed to acquire Gemini Data, a firm based in Boston, Ohio, for $2.6 billion.", "planned"),
        ("Onsemi plans to take over Allegro MicroSystems, whose chips go into cars, for $6.9 billion.", "planned"),
        ("Boeing will sell Jeppesen, its navigation unit, for $10.6 billion.", "planned"),
        ("Google bought Fitbit, a maker of trackers that it will keep as a brand, for $2.1 billion.", "actual"),
        ("Broadcom acquired VMware, a software maker, for $69 billion.", "actual"),
        ("Nokia, which will buy Infinera, sold its cable unit, a maker of wires, for 350 million euros.", "actual"),
    ],
)
def test_the_price_of_a_deal_behind_an_apposition(text: str, expected: str) -> None:
    assert modes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Amazon plans to lift its India investment from $26 billion over the past decade to over $35 billion.",
            ["actual", "planned"],
        ),
        ("Toyota will raise its spending from $5 billion to $8 billion by 2030.", ["actual", "planned"]),
        (
            "Novo Nordisk will boost its spending from 26 billion kroner last year to 45 billion kroner this year.",
            ["actual", "planned"],
        ),
        (
            "Hyundai is to raise its investment from $21 billion in the past four years to $26 billion.",
            ["actual", "planned"],
        ),
        (
            "Orsted will expand its capacity from 18 gigawatts last year to 27 gigawatts in 2030.",
            ["actual", "planned"],
        ),
        ("Toyota raised its spending from $5 billion in 2022 to $8 billion in 2024.", ["actual", "actual"]),
        ("Meta raised its capital spending forecast from $60 billion to $65 billion.", ["guidance", "guidance"]),
    ],
)
def test_a_change_that_is_planned_starts_from_what_is_so(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That would be more than double Nvidia's $27 billion in sales in 2023.", "actual"),
        ("The bid would be worth more than twice the bakery's $400 million annual sales.", "actual"),
        ("The package would be worth five times its $300 million annual profit.", "actual"),
        ("Acme will ship 40,000 robots, more than the 12,000 robots assembled in 2023.", "actual"),
        ("Citi will cut 9,000 jobs, well below the 21,000 layoffs tracked in 2023.", "actual"),
        ("The bill would be three times Nokia's $4 billion planned outlay.", "planned"),
        ("The bill would be twice the $4 billion planned in 2023.", "planned"),
    ],
)
def test_what_a_plan_is_held_against_was_done(text: str, expected: str) -> None:
    assert modes(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its 4,100 deliveries also fell shy of estimates.", ["actual"]),
        ("The 12,400 new subscribers were shy of forecasts.", ["actual"]),
        ("Rivian's 13,000 deliveries lagged estimates.", ["actual"]),
        ("Lucid's 3,309 deliveries fell shy of the 3,500 that analysts expected.", ["actual", "estimated"]),
        ("Net profit of 2.1 billion euros came in line with analysts' expectations.", ["actual"]),
        ("Siemens posted orders of 21 billion euros, in line with forecasts.", ["actual"]),
        ("Sales of $3.2 billion were in line with estimates of $3.1 billion.", ["actual", "estimated"]),
        ("Deliveries of 400,000 are estimated.", ["estimated"]),
    ],
)
def test_a_result_below_what_others_reckoned_with(text: str, expected: list[str]) -> None:
    assert modes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leapmotor hopes to upset the market with its B10, priced at 129,800 yuan.", "actual"),
        ("Slate wants to undercut rivals with a pickup priced from $27,500.", "actual"),
        ("Fairphone will rival Google with the 6, which is priced at 599 euros.", "actual"),
        ("Nintendo will compete with the new handheld, priced at $449.99.", "actual"),
        ("Nio will launch a car, priced at 150,000 yuan, next year.", "planned"),
        ("Tesla plans to launch a model priced at $25,000.", "planned"),
        ("The phone will be priced at $399.", "planned"),
    ],
)
def test_what_is_asked_for_goods_that_are_there(text: str, expected: str) -> None:
    assert modes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Databricks said it can generate $10 billion in revenue by 2028.", "guidance"),
        ("Spotify told shareholders it can earn $100 billion in revenue in 2032.", "guidance"),
        ("Airbus is convinced it can deliver 5 billion euros of profit by 2028.", "guidance"),
        ("Snowflake believes it can generate $10 billion in product revenue by 2029.", "guidance"),
        ("Ford believes its profit will reach $9 billion this year.", "guidance"),
        ("UBS believes Ford will lose $2 billion this year.", "estimated"),
        ("Wedbush believes Apple can make $4 billion from it by 2027.", "estimated"),
        ("Analysts at Citi said CoreWeave can make $20 billion in revenue by 2028.", "estimated"),
        ("Acme said its mine can produce 40,000 tonnes a year.", "actual"),
    ],
)
def test_what_one_can_earn_in_a_year_ahead(text: str, expected: str) -> None:
    assert modes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waymo announced a partnership with Moove to run 2,500 robotaxis.", "planned"),
        ("Zipline announced a collaboration with Walmart to fly 4,000 drones.", "planned"),
        ("Ionity signed a pact with Shell to install 3,000 chargers.", "planned"),
        ("Siemens signed a memorandum of understanding with Uniper to erect 40 turbines.", "planned"),
        ("Waymo, which has a partnership with Moove, runs 2,500 robotaxis.", "actual"),
        ("After a deal with Uber to share data, Lime recorded a profit of $4 million.", "actual"),
        ("Zipline ended its partnership with Walmart after it had made 4,000 deliveries.", "actual"),
    ],
)
def test_what_two_will_do_together(text: str, expected: str) -> None:
    assert modes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HSBC said it could shed up to 3,500 jobs.", "planned"),
        ("The lender said it could axe 900 jobs.", "planned"),
        ("The broker said on Friday that it may shed 300 jobs.", "planned"),
        ("The bank could cut 400 jobs, it said.", "planned"),
        ("Analysts said the lender could axe 900 jobs.", "estimated"),
        ("Citi analysts said Ford could cut 4,000 jobs.", "estimated"),
    ],
)
def test_what_one_says_one_could_do(text: str, expected: str) -> None:
    assert modes(text) == [expected]

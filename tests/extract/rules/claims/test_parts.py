"""Of which part of a company a figure is, of which sort, and whether it is a step or of several companies at once."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def claims(text: str) -> list[FigureClaim]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-08-28")).mentions
    return [one.claim for one in found if isinstance(one.claim, FigureClaim)]


def scopes(text: str) -> list[str | None]:
    return [claim.scope.name if claim.scope else None for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia's gaming division brought in $4 billion in revenue.", ["gaming"]),
        ("Micron's data center and AI unit had revenue of $4 billion.", ["data-centre"]),
        ("Sony's games revenue rose 9% to $4 billion.", ["gaming", "gaming"]),
        ("Micron made $4 billion in revenue from its automotive business.", ["automotive"]),
        ("Micron's revenue from servers was $4 billion.", ["data-centre"]),
        (
            "Micron reported revenue of $9 billion. Gaming, its older business, added $4 billion, up 3%.",
            [None, "gaming", "gaming"],
        ),
        (
            "Micron reported revenue of $9 billion. Automotive climbed 3% to $1 billion.",
            [None, "automotive", "automotive"],
        ),
        ("Micron's networking segment grew fast. This division had revenue of $4 billion.", ["networking"]),
        ("Salesforce's revenue from customer service tools was $2 billion.", ["part"]),
        ("Apple's iPhone revenue was $44 billion.", ["part"]),
        (
            "BYD sold 40,000 battery-electric vehicles and 50,000 plug-in hybrids in May.",
            ["battery-electric", "plug-in-hybrid"],
        ),
    ],
)
def test_a_part_of_a_company_is_the_scope(text, expected):
    assert scopes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia's revenue rose to $46 billion.",
        "Driven by demand for data centre chips, Micron's revenue reached $11 billion.",
        "Thanks to its gaming division, Sony lifted revenue to $20 billion.",
        "Micron's revenue from operations was $3 billion.",
        "The gaming company Kestrin had revenue of $30 million in 2025.",
        "Intel Foundry had revenue of $4 billion.",
        "Sales of $5 billion at Micron beat forecasts.",
    ],
)
def test_the_whole_company_has_no_scope(text):
    assert set(scopes(text)) == {None}


def test_the_text_comes_back_to_the_whole():
    assert scopes("Tesla had car revenue of $16 billion and total revenue of $22 billion.") == ["automotive", None]
    assert scopes("Tesla's storage revenue was $9 billion and net income fell to $1 billion.")[-1] is None
    assert scopes("While its memory business made $4 billion in profit, Samsung had sales of $70 billion.")[-1] is None


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("Intel reported an adjusted loss per share of 10 cents.", ["adjusted"]),
        (
            "Intel's GAAP earnings per share were 90 cents, while non-GAAP earnings per share were 23 cents.",
            [None, "adjusted"],
        ),
        ("Intel had earnings per share of $1.05 (non-GAAP).", ["adjusted"]),
        ("Micron's gross margin was 72.4% under GAAP and 72.7% under non-GAAP.", ["gross", "adjusted gross"]),
        ("Micron's gross margin stood at 59%, its operating margin at 50%.", ["gross", "operating"]),
        ("Micron had an operating loss of $3 billion and a net loss of $2 billion.", ["operating", None]),
        ("Micron's adjusted earnings per share were $1.09 and net income was $2 billion.", ["adjusted", None]),
        ("Micron earned $4.1 billion, or 90 cents per share.", [None, None]),
    ],
)
def test_the_sort_of_a_result_stands_beside_its_measure(text, sorts):
    assert [claim.measure_text for claim in claims(text)] == sorts


@pytest.mark.parametrize(
    "text",
    [
        "Alphabet raised its capital expenditure forecast for 2025 by $10 billion.",
        "Amazon's capital expenditure for 2026 exceeded expectations by $50 billion.",
        "Cisco expects revenue in 2026 of about $1 billion more than it had forecast.",
        "Intel will cut an additional 2,000 jobs in 2026.",
    ],
)
def test_a_step_is_no_level(text):
    (claim,) = claims(text)
    assert claim.whole == claim.measure


@pytest.mark.parametrize(
    "text",
    [
        "Alphabet raised its capital expenditure forecast for 2025 to $85 billion.",
        "Intel will cut 5,000 jobs in 2026.",
        "Micron cut costs by $3 billion in 2025.",
        "Micron is to spend $9 billion on capital expenditure by 2026.",
    ],
)
def test_a_level_is_no_step(text):
    assert all(claim.whole != claim.measure for claim in claims(text) if claim.measure != "loss")


def test_what_several_do_at_once_is_no_ones_alone():
    assert scopes("Microsoft, Google and Meta plan to spend a combined $380 billion on capital expenditure.") == [
        "together"
    ]
    assert scopes("Jefferies puts 2026 capital expenditure by Microsoft, Alphabet and Meta at $620 billion.") == [
        "together"
    ]
    assert scopes("Micron and Samsung will each spend $9 billion on capital expenditure.") == [None, None]
    assert scopes("Amazon set its capital expenditure at $200 billion.") == [None]


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        (
            "Google expects capital expenditure of $91 billion in 2025, above its earlier estimate of $85 billion.",
            [None, "earlier"],
        ),
        ("Dell forecasts revenue of $25 billion for 2026, up from a prior $20 billion forecast.", [None, "earlier"]),
        ("Meta raised its forecast of capital expenditure in 2026 to $85 billion from $75 billion.", [None, "earlier"]),
        ("Meta's revenue rose to $85 billion from $75 billion.", [None, None]),
        ("Meta forecasts capital expenditure of $85 billion in 2026.", [None]),
    ],
)
def test_an_outlook_that_another_replaces_is_the_earlier_one(text, sorts):
    assert [claim.measure_text for claim in claims(text)] == sorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tesla's European registrations fell 27% in 2025.", ["Europe"]),
        ("Nvidia's China revenue was $5 billion in 2024.", ["China"]),
        ("The Chinese chipmaker Cambricon had revenue of $5 billion.", [None]),
    ],
)
def test_a_place_before_what_is_made_there_is_the_scope(text, expected):
    assert scopes(text) == expected


def test_what_an_expected_change_leads_to_is_expected():
    first, second = claims(
        "Analysts expect revenue at Broadcom to jump 25% year-over-year to about $14 billion in 2026."
    )
    assert first.mode == second.mode == "estimated"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Nvidia gave out fourth quarter results for its fiscal 2025: revenue was $39 billion.",
            "2024-11/2025-01",
        ),
        ("Nvidia reported fourth-quarter revenue of $22 billion for fiscal year 2024.", "2023-11/2024-01"),
        ("Nvidia's revenue for fiscal 2025 was $130 billion.", "FY2025-01"),
    ],
)
def test_a_quarter_of_a_fiscal_year_is_no_year(text, period):
    assert claims(text)[0].period.code == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia had a good quarter. The Graphics segment had revenue of $5 billion.", ["part"]),
        ("NIKE Direct revenues fell to $4 billion.", ["part"]),
        ("Micron grew. The tools and business processes segment had revenue of $4 billion.", ["part"]),
        ("Dell now expects about $25 billion in AI-server revenue for fiscal 2026.", ["ai"]),
        ("Nvidia sold $5 billion worth of memory chips.", ["memory"]),
        ("Nvidia Corporation revenues rose to $4 billion.", [None]),
        ("The company has a good name. Nike revenues fell to $4 billion.", [None]),
    ],
)
def test_parts_without_a_code_are_some_part(text, expected):
    assert scopes(text) == expected


def test_two_changes_of_one_thing_are_of_one_measure():
    text = (
        "Nvidia's revenue rose 78% in the quarter. "
        "Earnings per share came to 80 cents, up 12% from the previous quarter and 75% from a year earlier."
    )
    assert [claim.measure for claim in claims(text)][-2:] == ["growth-rate", "growth-rate"]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Micron had revenue of $9 billion, topping the analyst consensus at $8 billion.", ["actual", "estimated"]),
        (
            "Micron's revenue of $9 billion beat consensus expectations, which hovered around $8 billion.",
            ["actual", "estimated"],
        ),
        ("Micron's revenue stood at $9 billion.", ["actual"]),
    ],
)
def test_what_others_reckoned_with_is_an_estimate(text, modes):
    assert [claim.mode for claim in claims(text)] == modes


def test_one_cloud_is_not_all_clouds():
    assert scopes("Microsoft's Intelligent Cloud revenue rose to $30 billion.") == ["intelligent-cloud"]
    assert scopes("Alibaba's cloud revenue rose to $5 billion.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Adobe's document revenue rose 9% to $800 million.",
        "Verizon said its wireline revenue was $4 billion.",
        "Microsoft's More Personal Computing revenue was $13 billion.",
        "Intel's product revenue was $11 billion.",
    ],
)
def test_a_noun_before_a_result_says_that_it_is_of_a_part(text):
    assert set(scopes(text)) == {"part"}


@pytest.mark.parametrize(
    "text",
    [
        "Intel's record quarterly revenue was $11 billion.",
        "Nokia's third-quarter net sales fell 9% to $4 billion.",
        "Intel's preliminary operating profit was $3 billion.",
        "Shell's better-than-expected income was $5 billion.",
        "Ford's June vehicle sales rose 8% to 200,000.",
        "The world's biggest chipmaker said profit was $3 billion.",
    ],
)
def test_times_sizes_and_ways_of_reckoning_name_no_part(text):
    assert set(scopes(text)) == {None}

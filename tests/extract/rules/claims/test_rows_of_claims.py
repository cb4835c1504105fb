"""Rows of figures, field by field, for constructions in which relays of a report put them."""

import pytest

from kg.extract import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

EXTRACTOR = RuleExtractor()


def figures(text: str, date: str | None = None) -> list[dict[str, object]]:
    extraction = EXTRACTOR.extract(Document(text, "t", "t.txt", date=date))
    return [row for row in rows.rows(extraction) if row["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "outlet", "origin"),
    [
        (
            "Tencent will spend 90 billion yuan on servers, according to government officials cited by Reuters.",
            "Reuters",
            "government officials",
        ),
        (
            "Alibaba cut its budget to $4 billion, according to two people quoted by Bloomberg.",
            "Bloomberg",
            "two people",
        ),
        ("People cited by the Financial Times said Baidu will spend $3 billion.", "Financial Times", "People"),
        (
            "Tencent will spend $9 billion, according to a Reuters report that cited two people.",
            "Reuters",
            "two people",
        ),
        ("A Bloomberg report citing three officials said Baidu will spend $3 billion.", "Bloomberg", "three officials"),
        ("Nvidia shipped 900,000 GPUs last year, as reported by research firm TrendForce.", "TrendForce", None),
        ("As first reported by Reuters, Baidu will spend $3 billion on chips.", "Reuters", None),
    ],
)
def test_who_is_cited_and_who_cites(text: str, outlet: str, origin: str | None) -> None:
    (row,) = figures(text)
    assert (row["attributed_to"], row["origin"]) == ([outlet], origin)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("WeChat's parent company Tencent told staff that the $8 billion includes the site.", "Tencent"),
        ("Alphabet Inc's Google said that Kenya will get $2 billion.", "Google"),
        ("Nvidia rival AMD said it would spend $2 billion.", "AMD"),
    ],
)
def test_the_speaker_is_the_one_that_is_described(text: str, speaker: str) -> None:
    assert [row["attributed_to"] for row in figures(text)] == [[speaker]]


def test_what_another_announced_before_is_not_what_the_speaker_said() -> None:
    text = "Google said Chile would get $1 billion, a year after Microsoft announced $3 billion."
    assert [row["attributed_to"] for row in figures(text)] == [["Google"], ["Microsoft"]]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Tencent is preparing a $9 billion investment in artificial-intelligence (AI) infrastructure.",
            ["ai-infrastructure-spending"],
        ),
        ("Baidu announced a $3 billion investment in data centres.", ["data-centre-investment"]),
        ("Baidu announced a $3 billion investment in Brazil.", ["investment"]),
        (
            "Tencent plans to allocate 30 billion yuan ($4.1 billion) for AI chip purchases.",
            ["ai-chip-purchase-budget"],
        ),
        ("Nvidia aims for the export of 8,000 H20 chips to China.", ["chip-shipments"]),
        ("Tencent wants to place an order for 30,000 H20 chips at about $12,000 each.", ["chip-orders", "price"]),
        ("The two companies invested $5 billion each in the venture.", ["investment"]),
        ("The group opened a 40MW hyperscale facility in Johor.", ["data-centre-capacity"]),
        ("Alibaba reported a seven per cent bump in revenue.", ["revenue-growth"]),
        ("Nvidia captured 38 percent of server spending.", ["market-share"]),
        ("Tencent plans a first order of 30,000 H20 chips, each valued at around $12,000.", ["chip-orders", "price"]),
        ("Nvidia plans to sell the chips for about $27,000 each.", ["price"]),
        ("Tencent's roadmap includes a trial of 5,000 H20 processors.", ["chip-orders"]),
        ("Tencent will allocate RMB 40 billion in 2027 solely for AI processors.", ["ai-chip-purchase-budget"]),
        ("Meta's $3.4B data center in Ohio will open in spring.", ["data-centre-investment"]),
        ("Valued at roughly $70 million, the first batch is a bridge.", ["contract-value"]),
        ("Amazon, despite poor cloud sales, is bound to spend $118 billion.", ["spending"]),
        ("Intel fell after its results, a 7% after-hours drop.", ["stock-price-change"]),
        (
            "Baidu reported $4.6 billion in revenue (+28.4% YoY) and $1.6 billion in net profit (+3.5% YoY).",
            ["revenue", "revenue-growth", "profit", "profit-change"],
        ),
    ],
)
def test_what_is_measured(text: str, measures: list[str]) -> None:
    assert [row["measure"] for row in figures(text)] == measures


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Tencent is said to be planning for sales of $5 billion.", ["planned"]),
        ("Tencent is said to have $5 billion in cash.", ["estimated"]),
        ("If the story is right and Tencent spends $4 billion on chips, it will be the largest buyer.", ["estimated"]),
        ("Tencent spends $4 billion on chips, and rivals will follow.", ["actual"]),
        ("Google projects its 2026 capital expenditure to reach $95 billion.", ["guidance"]),
        ("Google projects worth $95 million were cut.", ["actual"]),
        ("Baidu beat analysts' expectations, posting revenue of 33 billion yuan for the fourth quarter.", ["actual"]),
        ("Rivals spend too, with Tencent, the owner of WeChat, earmarking 90 billion yuan for servers.", ["planned"]),
        ("Tencent is increasing its capital expenditure to 120 billion yuan.", ["planned"]),
        ("Rumours said xAI was raising $10 billion.", ["planned"]),
        (
            "Google raised its forecast to $85 billion, helped by Gemini, which boasts 45 million users.",
            ["guidance", "actual"],
        ),
        ("Intel will cut 900 jobs, but AMD did well, with Meta buying 96,000 of its chips.", ["planned", "actual"]),
    ],
)
def test_in_what_way_it_is_meant(text: str, modes: list[str]) -> None:
    assert [row["modality"] for row in figures(text)] == modes


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Google projects its 2026 capital expenditure to reach $95 billion, above its earlier estimate of $85bn.",
            ["2026", "2026"],
        ),
        ("Alibaba offers Qwen, a model launched in 2023, which by now counts 30 million users.", [None]),
        ("SMIC wants to triple its output of AI chips in 2026.", ["2026"]),
        ("SMIC doubled its 2024 output.", [None]),
        ("Baidu ordered 90,000 chips for 2026, but its supplier currently only has 70,000 chips.", ["2026", None]),
        ("In 2023 Alibaba launched Qwen, which then had 30 million users.", ["2023"]),
    ],
)
def test_which_time_a_figure_is_of(text: str, periods: list[str | None]) -> None:
    assert [row["period"] for row in figures(text)] == periods


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ('Shares of Cambricon, nicknamed "China\'s Nvidia," gained 12 percent.', ["Cambricon"]),
        ("A start-up called Anthropic raised $2 billion.", ["Anthropic"]),
    ],
)
def test_whom_it_is_about(text: str, subjects: list[str]) -> None:
    assert [row["subject"] for row in figures(text)] == subjects


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Cambricon, based in Beijing, reported ¥4.6 billion in revenue.", "CNY"),
        ("Sony, based in Tokyo, reported ¥4.6 billion in revenue.", "JPY"),
        ("Sony said sales in China were ¥4.6 billion, as the yen fell.", "JPY"),
        ("Sony reported ¥4.6 billion in revenue.", "JPY"),
    ],
)
def test_which_currency_a_shared_sign_means(text: str, unit: str) -> None:
    assert [row["unit"] for row in figures(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Tencent's AI budget tops 160 billion yuan (that is some $22 billion).",
        "Tencent's AI budget tops 160 billion yuan (roughly equal to $22 billion).",
    ],
)
def test_a_conversion_in_brackets_is_no_figure_of_its_own(text: str) -> None:
    (row,) = figures(text)
    assert row["also"] == [{"value": 22000000000, "unit": "USD"}]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (
            "The price is $145, around 13% higher than $128 before.",
            ["exact", "about", "exact"],
        ),
        ("Acme has more than $128 million.", ["more_than"]),
    ],
)
def test_a_comparison_behind_a_percentage_bounds_nothing(text: str, bounds: list[str]) -> None:
    assert [row["bound"] for row in figures(text)] == bounds


def test_a_forecast_that_somebody_owns_is_no_verb() -> None:
    text = "Acme had sales of $981 million—far ahead of the bankers' forecast of $852 million."
    assert [row["origin"] for row in figures(text)] == [None, None]

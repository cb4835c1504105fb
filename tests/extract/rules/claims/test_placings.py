import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def credited(text: str, **known: str) -> list[list[str]]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-02-03", **known)).mentions
    claims = [mention for mention in found if isinstance(mention.claim, FigureClaim)]
    return [[a.name for step in one.via for a in step.agents if hasattr(a, "name")] for one in claims]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Financial Times put Tencent's spending on chips at $14 billion.", "Financial Times"),
        ("Counterpoint Research put Huawei's share of the market at 15.7%.", "Counterpoint Research"),
        ("Tencent bought 230,000 chips by Omdia's count.", "Omdia"),
        ("By Omdia's reckoning Tencent bought 230,000 chips.", "Omdia"),
        ("About 60% of Tencent's chip orders are slated for Huawei, per the FT.", "Financial Times"),
        ("Tencent will spend $14 billion on chips, reports the Financial Times.", "Financial Times"),
        ("Doubao has 75 million monthly users if QuestMobile is right.", "QuestMobile"),
        ("Tencent will spend $14 billion, people with knowledge of it revealed to Reuters.", "Reuters"),
        ("A Reuters story which says that Tencent will spend $14 billion is doing the rounds.", "Reuters"),
        ("Some 60% of the chips would go abroad, the FT's sources said.", "Financial Times"),
        ("Data from IDC show that Xiaomi shipped 42 million phones.", "IDC"),
        ("Xiaomi shipped 42 million phones, IDC data show.", "IDC"),
        ("TSMC's profit beat an $11 billion LSEG SmartEstimate.", "LSEG"),
        ("TSMC's profit beat a FactSet consensus of $11 billion.", "FactSet"),
        ("IDC counted 42 million Xiaomi phones.", "IDC"),
        ("Nokia's chief executive said sales would fall by 5%.", "Nokia"),
        ("Nokia's sales came from 20 shops that an LSEG poll covers.", "LSEG"),
        ("A Reuters piece which reported that Nokia will spend $9 billion is doing the rounds.", "Reuters"),
        ("Nokia's order book stands at 20 billion euros, a group spokesperson said.", "Nokia"),
    ],
)
def test_phrases_name_who_gives_a_figure(text, source):
    assert credited(text)[0] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Tencent put $14 billion of its cash to work at home.",
        "IDC is a neighbour of the firm that shipped 42 million phones.",
        "Bernstein called into question the $9 million training bill of a rival's model.",
        "Nvidia has written off $4.5 billion.",
        "ByteDance denied a newspaper report that it would spend $14 billion.",
        "Nokia's revenue was 9 billion euros, against estimates compiled by LSEG.",
    ],
)
def test_other_phrases_credit_nobody(text):
    assert credited(text)[0] == []


def test_the_report_named_before_goes_on():
    text = "Tencent will buy 90,000 chips, Reuters reported.\n\nIt has set aside $2 billion for them, the report said."
    assert credited(text) == [["Reuters"], ["Reuters"]]


def test_an_outlet_is_not_its_own_source():
    assert credited("Reuters put Tencent's spending on chips at $14 billion.", outlet="Reuters") == [[]]


def test_what_stands_near_an_estimate_of_its_own_is_not_credited_to_a_neighbour():
    assert credited("TSMC earned an $11 billion profit, LSEG and others listened.") == [[]]


def test_who_gives_what_a_result_is_held_against_does_not_give_the_result():
    text = "Nokia's sales were $9 billion, above the $8 billion predicted by economists, according to LSEG."
    assert credited(text) == [[], ["LSEG"]]

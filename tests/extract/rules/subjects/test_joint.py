import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim


def claims(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    mentions = RuleExtractor().extract(Document(text, "t", "t.txt", date="2025-02-03")).mentions
    figures = [mention.claim for mention in mentions if isinstance(mention.claim, FigureClaim)]
    return [
        (claim.subject.name if claim.subject else None, tuple(one.name for one in claim.objects)) for claim in figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia and AMD agreed to pay 15% of their sales.", [("Nvidia", ("AMD",))]),
        ("Tencent, Baidu and Huawei spent $4 billion on chips.", [("Tencent", ("Baidu", "Huawei"))]),
        ("Unlike Intel, Nvidia and AMD spent $4 billion.", [("Nvidia", ("AMD",))]),
        ("Tencent as well as Baidu will invest $4 billion.", [("Tencent", ("Baidu",))]),
    ],
)
def test_the_first_of_several_is_the_subject_and_the_others_are_objects(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia, AMD and Intel each sold 400 servers.",
        "Nvidia, AMD and Intel sold 400 servers each.",
        "Nvidia, AMD and Intel will each sell 400 servers.",
    ],
)
def test_what_is_given_for_each_is_a_claim_about_each(text: str) -> None:
    assert claims(text) == [("Nvidia", ()), ("AMD", ()), ("Intel", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia spent $4 billion.",
        "Nvidia, the rival of Intel, spent $4 billion.",
        "Nvidia said AMD spent $4 billion.",
        "Unlike Intel, Nvidia spent $4 billion.",
        "Nvidia and AMD sold 40 and 30 servers respectively.",
    ],
)
def test_neighbours_that_do_not_act_together_stay_apart(text: str) -> None:
    assert all(not others for _, others in claims(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent, Baidu, Huawei plan $4 billion of AI chips\n\nMore will follow.", [("Tencent", ("Baidu", "Huawei"))]),
        ("Nvidia, AMD cut prices by 20%\n\nMore will follow.", [("Nvidia", ("AMD",))]),
        ("After Tencent, Baidu cuts prices by 20%\n\nMore will follow.", [("Baidu", ())]),
    ],
)
def test_a_headline_may_part_those_who_act_by_commas_alone(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert claims(text) == expected


def test_shares_of_two_fall_together() -> None:
    assert claims("Chip stocks slid, with Intel down 9% and Nvidia and AMD off 4%.") == [
        ("Intel", ()),
        ("Nvidia", ("AMD",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meta and Oracle plan to spend $4 billion.", [("Meta", ("Oracle",))]),
        ("Tencent, Baidu and Huawei expect to sell 4 million chips.", [("Tencent", ("Baidu", "Huawei"))]),
        ("Meta said the Nvidia and Oracle plan would cost it $4 billion.", [("Meta", ())]),
    ],
)
def test_several_do_together_what_a_verb_without_ending_tells(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baidu (BIDU, Shares), Alibaba (BABA), and Tencent spent $4 billion.", [("Baidu", ("Alibaba", "Tencent"))]),
        ("It found that Meta, Oracle and Intel spent $4 billion.", [("Meta", ("Oracle", "Intel"))]),
        ("The combined capex of Meta, Oracle and Intel is $4 billion.", [("Meta", ("Oracle", "Intel"))]),
        ("For Meta, Oracle and Intel spent $4 billion.", [("Oracle", ("Intel",))]),
    ],
)
def test_brackets_and_what_leads_a_list_part_nobody_from_it(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert claims(text) == expected


def test_who_is_named_behind_a_closed_list_stands_alone() -> None:
    text = "Backed by firms including Tencent and ByteDance, Baidu paid $4 billion."
    assert claims(text) == [("Baidu", ())]

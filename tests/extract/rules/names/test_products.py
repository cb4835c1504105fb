"""Products that the registry lacks, and versions of those it has: sentences of our own."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def told(text: str) -> dict[str, str]:
    return {name.entity.name: name.entity.kind for name in names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Nokia showed its new Korvo phone at the fair.", "Korvo", "Product"),
        ("Nokia's Korvo image generator is for the young.", "Korvo", "Product"),
        ("Nokia sells the Korvo sedan in the north.", "Korvo", "Product"),
        ("Nokia showed the Korvo, an electric hatchback, at the fair.", "Korvo", "Product"),
        ("Nokia works on a cancer drug called the Korvo, the paper said.", "Korvo", "Product"),
        ("Nokia will sell its first robot, the Korvo, in the spring.", "Korvo", "Product"),
        ("Nokia showed the R9 midsize electric SUV at the fair.", "R9", "Product"),
        ("Nokia sells the Belan and Korvo phones in the north.", "Korvo", "Product"),
        ("The Korvo is Nokia's flagship phone in the north.", "Korvo", "Product"),
        ("The Airbus A900 jets are for the young.", "A900", "Product"),
        ("Nokia launched Korvo in the spring.", "Korvo", "Product"),
        ("Nokia's Korvo chip is for the young.", "Korvo", "Chip"),
        ("Nokia built a CPU called Korvo for the young.", "Korvo", "Chip"),
    ],
)
def test_a_noun_for_goods_or_a_launch_tells_a_product(text, name, kind):
    assert told(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nokia's Korvo chip business is for the young.", "Korvo"),
        ("The firm behind the app, Korvo, is for the young.", "Korvo"),
        ("Nokia runs software Korvo developed for the young.", "Korvo"),
        ("Nokia showed its AI-native browser at the fair.", "AI-native"),
        ("The Nokia Q3 profit and the phone are for the young.", "Q3"),
        ("Korvo is Nokia's phone chief in the north.", "Korvo"),
        ("Nokia met Korvo, a drug dealer, at the fair.", "Korvo"),
        ("A Korvo phone was shown at the fair.", "Korvo"),
    ],
)
def test_what_names_no_goods_is_no_product(text, name):
    assert told(text).get(name) not in ("Product", "Chip")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OpenAI may release GPT-5.9 in the spring.", "GPT-5.9"),
        ("Moonshot AI released the Kimi K2.9 model.", "Kimi K2.9"),
        ("xAI works on Grok 9 for the young.", "Grok 9"),
        ("Alibaba showed Qwen3-Max-Thinking at the fair.", "Qwen3-Max-Thinking"),
        ("ByteDance showed Doubao 9.0 Pro at the fair.", "Doubao 9.0 Pro"),
        ("DeepSeek-V9 was shown at the fair.", "DeepSeek-V9"),
    ],
)
def test_a_version_is_a_product_of_its_own(text, name):
    assert told(text).get(name) == "Product"


@pytest.mark.parametrize(
    "text",
    [
        "The order gave TikTok 75 days to find the buyer.",
        "ChatGPT 4 million times a day answers the young.",
        "The Doubao-based app is for the young.",
        "Grok 9 million users strong is the claim.",
    ],
)
def test_numbers_that_count_are_no_versions(text):
    assert not any(name[-1].isdigit() or name.endswith("based") for name in told(text))


def test_a_chip_with_a_point_behind_its_number_is_another():
    assert "Apple M2" not in told("MiniMax showed the M2.5 model at the fair.")

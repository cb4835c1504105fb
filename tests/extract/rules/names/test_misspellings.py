import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def misspelt(text: str) -> dict[str, str]:
    return {n.span.of(text): n.entity.name for n in names(text, sentences(text)) if n.how == "misspelling"}


@pytest.mark.parametrize(
    ("text", "printed", "entity"),
    [
        ("Buyers ordered more H2O chips from Nvidia.", "H2O", "Nvidia H20"),
        ("Each cluster holds thousands of H1OO GPUs.", "H1OO", "Nvidia H100"),
        ("Its chatbot Duobao has many users.", "Duobao", "Doubao"),
        ("A model by Antrhopic did better.", "Antrhopic", "Anthropic"),
        ("Antrhopic said its costs rose.", "Antrhopic", "Anthropic"),
        ("Orders placed with Cambircon rose.", "Cambircon", "Cambricon"),
        ("Nvida said its costs rose.", "Nvida", "Nvidia"),
        ("Broadcomm makes parts.", "Broadcomm", "Broadcom"),
        ("DeepSeak released a model.", "DeepSeak", "DeepSeek"),
        ("Tencant Holdings has a new office.", "Tencant Holdings", "Tencent"),
    ],
)
def test_slips_resolve_to_the_name_that_is_meant(text: str, printed: str, entity: str) -> None:
    assert misspelt(text).get(printed) == entity


@pytest.mark.parametrize(
    "text",
    [
        "Fabs need clean water, which is H2O.",
        "Routers sold well, and many users liked the goggles.",
        "Emmanuel Macron spoke in Paris.",
        "Amazonian trees are tall.",
        "The Oracles of old said little.",
        "Tencent and Tenerife are two things.",
        "A Stripes concert sold out.",
        "Cambrian rocks are old.",
        "Tenants said rents rose.",
        "Intent said nothing.",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert misspelt(text) == {}


def test_what_is_spelt_so_each_time_is_another_name():
    text = "Shipping giant Costko will buy a line. Costko said so. Costko has 400 ships, and Costko plans more."
    assert "Costco" not in {name.entity.name for name in names(text, sentences(text))}


def test_a_known_misspelling_that_is_backed_once_is_one_each_time():
    text = "The chatbot Duobao is ahead. Duobao had 107 million users in March. Few ask whether Duobao is that popular."
    assert [name.entity.name for name in names(text, sentences(text))] == ["Doubao"] * 3


def test_a_hyphen_more_is_no_slip():
    text = "Wal-Mart will pay. Wal-Mart said so. Wal-Mart sells guns, and Wal-Mart has 400 shops."
    assert {name.entity.name for name in names(text, sentences(text))} == {"Walmart"}

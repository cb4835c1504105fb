"""Names with small words inside, idle words beside, digits or small letters in front."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def companies(text: str) -> set[str]:
    return {n.entity.name for n in names(text, sentences(text)) if n.entity.kind == "Company"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pells and Harrow will hire staff. Few stores sell as much as Pells and Harrow.", "Pells and Harrow"),
        ("Relics in Amber posted a loss. A bank lent to Relics in Amber.", "Relics in Amber"),
        ("On Friday, Orlane Dyeing and Manufacturing Company raised $4 million.", "Orlane Dyeing and Manufacturing"),
        ("The chain, Children's Attic, has 40 stores. Children's Attic cut prices.", "Children's Attic"),
        ("Rudd's Garden Tools cut 40 jobs. Sales at Rudd's Garden Tools fell.", "Rudd's Garden Tools"),
        ("They bought Kestrin & Beyond shares. Kestrin & Beyond sold 4 shops.", "Kestrin & Beyond"),
    ],
)
def test_a_small_word_inside_a_name_parts_it_not(text: str, name: str) -> None:
    assert companies(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Pells and Harrow will hire staff. Later Harrow sold a mill and Pells bought one.",
        "Kestrin in Ambria posted a loss. A bank lent to Kestrin in May.",
        "Kestrin's Harrow sold 40 boats. Shares of Kestrin rose 4%.",
    ],
)
def test_names_that_stand_apart_too_are_two(text: str) -> None:
    assert not any(word in name for name in companies(text) for word in (" and ", " in ", "'s "))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Under Harrow posted a loss of $4 million.", "Under Harrow"),
        ("Under Harrow cut jobs, and shares of Under Harrow fell 4%.", "Under Harrow"),
        ("Five Harrow said its revenue grew. Analysts like Five Harrow.", "Five Harrow"),
        ("Kestrin AI raised $4 million. Funds like Kestrin AI.", "Kestrin AI"),
        ("Swiss Ro posted a profit. It may be that Swiss Ro will hire.", "Swiss Ro"),
    ],
)
def test_an_idle_word_may_be_a_part_of_a_name(text: str, name: str) -> None:
    assert companies(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Under pressure, Harrow posted a loss. Shares of Harrow fell 4%.", "Harrow"),
        ("But Harrow posted a loss. Shares of Harrow fell 4%.", "Harrow"),
        ("Kestrin has an AI lab. Kestrin AI tools sold well. Kestrin cut jobs.", "Kestrin"),
        ("Swiss maker Harrow posted a loss, and Harrow cut jobs.", "Harrow"),
    ],
)
def test_an_idle_word_that_has_its_own_part_is_none(text: str, name: str) -> None:
    assert companies(text) == {name}


@pytest.mark.parametrize("name", ["23andHim", "7-Twelve", "21Harrow", "iHarrow", "fastHop"])
def test_a_name_may_begin_with_digits_or_small_letters(name: str) -> None:
    assert companies(f"{name} posted a loss of $4 million. Analysts like {name}, and {name} will hire.") == {name}


@pytest.mark.parametrize("text", ["The pro-Harrow camp won.", "A 15-Year plan was made.", "Its e-Harrows sold."])
def test_other_words_with_a_capital_inside_are_no_companies(text: str) -> None:
    assert companies(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares in Nokia Harrow Co Ltd rose 4%.", "Nokia Harrow"),
        ("Ericsson Harrow raised $4 million. Banks like Ericsson Harrow.", "Ericsson Harrow"),
        ("Lagos Harrow raised $4 million. Banks like Lagos Harrow.", "Lagos Harrow"),
    ],
)
def test_a_known_name_may_begin_another(text: str, name: str) -> None:
    assert name in companies(text)


@pytest.mark.parametrize(
    "text",
    ["Nokia Oysters were sold. Nokia raised $4 million.", "The Lagos Senate will raise taxes. The Lagos Senate met."],
)
def test_a_known_name_begins_no_ware_and_no_parliament(text: str) -> None:
    assert companies(text) <= {"Nokia"}


@pytest.mark.parametrize(
    "headline",
    ["Kestrin Vale Raises $4 Million", "Shares of Pump Maker Kestrin Vale Fall 4%", "Kestrin Vale Profit Rises 4%"],
)
def test_a_name_is_found_among_the_capitals_of_a_title(headline: str) -> None:
    text = f"{headline}\n\nOn Friday, Kestrin Vale raised $4 million. Funds like Kestrin Vale."
    found = [n.span.of(text) for n in names(text, sentences(text)) if n.entity.kind == "Company"]
    assert found == ["Kestrin Vale"] * 3


def test_a_word_of_a_title_that_is_a_plain_word_elsewhere_is_none() -> None:
    text = "Major Timber Sales Fall\n\nOn Friday, Timber raised $4 million. It sells timber."
    assert [n.span.start for n in names(text, sentences(text)) if n.entity.kind == "Company"] in ([], [36])

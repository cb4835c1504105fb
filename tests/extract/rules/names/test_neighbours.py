"""Names that the registry lacks, told by a place, a list, a seat or a founding beside them."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def told(text: str) -> dict[str, str]:
    return {name.entity.name: name.entity.kind for name in names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The bank, owned by Spain's Kestrin, updated its systems.", "Kestrin", "Company"),
        ("It was a merger of the group with Japan's Orlane, the paper said.", "Orlane", "Company"),
        ("Its brands include Kestrin, Orlane and Bolt, and will use the chips.", "Orlane", "Company"),
        ("The firm said its customers also include Kestrin, Orlane and Bolt.", "Bolt", "Company"),
        ("The lab was founded by Ann Lee in 2019.", "Ann Lee", "Person"),
        ("The lab was co-founded by Tessa Morrow, a chemist.", "Tessa Morrow", "Person"),
        ("The unit is based in Aytonia and has 90 workers.", "Aytonia", "Place"),
        ("The Aytonia-headquartered unit has 90 workers in the city.", "Aytonia", "Place"),
        ("The owner sold the Kestrin-backed chain to a rival.", "Kestrin", "Company"),
        ("The group bought the fragrance house Kestrin in the spring.", "Kestrin", "Company"),
        ("The group also owns Kestrin, a chain of department stores.", "Kestrin", "Company"),
        ("The round closed by Kestrin Labs, based in Oslo, is the first.", "Kestrin Labs", "Organization"),
        ("The founder Tessa Morrow's bid to take over the firm failed.", "Tessa Morrow", "Person"),
        ("Kestrin, owned by Nokia, will use the chips.", "Kestrin", "Company"),
        ("Kestrin, backed by Nokia, will use the chips.", "Kestrin", "Company"),
        ("The Kestrin majority owner Nokia will use the chips.", "Kestrin", "Company"),
        ("Investors include Kestrin, Orlane and Belan, the paper said.", "Belan", "Company"),
        ("Nokia faces the rivals Kestrin and Orlane in the north.", "Orlane", "Company"),
        ("The firm counts Yulon-owned Luxgen as its first customer.", "Luxgen", "Company"),
        ("Nokia-owned Kestrin will use the chips.", "Kestrin", "Company"),
        ("The lender agreed to a merger of its unit with Pratt & Orlane Corp.", "Pratt & Orlane", "Company"),
    ],
)
def test_what_stands_beside_tells_the_class(text, name, kind):
    assert told(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bank spoke of Spain's Civil War and of the town.", "Civil"),
        ("Its virtues include Patience and, the owner said, Thrift.", "Patience"),
        ("The film was directed by Sundown in the last year.", "Sundown"),
        ("Family-owned candy giant Nokia said it would buy the maker.", "Family"),
        ("Ann Lee, backed by the union, spoke to the owner.", "Backed"),
        ("Former owner Nokia will use the chips of the town.", "Former"),
        ("The owner saw a Nokia-owned Sundown in the last year.", "Nokia-owned"),
        ("The unit is based on Aytonia rules of the last century.", "Aytonia"),
    ],
)
def test_other_capitals_are_left_alone(text, name):
    assert name not in told(text)


def test_a_nationality_that_always_stands_before_a_word_is_part_of_the_name():
    text = "Shares of American Apparel rose. The owner of American Apparel said no."
    assert "American Apparel" in told(text)
    assert "American Chipster" not in told("The American Chipster gained. Shares of Chipster rose, the owner said.")


def test_a_group_goes_by_the_form_of_its_name_that_the_text_prints_most():
    assert "Kestrin Group" in told("The Kestrin Group said no. Shares of the Kestrin Group fell, the paper said.")
    assert "Kestrin" in told("Kestrin Group said no. Kestrin said later that Kestrin plc would wait for the court.")


def test_a_legal_form_behind_and_is_part_of_the_name_and_none_is_a_name_alone():
    assert "Orlane & Co" in told("Orlane & Co declined to comment. Shares of Orlane & Co rose.")
    assert "PLC" not in told("Orlane PLC rose. PLC shares rose again.")


@pytest.mark.parametrize(
    "text",
    [
        "Chipmaker Kestrin reported revenue of $40 million.",
        "Rival Kestrin opened a shop.",
        "Kestrin's revenue was $40 million. The results show that Kestrin is growing.",
        "Revenue at Kestrin was $40 million.",
    ],
)
def test_a_trade_before_it_and_what_only_companies_have_tell_a_company(text):
    assert told(text)["Kestrin"] == "Company"


@pytest.mark.parametrize(
    "text", ["Monday's revenue was $40 million.", "Revenue at Easter was $40 million. Easter was late."]
)
def test_days_earn_nothing(text):
    assert "Company" not in told(text).values()


def test_a_name_may_hold_a_place_and_end_in_plc():
    found = told("Kestrin Plc opened a shop. Orlane India Ltd closed one. Marlow Vale Canada Inc rose.")
    assert {"Kestrin", "Orlane India", "Marlow Vale Canada"} <= set(found)
    assert "India" not in found


def test_a_title_in_capitals_is_no_name():
    text = "Kestrin Mobile Users Increased by 4% to 70 Million\n\nKestrin Ltd has added 2 million users, Kestrin said."
    assert set(told(text)) == {"Kestrin"}


def test_what_lies_in_a_place_is_no_company_of_it():
    assert "Hosur" not in told("The owner is expanding its hub in Norway's Hosur, which is in the north.")
    assert told("The bank is owned by Norway's Hosur, which is in the north.")["Hosur"] == "Company"


def test_a_place_may_begin_the_name_of_a_company_that_is_bought():
    text = "The firm bought Oslo Ionics in the spring. Oslo Ionics, a start-up, is in the north."
    assert told(text).get("Oslo Ionics") == "Company"
    assert "Oslo Ionics" not in told("The firm saw Oslo Ionics in the spring.")


def test_words_that_open_sentences_end_names_too():
    assert "Kestrin Global" in told("The round was led by Kestrin Global, the owner said. Kestrin Global has said so.")
    assert "Kestrin" in told("Shares of Kestrin rose. Global sales of the firm fell.")


def test_a_hyphen_that_stands_alone_tells_nothing():
    assert told("The firm -owned Kestrin said so of the town.").get("Kestrin") != "Company"
    assert told(" -owned Kestrin said so of the town.").get("Kestrin") != "Company"


def test_a_currency_is_no_place():
    assert told("The firm paid US$200 million for the town.") == {}
    assert "United States" in told("The firm paid the US $200 million for the town.")

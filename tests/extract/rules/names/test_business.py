import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def unknown(text: str) -> dict[str, str]:
    return {n.entity.name: n.entity.kind for n in names(text, sentences(text)) if n.how == "unknown"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last year Kestrin raised $4 million.", "Kestrin"),
        ("Kestrin has agreed to buy a mill. Kestrin also plans a harbour.", "Kestrin"),
        ("The fund now has a stake in Kestrin.", "Kestrin"),
        ("Shares of Pell Harrow fell 3%.", "Pell Harrow"),
        ("The court ordered it to pay Kestrin $4 million.", "Kestrin"),
        ("Oddly, Pell Harrow is to lay off half of its staff.", "Pell Harrow"),
        ("The unit, Kestrin, had sales of $9 million in the year.", "Kestrin"),
    ],
)
def test_what_does_business_or_is_dealt_in_is_a_company(text: str, name: str) -> None:
    assert unknown(text).get(name) == "Company"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kestrin raised $4 million.", "Kestrin"),
        ("Pells has cut jobs. Analysts had hoped for more from Pells.", "Pells"),
        ("Kestrin said net profit rose to $4 million.", "Kestrin"),
        ("Kestrin's revenue rose to $4 million.", "Kestrin"),
        ("Pell Harrow shares fell 4%.", "Pell Harrow"),
        ("Pell Harrow cut 40 jobs. Analysts had hoped for more from Pell Harrow.", "Pell Harrow"),
        ("Kestrin, which has 40 stores, is growing.", "Kestrin"),
        ("Kestrin, a name few know, raised $4 million.", "Kestrin"),
        ("Kestrin: Cut 40 jobs in May.", "Kestrin"),
        ("The boss said Kestrin had 40 stores.", "Kestrin"),
        ("In a filing, Kestrin put its debt at $4 million.", "Kestrin"),
        ("Kestrin was fined $4 million.", "Kestrin"),
        ("Nokia plans to buy Kestrin for $4 million.", "Kestrin"),
        ("Ann Lee founded Kestrin in 2012.", "Kestrin"),
        ("Kestrin, which Nokia bought last year, has grown.", "Kestrin"),
        ("It led a $4 million round in Kestrin.", "Kestrin"),
        ("Kestrin is in talks to buy a mill.", "Kestrin"),
        ("Kestrin told staff it would cut 40 jobs.", "Kestrin"),
        ("Kestrin had a market value of $4 million.", "Kestrin"),
        ("The deal values Kestrin at $4 million.", "Kestrin"),
        ("Kestrin chief executive Ann Lee has left.", "Kestrin"),
        ("Pell Harrow said on Monday it would cut 40 jobs.", "Pell Harrow"),
        ("Troubled retailer Kestrin will close 40 shops.", "Kestrin"),
    ],
)
def test_a_name_is_a_company_wherever_it_stands(text: str, name: str) -> None:
    assert unknown(text).get(name) == "Company"


@pytest.mark.parametrize(
    "text",
    [
        "Fortune makes fools of us.",
        "Investment raised output.",
        "Harrow Pell, who chairs the board, raised $4 million.",
        "Anna Pell cut 40 jobs. Few had hoped for that from Anna Pell.",
        "Harrow told reporters it rained.",
        "They bought Ambrian oil.",
        "Harrow spokesman Jo Pell said she had won.",
        "In Ambria, where it rains, half of the shops closed.",
        "The head of the region of Ambria, who won it, raised taxes.",
    ],
)
def test_what_only_looks_like_one_is_no_company(text: str) -> None:
    assert "Company" not in unknown(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Harvesters bought $4 million of seed. Harvesters plan more.",
        "Demand beat hopes. Then demand fell, and Demand lost.",
        "Yesterday Pell Harrow sold her shares in it.",
        "Weavers raised $4 million.",
    ],
)
def test_a_common_noun_or_a_person_is_none(text: str) -> None:
    assert "Company" not in unknown(text).values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Screens come from LG Display and from others.", ["LG Display"]),
        ("Yields at Samsung Biologics rose.", ["Samsung Biologics"]),
        ("Nokia Oyster swung to a loss. Then Nokia Oyster cut jobs.", ["Nokia Oyster", "Nokia Oyster"]),
        ("Japan Zinc Ltd cut its costs.", ["Japan Zinc"]),
        ("Later Marlow & Tate bought a mill. Marlow also plans a harbour.", ["Marlow & Tate", "Marlow & Tate"]),
        ("The miner Karst9 Ltd K9.AX cut costs. Later Karst9 said it would sell.", ["Karst9", "Karst9"]),
    ],
)
def test_a_name_is_read_to_its_end_and_known_again_when_cut_short(text: str, expected: list[str]) -> None:
    assert [n.entity.name for n in names(text, sentences(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia Oyster fans met.", "Nokia"),
        ("Nokia Chief Pekka Lundmark left.", "Nokia"),
        ("Nokia Cuts Jobs in Finland and Norway", "Nokia"),
    ],
)
def test_a_capital_behind_a_name_need_not_belong_to_it(text: str, expected: str) -> None:
    assert expected in [n.entity.name for n in names(text, sentences(text))]


def test_what_falls_by_so_much_at_somebody_falls_at_a_company() -> None:
    text = "In contrast, stocks of goods fell 2.2% at Kestrin, helping it. Ann Lee fell by 2% at Orlane Street."
    found = {name.entity.name: name.entity.kind for name in names(text, sentences(text))}
    assert found.get("Kestrin") == "Company"
    assert found.get("Orlane Street") != "Company"


@pytest.mark.parametrize(
    "text", ["In London, Kestrin fell 2.2% to 55 pence.", "Nokia rose, while Kestrin lost as much as $3."]
)
def test_what_moves_as_a_share_does_is_a_company(text: str) -> None:
    assert unknown(text).get("Kestrin") == "Company"


@pytest.mark.parametrize("text", ["In London, the Kestrin fell 2.2%.", "Exports rose, and France's Kestrin fell 2.2%."])
def test_an_index_that_moves_is_none(text: str) -> None:
    assert unknown(text).get("Kestrin") != "Company"


def test_a_bracket_may_part_a_company_from_what_it_does() -> None:
    assert unknown("The Fern Moss Bank (FMB) acquired a rival.")["Fern Moss Bank"] == "Company"

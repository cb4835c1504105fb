from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def named(text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.entity.name) for name in names(text, sentences(text))]


def meant(text: str) -> list[str]:
    return [entity for _, entity in named(text)]


def unknown(text: str) -> dict[str, str]:
    return {n.entity.name: n.entity.kind for n in names(text, sentences(text)) if n.how == "unknown"}


@pytest.mark.parametrize(
    ("text", "printed", "entity"),
    [
        ("Orders for H20s fell.", "H20s", "Nvidia H20"),
        ("NVIDIA’s chips sold out.", "NVIDIA", "Nvidia"),
        ("A report in the Wall Street Journal said so.", "Wall Street Journal", "The Wall Street Journal"),
        ("Cambricon Technologies Co. Ltd. grew.", "Cambricon Technologies Co. Ltd.", "Cambricon"),
        ("Broadcom (NASDAQ: AVGO) rose.", "Broadcom (NASDAQ: AVGO)", "Broadcom"),
        ("The H20 from Nvidia’s plant was late.", "H20", "Nvidia H20"),
    ],
)
def test_known_names(text: str, printed: str, entity: str) -> None:
    spans = [span.removeprefix("the ") for span, name in named(text) if name == entity]
    assert spans == [printed]


def test_a_ticker_is_part_of_the_name_before_it_and_no_name_of_its_own() -> None:
    text = "Shares of Advanced Micro Devices (AMD) and Micron (MU) slipped."
    assert meant(text) == ["AMD", "Micron"]


@pytest.mark.parametrize(
    "text",
    [
        "They want to target new buyers.",
        "An apple a day is cheap.",
        "It told us nothing.",
        "Mind the gap between prices.",
        "Gap between rich and poor rose.",
        "Circle the date, he said.",
        "He met a meta question.",
        "He lent the information to a friend.",
        "Read it at https://www.reuters.com/technology/page or mail desk@nvidia.com today.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Meta said its costs rose.", "Meta"),
        ("The stock of Intel fell in May.", "Intel"),
        ("Apple's new phone sold well.", "Apple"),
        ("Last week The Information reported the plan.", "The Information"),
        ("It bought firms such as Kelmar. The Information first reported the deal.", "The Information"),
        ("Shares in Oracle climbed.", "Oracle"),
        ("Gap rose 5% on Friday.", "Gap"),
        ("Circle fell by as much as 3%.", "Circle Internet Group"),
    ],
)
def test_ambiguous_names_are_told_by_their_surroundings(text: str, entity: str) -> None:
    assert entity in meant(text)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Intel will receive $2 billion.", ["Intel"]),
        ("Oracle was late.", ["Oracle"]),
        ("Apple plans to hire engineers.", ["Apple"]),
        ("Arm will design its own servers.", ["Arm"]),
        ("Meta to spend $65bn on servers.", ["Meta"]),
        ("Alphabet spent more on land.", ["Alphabet"]),
        ("Block is expected to cut 900 jobs.", ["Block"]),
        ("Target has not yet agreed to the terms.", ["Target"]),
        ("Snap is building a plant.", ["Snap"]),
        ("Switch, Arm and Dell declined.", ["Switch", "Arm", "Dell"]),
    ],
)
def test_a_word_that_opens_a_sentence_is_a_name_where_it_does_business(text: str, entities: list[str]) -> None:
    assert meant(text) == entities


@pytest.mark.parametrize(
    "text",
    [
        "Time will tell.",
        "Time was spent well.",
        "Fortune makes fools of us.",
        "Target is a strong word.",
        "Future plans include a hotel.",
        "Future orders will suffer.",
        "Honor was restored.",
        "Apple pies were sold.",
        "Switch to silver.",
    ],
)
def test_a_word_that_opens_a_sentence_is_no_name_where_nobody_acts(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("A vote in Georgia is due.", []),
        ("Ports in Georgia reopened, first of all near Atlanta.", ["US state of Georgia", "Atlanta"]),
        ("Ampere said it would list.", ["Ampere Computing"]),
        ("Buyers of Ampere chips waited.", ["Nvidia Ampere"]),
        ("Buyers of Ampere waited.", []),
        ("TSMC moved the A16 to mass production.", ["TSMC", "TSMC A16"]),
        ("The A16 came late.", []),
        ("The rule of BIS stands.", []),
        ("Bureau of Industry and Security rules: BIS stands firm.", ["Bureau of Industry and Security"] * 2),
    ],
)
def test_a_label_that_several_share_is_told_only_by_the_text(text: str, entities: list[str]) -> None:
    known = [n.entity.name for n in names(text, sentences(text)) if n.how == "name"]
    assert known == entities


@pytest.mark.parametrize("text", ["SK hynix grew.", "SK Hynix grew.", "SK HYNIX grew."])
def test_labels_of_one_entity_that_differ_in_case_alone_do_not_cancel_each_other(text: str) -> None:
    assert meant(text) == ["SK Hynix"]


@pytest.mark.parametrize(
    ("text", "entity", "kind"),
    [
        ("AWS said so.", "Amazon Web Services", "Company"),
        ("Amazon Web Services grew.", "Amazon Web Services", "Company"),
        ("Google Cloud grew.", "Google Cloud", "Company"),
        ("Alibaba Cloud grew.", "Alibaba Cloud", "Company"),
        ("Volcano Engine grew.", "Volcano Engine", "Company"),
        ("Microsoft Azure grew.", "Azure", "Product"),
        ("The Stargate venture broke ground.", "Stargate", "Organization"),
        ("Audi sold fewer cars.", "Audi", "Company"),
    ],
)
def test_units_and_ventures_that_news_names_as_such(text: str, entity: str, kind: str) -> None:
    assert [(n.entity.name, n.entity.kind) for n in names(text, sentences(text))] == [(entity, kind)]


def test_an_ambiguous_name_at_the_start_counts_once_the_text_names_it_for_sure() -> None:
    text = "Intel shares fell. Intel was late with its chips."
    assert meant(text) == ["Intel", "Intel"]


def test_the_longest_name_wins() -> None:
    assert named("The Bank of America lent more.") == [("Bank of America", "Bank of America")]


def test_surname_and_honorific_stand_for_the_full_name() -> None:
    text = "Jensen Huang spoke in Taipei. Mr Huang was upbeat. Later Huang left."
    assert meant(text).count("Jensen Huang") == 3


def test_a_surname_that_two_share_names_neither() -> None:
    text = "Analyst Peter Vogel and lawyer Anna Vogel met. Vogel was pleased."
    assert [name for name in meant(text) if name == "Vogel"] == []
    assert len(unknown(text)) == 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Sales at Brightmoor Ltd. doubled.", "Brightmoor", "Company"),
        ("Start-ups such as Quillon (QLN) grew, and startup Ostrava-9 did too.", "Quillon", "Company"),
        ("The plan is risky, said Mirela Dunst, head of research at a fund.", "Mirela Dunst", "Person"),
        ("Ms Dunst disagreed.", "Dunst", "Person"),
        ("According to data from Pexwell, sales fell.", "Pexwell", "Organization"),
        ("Users of the chatbot Zibbo doubled.", "Zibbo", "Product"),
        ("Economists at the Varga Institute of Trade agree.", "Varga Institute of Trade", "Organization"),
        ("Sales fell, according to Chip Ledger, a paper.", "Chip Ledger", "Outlet"),
        ("Sales fell, reported Compute Courier, citing a study.", "Compute Courier", "Outlet"),
        ("Sales fell, according to the Nordic Signal Review.", "Nordic Signal Review", "Outlet"),
    ],
)
def test_unknown_names_get_the_class_their_surroundings_tell(text: str, name: str, kind: str) -> None:
    assert unknown(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said demand fell on Monday.",
        "Chip makers and Nordic banks fell.",
        "Das Unternehmen teilte mit, dass die Kosten gestiegen seien.",
        "Le groupe annonce une baisse des ventes en Europe.",
        "Компания сообщила о росте расходов.",
        "売上高は増加した。",
    ],
)
def test_no_unknown_names_in_plain_or_foreign_text(text: str) -> None:
    assert unknown(text) == {}


@given(st.text(max_size=300))
def test_any_text_gives_names_in_order_without_overlap(text: str) -> None:
    found = names(text, sentences(text))
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(name.span.of(text) for name in found)


PIECES = (
    "Nvidia",
    "H20s",
    "Meta",
    " said ",
    "’s ",
    "The ",
    "(AMD)",
    " Inc.",
    ", ",
    ". ",
    "Mr ",
    "Duobao",
    "chip ",
    "\n",
    "İ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_names_run_together_in_any_way_keep_their_order(text: str) -> None:
    found = names(text, sentences(text))
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


def test_names_go_on_over_the_line_ends_of_a_wrapped_text() -> None:
    text = (
        "Munich engineering group Siemens denied on Monday that it\n"
        "had approached anybody about a sale to the rival firm Delta\n"
        "Machines. Its sales rose in the year, and the European\n"
        "Commission said it would look at the deal by the end of\n"
        "the year.\n"
    )
    found = names(text, sentences(text))
    spans = {name.span.of(text): name.entity.name for name in found}
    assert spans["Delta\nMachines"] == "Delta Machines"
    assert spans["European\nCommission"] == "European Commission"


def test_lines_of_their_own_hold_names_of_their_own() -> None:
    text = "Our partners\nDelta Machines\nOmega Machines\n"
    assert "Delta Machines\nOmega Machines" not in {name.span.of(text) for name in names(text, sentences(text))}


def test_a_name_is_the_same_without_its_legal_form_and_the_code_of_its_share() -> None:
    text = "The miner Delta32 Ltd D32.AX cut its guidance on Monday. Later Delta32 said it would dig on."
    assert meant(text).count("Delta32") >= len(("named", "again"))
    assert "Delta32 Ltd D32" not in meant(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tile 3 Works is planning to close stores.", {"Tile 3 Works": "Company"}),
        ("Hotel 9 raised $4 million.", {}),
        ("The International Zinc Group opened a mine.", {"International Zinc Group": "Company"}),
        ("On June 5 Kestrin Ltd opened a mine.", {"Kestrin": "Company"}),
    ],
)
def test_numbers_and_words_that_open_sentences_belong_to_names_that_go_on(text, expected):
    assert unknown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Fern Locker Inc fell. Fern Locker said it would sell shops.",
        "Shares in Fern Locker rose. Fern Locker said it would sell shops.",
    ],
)
def test_a_name_that_speaks_is_a_company_where_the_text_deals_in_it(text: str) -> None:
    assert {name.entity.kind for name in names(text, sentences(text))} == {"Company"}


def test_a_name_that_speaks_and_has_an_office_is_a_person() -> None:
    text = "Fern Locker, chief executive, spoke. Fern Locker said it would sell shares in Fern Locker."
    assert {name.entity.kind for name in names(text, sentences(text))} == {"Person"}


@pytest.mark.parametrize("name", ["Vela Express Card", "Orla Mobile Phone", "Dunmore Energy Drink", "Orla Media Prize"])
def test_a_thing_with_the_word_for_a_trade_in_its_name_is_no_company(name: str) -> None:
    assert "Company" not in unknown(f"We liked the {name} when we tried it last week.").values()


@pytest.mark.parametrize(
    "name", ["Vela Express", "Orla Mobile", "Dunmore Energy", "Kestrin Shipbuilding", "Vela Reinsurance", "Orla Films"]
)
def test_a_word_for_a_trade_heads_the_name_of_a_company(name: str) -> None:
    assert unknown(f"We met people from {name} when we were there last week.") == {name: "Company"}

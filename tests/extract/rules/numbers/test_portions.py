import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.numbers.portions import portions
from kg.lexicon.matcher import folded


def read(text: str) -> list[tuple[str, str, str]]:
    return [(found.span.of(text), str(found.value), found.unit) for found in portions(text, folded(text))]


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("Exports make up half of its sales.", "half", "50", "percent"),
        ("Exports fell by a third.", "a third", "33.3333333333", "percent"),
        ("Nearly two-thirds of the staff left.", "two-thirds", "66.6666666667", "percent"),
        ("It keeps three-quarters of the profit.", "three-quarters", "75", "percent"),
        ("One in five buyers came back.", "One in five", "20", "percent"),
        ("Three out of four pilots failed.", "Three out of four", "75", "percent"),
        ("It affects 1 in 20 jobs.", "1 in 20", "5", "percent"),
        ("Of all loans, 9 out of 10 are repaid.", "9 out of 10", "90", "percent"),
        ("About 3 in 10 cars are electric.", "3 in 10", "30", "percent"),
        ("It said that 2 in 5 shops close.", "2 in 5", "40", "percent"),
        ("It reaches 1 in every 8 homes.", "1 in every 8", "12.5", "percent"),
        ("The plant will double its output.", "double", "2", "ratio"),
        ("Orders tripled in May.", "tripled", "3", "ratio"),
        ("It is twice the size of its rival.", "twice", "2", "ratio"),
        ("A fivefold rise followed.", "fivefold", "5", "ratio"),
        ("The app ranks third in downloads.", "third", "3", "rank"),
        ("It is second by revenue.", "second", "2", "rank"),
        ("Rents fell by a third in Porto.", "a third", "33.3333333333", "percent"),
        ("The crew was cut by a fifth last autumn.", "a fifth", "20", "percent"),
        ("About a third went to schools.", "a third", "33.3333333333", "percent"),
        ("Traffic was down a third on the month.", "a third", "33.3333333333", "percent"),
        ("It owns 1/3 of the ships.", "1/3", "33.3333333333", "percent"),
        ("Nearly 2/3rds of its ships sank.", "2/3rds", "66.6666666667", "percent"),
        ("It owns ¾ of Borealis's ships.", "¾", "75", "percent"),
        ("Tolls rose a tenth in June.", "a tenth", "10", "percent"),
        ("Output fell by more than a half.", "a half", "50", "percent"),
        ("Tolls rose by a quarter.", "a quarter", "25", "percent"),
        ("It sells for a third cheaper at home.", "a third", "33.3333333333", "percent"),
        ("The new yard is a quarter larger.", "a quarter", "25", "percent"),
        ("Not quite a third was lost.", "a third", "33.3333333333", "percent"),
        ("The bridge team came second with six wins.", "second", "2", "rank"),
        ("The ferry line took third place in the survey.", "third", "3", "rank"),
        ("The port slipped to fourth place.", "fourth", "4", "rank"),
        ("It holds the second spot behind Genoa.", "second", "2", "rank"),
        ("Its sales put it sixth among the ferry lines.", "sixth", "6", "rank"),
        ("Delays shrank by a factor of ten.", "a factor of ten", "10", "ratio"),
        ("The lens is better by a factor of 2.5 overall.", "a factor of 2.5", "2.5", "ratio"),
    ],
)
def test_words_for_parts_multiples_and_ranks(text: str, printed: str, value: str, unit: str) -> None:
    assert read(text) == [(printed, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "It sailed on 1/3 of May.",
        "The 1/3 scale is out of print.",
        "In the first half of the year it rained.",
        "The talks took half an hour.",
        "It sold number 1 in 20 countries.",
        "It has 2 shops in Oslo and opened 3 in 10 towns.",
        "The bus comes 1 in 30 minutes.",
        "The film scored 5 out of 10 there.",
        "A third supplier joined.",
        "The first three quarters of 2023 were slow.",
        "The second phase starts.",
        "The second-largest maker agreed.",
        "They doubled down on it.",
        "Growth is in double digits.",
        "A double-digit rise.",
        "It was checked twice in May.",
        "One in 2021 was lost.",
        "On Double Eleven the shop closed.",
        "The pump was replaced by a third supplier.",
        "A third said no.",
        "Tolls were raised a third time.",
        "The works took a year and a half.",
        "The test takes half a minute.",
        "It was closed for half the months.",
        "In a quarter, much can change.",
        "The rent is due once a quarter.",
        "In the first place, nobody asked.",
        "It was a factor of some weight.",
        "The lens is better by a factor of 2 to 3.",
    ],
)
def test_the_same_words_in_other_roles_are_left_alone(text: str) -> None:
    assert read(text) == []


@given(st.text(alphabet=st.sampled_from("a third half in one five twice second by ,.-ÄİK\n")))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in portions(text, folded(text)):
        assert found.span.of(text)

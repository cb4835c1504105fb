"""Names in a list with others, told by what one of them is; people by an office in brackets. Our own sentences."""

import pytest

from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences


def told(text: str) -> dict[str, str]:
    return {name.entity.name: name.entity.kind for name in names(text, sentences(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The deal was between Nvidia, Kestrin and Orlane, the court heard.", "Orlane", "Company"),
        ("The report praised Nokia, Ericsson, the Kestrin and Siemens for it.", "Kestrin", "Company"),
        ("It has put money into Nokia, Kestrin, and several others in the past.", "Kestrin", "Company"),
        ("Its main foe is Nokia as well as Orlane, which are in the market too.", "Orlane", "Company"),
        ("The bank advised the start-ups Kestrin and Orlane on the sale.", "Orlane", "Company"),
        ("The group owns four studios, including Kestrin, Orlane and Bolt, in the north.", "Bolt", "Company"),
        ("The firm was founded by Ann Lee, Dmitri Orlov and Gregg Tarn in the north.", "Dmitri Orlov", "Person"),
        ("The firm was founded by Ann Lee, Dmitri Orlov and Gregg Tarn in the north.", "Gregg Tarn", "Person"),
        ("Those who run it, Reiner Pell (CEO) and Mika Gund (CTO), said so to the court.", "Reiner Pell", "Person"),
        ("Investors include Nokia, the Siemens Growth Fund, Kestrin and Ericsson.", "Siemens Growth Fund", "Company"),
        ("The round was led by Nokia Capital, the paper said.", "Nokia Capital", "Company"),
    ],
)
def test_a_list_tells_the_class_of_its_names(text, name, kind):
    assert told(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nokia, Ericsson and Wednesday meetings were on the list.", "Wednesday"),
        ("Nokia, Ericsson and Kestrin phones were on the list.", "Kestrin"),
        ("Nokia and Thrift were on the list.", "Thrift"),
        ("Oslo, Nokia and Kestrin were on the list.", "Kestrin"),
        ("Nokia Fundraising was on the list.", "Nokia Fundraising"),
    ],
)
def test_other_words_in_lists_are_left_alone(text, name):
    assert name not in told(text)

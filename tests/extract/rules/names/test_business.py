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

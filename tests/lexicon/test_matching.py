import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.matching import SAME, organizations, organizations_alike, persons, persons_alike

SAME_BODY = [
    ("Northwind Traders Ltd", "Northwind Traders Limited"),
    ("Fabrikam AG", "FABRIKAM Aktiengesellschaft"),
    ("Contoso", "Contoso Pharmaceuticals Inc".replace(" Pharmaceuticals", "")),
    ("The Adventure Works Company", "Adventure Works Co."),
    ("Tailspin & Sons Inc.", "Tailspin and Sons, Incorporated"),
    ("Société Litware S.A.", "Societe Litware SA"),
    ("Blue Yonder Airlines", "Blueyonder Airlines"),
    ("Wide World Importers", "Wide Wrld Importers"),
    ("Second Harbour Bank", "2nd Harbour Bank"),
    ("Battalion Twenty-One", "Battalion 21"),
    ("W.W.I. Trading", "WWI Trading"),
    ("World Trade Forum", "WTF"),
    ("Alpine Ski Organisation", "Alpine Ski Organization"),
]
TWO_BODIES = [
    ("Northwind Traders AG", "Northwind Traders GmbH"),
    ("Contoso Bank", "Contoso Insurance"),
    ("Contoso", "Contoso Mexico"),
    ("Harbour Fund II", "Harbour Fund III"),
    ("Series 2019-1 Trust", "Series 2019-2 Trust"),
    ("BT plc", "BP plc"),
    ("", "Contoso"),
]


@pytest.mark.parametrize(("first", "second"), SAME_BODY)
def test_one_body_under_two_spellings(first: str, second: str) -> None:
    assert organizations(first, second) >= SAME


@pytest.mark.parametrize(("first", "second"), TWO_BODIES)
def test_two_bodies_with_like_names(first: str, second: str) -> None:
    assert organizations(first, second) < SAME


@pytest.mark.parametrize(
    ("first", "second", "why", "slips"),
    [
        ("Fabrikam", "FABRIKAM", "letters", ()),
        ("Blue Yonder", "Blueyonder", "letters", ()),
        ("Contoso Organisation", "Contoso Organization", "variant", ()),
        ("Northwind Ltd", "Northwind", "forms", ()),
        ("Wide World Importers", "World Wide Importers", "order", ()),
        ("Wide World Importers", "Wide Wrld Importers", "slip", (("world", "wrld"),)),
        ("World Trade Forum", "WTF", "acronym", ()),
        ("Contoso", "Fabrikam", "", ()),
    ],
)
def test_what_makes_two_names_of_a_body_alike(first, second, why, slips):
    for likeness in (organizations_alike(first, second), organizations_alike(second, first)):
        assert likeness.why == why
        assert {frozenset(slip) for slip in likeness.slips} == {frozenset(slip) for slip in slips}


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Ana Lopez", "Ana López", "letters"),
        ("A. Lopez", "Ana Lopez", "shortened"),
        ("Ana Lopezz", "Ana Lopez", "slip"),
        ("Ana Berg", "Ana Lopez", ""),
    ],
)
def test_what_makes_two_names_of_a_person_alike(first, second, why):
    assert persons_alike(first, second).why == persons_alike(second, first).why == why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dr. Ana Lopez", "Ana López"),
        ("J. Okafor", "John Okafor"),
        ("Okafor, John", "John Okafor"),
        ("Mia Q. Berg", "Mia Berg"),
    ],
)
def test_one_person_under_two_spellings(first: str, second: str) -> None:
    assert persons(first, second) >= SAME


@pytest.mark.parametrize(
    ("first", "second"), [("Ana Lopez", "Eva Lopez"), ("Lopez", "Ana Lopez"), ("Ana Berg", "Ana Lopez")]
)
def test_two_persons_with_like_names(first: str, second: str) -> None:
    assert persons(first, second) < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_and_between_0_and_1(first: str, second: str) -> None:
    for compare in (organizations, persons):
        assert 0.0 <= compare(first, second) <= 1.0
        assert compare(first, second) == compare(second, first)


@given(st.text(alphabet="abcdefgh ", min_size=1, max_size=30).filter(str.strip))
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert organizations(name, name) == 1.0

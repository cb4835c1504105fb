import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.matching import SAME, organizations, persons

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

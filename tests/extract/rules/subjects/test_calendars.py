import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.subjects.calendars import calendar_of, whose_calendar
from kg.lexicon.names import registry
from kg.model import Document


def month(text: str, word: str = "quarter") -> int | None:
    read = RuleExtractor().stages(Document(text=text, source="s", path="s.txt"))
    whose = whose_calendar(text, read.sentences, read.names)
    calendar = whose(text.index(word)) if whose else None
    return calendar.month if calendar else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia grew in its first quarter.", 1),
        ("Nvidia's supplier Micron grew in the first quarter.", 8),
        ("Micron, which supplies Nvidia, grew in the first quarter.", 8),
        ("In the first quarter, Microsoft grew.", 6),
        ("Analysts at Jefferies expect Oracle to grow in the first quarter.", 5),
        ("Oracle may grow, Jefferies said of the first quarter.", 5),
        ("Alibaba Cloud grew in the first quarter.", 3),
        ("Cisco names a new chief\n\nProfit rose in the first quarter.", 7),
        ("Acme Robotics grew in its fiscal first quarter.", None),
        ("Cisco and Nvidia fall\n\nProfit rose in the first quarter.", None),
    ],
)
def test_a_quarter_is_that_of_the_company_it_is_said_of(text, expected):
    assert month(text) == expected


def test_a_text_without_quarters_or_companies_needs_no_calendar():
    assert month("Nvidia grew in 2025.", "2025") is None
    assert month("The economy grew in the first quarter.") is None


def test_a_number_is_that_of_the_year_of_its_end_or_start_or_left_open():
    companies = {name: registry().entities[name] for name in ("nvidia", "home-depot", "toyota")}
    known = {name: calendar_of(one) for name, one in companies.items()}
    assert {name: one.offsets for name, one in known.items() if one} == {
        "nvidia": (0,),
        "home-depot": (1,),
        "toyota": (0, 1),
    }

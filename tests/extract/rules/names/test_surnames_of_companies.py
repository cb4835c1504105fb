"""Companies that are called like families: behind an office and a first name the word is a surname."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

EXTRACTOR = RuleExtractor()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chief executive Michael Dell said sales rose.", "Person"),
        ("Analyst Karen Ford said sales rose.", "Person"),
        ("Dell said sales rose.", "Company"),
        ("Its rival Ford said sales rose.", "Company"),
    ],
)
def test_an_office_and_a_first_name_make_a_surname(text: str, kind: str) -> None:
    (said,) = (act for act in EXTRACTOR.stages(Document(text, "t", "t.txt")).reported if act.kind == "speech")
    assert [agent.kind for agent in said.agents] == [kind]

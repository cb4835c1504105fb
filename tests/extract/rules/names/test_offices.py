"""Parts of governments and bodies whose names hold a place or small words, with sentences of our own."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def named(text: str) -> list[str]:
    stages = RuleExtractor().stages(Document(source="x", path="x", text=text))
    return [name.entity.name for name in stages.names if name.how != "pronoun"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Parts of governments by whose they are.
        ("Kenya's water ministry bought 30 pumps.", ["Kenya's water ministry"]),
        ("The Turkish Ministry of Tourism bought 30 boats.", ["Turkish Ministry of Tourism"]),
        ("Shops were shut by Peruvian police.", ["Peruvian police"]),
        ("Kenya's water and public works ministry bought 30 pumps.", ["Kenya's water and public works ministry"]),
        # No office of the place: something stands between, or nothing that governs does.
        ("In Kenya a ministry bought 30 pumps.", ["Kenya"]),
        ("Kenya's exports of tea rose.", ["Kenya"]),
        ("An Asian navy bought 30 boats.", []),
        # Bodies whose names begin or end with a place.
        ("The Kenya Harbour Authority said that 30 boats sank.", ["Kenya Harbour Authority"]),
        ("Harbours Kenya said that 30 boats sank.", ["Harbours Kenya"]),
        ("On harbours Kenya played Ghana.", ["Kenya", "Ghana"]),
        # Bodies for two things, and for an aim.
        ("The Department of Harbours and Public Works said so.", ["Department of Harbours and Public Works"]),
        ("The Coalition to Save Harbours said that 30 boats sank.", ["Coalition to Save Harbours"]),
        ("The European Harbour Owners' Association said so.", ["European Harbour Owners' Association"]),
        ("Its owners' Association of shops said so.", []),
        ("The Department of Harbours and Nokia said so.", ["Department of Harbours", "Nokia"]),
    ],
)
def test_names_of_bodies(text: str, expected: list[str]) -> None:
    assert named(text) == expected

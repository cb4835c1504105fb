"""Passages of business news, in our own words: in what way each figure is meant.

`modes.txt` holds a passage a line, behind the mode of each of its figures in order.
"""

from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()
LINES = Path(__file__).with_name("modes.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [(text, told.split("; ")) for told, text in (line.split(" | ", 1) for line in LINES)]


@pytest.mark.parametrize(("text", "told"), PASSAGES, ids=[text[:40] for text, _ in PASSAGES])
def test_modes(text, told):
    found = EXTRACTOR.extract(Document(text, "t", "t.txt"))
    assert [one.claim.mode for one in found.mentions if isinstance(one.claim, FigureClaim)] == told

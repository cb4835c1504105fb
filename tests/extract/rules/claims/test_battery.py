"""Passages of business news, in our own words: whose each figure is and what it measures.

`battery.txt` holds a passage a line, behind "subject: measure" of each of its figures in order; "*" leaves one open.
"""

from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()
LINES = Path(__file__).with_name("battery.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [(text, told.split("; ")) for told, text in (line.split(" | ", 1) for line in LINES)]


@pytest.mark.parametrize(("text", "told"), PASSAGES, ids=[text[:40] for text, _ in PASSAGES])
def test_subjects_and_measures(text, told):
    found = EXTRACTOR.extract(Document(text.replace("\\n", "\n"), "t", "t.txt"))
    claims = [mention.claim for mention in found.mentions if isinstance(mention.claim, FigureClaim)]
    assert len(claims) == len(told)
    for claim, (subject, measure) in zip(claims, (each.split(": ") for each in told), strict=True):
        assert subject in ("*", claim.subject.name if claim.subject else "-")
        assert measure in ("*", claim.measure)

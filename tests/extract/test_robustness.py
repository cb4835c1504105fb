"""Real pages that are no English news prose; they are not part of the repository."""

import os
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Extraction, FigureClaim

EXTRACTOR = RuleExtractor()
SIGNS = ("$", "€", "£", "¥", "₩", "₽", "US$", "HK$")


@pytest.fixture(scope="module")
def pages() -> dict[str, Extraction]:
    place = os.environ.get("KG_EVAL_DATA")
    if place is None:
        pytest.skip("the pages are outside the repository: set KG_EVAL_DATA to the folder that holds gold/robustness")
    files = sorted((Path(place) / "gold" / "robustness").glob("*.txt"))
    return {
        file.stem: EXTRACTOR.extract(Document(file.read_text(encoding="utf-8"), file.stem, file.name)) for file in files
    }


def claims(page: Extraction) -> list[tuple[str, FigureClaim]]:
    text = page.document.text
    return [(one.figure.of(text), one.claim) for one in page.mentions if isinstance(one.claim, FigureClaim)]


def test_every_page_is_read(pages):
    assert len(pages) == 8


@pytest.mark.parametrize("page", ["rob-cnbc-alibaba-ja", "rob-korea-budget-ru"])
def test_of_another_language_only_signed_amounts_are_read(pages, page):
    assert all(printed.startswith(SIGNS) for printed, _ in claims(pages[page]))
    assert pages[page].responses == ()
    assert "other-language" in {remark.rule for remark in pages[page].warnings}


def test_a_page_of_prices_tells_of_no_company(pages):
    found = [claim.subject for _, claim in claims(pages["rob-engadget-ssd-deals"])]
    assert len(found) > 10
    assert not any(subject is not None and subject.kind == "Company" for subject in found)


def test_entries_below_billions_are_billions(pages):
    found = [claim for printed, claim in claims(pages["rob-capex-tables-flat"]) if printed in ("$44.5", "$37.3", "$77")]
    assert {int(claim.quantities[0].value) for claim in found} == {44_500_000_000, 37_300_000_000, 77_000_000_000}
    assert {(claim.measure, claim.subject.name) for claim in found} == {
        ("capital-expenditure", name) for name in ("Microsoft", "Meta", "Amazon")
    }

"""Counting rules on annotated articles, and how well the counts tell right claims."""

import importlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Nokia sold 9 million phones in 2024.\n\nEricsson cut 900 jobs in 2023.\n"


@pytest.fixture(scope="module")
def counting():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        yield importlib.import_module("reliability")


def row(figure: str, value: int, subject: str, measure: str, period: str) -> dict[str, object]:
    start = TEXT.index(figure)
    common = {"high": None, "unit": ["count"], "also": [], "bound": ["exact"], "scope": ["*"], "origin": ["*"]}
    told = {"subject": [subject], "measure": [measure], "period": [period], "modality": ["actual"]}
    return {
        "source": "a",
        "start": start,
        "end": start + len(figure),
        "figure_text": figure,
        "value": value,
        **common,
        **told,
        "attributed_to": [[]],
        "context_attribution": [],
    }


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    made = [
        row("9 million", 9_000_000, "Nokia", "shipments", "2024"),
        row("900", 900, "Nokia", "job-cuts", "2023"),
    ]
    (tmp_path / "figures.jsonl").write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")
    return tmp_path


def test_each_field_is_counted_by_its_rule(counting, folder) -> None:
    found = list(counting.table(counting.pairs(folder)))
    assert sum(read for field, _, _, read in found if field == "subject") == 2
    assert sum(good for field, _, good, _ in found if field == "subject") == 1
    assert sum(good for field, _, good, _ in found if field in ("measure", "period")) == 4
    assert found == sorted(found)


def test_ignored_places_count_neither_way(counting, folder) -> None:
    (folder / "ignore.json").write_text(json.dumps({"a": [[0, len(TEXT)]]}), encoding="utf-8")
    assert not list(counting.pairs(folder))


def test_claims_are_ordered_by_what_kg_says_of_them(counting, folder) -> None:
    told = list(counting.fifths(counting.pairs(folder)))
    assert sum(figures for _, figures, _, _ in told) == 2
    assert sum(good for _, _, good, _ in told) == 1

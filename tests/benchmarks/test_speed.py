"""The measuring of stages goes through all that extraction calls, and reads what it reads else."""

import importlib
import sys
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "Nvidia grew\n\nNvidia's revenue was $9 billion in 2025, up 12% from a year earlier, Reuters reported.\n"


@pytest.fixture
def speed(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield importlib.import_module("speed")
    sys.modules.pop("speed", None)


def test_stages_of_an_extraction_are_timed_and_named(speed):
    document = Document(TEXT, "own", "own.txt", date="2026-01-10")
    before = RuleExtractor().extract(document)
    spent = speed.stages([document])
    assert {"sentences", "figures", "periods", "names", "relations", "claims", "responses"} <= spent.keys()
    assert all(seconds >= 0 for seconds in spent.values())
    assert RuleExtractor().extract(document) == before


def test_the_hottest_functions_are_named_with_their_share(speed):
    found = speed.hot([Document(TEXT, "own", "own.txt")], 5)
    assert len(found) == 5
    assert all(0 < share <= 100 for _, share in found)

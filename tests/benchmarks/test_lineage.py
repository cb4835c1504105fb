"""The benchmark of linking counts right, and linking is as right as the documentation says."""

import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def measured():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        yield importlib.import_module("lineage").measure(300, seed=3)


def test_restatements_are_found_and_few_others(measured):
    assert measured.right >= 0.95 * measured.true
    assert measured.right >= 0.95 * measured.found


def test_origins_are_counted_right(measured):
    assert measured.counted >= 0.97 * measured.stories
    assert measured.firsts >= 0.95 * measured.passages


def test_not_everything_is_a_restatement(measured):
    assert measured.true < measured.passages
    assert len(measured.cells) == 12


def test_one_article_more_asks_few(measured):
    assert measured.asked < 100
    assert measured.coming < measured.linking / 10

"""The table of kinds of change in docs/lineage.md is what `benchmarks/drift.py` prints, and nothing in it is missed."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drift():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        yield importlib.import_module("drift")


def test_the_documentation_has_the_table_that_is_printed(drift):
    found = list(drift.counts())
    assert "\n".join(drift.lines(found)) in (ROOT / "docs" / "lineage.md").read_text(encoding="utf-8")
    assert all(one.planted == one.found == one.linked and not one.wrong for one in found)

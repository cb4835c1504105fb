"""What is printed for the public sets: kg's quantities, for NewsQuant in the conventions of its annotation."""

import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def rows():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        read = importlib.import_module("public_sets").quantity_rows
    return lambda text, **how: [(row["value"], row["unit"]) for row in read({"doc_id": "d", "text": text}, **how)]


@pytest.mark.parametrize(
    ("text", "theirs", "as_read"),
    [
        ("It fell from 5.2 to 5 percent.", [([5.2, 5.0], "percent")], [(5.2, "percent"), (5.0, "percent")]),
        (
            "It rose from $40 at 10.45pm on Friday to $43 a barrel.",
            [([40.0, 43.0], "USD per barrel")],
            [(40.0, "USD"), (43.0, "USD per barrel")],
        ),
        ("It lost a quarter of its staff.", [(0.25, "% staff")], [(25.0, "percent")]),
        ("It fell 12p.", [(12.0, "point")], [(12.0, "penny")]),
        ("It sold two batteries.", [(2.0, "battery")], [(2.0, "battery")]),
        ("It rose 5.2 percent to $9.", [(5.2, "percent"), (9.0, "USD")], [(5.2, "percent"), (9.0, "USD")]),
    ],
)
def test_newsquants_conventions_and_without_them(rows, text, theirs, as_read):
    assert rows(text) == theirs
    assert rows(text, theirs=False) == as_read

"""The benchmark's own sentences: all answers but a few known ones are read, and the file is well formed."""

import json
from pathlib import Path

from kg.extract.rules.numbers import units
from kg.extract.rules.numbers.quantities import quantities
from kg.lexicon import codes

SENTENCES = Path(__file__).parents[4] / "benchmarks" / "sentences.jsonl"
ROWS = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
KNOWN = {"One barrel in eight is shipped through the strait."}


def read(text: str) -> list[tuple[float, float | None, str, str]]:
    found = []
    for figure in quantities(text):
        one = figure.quantity
        unit, parts = units.parts_of_money().get(one.unit, (one.unit, 1))
        high = None if one.high is None else float(one.high) / parts
        found.append((float(one.value) / parts, high, unit, one.bound))
    return found


def test_every_annotated_quantity_is_read_with_its_bound() -> None:
    missed = [
        (row["text"], one)
        for row in ROWS
        if row["text"] not in KNOWN
        for one in row["quantities"]
        if (one["value"], one.get("high"), one["unit"], one["bound"]) not in read(row["text"])
    ]
    assert missed == []


def test_bounds_and_units_of_the_answers_are_codes() -> None:
    known = {*codes.scheme("units"), *codes.scheme("currencies"), "count", "percent", "ratio"}
    answers = [one for row in ROWS for one in row["quantities"]]
    assert {one["unit"] for one in answers} <= known
    assert {one["bound"] for one in answers} <= set(codes.scheme("bounds"))


def test_there_are_enough_sentences_and_none_twice() -> None:
    assert len({row["text"] for row in ROWS}) == len(ROWS) >= 150

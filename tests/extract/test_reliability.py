"""How reliable a row is told to be, by the counts of the rules that gave its fields."""

import csv
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.extract import reliability as module
from kg.extract.reliability import CLAIM, FIELDS, NO_RULE, Rule, counts, reliability, ruled
from kg.extract.rows import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, Evidence

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "kg" / "extract").rglob("*.py")))


def test_counts_are_of_rules_that_there_are() -> None:
    assert set(FIELDS) == {rule.field for rule in counts()}
    assert all(0 <= count.right <= count.read for count in counts().values())
    gone = {rule.name for rule in counts() if f'"{rule.name}"' not in SOURCES}
    assert not gone, f"no such rule any more: count anew with benchmarks/reliability.py: {sorted(gone)}"


def test_the_file_is_sorted_and_has_each_rule_once() -> None:
    with (ROOT / "ontology" / "reliability.csv").open(encoding="utf-8", newline="") as lines:
        listed = [(row["field"], row["rule"]) for row in csv.DictReader(lines)]
    assert listed == sorted(set(listed))


MEASURED = (Evidence("measure", "words"), Evidence("period", "no-time"))


def test_a_row_of_often_right_rules_is_more_reliable_than_one_of_often_wrong_rules() -> None:
    sure = reliability([Evidence("subject", "subject"), *MEASURED])
    unsure = reliability([Evidence("subject", "unknown-subject"), *MEASURED])
    assert sure is not None
    assert unsure is not None
    assert 0 < unsure < sure < 1


def test_what_was_never_counted_is_not_guessed() -> None:
    assert reliability([Evidence("subject", "nearest"), *MEASURED]) is None
    assert reliability([Evidence("subject", "subject"), MEASURED[0]]) is None  # no rule gave a period


def test_the_first_rule_of_a_field_counts_and_none_stands_for_no_rule() -> None:
    found = ruled([Evidence("via", "speech"), Evidence("via", "according"), Evidence("predicate", "owner")])
    assert found["via"] == Rule("via", "speech")
    assert {found[field] for field in FIELDS if field != "via"} == {
        Rule(field, NO_RULE) for field in FIELDS if field != "via"
    }
    assert set(CLAIM) < set(FIELDS)


def test_rows_tell_it_with_their_reasons_and_only_then() -> None:
    text = "Nokia made $4 billion in 2024, two people said. It denied a sale to Ericsson."
    read = RuleExtractor().extract(Document(text, "a", "a.txt", date="2025-02-01"))
    figure, *others = rows(read, explain=True)
    assert 0 < figure["reliability"] < 1
    reason = next(one for one in figure["because"] if one["field"] == "period")
    assert 0 < reason["right"] <= reason["read"]
    assert others
    assert not any("reliability" in row or "read" in reason for row in others for reason in row["because"])
    assert not any("reliability" in row for row in rows(read))


@pytest.mark.parametrize(
    "content", ["", "field,rule\nsubject,topic\n", "field,rule,right,read\nsubject,topic,many,9\n"]
)
def test_a_file_of_counts_that_is_broken_is_told_or_has_nothing(tmp_path, monkeypatch, content: str) -> None:
    (tmp_path / "reliability.csv").write_text(content, encoding="utf-8")
    monkeypatch.setattr(module.resources, "folder", lambda _: tmp_path)
    counts.cache_clear()
    try:
        if content:
            with pytest.raises(KgError, match=r"reliability\.csv cannot be read"):
                counts()
        else:
            assert not counts()
    finally:
        counts.cache_clear()

"""Short passages of our own, one a line in `passages/`: what they state, a bar, the words ("\\n" ends a line).

`relations.txt` and `responses.txt` list what must be read, and where nothing stands before the bar nothing may be;
`fields.txt` has for each figure in turn the fields to check, `measures.txt` what it measures.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.extract import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.ingest.plain import PlainReader
from kg.ingest.protocol import Source

FOLDER = Path(__file__).parent / "passages"
EXTRACTOR = RuleExtractor()
STANCES = {"denies": "denies", "declines": "declines_to_comment", "silent": "no_response", "confirms": "confirms"}
FIELDS = {
    "subject": "subject",
    "period": "period",
    "by": "attributed_to",
    "origin": "origin",
    "mode": "modality",
    "bound": "bound",
    "since": "compared_with",
    "scope": "scope",
}


def passages(name: str) -> list[tuple[str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    split = (line.partition("|") for line in lines if line and not line.startswith("#"))
    return [(told.strip(), words.strip().replace("\\n", "\n")) for told, _, words in split]


@cache
def read(words: str) -> tuple[dict[str, object], ...]:
    document = PlainReader().read(Source("own.txt", "own.txt", words.encode())).documents[0]
    return tuple(rows.rows(EXTRACTOR.extract(document)))


def listed(told: str) -> Iterator[tuple[str, ...]]:
    for one in filter(None, told.split(";")):
        yield tuple(part.strip() for part in one.split(">"))


@pytest.mark.parametrize(("told", "words"), passages("relations.txt"))
def test_relations(told, words):
    found = {(row["subject"], row["predicate"], row["object"]) for row in read(words) if row["kind"] == "relation"}
    wanted = set(listed(told))
    assert wanted <= found if wanted else not found


@pytest.mark.parametrize(("told", "words"), passages("responses.txt"))
def test_responses(told, words):
    found = sorted((row["agent"], row["stance"]) for row in read(words) if row["kind"] == "response")
    assert found == sorted((agent, STANCES[stance]) for agent, stance in listed(told))


def shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, list | tuple) else str(value or "-")


@pytest.mark.parametrize(("told", "words"), passages("fields.txt"))
def test_fields(told, words):
    figures = [row for row in read(words) if row["kind"] == "figure"]
    wanted = [dict(field.split("=") for field in figure.split(";")) for figure in told.split(" / ")]
    checked = [
        {key.strip(): shown(row[FIELDS[key.strip()]]) or "-" for key in figure}
        for figure, row in zip(wanted, figures, strict=True)
    ]
    assert checked == [{key.strip(): value.strip() for key, value in figure.items()} for figure in wanted]


@pytest.mark.parametrize(("told", "words"), passages("measures.txt"))
def test_measures(told, words):
    found = [row["measure"] for row in read(words) if row["kind"] == "figure"]
    wanted = [figure.strip().split("~") for figure in told.split(" / ")]
    for measure, right in zip(found, wanted, strict=True):
        assert measure in right or right == ["*"]

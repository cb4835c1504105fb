"""Every SPARQL query in docs/ is run on the bundled articles, and answers something."""

import re
from pathlib import Path

import pytest

import kg
from kg.api import Graph

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```sparql\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUERIES = [
    (path.name, number, text)
    for path in sorted((ROOT / "docs").glob("*.md"))
    for number, text in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")))
]


@pytest.fixture(scope="module")
def bundled():
    with kg.build([str(ROOT / "examples" / "articles")]) as graph:
        yield graph


@pytest.mark.parametrize(("name", "number", "text"), QUERIES, ids=[f"{name}-{number}" for name, number, _ in QUERIES])
def test_each_query_of_the_documents_answers(name: str, number: int, text: str, bundled: Graph) -> None:
    assert bundled.sparql(text).rows, f"{name}, query {number}: no row"

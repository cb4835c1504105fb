"""Words before a name are looked at only where their last word can tell its class: the others tell nothing."""

import json
from pathlib import Path

import pytest

from kg import resources
from kg.extract.rules.names import unknown
from kg.extract.rules.names.names import names
from kg.extract.rules.text.sentences import sentences

SENTENCES = Path(__file__).parents[4] / "benchmarks" / "sentences.jsonl"
TEXTS = [path.read_text(encoding="utf-8") for path in resources.files("examples", "articles/*.txt")]
TEXTS.append("\n\n".join(json.loads(line)["text"] for line in SENTENCES.read_text(encoding="utf-8").splitlines()))
TEXTS.append(
    "The AI-chipmaker Kestrin grew. Its rival called “Veloro” did not. A joint venture, Nordwise, will build it."
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_name_is_lost(text, monkeypatch):
    found = sentences(text)
    gated = names(text, found)
    monkeypatch.setattr(unknown, "_noun_ends", lambda _: True)
    assert gated == names(text, found)

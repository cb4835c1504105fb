"""Only sentences whose words or names can link something are read for structure: the others link nothing."""

import json
from pathlib import Path

import pytest

from kg import resources
from kg.extract.rules.names.names import names
from kg.extract.rules.references.references import references
from kg.extract.rules.relations import relations as stage
from kg.extract.rules.relations.frames import Linking, triggers
from kg.extract.rules.text.sentences import sentences
from kg.lexicon.codes import scheme
from kg.model import Document

SENTENCES = Path(__file__).parents[4] / "benchmarks" / "sentences.jsonl"
TEXTS = [path.read_text(encoding="utf-8") for path in resources.files("examples", "articles/*.txt")]
TEXTS.append("\n\n".join(json.loads(line)["text"] for line in SENTENCES.read_text(encoding="utf-8").splitlines()))


class _Open(Linking):
    def opened(self, _):
        return True


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_link_is_lost(text, monkeypatch):
    found = sentences(text)
    named = references(text, found, names(text, found), Document(text, "a", "a"))
    gated = stage.relations(text, found, named)
    every = frozenset(scheme("relation-frames"))
    monkeypatch.setattr(stage, "linking", lambda *_, **__: _Open(every, triggers(), frozenset("?")))
    monkeypatch.setattr(stage, "attributable", lambda *_: True)
    assert gated == stage.relations(text, found, named)

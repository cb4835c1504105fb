"""Only sentences whose words or names can link something are read for structure: the others link nothing."""

import json
from pathlib import Path

import pytest

from kg import resources
from kg.extract.rules.names.names import names
from kg.extract.rules.references.references import references
from kg.extract.rules.relations import structured
from kg.extract.rules.relations.frames import Linking, linking, triggers
from kg.extract.rules.relations.kinds import fits, possible
from kg.extract.rules.relations.relations import relations
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
    gated = relations(text, found, named)
    every = frozenset(scheme("relation-frames"))
    monkeypatch.setattr(structured, "linking", lambda *_, **__: _Open(every, triggers(), frozenset("?")))
    monkeypatch.setattr(structured, "attributable", lambda *_: True)
    assert gated == relations(text, found, named)


def test_frames_are_live_only_for_classes_they_can_link():
    people = linking(frozenset({"Person"}), None, several=True)
    assert not people.frames
    assert not people.opened("she owns it")
    makers = linking(frozenset({"Company", "Chip"}), None, several=True)
    assert "make" in makers.frames
    assert makers.opened("Acme makes it")


def test_what_the_text_is_about_counts_only_where_an_object_is_understood():
    alone, led = (linking(frozenset({"Chip"}), lead, several=True) for lead in (None, "Company"))
    understood = {one.frame.code for listed in triggers().values() for one in listed if one.frame.understood}
    assert led.frames > alone.frames
    assert led.frames - alone.frames <= understood


def test_a_thing_is_no_rival_of_a_firm():
    assert fits("competesWith", "Chip", "Product")
    assert not fits("competesWith", "Chip", "Company")
    assert not possible("makes", ("Company", "Place"))

"""Only words that can tell a measure of the figure's kind are placed, and only rules that speak of it are asked."""

import json
from pathlib import Path

import pytest

from kg import resources
from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.measures import measures, nearby
from kg.extract.rules.measures.kinds import COUNT, MONEY, PERCENT
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.terms import telling, terms
from kg.lexicon.codes import scheme
from kg.model import Document

SENTENCES = Path(__file__).parents[4] / "benchmarks" / "sentences.jsonl"
TEXTS = [path.read_text(encoding="utf-8") for path in resources.files("examples", "articles/*.txt")]
TEXTS.append("\n\n".join(json.loads(line)["text"] for line in SENTENCES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_measure_is_lost(text, monkeypatch):
    document = Document(text, "a", "a")
    gated = RuleExtractor().extract(document)
    monkeypatch.setattr(nearby, "telling", lambda _, present: present)
    assert gated == RuleExtractor().extract(document)


def test_a_sign_of_which_a_part_is_missing_tells_nothing():
    whole = next(sign for term in terms(MONEY).listed for sign in term.signs if len(sign) > 1)
    there = frozenset((notion, True) for notion in whole)
    assert telling(MONEY, there) >= there
    alone = frozenset([(whole[0], True)])
    signs = {sign for term in terms(MONEY).listed for sign in (*term.signs, *((head,) for head in term.heads))}
    assert (telling(MONEY, alone) == alone) is ((whole[0],) in signs)


def test_a_name_tells_its_measure_where_the_unit_fits():
    named = frozenset([("revenue", False)])
    assert telling(MONEY, named) >= named
    assert not telling(COUNT, named)


def test_a_rule_speaks_of_what_it_is_asked_about():
    rule = asked(MONEY, of=("revenue",))(lambda _sight, _best: None)
    assert rule.speaks_of(MONEY, "revenue")
    assert not rule.speaks_of(PERCENT, "revenue")
    assert not rule.speaks_of(MONEY, "profit")
    assert asked()(lambda _sight, _best: None).speaks_of(PERCENT, "profit")


def test_rules_speak_of_kinds_and_measures_that_exist():
    known = frozenset({"other", *scheme("measures")})
    kinds = {kind for concept in scheme("measures").values() for kind in concept.facts["unitKind"]}
    for rule in measures._RULES:
        assert rule.kinds <= kinds
        assert rule.measures <= known

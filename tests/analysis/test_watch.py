"""What changed between two states, told in sentences."""

import json

import pytest
from fixtures.articles import article, store_of

from kg.analysis.sentences import Sentence
from kg.analysis.states import state
from kg.analysis.watch import KINDS, WRITING, differences
from kg.errors import UsageError
from kg.pipeline import memory_store

PLAN = "Samsung plans to spend {} on a plant in Texas in 2026, {}."
FIRST = article("first", "Border Gazette", "2025-05-06", PLAN.format("$3.87 billion", "two people said"))
OTHER = article("other", "Lattice Gazette", "2025-05-08", PLAN.format("$9 billion", "a manager said"))
RELAY = article("relay", "Harbour Gazette", "2025-05-07", PLAN.format("$4 billion", "Border Gazette reported"))
COPY = article("copy", "Harbour Gazette", "2025-05-07", PLAN.format("$3.87 billion", "Border Gazette reported"))
DENIAL = article("denial", "Pylon Gazette", "2025-05-09", "Samsung denied a report by Border Gazette about a plant.",
                 "Intel declined to comment.")  # fmt: skip


def between(before, after):
    with store_of(*before) as old, store_of(*after) as new:
        return differences(state(old), state(new))


def told(found, kind):
    return [one.sentence for one in found if one.kind == kind]


def test_the_same_documents_differ_in_nothing():
    assert between([FIRST, RELAY, DENIAL], [DENIAL, RELAY, FIRST]) == ()


def test_a_new_article_with_a_new_claim():
    intel = article("x", "Lattice Gazette", None, "Intel’s revenue was $7 billion in 2024.")
    found = between([FIRST], [FIRST, intel])
    assert told(found, "article-added") == ["x.txt is new."]
    (sentence,) = told(found, "claim-added")
    assert "Intel, revenue, 2024" in sentence
    assert "“$7 billion” (Lattice Gazette, undated)" in sentence
    assert {one.kind for one in found} == {"article-added", "claim-added"}


def test_another_figure_for_the_same_question_is_a_change_a_conflict_and_an_origin():
    found = between([FIRST], [FIRST, OTHER])
    (changed,) = told(found, "figure-changed")
    assert "now also “$9 billion” (Lattice Gazette, 2025-05-08); before: “$3.87 billion” (Border Gazette" in changed
    (opened,) = told(found, "conflict-opened")
    assert "“$3.87 billion” (Border Gazette, 2025-05-06) against “$9 billion” (Lattice Gazette, 2025-05-08)" in opened
    assert opened.endswith("hard.")
    (origin,) = told(found, "origin-added")
    assert "a new origin, Lattice Gazette, 2025-05-08 (1 before, 2 now)" in origin
    assert not told(found, "claim-added")


def test_what_opened_is_resolved_the_other_way_round():
    found = between([FIRST, OTHER], [FIRST])
    assert told(found, "conflict-resolved")[0].endswith("a side is no longer stated.")
    assert told(found, "claim-removed")[0].endswith("“$9 billion” (Lattice Gazette, 2025-05-08) is no longer stated.")
    assert told(found, "article-removed") == ["other.txt is gone."]
    assert len(told(found, "origin-removed")) == 1


def test_an_edited_article_is_not_added_and_its_figure_changed():
    edited = article("first", "Border Gazette", "2025-05-06", PLAN.format("$5 billion", "two people said"))
    found = between([FIRST], [edited])
    assert told(found, "article-edited") == ["first.txt has another text."]
    assert "now “$5 billion”" in told(found, "figure-changed")[0]
    assert not told(found, "article-added")


def test_a_relay_that_rounds_is_told_and_a_faithful_one_is_not():
    (drifted,) = told(between([FIRST], [FIRST, RELAY]), "figure-drifted")
    assert "“$4 billion” (Harbour Gazette, 2025-05-07) passes on “$3.87 billion” (Border Gazette" in drifted
    assert "rounding" in drifted
    found = between([FIRST], [FIRST, COPY])
    assert not told(found, "figure-drifted")
    assert not told(found, "origin-added")
    assert told(found, "claim-repeated")[0].endswith("is now in 2 articles, before 1.")


def test_denials_stand_apart_from_other_answers():
    found = between([FIRST], [FIRST, DENIAL])
    assert told(found, "denial-added")[0].startswith("Samsung denies (Pylon Gazette): “Samsung denied a report")
    assert told(found, "answer-added") == ["Intel declines to comment (Pylon Gazette): “Intel declined to comment.”"]
    assert len(told(between([FIRST, DENIAL], [FIRST]), "answer-removed")) == 2


def test_relations_are_claims_too():
    maker = article("maker", "Border Gazette", "2025-05-06", "Nvidia makes the H20.")
    assert told(between([FIRST], [FIRST, maker]), "claim-added") == ["Nvidia makes Nvidia H20 (actual)."]
    assert told(between([maker], []), "claim-removed") == ["Nvidia makes Nvidia H20 (actual) is no longer stated."]


def test_differences_come_in_the_order_of_their_kinds():
    found = between([FIRST], [FIRST, OTHER, RELAY, DENIAL])
    places = [KINDS.index(one.kind) for one in found]
    assert places == sorted(places)
    assert len(set(places)) > 5


def test_stores_of_different_bases_are_not_compared():
    with store_of(FIRST) as old, memory_store([FIRST], base="http://example.org/id/") as new:
        mine, other = state(old), state(new)
    with pytest.raises(UsageError, match="only one base"):
        differences(mine, other)


def test_reports():
    found = (
        Sentence("denial-added", "A *denies* it.", ("a.txt",)),
        Sentence("denial-added", "B denies it.", ("b`.txt [2]",)),
        Sentence("claim-added", "C.", ()),
    )
    assert WRITING.as_text(found) == "New denials\n  A *denies* it.\n  B denies it.\n\nNew claims\n  C.\n"
    items = "- A \\*denies\\* it. (`a.txt`)\n- B denies it. (`b'.txt [2]`)\n"
    assert WRITING.as_markdown(found) == f"### New denials (2)\n\n{items}\n### New claims (1)\n\n- C.\n"
    whole = json.loads(WRITING.as_json(found, "changes"))
    assert whole["counts"] == {"denial-added": 2, "claim-added": 1}
    assert whole["changes"][0] == {"kind": "denial-added", "sentence": "A *denies* it.", "places": ["a.txt"]}
    assert WRITING.as_text(()) == WRITING.as_markdown(()) == "Nothing changed.\n"
    assert json.loads(WRITING.as_json((), "changes")) == {"counts": {}, "changes": []}


def test_every_kind_has_a_heading():
    assert all(WRITING.as_text([Sentence(kind, "x")]).endswith("\n  x\n") for kind in KINDS)

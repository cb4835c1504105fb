"""What `kg conflicts` tells: found in articles of our own, and told in sentences."""

import json

import pytest
from fixtures.articles import article, store_of

from kg.analysis.contradictions import WRITING, contradictions
from kg.analysis.facts import facts

PLAN = article(
    "plan",
    "Reuters",
    "2025-05-01",
    "Micron will spend more than 150 billion yuan ($20.6 billion) on capital expenditure in 2025, two people said.",
)
RIVAL = article(
    "rival",
    "Financial Times",
    "2025-05-03",
    "Micron will spend $9 billion on capital expenditure in 2025, according to people briefed on the plan.",
)
OFF = article(
    "off",
    "Lattice Gazette",
    "2025-05-04",
    "Samsung will spend 80 billion yuan ($4 billion) on capital expenditure in 2025, its chief said.",
)


@pytest.fixture(scope="module")
def told():
    with store_of(PLAN, RIVAL, OFF) as store:
        return contradictions(facts(store))


def of(told, kind):
    return [one.sentence for one in told if one.kind == kind]


def test_conflicts_stand_with_both_figures(told):
    (sentence,) = of(told, "conflict-soft") + of(told, "conflict-hard")
    first = "“more than 150 billion yuan ($20.6 billion)” (Reuters citing two people, 2025-05-01)"
    last = "“$9 billion” (Financial Times citing people briefed on the plan, 2025-05-03)"
    assert f"{first} against {last}, hard" in sentence


def test_conflicts_stand_with_their_passages(told):
    (one,) = (one for one in told if one.kind.startswith("conflict"))
    assert [passage.rpartition(" ")[2] for passage in one.passages] == ["(plan.txt)", "(rival.txt)"]
    assert all(f"\n    {passage}\n" in WRITING.as_text(told) for passage in one.passages)
    (row,) = (row for row in json.loads(WRITING.as_json(told, "findings"))["findings"] if "passages" in row)
    assert row["passages"] == list(one.passages)


def test_rates_that_differ_are_told_with_both(told):
    first, last = of(told, "rate-differs")
    assert first.startswith("Micron, capital-expenditure, 2025, planned: 7.282 CNY for 1 USD")
    assert "20 CNY for 1 USD" in last
    assert last.endswith("all together have 13.64.")


def test_every_form_tells_the_same(told):
    assert json.loads(WRITING.as_json(told, "findings"))["counts"]["rate-differs"] == 2
    assert all(one.sentence in WRITING.as_text(told) for one in told)
    assert WRITING.as_markdown(told).count("\n- ") == len(told)


def test_only_one_subject(told):
    with store_of(PLAN, RIVAL, OFF) as store:
        known = facts(store)
        found = contradictions(known, subjects={f"{known.base}samsung"})
    assert {one.kind for one in found} == {"rate-differs"}
    assert set(found) < set(told)


def test_nothing_is_said_so():
    with store_of(PLAN) as store:
        assert WRITING.as_text(contradictions(facts(store))) == "No figure contradicts another.\n"

"""Stored queries and the analysis in Python give the same numbers."""

from decimal import Decimal

import pytest

from kg import vocab
from kg.analysis.conflicts import conflicts
from kg.analysis.drift import hops
from kg.analysis.lineage import lineage, supports
from kg.query.catalogue import catalogue
from kg.query.run import ask


def rows(store, name, **given):
    table = ask(store, catalogue()[name], given, machine=True)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_independent_origins_agree(store, known):
    asked = {
        (row["subject"], row["measure"], row["scope"], row["period"], row["mode"]): (
            int(row["articles"]),
            int(row["reports"]),
            int(row["origins"]),
        )
        for row in rows(store, "independent-origins")
    }
    counted = {one.kind: (len(one.articles), len(one.reports), len(one.origins)) for one in supports(known)}
    assert asked == counted
    assert counted


def printed(known, claim):
    return next(passage.printed for passage in known.passages if passage.claim.iri == claim.iri)


@pytest.mark.parametrize("slack", ["0", "0.25", "0.5"])
def test_conflicts_agree(store, known, slack):
    asked = {
        (row["measure"], row["strength"], frozenset({row["figure_a"], row["figure_b"]}))
        for row in rows(store, "figure-conflicts", slack=slack)
    }
    found = {
        (
            pair.one.measure,
            pair.strength,
            frozenset(printed(known, one) for one in (pair.one, pair.other)),
        )
        for pair in conflicts(known, Decimal(slack)).conflicts
        if pair.rate is None
    }
    assert asked == found
    assert found


def test_origins_agree(store, known):
    graph = lineage(known)
    walked = {
        (passage.printed, passage.date, first.printed, first.date)
        for passage in known.passages
        for first in graph.firsts(passage.mention)
    }
    columns = ("figure", "date", "origin_figure", "origin_date")
    assert {tuple(row[column] for column in columns) for row in rows(store, "figure-origin")} == walked


def test_drift_agrees(store, known):
    fields = {"period": "period-shifted", "bound": "bound-dropped"}
    for row in rows(store, "figure-drift"):
        (hop,) = (hop for hop in hops(known) if hop.relay.printed == row["figure"] and hop.relay.date == row["date"])
        kinds = {change.kind for change in hop.changes}
        assert {name for name, kind in fields.items() if kind in kinds} == {
            name for name in fields if row[name] == "changed"
        }
        assert (row["measure"] == "changed") == bool(kinds & {"measure-swapped", "share-whole-swapped"})
    assert len(rows(store, "figure-drift")) == len(hops(known))


def test_a_claim_that_is_not_asserted_is_in_neither(known):
    assert all(passage.printed != "$3 billion" for passage in known.passages)
    assert known.name(vocab.CODES + "planned") == "planned"

"""Stored queries and the analysis in Python give the same numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kg import vocab
from kg.analysis.conflicts import conflicts
from kg.analysis.contradictions import excesses
from kg.analysis.drift import hops
from kg.analysis.facts import Facts
from kg.analysis.lineage import lineage, supports
from kg.analysis.rates import off, rates
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


def test_rates_agree(store, known):
    stated = rates(known)
    apart = {(rate.currency, rate.into, f"{rate.value:.3f}") for rate, _ in off(stated)}
    told = {(one.currency, one.into, f"{one.value:.3f}") for listed in stated.values() for one in listed}
    asked = {
        (row["currency"], row["into"], f"{Decimal(row['implied']):.3f}"): row["verdict"]
        for row in rows(store, "conversion-check")
    }
    assert told == set(asked)
    assert apart == {key for key, verdict in asked.items() if verdict == "off"}
    assert told


def test_parts_agree(store, known):
    asked = {(row["whole"], row["unit"]): Decimal(row["all_parts"]) for row in rows(store, "parts-and-whole")}
    assert asked
    found = {(one.whole.printed, one.unit): round(one.percent, 1) for one in excesses(known)}
    assert all(asked[key] == percent > 100 for key, percent in found.items())
    halved = tuple(
        replace(passage, claim=replace(passage.claim, amounts=tuple(map(half, passage.claim.amounts))))
        if any(one.part_of == passage.mention for one in known.passages)
        else passage
        for passage in known.passages
    )
    smaller = excesses(Facts(known.base, halved, known.answers, known.names))
    assert {(one.whole.printed, one.unit) for one in smaller} <= set(asked)
    assert all(
        one.percent == pytest.approx(2 * asked[one.whole.printed, one.unit], rel=Decimal("0.001")) for one in smaller
    )
    assert smaller


def half(amount):
    """Return half an amount, closed: the parts of what is open above exceed nothing."""
    return replace(amount, value=amount.value / 2, low=amount.value / 2, high=amount.value / 2)

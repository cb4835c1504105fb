"""Stored queries and the analysis in Python give the same numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.analysis.conflicts import conflicts
from kg.analysis.contradictions import excesses
from kg.analysis.drift import hops
from kg.analysis.facts import Facts, facts
from kg.analysis.lineage import lineage, supports
from kg.analysis.rates import off, rates
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.rdf.iris import Iris
from kg.rdf.terms import kg
from kg.store.embedded import memory

LINKS = Iris(vocab.DATA).links


def rows(store, name, **given):
    table = ask(store, catalogue()[name], given, machine=True)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def origins_asked(store):
    """Return what the stored query says of each kind of figure: the counts, and the circle."""
    return {
        (row["subject"], row["measure"], row["scope"], row["period"], row["mode"]): (
            *(int(row[name]) for name in ("articles", "reports", "origins")),
            row["circle"],
        )
        for row in rows(store, "independent-origins")
    }


def origins_counted(known):
    return {
        one.kind: (len(one.articles), len(one.reports), len(one.origins), circle(one.circle)) for one in supports(known)
    }


def circle(names):
    """Return the names of a circle as the stored query writes them."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{names[0]}, {names[-1]} and {len(names) - 2} more"


def test_independent_origins_agree(store, known):
    asked = origins_asked(store)
    assert asked == origins_counted(known)
    assert asked
    assert {told[-1] for told in asked.values()} == {""}


def users(known):
    """Return the passages about users, which are the last of the corpus."""
    return [one for one in known.passages if one.printed == "75 million"]


@pytest.mark.parametrize("length", [1, 2, 3])
def test_independent_origins_agree_on_circles(store, known, length):
    """Passages that restate each other in a ring, and one that restates the ring from outside."""
    ring = [*users(known), *(one for one in known.passages if one.printed == "$9 billion")][:length]
    outside = next(one for one in known.passages if one.printed == "Rmb40bn ($5.5bn)")
    links = [*zip(ring, [*ring[1:], ring[0]], strict=True), (outside, ring[0])]
    with memory() as turning:
        for name in store.graphs():
            turning.put(name, store.graph(name))
        new = [Quad(NamedNode(one.mention), kg("restates"), NamedNode(other.mention)) for one, other in links]
        turning.put(LINKS, [*store.graph(LINKS), *new])
        asked, counted = origins_asked(turning), origins_counted(facts(turning))
    assert asked == counted
    circles = {told[-1] for told in asked.values()} - {""}
    names = sorted({one.outlet or one.path for one in ring})
    assert circles == {circle(names)}
    assert all(told[2] == 0 for told in asked.values() if told[-1] and told[0] == length + 1)


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
    assert apart <= {key for key, verdict in asked.items() if verdict == "off"}
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

"""Steps that ask the stored queries: about the thing that is mentioned most, and about everything."""

import statistics

from measuring import Measured, Place, about, given, timed

from kg.analysis.conflicts import SLACK
from kg.pipeline.comparing import contradicting
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.store.embedded import open_for_reading
from kg.store.oxigraph import EmbeddedStore

REPEATS = 5
SLOW = 2.0
"""Seconds from which a query is not repeated."""


def queries(place: Place) -> Measured:
    """Ask every stored query, warm, about the thing that is mentioned most."""
    with open_for_reading(place.store) as store:
        most = about(place, store)
        asked = {name: _asked(store, name, given(name, most)) for name in catalogue()}
    return {"about": most, **asked}


def conflicts(place: Place) -> Measured:
    """Ask for all conflicts of the whole graph."""
    with open_for_reading(place.store) as store:
        return {"figure-conflicts": _asked(store, "figure-conflicts", {})}


def about_one(place: Place) -> Measured:
    """Tell what contradicts what about the company that is mentioned most, once: what `kg conflicts --subject` does."""
    with open_for_reading(place.store) as store:
        subject = about(place, store)["subject"]
        with timed() as taken:
            told = contradicting(store, subject, SLACK)
    return {"seconds": taken(), "cpu seconds": taken.busy(), "findings": len(told)}


def whole_queries(place: Place) -> Measured:
    """Ask every stored query about the whole graph."""
    with open_for_reading(place.store) as store:
        return {name: _asked(store, name, {}) for name in catalogue()}


def _asked(store: EmbeddedStore, name: str, given: dict[str, str]) -> Measured:
    query, times, busy, rows = catalogue()[name], [], [], 0
    for _ in range(REPEATS + 1):
        with timed() as taken:
            rows = len(ask(store, query, given).rows)
        times.append(taken())
        busy.append(taken.busy())
        if len(times) > 1 and times[-1] > SLOW:
            break
    return {
        "ms": 1000 * statistics.median(times[1:] or times),
        "cpu ms": 1000 * statistics.median(busy[1:] or busy),
        "first ms": 1000 * times[0],
        "rows": rows,
    }

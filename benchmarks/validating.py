"""Steps that validate: a change, and the whole graph beside pySHACL alone."""

import logging
import signal
import statistics
from typing import TYPE_CHECKING

from generate import graphs
from measuring import Measured, Place, timed
from storage import OTHER_SEED

from kg import resources
from kg.store.embedded import open_for_reading
from kg.validate import checking, load_shapes
from kg.validate.base import StoreBase
from kg.validate.vocabulary import vocabulary

if TYPE_CHECKING:
    from pyoxigraph import Quad

REPEATS = 20
CHANGED, BAD = 500, 0.4
"""Statements of new articles that are validated as a change, or a few more, and the share of articles with a fault."""
ENGINE = "shifty"
LONG = 55
"""Seconds of a processor that pySHACL alone has."""


def delta(place: Place) -> Measured:
    """Validate a few new documents, some of them bad, against the store: what a build and a CI run do."""
    settings = checking.Settings(load_shapes(()), engine=ENGINE)
    added: list[Quad] = []
    for _, quads in (one for story in graphs(CHANGED, bad=BAD, seed=OTHER_SEED) for one in story.articles):
        if len(added) >= CHANGED:
            break
        added += quads
    times, busy, nodes, findings = [], [], 0, 0
    with open_for_reading(place.store) as store:
        for _ in range(REPEATS + 1):
            with timed() as taken:
                report = checking.check_change(StoreBase(store), added, (), settings)
            times.append(taken())
            busy.append(taken.busy())
            nodes, findings = report.nodes, len(report.findings)
    return {
        "ms": 1000 * statistics.median(times[1:]),
        "cpu ms": 1000 * statistics.median(busy[1:]),
        "statements": len(added),
        "nodes": nodes,
        "findings": findings,
    }


def full(place: Place) -> Measured:
    """Validate the whole store with the fast engine."""
    return _validated(place, ENGINE)


def reference(place: Place) -> Measured:
    """Validate the whole store with pySHACL for what is not asked set-wise."""
    return _validated(place, "pyshacl")


def plain_pyshacl(place: Place) -> Measured:
    """Validate the same with pySHACL alone, as one calls it; what takes longer than LONG is given up."""
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    logging.disable(logging.WARNING)
    lines = place.folder / "plain.nt"
    with open_for_reading(place.store) as store, lines.open("wb") as out:
        out.writelines(store.union())
        out.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in vocabulary())
    shapes = Graph()
    for name in ("core", "rules"):
        shapes.parse(resources.folder("shapes") / f"{name}.ttl")

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONG)
    with timed() as taken:
        data = Graph().parse(lines, format="nt")
        loaded = taken()
        try:
            _, report, _ = validate(data, shacl_graph=shapes, inference="none")
        except TimeoutError:
            return {"gave up after": taken(), "load seconds": loaded, "cpu seconds": taken.busy()}
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    findings = sum(1 for _ in report.triples((None, SH.result, None))) if isinstance(report, Graph) else 0
    return {"seconds": taken(), "cpu seconds": taken.busy(), "load seconds": loaded, "findings": findings}


def _validated(place: Place, engine: str) -> Measured:
    settings = checking.Settings(load_shapes(()), engine=engine)
    with open_for_reading(place.store) as store, timed() as taken:
        report = checking.check_stored(store, settings)
        return {
            "seconds": taken(),
            "cpu seconds": taken.busy(),
            "nodes": report.nodes,
            "findings": len(report.findings),
        }

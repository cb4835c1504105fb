"""Steps that rdflib takes part in: the same load, the same queries."""

import io
import signal

import pyoxigraph
from measuring import Measured, Place, about, given, timed
from pyoxigraph import RdfFormat

from kg.query.catalogue import catalogue
from kg.query.names import Names
from kg.query.parameters import bound
from kg.store.embedded import open_for_reading

PATIENCE = 20
"""Seconds rdflib has for one query."""


def rdflib_load(place: Place) -> Measured:
    """Load the N-Quads into rdflib, ask its stored queries, write Turtle."""
    from rdflib import Dataset, Graph

    dataset = Dataset(default_union=True)
    with timed() as taken:
        dataset.parse(place.lines, format="nquads")
    found: Measured = {"seconds": taken()}
    union = Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    with timed() as taken:
        size = len(union.serialize(format="turtle", encoding="utf-8"))
    return {**found, "turtle seconds": taken(), "turtle bytes": size}


def rdflib_queries(place: Place) -> Measured:
    """Ask rdflib the stored queries with their parameters; what takes longer than PATIENCE is given up."""
    from rdflib import Graph

    with open_for_reading(place.store) as store:
        most, names = about(place, store), Names(store)
        union = io.BytesIO()
        nt = (quad.triple for quad in store.dump())
        pyoxigraph.serialize(nt, union, format=RdfFormat.N_TRIPLES)
        texts = {name: bound(catalogue()[name], given(name, most), names) for name in catalogue()}
    graph = Graph().parse(data=union.getvalue(), format="nt")

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    found: Measured = {}
    for name, text in texts.items():
        signal.alarm(PATIENCE)
        try:
            with timed() as taken:
                rows = len(graph.query(text))
            found[name] = {"ms": 1000 * taken(), "rows": rows}
        except TimeoutError:
            found[name] = {"ms": None, "rows": None}
        finally:
            signal.alarm(0)
    return found

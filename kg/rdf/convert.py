"""Graphs of pyoxigraph to graphs of rdflib and back. rdflib is imported only when one of these is called."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, parse

from kg.rdf.serialise import nquads

if TYPE_CHECKING:
    from rdflib import Dataset, Graph


def to_dataset(quads: Iterable[Quad]) -> "Dataset":
    """Return the quads as an rdflib dataset whose default graph is the union of all graphs."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(data=nquads(quads).decode(), format="nquads")
    return dataset


def to_graph(quads: Iterable[Quad]) -> "Graph":
    """Return the triples of all graphs together as one rdflib graph."""
    from rdflib import Graph

    from kg.rdf.serialise import ntriples

    return Graph().parse(data=ntriples(quads), format="nt")


def from_graph(graph: "Graph") -> tuple[Quad, ...]:
    """Return the triples of an rdflib graph, or the quads of a dataset, in sorted order."""
    from rdflib import Dataset

    whole = isinstance(graph, Dataset)
    data = graph.serialize(format="nquads" if whole else "nt", encoding="utf-8")
    return tuple(sorted(parse(data, format=RdfFormat.N_QUADS if whole else RdfFormat.N_TRIPLES), key=str))

"""Quads of pyoxigraph to a dataset of rdflib, which is imported only when it is asked for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.rdf.serialise import nquads

if TYPE_CHECKING:
    from rdflib import Dataset


def to_dataset(quads: Iterable[Quad]) -> "Dataset":
    """Return the quads as an rdflib dataset whose default graph is the union of all graphs."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(data=nquads(quads).decode(), format="nquads")
    return dataset

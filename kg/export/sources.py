"""Where an exporter's graphs come from: quads at hand, or a store that hands out one graph at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Quad

from kg.export.protocol import Graph
from kg.rdf.serialise import ntriples
from kg.store.protocol import Store


@dataclass(frozen=True, slots=True)
class QuadSource:
    """Quads at hand, in any order; a repeated one counts once."""

    quads: tuple[Quad, ...]
    base: str

    def graphs(self) -> Iterator[Graph]:
        """Yield the graphs, sorted by IRI, the default graph first."""
        found: dict[str, set[Quad]] = {}
        for quad in self.quads:
            found.setdefault(_name(quad), set()).add(quad)
        for name in sorted(found):
            yield name, tuple(sorted(found[name], key=str))

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs as lines of N-Triples."""
        yield from ntriples(self.quads).splitlines(keepends=True)


@dataclass(frozen=True, slots=True)
class StoreSource:
    """The graphs of a store; one of them is in memory at a time."""

    store: Store

    @property
    def base(self) -> str:
        """The base of the store's data IRIs."""
        return self.store.base

    def graphs(self) -> Iterator[Graph]:
        """Yield the graphs, sorted by IRI."""
        for name in self.store.graphs():
            yield name, self.store.graph(name)

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs as lines of N-Triples."""
        return self.store.union()


def _name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value

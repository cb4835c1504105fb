"""Where an exporter's graphs come from: quads at hand, or a store that hands out one graph at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, DefaultGraph, Quad

from kg.rdf.serialise import ntriples
from kg.store.protocol import Store


@dataclass(frozen=True)
class QuadSource:
    """Quads at hand, in any order; a repeated one counts once."""

    quads: tuple[Quad, ...]
    base: str

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs, sorted, the default graph first."""
        return tuple(sorted(self._named))

    def graph(self, name: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted."""
        return tuple(sorted(self._named.get(name, ()), key=str))

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples."""
        yield from ntriples(self._named.get(name, ())).splitlines(keepends=True)

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs as lines of N-Triples."""
        yield from ntriples(self.quads).splitlines(keepends=True)

    @cached_property
    def _named(self) -> dict[str, set[Quad]]:
        found: dict[str, set[Quad]] = {}
        for quad in self.quads:
            found.setdefault(_name(quad), set()).add(quad)
        return found


@dataclass(frozen=True, slots=True)
class StoreSource:
    """The graphs of a store."""

    store: Store

    @property
    def base(self) -> str:
        """The base of the store's data IRIs."""
        return self.store.base

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the graphs, sorted."""
        return self.store.graphs()

    def graph(self, name: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted."""
        return self.store.graph(name)

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples."""
        return self.store.lines(name)

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs as lines of N-Triples."""
        return self.store.union()


def graph_term(name: str) -> str:
    """Return the name of a graph, other than the default graph's, as N-Quads writes it."""
    return name if name.startswith("_:") else f"<{name}>"


def _name(quad: Quad) -> str:
    graph = quad.graph_name
    if isinstance(graph, DefaultGraph):
        return ""
    return str(graph) if isinstance(graph, BlankNode) else graph.value

"""A union of all graphs that is kept as a set, for servers whose own union is none.

Virtuoso and RDF4J count a triple once for each graph it is in, and so does Oxigraph's server, which also
plans badly over its union (a stored query of milliseconds takes minutes). So whoever writes keeps the union too: in
Oxigraph's default graph, as the embedded store does, elsewhere in a graph of its own. A triple leaves it when it
leaves the last graph.

What is written comes to the same end when a part of it is repeated: a graph leaves the union before it is replaced,
and enters it as it is then.
"""

from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import StoreError
from kg.store.endpoint import PROBE, UNION, UNIONS, Endpoint, node
from kg.store.http import Client
from kg.store.writing import Probe, Update, Way, first_update, insertion

_TRIPLE = "?s ?p ?o"


@dataclass(frozen=True, slots=True)
class UnionUpdate:
    """Updates that keep the union; each method is one request, which servers carry out wholly or not at all.

    `union` is the graph of the union, empty for the default graph.
    """

    update: Update
    union: str = ""

    @property
    def url(self) -> str:
        """Where updates go."""
        return self.update.url

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph."""
        self._run(self._leave(graph), f"DROP SILENT GRAPH {node(graph)}", insertion(graph, triples), self._enter(graph))

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples to a graph."""
        self._run(insertion(graph, triples), self._enter(graph))

    def delete(self, graph: str) -> None:
        """Remove a graph."""
        self._run(self._leave(graph), f"DROP SILENT GRAPH {node(graph)}")

    def copy(self, old: str, new: str) -> None:
        """Replace a graph by what is in another, which is not in the union."""
        self._run(self._leave(new), f"COPY GRAPH {node(old)} TO GRAPH {node(new)}", self._enter(new))

    def leave(self, graph: str) -> None:
        """Take out of the union what no other graph holds."""
        self._run(self._leave(graph))

    def enter(self, graph: str) -> None:
        """Put what a graph holds into the union."""
        self._run(self._enter(graph))

    def _leave(self, graph: str) -> str:
        others = f"FILTER(?other != {node(graph)}" + (f" && ?other != {node(self.union)})" if self.union else ")")
        elsewhere = f"GRAPH ?other {{ {_TRIPLE} }} {others}"
        gone = f"GRAPH {node(graph)} {{ {_TRIPLE} }} FILTER NOT EXISTS {{ {elsewhere} }}"
        return f"DELETE {{ {self._united} }} WHERE {{ {gone} }}"

    def _enter(self, graph: str) -> str:
        return f"INSERT {{ {self._united} }} WHERE {{ GRAPH {node(graph)} {{ {_TRIPLE} }} }}"

    @property
    def _united(self) -> str:
        return f"GRAPH {node(self.union)} {{ {_TRIPLE} }}" if self.union else _TRIPLE

    def _run(self, *steps: str) -> None:
        self.update.run(" ;\n".join(steps))


@dataclass(frozen=True, slots=True)
class UnionBeside:
    """The Graph Store Protocol for the graphs, updates for the union: an update cannot be as long as a graph."""

    way: Way
    updates: UnionUpdate

    @property
    def union(self) -> str:
        """The graph of the union."""
        return self.updates.union

    @property
    def url(self) -> str:
        """Where graphs go."""
        return self.way.url

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph; the graph itself in one request."""
        self.updates.leave(graph)
        self.way.put(graph, triples)
        self.updates.enter(graph)

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples to a graph."""
        self.way.add(graph, triples)
        self.updates.enter(graph)

    def delete(self, graph: str) -> None:
        """Remove a graph."""
        self.updates.leave(graph)
        self.way.delete(graph)

    def copy(self, old: str, new: str) -> None:
        """Replace a graph by what is in another, which is not in the union."""
        self.updates.leave(new)
        self.updates.update.copy(old, new)
        self.updates.enter(new)

    def enter(self, graph: str) -> None:
        """Put what a graph holds into the union."""
        self.updates.enter(graph)


United: TypeAlias = UnionUpdate | UnionBeside


def united(client: Client, endpoint: Endpoint, probe: Probe, plain: Way) -> United | None:
    """Return the way that keeps the union, where the server needs it; the probe has to be there at the moment.

    Raises StoreError where the union is kept already and the login at hand may not keep it.
    """
    if not endpoint.has(probe.triple) and endpoint.has(probe.triple, UNIONS["oxigraph"]):
        found = first_update(client, endpoint, probe)
        return None if found is None else UnionUpdate(found)
    kept = endpoint.keeps_union()
    if not kept and not _repeats(endpoint, probe, plain):
        return None
    found = first_update(client, endpoint, probe)
    if found is None and kept:
        raise StoreError(
            f"the union of all graphs on '{endpoint.url}' is kept by SPARQL Update: log in as who may do it"
        )
    if found is None:
        return None
    way = UnionUpdate(found, endpoint.within + UNION)
    return way if isinstance(plain, Update) else UnionBeside(plain, way)


def _repeats(endpoint: Endpoint, probe: Probe, plain: Way) -> bool:
    """Tell whether a triple of two graphs is found twice."""
    second = endpoint.within + PROBE
    plain.put(second, probe.triples)
    try:
        return probe.times(endpoint) > 1
    finally:
        plain.delete(second)

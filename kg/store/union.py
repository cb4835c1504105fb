"""A default graph that holds the union of all graphs as a set, for Oxigraph's server.

Oxigraph can make the union for each query, but then plans badly (a stored query of milliseconds takes minutes) and
counts a triple once for each graph it is in. So whoever writes keeps the union in the default graph, as the embedded
store does: a triple leaves it when it leaves the last graph.
"""

from dataclasses import dataclass

from kg.store.endpoint import UNIONS, Endpoint, node
from kg.store.http import Client
from kg.store.writing import Probe, Update, first_update, insertion


@dataclass(frozen=True, slots=True)
class UnionUpdate:
    """Updates that keep the union; each method is one request, which Oxigraph carries out wholly or not at all."""

    update: Update

    @property
    def url(self) -> str:
        """Where updates go."""
        return self.update.url

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph."""
        self._run(_leave(graph), f"DROP SILENT GRAPH {node(graph)}", insertion(graph, triples), _enter(graph))

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples to a graph."""
        self._run(insertion(graph, triples), _enter(graph))

    def delete(self, graph: str) -> None:
        """Remove a graph."""
        self._run(_leave(graph), f"DROP SILENT GRAPH {node(graph)}")

    def copy(self, old: str, new: str) -> None:
        """Replace a graph by what is in another, which is not in the union."""
        self._run(_leave(new), f"COPY GRAPH {node(old)} TO GRAPH {node(new)}", _enter(new))

    def _run(self, *steps: str) -> None:
        self.update.run(" ;\n".join(steps))


def union_way(client: Client, endpoint: Endpoint, probe: Probe) -> UnionUpdate | None:
    """Return the way that keeps the union, where the server needs it; the probe has to be there at the moment."""
    if endpoint.has(probe.triple) or not endpoint.has(probe.triple, UNIONS["oxigraph"]):
        return None
    found = first_update(client, endpoint, probe)
    return None if found is None else UnionUpdate(found)


def _leave(graph: str) -> str:
    elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {node(graph)})"
    return f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {node(graph)} {{ ?s ?p ?o }} FILTER NOT EXISTS {{ {elsewhere} }} }}"


def _enter(graph: str) -> str:
    return f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {node(graph)} {{ ?s ?p ?o }} }}"

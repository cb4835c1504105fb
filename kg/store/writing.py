"""Writing whole graphs to a SPARQL 1.1 server: by the Graph Store Protocol, or by SPARQL Update where it has none.

Which of them a server offers, and where, is found out with the first graph written: a way is taken that the server
accepts and after which the graph can be seen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import requests

from kg.errors import StoreError
from kg.store.endpoint import Endpoint, node
from kg.store.http import Client, complaint

_TRIPLES = "application/n-triples"
_GRAPHS = ("/store", "/data", "/rdf-graphs/service", "/sparql-graph-crud-auth", "/sparql/gsp/", "")
"""Where the Graph Store Protocol is: Oxigraph; Fuseki; GraphDB and RDF4J; Virtuoso; Neptune; Stardog and QLever."""
_UPDATES = ("/update", "/statements", "/sparql-auth", "")
"""Where servers take updates: Oxigraph, Fuseki, Stardog; GraphDB and RDF4J; Virtuoso; Neptune, QLever."""


class Way(Protocol):
    """One way of writing. All methods raise StoreError when the server refuses."""

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph by the triples, given as N-Triples."""
        ...

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples to a graph."""
        ...

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is not there is no error."""
        ...


@dataclass(frozen=True, slots=True)
class GraphStore:
    """The SPARQL 1.1 Graph Store HTTP Protocol, graphs named by `?graph=`."""

    client: Client
    url: str

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph in one request."""
        _accepted(self.client.write("PUT", self.url, triples, _TRIPLES, graph))

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples in one request."""
        _accepted(self.client.write("POST", self.url, triples, _TRIPLES, graph))

    def delete(self, graph: str) -> None:
        """Remove a graph; 404 says that it is not there."""
        answer = self.client.write("DELETE", self.url, b"", _TRIPLES, graph)
        if answer.status_code != requests.codes.not_found:
            _accepted(answer)


@dataclass(frozen=True, slots=True)
class Update:
    """SPARQL 1.1 Update. A replacement is one request, which servers carry out wholly or not at all."""

    client: Client
    url: str

    def put(self, graph: str, triples: bytes) -> None:
        """Replace a graph in one request of two operations."""
        self.run(f"DROP SILENT GRAPH {node(graph)} ;\n{insertion(graph, triples)}")

    def add(self, graph: str, triples: bytes) -> None:
        """Add triples in one request."""
        self.run(insertion(graph, triples))

    def delete(self, graph: str) -> None:
        """Remove a graph."""
        self.run(f"DROP SILENT GRAPH {node(graph)}")

    def run(self, update: str) -> None:
        """Run an update."""
        _accepted(self.client.write("POST", self.url, update.encode(), "application/sparql-update"))


def first_way(client: Client, endpoint: Endpoint, graph: str, triples: bytes) -> Way:
    """Write `graph` in the first way that works, and return that way. Raises StoreError where none does."""
    refusals: list[str] = []
    for way in _ways(client, endpoint.url):
        try:
            way.put(graph, triples)
        except StoreError as problem:
            refusals.append(str(problem))
            continue
        if endpoint.rows(f"SELECT ?s WHERE {{ GRAPH {node(graph)} {{ ?s ?p ?o }} }} LIMIT 1"):
            return way
    login = [refusal for refusal in refusals if "wants a login" in refusal]
    raise StoreError(
        login[0] if login else f"nothing can be written there: {refusals[0] if refusals else endpoint.url}"
    )


def updates(client: Client, endpoint: Endpoint, update: str) -> Iterator[Update]:
    """Yield the addresses that take updates, each after it has run `update`."""
    for way in _ways(client, endpoint.url):
        if isinstance(way, Update):
            try:
                way.run(update)
            except StoreError:
                continue
            yield way


def renamed(client: Client, endpoint: Endpoint, old: str, new: str) -> bool:
    """Let the server put the graph `old` in the place of `new`, in one update; tell whether it takes updates at all."""
    return next(updates(client, endpoint, f"MOVE GRAPH {node(old)} TO GRAPH {node(new)}"), None) is not None


def _ways(client: Client, query: str) -> Iterator[Way]:
    """Yield the ways to try, from the address that answers queries."""
    root = query.removesuffix("/query").removesuffix("/sparql")
    kinds: tuple[tuple[Callable[[Client, str], Way], tuple[str, ...]], ...] = (
        (GraphStore, _GRAPHS),
        (Update, _UPDATES),
    )
    for kind, places in kinds:
        yield from (kind(client, root + place) for place in places)
        if root != query:
            yield kind(client, query)


def insertion(graph: str, triples: bytes) -> str:
    """Return the update that adds triples, given as N-Triples, to a graph."""
    return f"INSERT DATA {{ GRAPH {node(graph)} {{\n{triples.decode()}}} }}"


def _accepted(answer: requests.Response) -> None:
    if not answer.ok:
        raise StoreError(complaint(answer))

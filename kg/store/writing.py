"""Writing whole graphs to a SPARQL 1.1 server: by the Graph Store Protocol, or by SPARQL Update where it has none.

Which of them a server offers, and where, is found out with the first graph written: a way is taken that the server
accepts and after which the graph can be seen.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import requests

from kg import vocab
from kg.errors import StoreError
from kg.store.endpoint import NOTHING, UNIONS, Endpoint, literal, node
from kg.store.http import Client, accepted, complaint

_TRIPLES = "application/n-triples"
_UPDATE = "application/sparql-update; charset=utf-8"
"""Blazegraph reads an update as Latin-1 unless it is told."""
_GRAPHS = ("/store", "/data", "/rdf-graphs/service", "/sparql-graph-crud-auth", "/sparql/gsp/", "")
"""Where the Graph Store Protocol is: Oxigraph; Fuseki; GraphDB and RDF4J; Virtuoso; Neptune; Stardog and QLever."""
_TEXT = "Größe 大小 🙂"
_UPDATES = ("/update", "/statements", "/sparql-auth", "")
"""Where servers take updates: Oxigraph, Fuseki, Stardog; GraphDB and RDF4J; Virtuoso; Neptune, QLever."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A graph with one text that is written to see whether, and how, a server can be written to."""

    graph: str
    subject: str

    @property
    def triple(self) -> str:
        """The triple as SPARQL and N-Triples have it."""
        return f"{self._start} {literal(_TEXT)}"

    @property
    def triples(self) -> bytes:
        """The triple as N-Triples."""
        return f"{self.triple} .\n".encode()

    def is_seen(self, endpoint: Endpoint) -> bool:
        """Tell whether the server has the graph, and has the text as it was sent: some take UTF-8 for Latin-1."""
        rows = endpoint.rows(f"SELECT ?text WHERE {{ GRAPH {node(self.graph)} {{ ?s ?p ?text }} }} LIMIT 2")
        return [getattr(term, "value", None) for (term,) in rows] == [_TEXT]

    def times(self, endpoint: Endpoint) -> int:
        """Return how often the union of all graphs, as the server makes it, gives the text."""
        union = next((extra for extra in (NOTHING, *UNIONS.values()) if endpoint.has(self.triple, extra)), NOTHING)
        rows = endpoint.rows(f"SELECT ?text WHERE {{ {self._start} ?text }}", union)
        return sum(getattr(term, "value", None) == _TEXT for (term,) in rows)

    @property
    def _start(self) -> str:
        return f"{node(self.subject)} <{vocab.SCHEMA}text>"


class Way(Protocol):
    """One way of writing. All methods raise StoreError when the server refuses."""

    @property
    def url(self) -> str:
        """Where it writes to."""
        ...

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

    def copy(self, old: str, new: str) -> None:
        """Replace a graph by what is in another; unlike a move, this may come twice when an answer was lost."""
        self.run(f"COPY GRAPH {node(old)} TO GRAPH {node(new)}")

    def run(self, update: str) -> None:
        """Run an update."""
        _accepted(self.client.write("POST", self.url, update.encode(), _UPDATE))


def first_way(client: Client, endpoint: Endpoint, probe: Probe) -> Way:
    """Write the probe in the first way that works, and return that way. Raises StoreError where none does."""
    refusals: list[str] = []
    ways: Iterator[Way] = chain(_graph_stores(client, endpoint.url), _updates(client, endpoint.url))
    for way in ways:
        try:
            way.put(probe.graph, probe.triples)
        except StoreError as problem:
            refusals.append(str(problem))
            continue
        if probe.is_seen(endpoint):
            return way
        refusals.append(f"{way.url} takes a graph and does not give it back as it was")
    login = [refusal for refusal in refusals if "wants a login" in refusal]
    raise StoreError(
        login[0] if login else f"nothing can be written there: {refusals[0] if refusals else endpoint.url}"
    )


def first_update(client: Client, endpoint: Endpoint, probe: Probe) -> Update | None:
    """Write the probe by the first address that takes updates, and return that; None where none does."""
    for way in _updates(client, endpoint.url):
        with suppress(StoreError):
            way.put(probe.graph, probe.triples)
            if probe.is_seen(endpoint):
                return way
    return None


def _graph_stores(client: Client, query: str) -> Iterator[GraphStore]:
    yield from (GraphStore(client, address) for address in _addresses(query, _GRAPHS))


def _updates(client: Client, query: str) -> Iterator[Update]:
    yield from (Update(client, address) for address in _addresses(query, _UPDATES))


def _addresses(query: str, places: tuple[str, ...]) -> Iterator[str]:
    """Yield the addresses to try, from the one that answers queries."""
    root = query.removesuffix("/query").removesuffix("/sparql")
    yield from (root + place for place in places)
    if root != query:
        yield query


def insertion(graph: str, triples: bytes) -> str:
    """Return the update that adds triples, given as N-Triples, to a graph."""
    return f"INSERT DATA {{ GRAPH {node(graph)} {{\n{triples.decode()}}} }}"


def _accepted(answer: requests.Response) -> None:
    if not accepted(answer):
        raise StoreError(complaint(answer))

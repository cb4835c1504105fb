"""A store behind any SPARQL 1.1 endpoint: the graphs under one base on a server that may hold others too."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from itertools import islice
from types import TracebackType
from typing import Self

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import vocab
from kg.errors import StoreError
from kg.rdf.iris import Iris
from kg.rdf.serialise import ntriples
from kg.rdf.sorting import sorted_lines
from kg.store.apart import Apart, filled
from kg.store.endpoint import OWN, STAGING, UNION, Endpoint, literal, node
from kg.store.http import Client
from kg.store.paging import graph_names, graph_quads
from kg.store.protocol import GROWN
from kg.store.results import Counts, Found, Result, Select, Tally, Term
from kg.store.union import UnionBeside, UnionUpdate, United, united
from kg.store.writing import Probe, Update, Way, first_update, first_way

TOGETHER = 50
"""Nodes that are read in one request."""
PIECE = 5_000_000
"""Bytes of N-Triples in one request; a longer graph comes in pieces, where the server takes updates."""


class RemoteStore:
    """A `kg.store.protocol.Store` on a server. It keeps no texts and no journal of its own."""

    journal = None
    index_file = None

    def __init__(self, address: str, base: str | None = None, *, writable: bool = False) -> None:
        self._client = Client(address)
        self._endpoint = Endpoint(self._client, address)
        self._writable = writable
        self.base = self._endpoint.within = Iris(base).base if base else self._found_base()

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all graphs under the base, sorted."""
        return tuple(sorted(set(graph_names(self._endpoint, self.base)) - self._own))

    def documents(self) -> tuple[str, ...]:
        """Return the IRIs of the documents, sorted."""
        return tuple(sorted(graph_names(self._endpoint, f"{self.base}doc/")))

    def walk(self) -> Iterator[str]:
        """Yield the IRIs of the documents."""
        yield from self.documents()

    def graph(self, iri: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted; none for a graph that is not there."""
        return tuple(sorted(set(graph_quads(self._endpoint, iri)), key=str))

    def lines(self, iri: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples, fetched page by page."""
        return sorted_lines(ntriples((quad,)) for quad in graph_quads(self._endpoint, iri))

    def text(self, document: str) -> str | None:  # noqa: ARG002 - of the protocol
        """Return None: a server has no texts."""
        return None

    def put(self, iri: str, quads: Iterable[Quad], text: str | None = None) -> bool:  # noqa: ARG002 - of the protocol
        """Replace one graph; the text stays behind. Return whether anything changed."""
        new = {quad.triple for quad in quads}
        if new == {quad.triple for quad in self.graph(iri)}:
            return False
        graph = NamedNode(iri)
        self.replace(iri, [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in new])
        return True

    def change(self, iri: str, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Replace one graph by what it holds, without what goes and with what comes."""
        held = {quad.triple for quad in self.graph(iri)}
        kept = held - {quad.triple for quad in gone} | {quad.triple for quad in come}
        self.replace(iri, [Quad(triple.subject, triple.predicate, triple.object, NamedNode(iri)) for triple in kept])

    def remove(self, iri: str) -> bool:
        """Remove one graph; return whether it was there."""
        return self.put(iri, ())

    def replace(self, iri: str, quads: Iterable[Quad]) -> None:
        """Replace one graph without looking at what is there. Raises StoreError for blank nodes, which have no name."""
        listed = tuple(quads)
        if any(isinstance(term, BlankNode) for quad in listed for term in (quad.subject, quad.object)):
            raise StoreError(f"the graph {iri} has a blank node: every node in a store needs an IRI")
        data = ntriples(listed)
        if not data:
            self._writing(iri).delete(iri)
        elif len(data) <= PIECE or not self._put_in_pieces(iri, data.splitlines(keepends=True)):
            self._writing(iri).put(iri, data)

    def add(self, iri: str, quads: Iterable[Quad]) -> None:
        """Add quads to a graph, in one request."""
        self._writing(iri).add(iri, ntriples(quads))

    def query(self, sparql: str, timeout: float | None = None) -> Result:
        """Return what a query gives. A time-out in seconds ends the waiting; the server ends the work."""
        return self._endpoint.ask(sparql, self.graphs, timeout)

    def match(self, s: Term | None, p: NamedNode | None, o: Term | None) -> Iterator[Found]:
        """Yield the triples of the union that fit, each once, in one request; None fits everything."""
        if isinstance(s, Literal):
            return
        wanted = {"s": s, "p": p, "o": o}
        pattern = " ".join(f"?{name}" if term is None else str(term) for name, term in wanted.items())
        shown = " ".join(f"?{name}" for name, term in wanted.items() if term is None) or "(1 AS ?found)"
        found = self.query(f"SELECT DISTINCT {shown} WHERE {{ {pattern} }}")
        for row in found.rows if isinstance(found, Select) else ():
            values = {**wanted, **dict(zip(found.variables, row, strict=True))}  # type: ignore[union-attr]  # a SELECT
            yield values["s"], values["p"], values["o"]  # type: ignore[misc]  # every variable of the pattern is bound

    def around(self, nodes: Iterable[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Found]:
        """Yield the triples of some nodes, many of them in one request."""
        rest = iter(dict.fromkeys(nodes))
        while some := list(islice(rest, TOGETHER)):
            values = f"VALUES ?{'o' if inverse else 's'} {{ {' '.join(map(str, some))} }}"
            shown, property_ = ("?s ?p ?o", "?p") if predicate is None else ("?s ?o", str(predicate))
            found = self.query(f"SELECT DISTINCT {shown} WHERE {{ {values} ?s {property_} ?o }}")
            for row in found.rows if isinstance(found, Select) else ():
                # A SELECT of variables that are all bound.
                yield row if predicate is None else (row[0], predicate, row[1])  # type: ignore[misc]

    def sharing(self, values: Sequence[tuple[NamedNode, Term]]) -> Iterator[Term]:
        """Yield each node of the union that has all of these properties' values; the server joins them."""
        asked = " . ".join(f"?s {p} {o}" for p, o in values)
        found = self.query(f"SELECT DISTINCT ?s WHERE {{ {asked} }}")
        yield from (node for (node,) in (found.rows if isinstance(found, Select) else ()) if node is not None)

    def holders(self, triple: Found) -> frozenset[str]:
        """Return the IRIs of the graphs that hold a triple."""
        s, p, o = triple
        rows = self._endpoint.rows(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {s} {p} {o} }} }}")
        return frozenset(graph.value for (graph,) in rows) - self._own

    def dump(self) -> Iterator[Quad]:
        """Yield the quads of all graphs, graph by graph."""
        for name in self.graphs():
            yield from self.graph(name)

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs together as lines of N-Triples, sorted."""
        return sorted_lines(line for name in self.graphs() for line in self.lines(name))

    def apart(self) -> AbstractContextManager[Apart]:
        """Hold the union as the default graph of a database of its own, which is filled from the server."""
        return filled(self.union())

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """Return how many triples each of these graphs has on the server, 0 for one that is not there."""
        listed = tuple(names)
        rows = self._endpoint.rows(
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {' '.join(map(node, listed))} }} "
            "GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        )
        found = {graph.value: int(count.value) for graph, count in rows if graph is not None}
        # Blazegraph leaves out some of many graphs; asked for one by one it has them.
        return {name: found[name] if name in found else self._size(name) for name in listed}

    @property
    def _ours(self) -> str:
        """The pattern of all triples in graphs of the store."""
        own = ", ".join(literal(name) for name in sorted(self._own))
        mine = f"STRSTARTS(STR(?g), {literal(self.base)}) && STR(?g) NOT IN ({own})"
        return f"GRAPH ?g {{ ?s ?p ?o }} FILTER({mine})"

    def _size(self, name: str) -> int:
        return self._number(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {node(name)} {{ ?s ?p ?o }} }}")

    def united(self) -> int | None:
        """Return how many triples the union holds that is kept as a graph of its own, None where none is."""
        return self._size(self.base + UNION) if self._endpoint.keeps_union() else None

    def unite_anew(self) -> None:
        """Remove the union that is kept as a graph of its own; whoever writes next makes it anew."""
        self._writing(self.base + UNION).delete(self.base + UNION)
        del self._ways

    def trim(self, grown: int = GROWN) -> None:
        """Do nothing: what a server caches is its own."""

    def tally(self) -> Tally:
        """Return how much is there; the server counts the quads."""
        names = self.graphs()
        quads = self._number(f"SELECT (COUNT(*) AS ?n) WHERE {{ {self._ours} }}")
        return Tally(sum(name.startswith(f"{self.base}doc/") for name in names), len(names), quads)

    def counts(self) -> Counts:
        """Return how much is there; the server reads all of it."""
        tally, distinct = self.tally(), f"SELECT DISTINCT ?s ?p ?o WHERE {{ {self._ours} }}"
        triples = self._number(f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ {distinct} }} }}")
        return Counts(tally.documents, tally.graphs, tally.quads, triples)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def _found_base(self) -> str:
        """Return the base of the documents that are on the server, kg's own where there are none."""
        kind = node(vocab.KG + "Document")
        rows = self._endpoint.rows(f"SELECT ?g WHERE {{ GRAPH ?g {{ ?g a {kind} }} }} ORDER BY STR(?g) LIMIT 1")
        return rows[0][0].value.rpartition("doc/")[0] if rows else vocab.DATA

    def _number(self, sparql: str) -> int:
        return int(self._endpoint.rows(sparql)[0][0].value)

    def _writing(self, iri: str) -> Way:
        """Return the way to write a graph: what is none of the store's own stays out of a union that is kept."""
        if not self._writable:
            raise StoreError("the store is open for reading only")
        plain, keeping = self._ways
        return plain if iri in self._own else keeping

    @cached_property
    def _ways(self) -> tuple[Way, Way]:
        """Find out how the server is written to, plainly and so that a union is kept, with a probe that is removed."""
        probe = self._probe
        plain = first_way(self._client, self._endpoint, probe)
        keeping = united(self._client, self._endpoint, probe, plain)
        plain.delete(probe.graph)
        if keeping is not None and keeping.union and not self._endpoint.keeps_union():
            for name in self.graphs():
                keeping.enter(name)
            self._endpoint.ask_union()
        return plain, keeping or plain

    @property
    def _own(self) -> frozenset[str]:
        return frozenset(self.base + name for name in OWN)

    @property
    def _probe(self) -> Probe:
        return Probe(self.base + STAGING, self.base)

    def _copying(self, iri: str) -> Update | United | None:
        """Return the way to let the server put a graph in another's place, None where it takes no updates."""
        way = self._writing(iri)
        if isinstance(way, (Update, UnionUpdate, UnionBeside)):
            return way
        return first_update(self._client, self._endpoint, self._probe)

    def _put_in_pieces(self, iri: str, lines: list[bytes]) -> bool:
        """Send a long graph under another name, then let the server copy it: no reader sees half of it."""
        staging, copying = self.base + STAGING, self._copying(iri)
        if copying is None:
            return False
        plain = self._writing(staging)
        plain.delete(staging)
        for piece in _pieces(lines):
            plain.add(staging, piece)
        try:
            copying.copy(staging, iri)
        except StoreError:
            # QLever knows no COPY; should the server be gone, the next request says so.
            return False
        finally:
            plain.delete(staging)
        return True


def _pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    piece: list[bytes] = []
    size = 0
    for line in lines:
        if piece and size + len(line) > PIECE:
            yield b"".join(piece)
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    yield b"".join(piece)


class RemoteOpener:
    """The kind of store that is a server."""

    def opens(self, location: str) -> bool:
        """Tell whether the location is an address."""
        return location.startswith(("http://", "https://"))

    def open(self, location: str, *, write: bool, base: str | None) -> RemoteStore:
        """Open the store at an address. Nothing is asked of the server but where it answers."""
        return RemoteStore(location, base, writable=write)

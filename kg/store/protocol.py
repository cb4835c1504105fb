"""What a store is: named graphs, one a document, with the text of each; one writer, any number of readers."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import NamedNode, Quad

from kg.store.apart import Apart
from kg.store.journal import Journal
from kg.store.results import Counts, Found, Result, Tally, Term

GROWN = 12 << 20
"""Bytes by which a process grows before its store lets go of what it caches, which takes 100 ms while it is written."""


class Store(Protocol):
    """Named graphs by IRI. The default graph of every query is their union as a set: a triple of two graphs is one.

    Everything raises StoreError where the store cannot be read or written any more.
    """

    @property
    def base(self) -> str:
        """The base of the data IRIs in this store."""
        ...

    @property
    def journal(self) -> Journal | None:
        """The journal of runs; None where the store keeps none."""
        ...

    @property
    def index_file(self) -> Path | None:
        """Where linking may keep what it knows between runs; None where it has to find out anew each time."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all graphs, sorted."""
        ...

    def documents(self) -> tuple[str, ...]:
        """Return the IRIs of the documents, which name their graphs, sorted."""
        ...

    def walk(self) -> Iterator[str]:
        """Yield the IRIs of the documents, in no order, so that they need not all be in memory.

        Meanwhile the store must not be written, and nothing else that reads it may be under way.
        """
        ...

    def graph(self, iri: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted; none for a graph that is not there."""
        ...

    def lines(self, iri: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples, however many there are."""
        ...

    def text(self, document: str) -> str | None:
        """Return a document's own text as it was read; None where the store has none."""
        ...

    def put(self, iri: str, quads: Iterable[Quad], text: str | None = None) -> bool:
        """Replace one graph, in one step: whatever happens, readers see the old or the new one.

        The graph names of `quads` do not matter. Returns whether anything changed. Putting no quads removes the graph.
        """
        ...

    def change(self, iri: str, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take quads out of one graph and put others in, in one step; their graph names do not matter."""
        ...

    def remove(self, iri: str) -> bool:
        """Remove one graph and its text; return whether it was there."""
        ...

    def query(self, sparql: str, timeout: float | None = None) -> Result:
        """Return what a query gives. `timeout` is in seconds.

        Raises QueryError for a query that cannot be read or run, or that takes longer.
        """
        ...

    def match(self, s: Term | None, p: NamedNode | None, o: Term | None) -> Iterator[Found]:
        """Yield the triples of the union of all graphs that fit, each once, in no order; None fits everything."""
        ...

    def around(self, nodes: Iterable[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Found]:
        """Yield the triples of the union that some nodes have, with `inverse` are the value of; each once, in no order.

        Of one property, with None of any. Many nodes are read together where that is quicker.
        """
        ...

    def sharing(self, values: Sequence[tuple[NamedNode, Term]]) -> Iterator[Term]:
        """Yield each node of the union that has all of these properties' values, in no order."""
        ...

    def holders(self, triple: Found) -> frozenset[str]:
        """Return the IRIs of the graphs that hold a triple."""
        ...

    def dump(self) -> Iterator[Quad]:
        """Yield the quads of all graphs, in no order."""
        ...

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs together, each once, as lines of N-Triples, a subject's one after another."""
        ...

    def apart(self) -> AbstractContextManager[Apart]:
        """Hold the union as the default graph of a database of its own, which may be written to and is then gone."""
        ...

    def trim(self, grown: int = GROWN) -> None:
        """Let go of memory that grows with what is read and written, where it has grown by so many bytes since.

        The store stays as it is. Nothing that reads it may be under way.
        """
        ...

    def tally(self) -> Tally:
        """Return how much is there as far as that is known without reading all of it."""
        ...

    def counts(self) -> Counts:
        """Return how much is there."""
        ...

    def close(self) -> None:
        """Let go of the store; nothing but `close` may be called afterwards."""
        ...

    def __enter__(self) -> Self:
        """Return the store itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        ...


class Opener(Protocol):
    """A kind of store: the plug-ins of the entry points group `kg.stores`."""

    def opens(self, location: str) -> bool:
        """Tell whether a location, as given to `--store`, is one of this kind."""
        ...

    def open(self, location: str, *, write: bool, base: str | None) -> Store:
        """Open the store at a location. Raises StoreError with one line that says why it cannot be opened."""
        ...

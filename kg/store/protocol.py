"""What a store is: named graphs, one per document, that SPARQL can ask; and the kept text of each document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer of a SELECT: variable names without `?`, and one row of terms per solution."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Answer: TypeAlias = Solutions | bool | tuple[Triple, ...]
"""SELECT, ASK, CONSTRUCT or DESCRIBE."""


class Store(Protocol):
    """Named graphs under one base. The default graph of every query is the set union of all graphs.

    Methods raise StoreError with one line where the store cannot do it, QueryError for a query it cannot run.
    """

    base: str

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        ...

    def documents(self) -> tuple[str, ...]:
        """Return the IRIs of all documents (the graphs that hold one), sorted."""
        ...

    def graph(self, name: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted; none for a graph that is not there."""
        ...

    def put(self, name: str, quads: Iterable[Quad], text: str | None = None) -> None:
        """Replace one graph (and the document's kept text): the old or the new state survives a crash, never a mix."""
        ...

    def remove(self, name: str) -> bool:
        """Remove one graph and its kept text; tell whether it was there."""
        ...

    def text(self, name: str) -> str | None:
        """Return the kept text of a document, None where none is kept."""
        ...

    def query(self, sparql: str) -> Answer:
        """Answer a read-only query. Updates are refused."""
        ...

    def quads(self) -> Iterator[Quad]:
        """Yield every quad, in no particular order."""
        ...

    def close(self) -> None:
        """Let go of the store; a closed store answers nothing."""
        ...

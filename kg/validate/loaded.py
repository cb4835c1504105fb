"""A graph too big to be held in Python: a database of its own on disk, for as long as it is looked at."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, parse
from pyoxigraph import Store as Engine

from kg.store.answers import engine_errors
from kg.validate.graphs import TYPE, Node, Triple, Values, one_by_one, quads, triple_of

_TOGETHER = 20_000
"""Triples that are loaded at once: how many decides how much memory loading takes."""


class Loaded:
    """A graph as `Memory` is one. Its numbers are kept by value, as stores keep them, so it is for what stores hold."""

    def __init__(self, triples: Iterable[Quad], folder: Path) -> None:
        self._engine: Engine | None = Engine(str(folder))
        rest = iter(triples)
        while some := list(islice(rest, _TOGETHER)):
            self.engine.bulk_extend(some)

    @property
    def engine(self) -> Engine:
        """The graph as the default graph of an Oxigraph store."""
        assert self._engine is not None, "the graph was let go"
        return self._engine

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples to the graph."""
        self.engine.extend(quads(triples))

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        return iter(()) if isinstance(s, Literal) else map(triple_of, self.engine.quads_for_pattern(s, p, o, None))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes."""
        return one_by_one(self, nodes, predicate, inverse=inverse)

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        asked = " . ".join(f"?s {p} {o}" for p, o in values)
        return self._column(f"SELECT DISTINCT ?s WHERE {{ {asked} }}")

    def with_terms_of(self, prefix: str) -> Iterator[Triple]:
        """Yield the triples whose property, or the class they give, has an IRI that starts so."""
        own = f'FILTER(STRSTARTS(STR(?term), "{prefix}"))'
        for term in self._column(f"SELECT ?term WHERE {{ {{ SELECT DISTINCT ?term {{ ?s ?term ?o }} }} {own} }}"):
            yield from self.match(None, term, None)  # type: ignore[arg-type] # a property
        for term in self._column(f"SELECT ?term WHERE {{ {{ SELECT DISTINCT ?term {{ ?s {TYPE} ?term }} }} {own} }}"):
            yield from self.match(None, TYPE, term)

    def close(self) -> None:
        """Let go of the database; the graph must not be asked afterwards."""
        self._engine = None

    def _column(self, sparql: str) -> Iterator[Node]:
        found = self.engine.query(sparql)
        for row in found if isinstance(found, QuerySolutions) else ():
            yield row[0]

    def __iter__(self) -> Iterator[Triple]:
        return self.match(None, None, None)

    def __len__(self) -> int:
        return len(self.engine)


@contextmanager
def loaded(triples: Iterable[Quad]) -> Iterator[Loaded]:
    """Hold a graph in a temporary folder. Raises StoreError where there is no room for it."""
    with TemporaryDirectory(prefix="kg-validate-") as folder:
        with engine_errors("there is no room for the graph in the folder of temporary files"):
            graph = Loaded(triples, Path(folder) / "oxigraph")
        try:
            yield graph
        finally:
            graph.close()


def parsed(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Yield the triples of lines of N-Triples, which name a blank node alike wherever they stand."""
    rest = iter(lines)
    while some := b"".join(islice(rest, _TOGETHER)):
        yield from parse(some, format=RdfFormat.N_TRIPLES)

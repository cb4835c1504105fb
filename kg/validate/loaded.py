"""A graph too big to be held in Python: Oxigraph holds it, and a file has it as N-Triples for an engine to read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat
from pyoxigraph import Store as Engine

from kg.validate.graphs import TYPE, Node, Triple, Values, quads, triple_of


class Loaded:
    """A graph as `Memory` is one. Its numbers are kept by value, as stores keep them, so it is for what stores hold."""

    def __init__(self, lines: Iterable[bytes], file: Path) -> None:
        with file.open("wb") as out:
            out.writelines(lines)
        self.file = file
        self.engine = Engine()
        self.engine.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES)

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples to the graph and its file."""
        listed = list(quads(triples))
        self.engine.extend(listed)
        with self.file.open("ab") as out:
            out.writelines(f"{quad.triple} .\n".encode() for quad in listed)

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        return iter(()) if isinstance(s, Literal) else map(triple_of, self.engine.quads_for_pattern(s, p, o, None))

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

    def _column(self, sparql: str) -> Iterator[Node]:
        found = self.engine.query(sparql)
        for row in found if isinstance(found, QuerySolutions) else ():
            yield row[0]

    def __iter__(self) -> Iterator[Triple]:
        return self.match(None, None, None)

    def __len__(self) -> int:
        return len(self.engine)

"""A graph too big to be held in Python: a database on disk, for as long as it is looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions
from pyoxigraph import Store as Engine

from kg.rdf.terms import TYPE
from kg.store.apart import Apart
from kg.validate.graphs import Node, Triple, Values, one_by_one, quads, triple_of

_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
_CLASSES = f"SELECT DISTINCT ?kind {{ ?s {TYPE} ?kind }}"


class Loaded:
    """The default graph of a database, as a graph to be validated as a whole.

    Its numbers are kept by value, as stores keep them, so it is for what stores hold.
    """

    def __init__(self, held: Apart) -> None:
        self._held = held

    @property
    def engine(self) -> Engine:
        """The database."""
        return self._held.engine

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples to the graph."""
        self.engine.extend(quads(triples))

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        if isinstance(s, Literal):
            return iter(())
        return map(triple_of, self.engine.quads_for_pattern(s, p, o, DefaultGraph()))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes."""
        return one_by_one(self, nodes, predicate, inverse=inverse)

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        asked = " . ".join(f"?s {p} {o}" for p, o in values)
        return self._column(f"SELECT DISTINCT ?s WHERE {{ {asked} }}")

    def using(self, properties: Iterable[NamedNode], wanted: Callable[[str], bool]) -> Iterator[Triple]:
        """Yield the triples whose property, one of these, or the class they give, has a wanted IRI."""
        for term in properties:
            if wanted(term.value):
                yield from self.match(None, term, None)
        for kind in self._column(_CLASSES):
            if isinstance(kind, NamedNode) and wanted(kind.value):
                yield from self.match(None, TYPE, kind)

    def sizes(self) -> Mapping[NamedNode, int]:
        """Return how many triples of each property there are; walks through the whole graph."""
        found = self.engine.query(_PROPERTIES)
        assert isinstance(found, QuerySolutions)
        return {row[0]: int(row[1].value) for row in found}

    def _column(self, sparql: str) -> Iterator[Node]:
        found = self.engine.query(sparql)
        for row in found if isinstance(found, QuerySolutions) else ():
            yield row[0]

    def __iter__(self) -> Iterator[Triple]:
        return self.match(None, None, None)

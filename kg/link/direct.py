"""The direct triples (company makes chip): what relation claims say, where they are actual and nobody denies them.

`queries/derive/*.rq` say which: each gives `?claim ?subject ?predicate ?object`, and is asked about the claims that a
change touches. The nodes are claims.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from pyoxigraph import NamedNode, Quad

from kg import resources
from kg.link.propagation import Look, Stage
from kg.link.said import Said
from kg.rdf.iris import Iris
from kg.store.protocol import Store
from kg.store.results import Select

_WHERE = "WHERE {"


class Direct(Stage):
    """The direct triples of each relation claim."""

    name = "direct"

    def __init__(self, store: Store) -> None:
        self._store = store
        self._graph = NamedNode(Iris(store.base).derived)
        self._found: dict[str, set[str]] = {}

    def prepare(self, names: Sequence[str]) -> None:
        """Ask the queries about many claims at once."""
        self._found = {}
        for claim, quad in self._quads(names):
            self._found.setdefault(claim, set()).add(quad)

    def say(self, name: str, look: Look) -> Said | None:
        """Say what the queries gave for a claim."""
        if not look.under("relation", name):
            return None
        return Said((), tuple(sorted(self._found.get(name, ()))))

    def _quads(self, claims: Sequence[str]) -> Iterator[tuple[str, str]]:
        values = " ".join(str(NamedNode(claim)) for claim in claims)
        for query in _queries():
            found = self._store.query(query.replace(_WHERE, f"{_WHERE} VALUES ?claim {{ {values} }}", 1))
            for row in found.rows if isinstance(found, Select) else ():
                claim, subject, predicate, value = (term for term in row if isinstance(term, NamedNode))
                yield claim.value, str(Quad(subject, predicate, value, self._graph))


@cache
def _queries() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in resources.files("queries", "derive/*.rq"))

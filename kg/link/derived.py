"""The direct triples: what relation claims say, where they are actual and nobody denies them."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg import resources
from kg.store.protocol import Store
from kg.store.results import Construct


def derived(store: Store, graph: NamedNode) -> Iterable[Quad]:
    """Yield the quads that `queries/derive/*.rq` construct from the store."""
    for path in resources.files("queries", "derive/*.rq"):
        found = store.query(path.read_text(encoding="utf-8"))
        for triple in found.triples if isinstance(found, Construct) else ():
            yield Quad(triple.subject, triple.predicate, triple.object, graph)

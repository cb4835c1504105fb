"""Shapes inside of shapes: which properties of a shape have others as their value, one by one or as a list."""

from collections.abc import Iterator

from kg.rdf.terms import sh
from kg.validate.graphs import Node, Triples, items, objects

_SHAPE = tuple(map(sh, ("property", "node", "not", "qualifiedValueShape")))
_LIST = tuple(map(sh, ("and", "or", "xone")))


def inside(graph: Triples, shape: Node) -> Iterator[Node]:
    """Yield the shapes that a shape uses directly, property by property; one may come several times."""
    for term in _SHAPE:
        yield from objects(graph, shape, term)
    for term in _LIST:
        for head in objects(graph, shape, term):
            yield from items(graph, head)

"""A document's graph as a table of nodes, for whoever turns it back into values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.rdf.iris import Iris
from kg.rdf.terms import TYPE

Known: TypeAlias = Mapping[NamedNode, tuple[str, ...]]
"""What is known of a node: property -> values as strings."""
Rows: TypeAlias = Mapping[str, Known]
"""IRI -> what is known of it."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of one graph: IRI -> property -> values as strings, sorted. All misses raise StoreError."""

    iris: Iris
    rows: Rows

    def of_class(self, kind: NamedNode) -> tuple[str, ...]:
        """Return the nodes of a class, sorted by IRI."""
        return members(self.rows, kind)

    def values(self, node: str, name: NamedNode) -> tuple[str, ...]:
        """Return all values of a property, sorted."""
        return self.rows.get(node, {}).get(name, ())

    def maybe(self, node: str, name: NamedNode) -> str | None:
        """Return the value of a property, None where there is none."""
        return next(iter(self.values(node, name)), None)

    def value(self, node: str, name: NamedNode) -> str:
        """Return the value of a property that every such node has."""
        found = self.maybe(node, name)
        if found is None:
            raise StoreError(f"{node} lacks {name}: its graph is damaged or not of kg's making; build it again")
        return found

    def number(self, node: str, name: NamedNode) -> int:
        """Return the value of a property whose values are whole numbers."""
        found = self.value(node, name)
        try:
            return int(found)
        except ValueError as problem:
            raise StoreError(f"{node} has '{found}' for {name}, which is no whole number") from problem


def members(rows: Rows, kind: NamedNode) -> tuple[str, ...]:
    """Return the nodes of a class, sorted by IRI."""
    return tuple(sorted(node for node, known in rows.items() if kind.value in known.get(TYPE, ())))


def every(known: Known, name: NamedNode) -> tuple[str, ...]:
    """Return the values of a node's property, sorted, each once."""
    return tuple(sorted(set(known.get(name, ()))))


def first(known: Known, name: NamedNode) -> str | None:
    """Return the first value of a node's property in order, None where there is none."""
    return min(known.get(name, ()), default=None)


def nodes(quads: Iterable[Quad], base: str) -> Nodes:
    """Return the nodes of a graph whose data IRIs start with `base`."""
    rows: dict[str, dict[NamedNode, list[str]]] = {}
    for quad in quads:
        rows.setdefault(_text(quad.subject), {}).setdefault(quad.predicate, []).append(_text(quad.object))
    table = {node: {name: tuple(sorted(found)) for name, found in known.items()} for node, known in rows.items()}
    return Nodes(Iris(base), table)


def _text(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)

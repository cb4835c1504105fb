"""Graphs in which what shapes read is walked: each thing is asked once, and a change stands over what was before."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.validate.graphs import Memory, Node, Triple, Triples, Values, mixed


class Remembered:
    """A graph that is asked each thing once; a node's own triples are read together."""

    def __init__(self, under: Triples) -> None:
        self._under = under
        self._own: dict[Node, Mapping[NamedNode, list[Triple]]] = {}
        self._at: dict[tuple[NamedNode | None, Node], list[Triple]] = {}
        self._new: dict[Node, bool] = {}
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def own(self, node: Node) -> Mapping[NamedNode, list[Triple]]:
        """Return the triples of which a node is the subject, by predicate."""
        known = self._own.get(node)
        if known is None:
            known = self._own[node] = by_predicate(self._under.match(node, None, None))
        return known

    def at(self, predicate: NamedNode | None, node: Node) -> list[Triple]:
        """Return the triples of which a node is the object."""
        key = (predicate, node)
        known = self._at.get(key)
        if known is None:
            known = self._at[key] = [] if self._is_new(node) else list(self._under.match(None, predicate, node))
        return known

    def _is_new(self, node: Node) -> bool:
        """Tell whether no triple has a node: most of what a change names is new, and is then asked for once."""
        if node not in self._new:
            nameless = isinstance(node, Literal) or self.own(node)
            self._new[node] = not nameless and next(self._under.match(None, None, node), None) is None
        return self._new[node]

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        return _matched(self, self._under, (s, p, o))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        if values not in self._sharing:
            self._sharing[values] = tuple(self._under.sharing(values))
        return iter(self._sharing[values])


class Overlay:
    """A graph as it is after a change: what is underneath without `removed`, and `added`, which is not underneath.

    What the change does not touch is read from underneath, and remembered there.
    """

    def __init__(self, under: Remembered, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
        self._under = under
        self._added = Memory(added)
        self._removed = frozenset(removed)
        changed = (*self._added, *self._removed)
        self._subjects = {s for s, _, _ in changed}
        self._objects = {o for _, _, o in changed}
        self._own: dict[Node, Mapping[NamedNode, list[Triple]]] = {}
        self._at: dict[tuple[NamedNode | None, Node], list[Triple]] = {}
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def own(self, node: Node) -> Mapping[NamedNode, list[Triple]]:
        """Return the triples of which a node is the subject, by predicate."""
        if node not in self._subjects:
            return self._under.own(node)
        known = self._own.get(node)
        if known is None:
            before = (triple for triples in self._under.own(node).values() for triple in triples)
            known = self._own[node] = by_predicate(self._changed(before, self._added.match(node, None, None)))
        return known

    def at(self, predicate: NamedNode | None, node: Node) -> list[Triple]:
        """Return the triples of which a node is the object."""
        if node not in self._objects:
            return self._under.at(predicate, node)
        key = (predicate, node)
        known = self._at.get(key)
        if known is None:
            before, come = self._under.at(predicate, node), self._added.match(None, predicate, node)
            known = self._at[key] = list(self._changed(before, come))
        return known

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        if s is None and o is None:
            return self._changed(self._under.match(s, p, o), self._added.match(s, p, o))
        return _matched(self, self._under, (s, p, o))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        if values not in self._sharing:
            before = self._under.sharing(values)
            left = [node for node in before if not any((node, p, o) in self._removed for p, o in values)]
            self._sharing[values] = (*left, *mixed(self, self._added, values))
        return iter(self._sharing[values])

    def _changed(self, before: Iterable[Triple], come: Iterable[Triple]) -> Iterator[Triple]:
        return chain((triple for triple in before if triple not in self._removed) if self._removed else before, come)


Walked: TypeAlias = Remembered | Overlay
"""A graph that shapes' steps are walked in."""


def by_predicate(triples: Iterable[Triple]) -> Mapping[NamedNode, list[Triple]]:
    """Return triples by their predicates."""
    found: dict[NamedNode, list[Triple]] = {}
    for triple in triples:
        found.setdefault(triple[1], []).append(triple)
    return found


def _matched(
    graph: Walked, under: Triples, pattern: tuple[Node | None, NamedNode | None, Node | None]
) -> Iterator[Triple]:
    """Yield each triple that fits, from what is remembered of its subject or object."""
    s, p, o = pattern
    if s is None:
        return iter(graph.at(p, o)) if o is not None else under.match(s, p, o)
    own = graph.own(s)
    listed = own.get(p, ()) if p is not None else chain.from_iterable(own.values())
    return iter(listed) if o is None else (triple for triple in listed if triple[2] == o)

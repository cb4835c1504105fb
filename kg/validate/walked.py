"""Graphs in which what shapes read is walked: each thing is asked once, and a change stands over what was before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.validate.graphs import Node, Triple, Triples, Values, having

Side: TypeAlias = tuple[NamedNode | None, bool]
"""A property or None for any, and whether a node is the value: what is asked of a node are its triples on one side."""
Ask: TypeAlias = tuple[Node, Side]
Near: TypeAlias = dict[Side, list[Triple]]
"""What is known around a node."""
Rest: TypeAlias = tuple[Triple, ...] | None
"""What is on all sides of a node that are not known: nothing, or None where it has to be asked."""
OWN: Side = (None, False)
"""What a node has."""
INTO: Side = (None, True)
"""What a node is the value of."""
_NOTHING: tuple[Triple, ...] = ()


class Remembered:
    """A graph that is asked each thing once, and many things together where they are known to be wanted."""

    def __init__(self, under: Triples) -> None:
        self._under = under
        self._near: defaultdict[Node, Near] = defaultdict(dict)
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def near(self, node: Node) -> tuple[Near, Rest]:
        """Return what is known around a node, and what is on its other sides."""
        return self._near[node], None

    def learn(self, asks: Iterable[Ask]) -> None:
        """Ask what is not known yet."""
        groups: dict[Side, list[NamedNode]] = {}
        for node, side in asks:
            near = self._near[node]
            if side in near:
                continue
            found = near[side] = []
            predicate, inverse = side
            if isinstance(node, NamedNode):
                groups.setdefault(side, []).append(node)
            elif inverse:
                found += self._under.match(None, predicate, node)
            elif not isinstance(node, Literal):
                found += self._under.match(node, predicate, None)
        for side, nodes in groups.items():
            predicate, inverse = side
            end = 2 if inverse else 0
            for triple in self._under.around(nodes, predicate, inverse=inverse):
                self._near[triple[end]][side].append(triple)

    def of(self, node: Node, side: Side) -> Sequence[Triple]:
        """Return the triples on one side of a node."""
        return _asked(self, node, side)

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        return _matched(self, self._under, (s, p, o))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes once."""
        return _around(self, nodes, (predicate, inverse))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        if values not in self._sharing:
            self._sharing[values] = tuple(self._under.sharing(values))
        return iter(self._sharing[values])


class Overlay:
    """A graph as it is after a change: what is underneath without `removed`, and `added`, which is not underneath.

    What the change does not touch is read from underneath, and remembered there. Most of what a change names is new:
    there is no more to such a node than the change says.
    """

    def __init__(self, under: Remembered, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
        self._under = under
        self._added = tuple(added)
        self._removed = frozenset(removed)
        self._come = around(self._added)
        self._subjects = {triple[0] for triple in (*self._added, *self._removed)}
        self._touched = self._come.keys() | {term for s, _, o in self._removed for term in (s, o)}
        self._near: dict[Node, tuple[Near, Rest]] = {}
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def near(self, node: Node) -> tuple[Near, Rest]:
        """Return what is known around a node, and what is on its other sides."""
        if node not in self._touched:
            return self._under.near(node)
        found = self._near.get(node)
        if found is None:
            found = self._near[node] = (_whole(self._come[node]), _NOTHING) if self._is_new(node) else ({}, None)
        return found

    def learn(self, asks: Iterable[Ask]) -> None:
        """Ask what is not known yet."""
        unknown = [ask for ask in asks if not self._knows(*ask)]
        touched = [ask for ask in unknown if ask[0] in self._touched]
        self._under.learn((node, side if side[1] or node not in self._touched else OWN) for node, side in unknown)
        for node, side in touched:
            come = self._come.get(node, {})
            found = (come if side[0] is not None else _whole(come)).get(side, ())
            self._near[node][0][side] = [*self._left(self._before(node, side)), *found]

    def of(self, node: Node, side: Side) -> Sequence[Triple]:
        """Return the triples on one side of a node."""
        return _asked(self, node, side)

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        if s is None and o is None:
            come = self._added if p is None else (triple for triple in self._added if triple[1] == p)
            return chain(self._left(self._under.match(s, p, o)), come)
        return _matched(self, self._under, (s, p, o))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes once."""
        return _around(self, nodes, (predicate, inverse))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        if values not in self._sharing:
            # Nothing had a value that is new.
            before = () if any(self._is_new(o) for _, o in values) else self._under.sharing(values)
            left = [node for node in before if not any((node, p, o) in self._removed for p, o in values)]
            come = (s for p, o in values for s, _, _ in self._come.get(o, {}).get((p, True), ()))
            self._sharing[values] = (*left, *having(self, come, values))
        return iter(self._sharing[values])

    def _knows(self, node: Node, side: Side) -> bool:
        near, rest = self.near(node)
        return rest is not None or side in near

    def _before(self, node: Node, side: Side) -> Iterable[Triple]:
        """Return what was on one side of a node; what it had is read together."""
        predicate, inverse = side
        found = self._under.of(node, side if inverse else OWN)
        return found if inverse or predicate is None else [triple for triple in found if triple[1] == predicate]

    def _is_new(self, node: Node) -> bool:
        """Tell whether no triple had a node."""
        if node not in self._subjects or isinstance(node, Literal):
            return False
        return not self._under.of(node, OWN) and not self._under.of(node, INTO)

    def _left(self, before: Iterable[Triple]) -> Iterable[Triple]:
        return (triple for triple in before if triple not in self._removed) if self._removed else before


Walked: TypeAlias = Remembered | Overlay
"""A graph that shapes' steps are walked in."""


def by_predicate(triples: Iterable[Triple]) -> Mapping[NamedNode, list[Triple]]:
    """Return triples by their predicates."""
    found: dict[NamedNode, list[Triple]] = {}
    for triple in triples:
        found.setdefault(triple[1], []).append(triple)
    return found


def around(triples: Iterable[Triple]) -> dict[Node, Near]:
    """Return what triples say around each of their nodes, by property."""
    found: defaultdict[Node, Near] = defaultdict(dict)
    for triple in triples:
        s, p, o = triple
        found[s].setdefault((p, False), []).append(triple)
        found[o].setdefault((p, True), []).append(triple)
    return dict(found)


def _whole(near: Near) -> Near:
    """Return what is around a node with the sides by any property, too."""
    own = [triple for side, its in near.items() if not side[1] for triple in its]
    into = [triple for side, its in near.items() if side[1] for triple in its]
    return {**near, OWN: own, INTO: into}


def _asked(graph: Walked, node: Node, side: Side) -> Sequence[Triple]:
    near, rest = graph.near(node)
    found = near.get(side, rest)
    if found is None:
        graph.learn(((node, side),))
        found = graph.near(node)[0][side]
    return found


def _around(graph: Walked, nodes: Sequence[NamedNode], side: Side) -> Iterator[Triple]:
    listed = dict.fromkeys(nodes)
    graph.learn((node, side) for node in listed)
    return (triple for node in listed for triple in graph.of(node, side))


def _matched(
    graph: Walked, under: Triples, pattern: tuple[Node | None, NamedNode | None, Node | None]
) -> Iterator[Triple]:
    """Yield each triple that fits, from what is remembered of its subject or object."""
    s, p, o = pattern
    if s is None:
        return iter(graph.of(o, (p, True))) if o is not None else under.match(s, p, o)
    listed = graph.of(s, (p, False))
    return iter(listed) if o is None else (triple for triple in listed if triple[2] == o)

"""Graphs in which what shapes read is walked: each thing is asked once, and a change stands over what was before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.validate.graphs import Memory, Node, Triple, Triples, Values, mixed

Ask: TypeAlias = tuple[Node, NamedNode | None, bool]
"""A node, a property or None for any, and whether the node is the value: what is asked are triples around it."""


class Remembered:
    """A graph that is asked each thing once, and many things together where they are known to be wanted."""

    def __init__(self, under: Triples) -> None:
        self._under = under
        self._known: dict[Ask, list[Triple]] = {}
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def known(self, ask: Ask) -> list[Triple] | None:
        """Return the triples that a node has, or is the value of; None where that was not asked yet."""
        return self._known.get(ask)

    def learn(self, asks: Iterable[Ask]) -> None:
        """Ask what is not known yet."""
        groups: dict[tuple[NamedNode | None, bool], list[NamedNode]] = {}
        for ask in asks:
            node, predicate, inverse = ask
            if ask in self._known:
                continue
            self._known[ask] = []
            if isinstance(node, NamedNode):
                groups.setdefault((predicate, inverse), []).append(node)
            elif inverse:
                self._known[ask] += self._under.match(None, predicate, node)
            elif not isinstance(node, Literal):
                self._known[ask] += self._under.match(node, predicate, None)
        for (predicate, inverse), nodes in groups.items():
            end = 2 if inverse else 0
            for triple in self._under.around(nodes, predicate, inverse=inverse):
                self._known[triple[end], predicate, inverse].append(triple)

    def of(self, ask: Ask) -> list[Triple]:
        """Return the triples that a node has, or is the value of."""
        found = self.known(ask)
        if found is None:
            self.learn((ask,))
            found = self._known[ask]
        return found

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        return _matched(self, self._under, (s, p, o))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes once."""
        self.learn((node, predicate, inverse) for node in nodes)
        return (triple for node in dict.fromkeys(nodes) for triple in self._known[node, predicate, inverse])

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
        self._touched = self._subjects | {o for _, _, o in changed}
        self._known: dict[Ask, list[Triple]] = {}
        self._new: dict[Node, bool] = {}
        self._sharing: dict[Values, tuple[Node, ...]] = {}

    def known(self, ask: Ask) -> list[Triple] | None:
        """Return the triples that a node has, or is the value of; None where that has to be asked underneath."""
        node, predicate, inverse = ask
        if node not in self._touched:
            return self._under.known(ask)
        found = self._known.get(ask)
        if found is None:
            come = self._added.match(None, predicate, node) if inverse else self._added.match(node, predicate, None)
            found = self._known[ask] = [*self._left(self._before(node, predicate, inverse=inverse)), *come]
        return found

    def learn(self, asks: Iterable[Ask]) -> None:
        """Ask underneath what is not known yet."""
        self._under.learn(ask for ask in asks if ask[0] not in self._touched)

    def of(self, ask: Ask) -> list[Triple]:
        """Return the triples that a node has, or is the value of."""
        found = self.known(ask)
        return self._under.of(ask) if found is None else found

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        if s is None and o is None:
            return chain(self._left(self._under.match(s, p, o)), self._added.match(s, p, o))
        return _matched(self, self._under, (s, p, o))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes once."""
        asks = [(node, predicate, inverse) for node in dict.fromkeys(nodes)]
        self.learn(asks)
        return chain.from_iterable(map(self.of, asks))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        if values not in self._sharing:
            before = self._under.sharing(values)
            left = [node for node in before if not any((node, p, o) in self._removed for p, o in values)]
            self._sharing[values] = (*left, *mixed(self, self._added, values))
        return iter(self._sharing[values])

    def _before(self, node: Node, predicate: NamedNode | None, *, inverse: bool) -> list[Triple]:
        """Return what a node had, or was the value of: nothing where the change has brought it."""
        if self._is_new(node):
            return []
        if inverse:
            return self._under.of((node, predicate, inverse))
        own = self._under.of((node, None, False))
        return own if predicate is None else [triple for triple in own if triple[1] == predicate]

    def _is_new(self, node: Node) -> bool:
        """Tell whether no triple had a node: most of what a change names is new, and is then asked for once."""
        if node not in self._new:
            nameless = node not in self._subjects or isinstance(node, Literal) or self._under.of((node, None, False))
            self._new[node] = not nameless and not self._under.of((node, None, True))
        return self._new[node]

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


def _matched(
    graph: Walked, under: Triples, pattern: tuple[Node | None, NamedNode | None, Node | None]
) -> Iterator[Triple]:
    """Yield each triple that fits, from what is remembered of its subject or object."""
    s, p, o = pattern
    if s is None:
        return iter(graph.of((o, p, True))) if o is not None else under.match(s, p, o)
    listed = graph.of((s, p, False))
    return iter(listed) if o is None else (triple for triple in listed if triple[2] == o)

"""Walking what shapes can read, for all shapes at once: a walk carries the bits of the shapes that it is made for.

Walking forwards from focus nodes collects every triple that their shapes can read there; walking backwards from triples
that changed finds every focus node whose shape could read them. A walk takes all places of one length together, so that
it comes to a place once, with the bits of many shapes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from operator import or_
from typing import TypeAlias

from pyoxigraph import Literal

from kg.validate.automaton import START, Automaton, Edge
from kg.validate.graphs import Node, Triple
from kg.validate.paths import Differing, Shared, Step
from kg.validate.walked import Ask, Side, Walked

Changed: TypeAlias = Mapping[Node, Iterable[Side]]
"""Nodes, and on which sides of them, by a property each, triples changed."""
Focus: TypeAlias = dict[Node, int]
"""Nodes, and the bits of the shapes that look at them."""
_States: TypeAlias = dict[int, int]
"""States, and the bits of the shapes that come there."""
_Stand: TypeAlias = tuple[tuple[int, int], ...]
"""The same, to look up by."""
_Places: TypeAlias = Mapping[Node, _States]
"""Nodes, and in which states shapes come to them."""
_Rare: TypeAlias = Step | Shared | Differing
_Taken: TypeAlias = tuple[Iterable[Triple], Iterable[Node], int, _Stand]
"""What a step reads, to which nodes it leads, for whom, and to which states."""
_Parts: TypeAlias = Sequence_[tuple[int, set[Triple]]]
"""Where to put what the shapes of some bits read."""
_Led: TypeAlias = tuple[_Rare, int, int]
"""A step, for whom it leads to a state, and which."""
EVERYONE = -1
"""The bits of all shapes."""
_NONE: tuple[Triple, ...] = ()
_TABLED = 4096
"""Stands whose steps are kept; a few hundred are met."""


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps out of states that shapes come to together, by one property and all others, each with who takes it.

    `ends` are the bits of the shapes whose walk may end there.
    """

    plain: tuple[tuple[Side, int, _Stand], ...]
    rare: tuple[tuple[_Rare, int, _Stand], ...]
    ends: int


class Reach:
    """An automaton made ready for walks, for the shapes `among` alone."""

    def __init__(self, automaton: Automaton, among: int) -> None:
        edges = list(automaton.edges(among))
        free = [edge for edge in edges if edge.step is None]
        after = _same_place(automaton.states, among, ((edge.source, edge.target, edge.who) for edge in free))
        before = _same_place(automaton.states, among, ((edge.target, edge.source, edge.who) for edge in free))
        out, into = _by(edges, lambda edge: edge.source), _by(edges, lambda edge: edge.target)
        self._forwards = _Table([list(_led(places, out, turned=False)) for places in after])
        starts = [places.get(START, 0) for places in before]
        self._backwards = _Table([list(_led(places, into, turned=True)) for places in before], starts)
        self._reading = [(edge.step, edge.source, edge.who) for edge in edges if isinstance(edge.step, Step)]
        self._read = lru_cache(maxsize=_TABLED)(self._read_on)

    def affected(self, graph: Walked, changed: Changed) -> Focus:
        """Return every node from which a walk in `graph` can come to a changed triple, which `graph` must hold."""
        found: Focus = {}
        read = {node: dict(self._read(frozenset(sides))) for node, sides in changed.items()}
        for node, ends in _walk(graph, self._backwards, read):
            found[node] = found.get(node, 0) | ends
        return found

    def slice(self, graph: Walked, focus: Focus) -> set[Triple]:
        """Return every triple that walks from these nodes can read in `graph`."""
        (found,) = self.slices(graph, focus, EVERYONE)
        return found

    def slices(self, graph: Walked, focus: Focus, *bits: int) -> list[set[Triple]]:
        """Return the triples that walks of some shapes can read, for each of these bits."""
        parts = [(who, set[Triple]()) for who in bits]
        for _ in _walk(graph, self._forwards, {node: {START: who} for node, who in focus.items()}, parts):
            pass
        return [found for _, found in parts]

    def _read_on(self, sides: frozenset[Side]) -> _Stand:
        """Return the states in which triples on some sides of a node are read."""
        found: _States = {}
        for step, source, who in self._reading:
            if any(_takes(step, side) for side in sides):
                found[source] = found.get(source, 0) | who
        return tuple(found.items())


class _Table:
    """The steps out of states. What leads on from several together, each for some shapes, is worked out once."""

    def __init__(self, led: Sequence_[Sequence_[_Led]], ends: Sequence_[int] = ()) -> None:
        self._led = led
        self._ends = ends
        # What leads nowhere and may not end there need not be come to.
        self._worth = [_all(who for _, who, _ in its) | (ends[state] if ends else 0) for state, its in enumerate(led)]
        self.of = lru_cache(maxsize=_TABLED)(self._of)

    def _of(self, stand: _Stand) -> _Steps:
        takers: defaultdict[_Rare, int] = defaultdict(int)
        leads: defaultdict[_Rare, _States] = defaultdict(dict)
        for state, bits in stand:
            for step, who, target in self._led[state]:
                if ours := who & bits:
                    takers[step] |= ours
                    if ours & self._worth[target]:
                        _merge(leads[step], ((target, ours & self._worth[target]),))
        ends = _all(self._ends[state] & bits for state, bits in stand) if self._ends else 0
        its = [(step, who, tuple(leads[step].items())) for step, who in takers.items()]
        plain = tuple((side, who, to) for step, who, to in its if (side := _side(step)) is not None)
        return _Steps(plain, tuple(one for one in its if _side(one[0]) is None), ends)


def _walk(graph: Walked, table: _Table, places: _Places, parts: _Parts = ()) -> Iterator[tuple[Node, int]]:
    """Yield nodes where walks end, with the bits of the shapes whose walks they are; add to `parts` what steps read.

    What is not known at the places of one length is asked together.
    """
    seen: defaultdict[Node, _States] = defaultdict(dict)
    while places:
        taken: list[_Taken] = []
        unknown: list[tuple[Ask, int, _Stand]] = []
        rare: list[tuple[Node, _Rare, int, _Stand]] = []
        for node, states in places.items():
            stand = _new(seen[node], states)
            if not stand:
                continue
            steps = table.of(stand)
            if steps.ends:
                yield node, steps.ends
            near, rest = graph.near(node)
            for side, who, leads in steps.plain:
                triples = near.get(side, rest)
                if triples is None:
                    unknown.append(((node, side), who, leads))
                elif triples:
                    taken.append(_plain(triples, side, who, leads))
            if steps.rare:
                rare += ((node, step, who, leads) for step, who, leads in steps.rare)
        graph.learn(ask for ask, _, _ in unknown)
        graph.learn(ask for node, step, _, _ in rare for ask in _asks(node, step))
        taken += (_plain(graph.of(*ask), ask[1], who, leads) for ask, who, leads in unknown)
        taken += ((*_rare(graph, node, step), who, leads) for node, step, who, leads in rare)
        places = _further(taken, parts)


def _new(known: _States, states: _States) -> _Stand:
    """Return what is new in `states`, which is known afterwards."""
    if not known:
        known.update(states)
        return tuple(states.items())
    found = tuple((state, new) for state, bits in states.items() if (new := bits & ~known.get(state, 0)))
    _merge(known, found)
    return found


def _plain(triples: Sequence_[Triple], side: Side, who: int, leads: _Stand) -> _Taken:
    end = 0 if side[1] else 2
    return triples, [triple[end] for triple in triples] if leads else (), who, leads


def _further(taken: Iterable[_Taken], parts: _Parts) -> _Places:
    """Return where steps lead, and add to `parts` what they read."""
    further: defaultdict[Node, _States] = defaultdict(dict)
    for triples, ends, who, leads in taken:
        for whose, found in parts:
            if who & whose:
                found.update(triples)
        for end in ends if leads else ():
            _merge(further[end], leads)
    return further


def _merge(states: _States, more: Iterable[tuple[int, int]]) -> None:
    for state, bits in more:
        states[state] = states.get(state, 0) | bits


def _asks(node: Node, step: _Rare) -> Iterator[Ask]:
    """Yield what a step by any property but some, or over values, asks of a node."""
    match step:
        case Step(predicate, inverse):
            yield node, (predicate, inverse)
        case Shared(pairs):
            yield from ((node, (predicate, False)) for predicate, _ in pairs)
        case Differing(one, other):
            yield from ((node, (predicate, False)) for predicate in (one, other))


def _rare(graph: Walked, node: Node, step: _Rare) -> tuple[Iterable[Triple], Iterable[Node]]:
    """Return what such a step reads, and where it leads."""
    match step:
        case Step(predicate, inverse, excluded):
            listed = [triple for triple in graph.of(node, (predicate, inverse)) if triple[1] not in excluded]
            return listed, [triple[0 if inverse else 2] for triple in listed]
        case Shared():
            return _NONE, tuple(_alike(graph, node, step))
        case Differing():
            return _NONE, (node,) if _differs(graph, node, step) else ()


def _alike(graph: Walked, node: Node, step: Shared) -> Iterator[Node]:
    counting = (
        [value for _, _, value in graph.of(node, (p, False)) if among is None or value in among]
        for (p, _), among in zip(step.pairs, step.among, strict=True)
    )
    for values in product(*counting):
        yield from graph.sharing(tuple((q, value) for (_, q), value in zip(step.pairs, values, strict=True)))


def _differs(graph: Walked, node: Node, step: Differing) -> bool:
    """Tell whether two values may differ; a literal may differ from itself: NaN does."""
    one, other = ({triple[2] for triple in graph.of(node, (p, False))} for p in (step.one, step.other))
    return bool(one and other) and (len(one | other) > 1 or any(isinstance(value, Literal) for value in one))


def _same_place(states: int, among: int, free: Iterable[tuple[int, int, int]]) -> list[dict[int, int]]:
    """Return for each state those that are the same place, itself among them, and for whom."""
    found = [{state: among} for state in range(states)]
    listed = list(free)
    grown = True
    while grown:
        grown = False
        for places in found:
            for source, target, who in listed:
                ours = places.get(source, 0) & who
                if ours & ~places.get(target, 0):
                    places[target] = places.get(target, 0) | ours
                    grown = True
    return found


def _by(edges: Iterable[Edge], key: Callable[[Edge], int]) -> Mapping[int, list[Edge]]:
    found: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[key(edge)].append(edge)
    return found


def _led(places: _States, edges: Mapping[int, list[Edge]], *, turned: bool) -> Iterator[_Led]:
    """Yield the steps that lead out of some states that are the same place, turned into their sources."""
    for state, who in places.items():
        for edge in edges.get(state, ()):
            if edge.step is not None and (ours := edge.who & who):
                yield (_turned(edge.step), ours, edge.source) if turned else (edge.step, ours, edge.target)


def _turned(step: _Rare) -> _Rare:
    if isinstance(step, Differing):
        return step
    if isinstance(step, Shared):
        return Shared(tuple((q, p) for p, q in step.pairs), step.among)
    return Step(step.predicate, not step.inverse, step.excluded)


def _side(step: _Rare) -> Side | None:
    """Return what a step by one property asks of a node."""
    if isinstance(step, Step) and step.predicate is not None and not step.excluded:
        return step.predicate, step.inverse
    return None


def _takes(step: Step, side: Side) -> bool:
    predicate, inverse = side
    return step.inverse == inverse and step.predicate in (None, predicate) and predicate not in step.excluded


def _all(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)

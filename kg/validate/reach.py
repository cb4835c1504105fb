"""Walking what shapes can read, for all shapes at once: a walk carries the bits of the shapes that it is made for.

Walking forwards from focus nodes collects every triple that their shapes can read there; walking backwards from triples
that changed finds every focus node whose shape could read them. A walk takes all places of one length together, so that
it comes to a place once, with the bits of many shapes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from typing import TypeAlias, TypeVar

from pyoxigraph import Literal, NamedNode

from kg.validate.automaton import START, Automaton, Edge
from kg.validate.graphs import Node, Triple
from kg.validate.paths import Differing, Shared, Step
from kg.validate.walked import Ask, Walked

Changed: TypeAlias = Mapping[NamedNode, Sequence_[Triple]]
"""Triples by predicate."""
Focus: TypeAlias = dict[Node, int]
"""Nodes, and the bits of the shapes that look at them."""
_Places: TypeAlias = defaultdict[tuple[Node, int], int]
"""Nodes in states, and the bits of the shapes that come there."""
_Rare: TypeAlias = Step | Shared | Differing
_Leads: TypeAlias = tuple[tuple[int, int], ...]
"""For whom a step leads to which state."""
_Taken: TypeAlias = tuple[Iterable[Triple], Iterable[Node], _Leads]
"""What a step reads, to which nodes it leads, and for whom to which states."""
_Led: TypeAlias = Iterable[tuple[_Rare, int, int]]
_NONE: tuple[Triple, ...] = ()
_S = TypeVar("_S")
_TABLED = 4096
"""Pairs of a state and shapes whose steps are kept; a few hundred are met."""


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps out of a state: by one property, from a node or to it, and all others."""

    plain: tuple[tuple[tuple[NamedNode, bool], _Leads], ...]
    rare: tuple[tuple[_Rare, _Leads], ...]

    def of(self, who: int) -> "_Steps":
        """Return the steps that some shapes take, for them alone."""
        return _Steps(_ours(self.plain, who), _ours(self.rare, who))


class Reach:
    """An automaton made ready for walks, for the shapes `among` alone."""

    def __init__(self, automaton: Automaton, among: int) -> None:
        edges = list(automaton.edges(among))
        free = [edge for edge in edges if edge.step is None]
        after = _same_place(automaton.states, among, ((edge.source, edge.target, edge.who) for edge in free))
        before = _same_place(automaton.states, among, ((edge.target, edge.source, edge.who) for edge in free))
        out, into = _by(edges, lambda edge: edge.source), _by(edges, lambda edge: edge.target)
        self._forwards = _Table(_steps(_led(places, out, turned=False)) for places in after)
        self._backwards = _Table(_steps(_led(places, into, turned=True)) for places in before)
        self._starts = [places.get(START, 0) for places in before]
        self._reading = [(edge.step, edge.source, edge.who) for edge in edges if isinstance(edge.step, Step)]

    def affected(self, graph: Walked, changed: Changed) -> Focus:
        """Return every node from which a walk in `graph` can come to a changed triple, which `graph` must hold."""
        found: Focus = {}
        for node, state, who in _walk(graph, self._backwards, self._read_at(changed), set()):
            if ours := who & self._starts[state]:
                found[node] = found.get(node, 0) | ours
        return found

    def slice(self, graph: Walked, focus: Focus) -> set[Triple]:
        """Return every triple that walks from these nodes can read in `graph`."""
        found: set[Triple] = set()
        places = defaultdict(int, {(node, START): who for node, who in focus.items()})
        for _ in _walk(graph, self._forwards, places, found):
            pass
        return found

    def _read_at(self, changed: Changed) -> _Places:
        """Return the places at which changed triples are read."""
        found: _Places = defaultdict(int)
        for step, source, who in self._reading:
            listed = (
                chain.from_iterable(changed.values()) if step.predicate is None else changed.get(step.predicate, ())
            )
            end = 2 if step.inverse else 0
            for triple in listed:
                if triple[1] not in step.excluded:
                    found[triple[end], source] |= who
        return found


class _Table:
    """The steps out of each state, for all shapes or some of them; what some take is worked out once."""

    def __init__(self, steps: Iterable[_Steps]) -> None:
        self._steps = tuple(steps)
        self.of = lru_cache(maxsize=_TABLED)(self._of)

    def _of(self, state: int, who: int) -> _Steps:
        return self._steps[state].of(who)


def _walk(graph: Walked, table: _Table, places: _Places, read: set[Triple]) -> Iterator[tuple[Node, int, int]]:
    """Yield every place that is come to, with the bits of shapes that are new there; add to `read` what steps read.

    What is not known at the places of one length is asked together.
    """
    seen: dict[tuple[Node, int], int] = {}
    while places:
        taken: list[_Taken] = []
        unknown: list[tuple[Ask, _Leads]] = []
        rare: list[tuple[Node, _Rare, _Leads]] = []
        for place, bits in places.items():
            known = seen.get(place, 0)
            who = bits & ~known
            if not who:
                continue
            seen[place] = known | who
            node, state = place
            yield node, state, who
            steps = table.of(state, who)
            for (predicate, inverse), leads in steps.plain:
                ask = node, predicate, inverse
                triples = graph.known(ask)
                if triples is None:
                    unknown.append((ask, leads))
                elif triples:
                    taken.append(_plain(triples, leads, inverse=inverse))
            rare += ((node, step, leads) for step, leads in steps.rare)
        graph.learn(ask for ask, _ in unknown)
        graph.learn(ask for node, step, _ in rare for ask in _asks(node, step))
        taken += (_plain(graph.of(ask), leads, inverse=ask[2]) for ask, leads in unknown)
        taken += ((*_rare(graph, node, step), leads) for node, step, leads in rare)
        places = _further(taken, read)


def _plain(triples: Sequence_[Triple], leads: _Leads, *, inverse: bool) -> _Taken:
    return triples, [triple[0] for triple in triples] if inverse else [triple[2] for triple in triples], leads


def _further(taken: Iterable[_Taken], read: set[Triple]) -> _Places:
    """Return where steps lead, and add to `read` what they read."""
    further: _Places = defaultdict(int)
    for triples, ends, leads in taken:
        read.update(triples)
        for end in ends:
            for ours, target in leads:
                further[end, target] |= ours
    return further


def _asks(node: Node, step: _Rare) -> Iterator[Ask]:
    """Yield what a step by any property but some, or over values, asks of a node."""
    match step:
        case Step(predicate, inverse):
            yield node, predicate, inverse
        case Shared(pairs):
            yield from ((node, predicate, False) for predicate, _ in pairs)
        case Differing(one, other):
            yield from ((node, predicate, False) for predicate in (one, other))


def _rare(graph: Walked, node: Node, step: _Rare) -> tuple[Iterable[Triple], Iterable[Node]]:
    """Return what such a step reads, and where it leads."""
    match step:
        case Step(predicate, inverse, excluded):
            listed = [triple for triple in graph.of((node, predicate, inverse)) if triple[1] not in excluded]
            return listed, [triple[0 if inverse else 2] for triple in listed]
        case Shared():
            return _NONE, tuple(_alike(graph, node, step))
        case Differing():
            return _NONE, (node,) if _differs(graph, node, step) else ()


def _alike(graph: Walked, node: Node, step: Shared) -> Iterator[Node]:
    counting = (
        [value for _, _, value in graph.of((node, p, False)) if among is None or value in among]
        for (p, _), among in zip(step.pairs, step.among, strict=True)
    )
    for values in product(*counting):
        yield from graph.sharing(tuple((q, value) for (_, q), value in zip(step.pairs, values, strict=True)))


def _differs(graph: Walked, node: Node, step: Differing) -> bool:
    """Tell whether two values may differ; a literal may differ from itself: NaN does."""
    one, other = ({triple[2] for triple in graph.of((node, p, False))} for p in (step.one, step.other))
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


def _led(places: Mapping[int, int], edges: Mapping[int, list[Edge]], *, turned: bool) -> _Led:
    """Yield the steps that lead out of some states that are the same place, turned into their sources."""
    for state, who in places.items():
        for edge in edges.get(state, ()):
            if edge.step is not None and edge.who & who:
                yield (
                    (_turned(edge.step), edge.who & who, edge.source)
                    if turned
                    else (
                        edge.step,
                        edge.who & who,
                        edge.target,
                    )
                )


def _turned(step: _Rare) -> _Rare:
    if isinstance(step, Differing):
        return step
    if isinstance(step, Shared):
        return Shared(tuple((q, p) for p, q in step.pairs), step.among)
    return Step(step.predicate, not step.inverse, step.excluded)


def _steps(led: _Led) -> _Steps:
    leads: defaultdict[_Rare, dict[int, int]] = defaultdict(dict)
    for step, who, target in led:
        leads[step][target] = leads[step].get(target, 0) | who
    plain, rare = [], []
    for step, states in leads.items():
        its = tuple((who, state) for state, who in states.items())
        if isinstance(step, (Shared, Differing)) or step.predicate is None or step.excluded:
            rare.append((step, its))
        else:
            plain.append(((step.predicate, step.inverse), its))
    return _Steps(tuple(plain), tuple(rare))


def _ours(steps: tuple[tuple[_S, _Leads], ...], who: int) -> tuple[tuple[_S, _Leads], ...]:
    """Return the steps that some shapes take, for them alone."""
    found = ((step, tuple((who & whom, state) for whom, state in leads if who & whom)) for step, leads in steps)
    return tuple((step, leads) for step, leads in found if leads)

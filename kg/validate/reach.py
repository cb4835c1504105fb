"""Walking what shapes can read, for all shapes at once: a walk carries the bits of the shapes that it is made for.

Walking forwards from focus nodes collects every triple that their shapes can read there; walking backwards from triples
that changed finds every focus node whose shape could read them. A walk takes all places of one length together, so that
it comes to a place once, with the bits of many shapes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from itertools import chain, product
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.validate.automaton import START, Automaton, Edge
from kg.validate.graphs import Node, Triple
from kg.validate.paths import Shared, Step
from kg.validate.walked import Walked

Changed: TypeAlias = Mapping[NamedNode, Sequence_[Triple]]
"""Triples by predicate."""
Focus: TypeAlias = dict[Node, int]
"""Nodes, and the bits of the shapes that look at them."""
_Places: TypeAlias = defaultdict[tuple[Node, int], int]
"""Nodes in states, and the bits of the shapes that come there."""
_Leads: TypeAlias = tuple[tuple[int, int], ...]
"""For whom a step leads to which state."""
_Led: TypeAlias = Iterable[tuple[Step | Shared, int, int]]
_NONE: tuple[Triple, ...] = ()


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps out of a state: from a node to a property's values, from a value to its nodes, and all others."""

    own: Mapping[NamedNode, _Leads]
    at: tuple[tuple[NamedNode, _Leads], ...]
    other: tuple[tuple[Step | Shared, _Leads], ...]


class Reach:
    """An automaton made ready for walks, for the shapes `among` alone."""

    def __init__(self, automaton: Automaton, among: int) -> None:
        edges = list(automaton.edges(among))
        free = [edge for edge in edges if edge.step is None]
        after = _same_place(automaton.states, among, ((edge.source, edge.target, edge.who) for edge in free))
        before = _same_place(automaton.states, among, ((edge.target, edge.source, edge.who) for edge in free))
        out, into = _by(edges, lambda edge: edge.source), _by(edges, lambda edge: edge.target)
        self._forwards = [_steps(_led(places, out, turned=False)) for places in after]
        self._backwards = [_steps(_led(places, into, turned=True)) for places in before]
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


def _walk(
    graph: Walked, table: Sequence_[_Steps], places: _Places, read: set[Triple]
) -> Iterator[tuple[Node, int, int]]:
    """Yield every place that is come to, with the bits of shapes that are new there; add to `read` what steps read."""
    seen: dict[tuple[Node, int], int] = {}
    while places:
        further: _Places = defaultdict(int)
        for place, bits in places.items():
            known = seen.get(place, 0)
            who = bits & ~known
            if not who:
                continue
            seen[place] = known | who
            node, state = place
            yield node, state, who
            for triples, ends, leads in _taken(graph, node, table[state], who):
                for whom, target in leads:
                    if ours := who & whom:
                        read.update(triples)
                        for end in ends:
                            further[end, target] |= ours
        places = further


def _taken(
    graph: Walked, node: Node, steps: _Steps, who: int
) -> Iterator[tuple[Iterable[Triple], Iterable[Node], _Leads]]:
    """Yield what each step out of a place reads, to which nodes it leads, and for whom to which states."""
    if steps.own and not isinstance(node, Literal):
        own = graph.own(node)
        for predicate in own.keys() & steps.own.keys():
            triples = own[predicate]
            yield triples, [triple[2] for triple in triples], steps.own[predicate]
    for predicate, leads in steps.at:
        if any(who & whom for whom, _ in leads):
            triples = graph.at(predicate, node)
            yield triples, [triple[0] for triple in triples], leads
    for step, leads in steps.other:
        if any(who & whom for whom, _ in leads):
            yield *_rare(graph, node, step), leads


def _rare(graph: Walked, node: Node, step: Step | Shared) -> tuple[Iterable[Triple], Iterable[Node]]:
    """Return what a step by any property but some, or over values in common, reads, and where it leads."""
    if isinstance(step, Shared):
        return _NONE, tuple(_alike(graph, node, step))
    if step.inverse:
        read: Iterable[Triple] = graph.at(step.predicate, node)
    else:
        read = () if isinstance(node, Literal) else chain.from_iterable(graph.own(node).values())
    listed = [triple for triple in read if triple[1] not in step.excluded]
    return listed, [triple[0 if step.inverse else 2] for triple in listed]


def _alike(graph: Walked, node: Node, step: Shared) -> Iterator[Node]:
    own = {} if isinstance(node, Literal) else graph.own(node)
    counting = (
        [value for _, _, value in own.get(p, ()) if among is None or value in among]
        for (p, _), among in zip(step.pairs, step.among, strict=True)
    )
    for values in product(*counting):
        yield from graph.sharing(tuple((q, value) for (_, q), value in zip(step.pairs, values, strict=True)))


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


def _turned(step: Step | Shared) -> Step | Shared:
    if isinstance(step, Shared):
        return Shared(tuple((q, p) for p, q in step.pairs), step.among)
    return Step(step.predicate, not step.inverse, step.excluded)


def _steps(led: _Led) -> _Steps:
    leads: defaultdict[Step | Shared, dict[int, int]] = defaultdict(dict)
    for step, who, target in led:
        leads[step][target] = leads[step].get(target, 0) | who
    own: dict[NamedNode, _Leads] = {}
    at, other = [], []
    for step, states in leads.items():
        its = tuple((who, state) for state, who in states.items())
        if isinstance(step, Shared) or step.predicate is None or step.excluded:
            other.append((step, its))
        elif step.inverse:
            at.append((step.predicate, its))
        else:
            own[step.predicate] = its
    return _Steps(own, tuple(at), tuple(other))

"""Validation of a change: only the focus nodes that the change can matter to, on only what their shapes can read.

The result is what a full run would say about these nodes, and for every other node a full run says what it said before
(a property test holds this against full runs). Shapes of which it cannot be told what they read run in full, and are
named.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.validate import engine
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Memory, Node, Overlay, Triple, Triples
from kg.validate.shapes import Shapes, without_targets
from kg.validate.targets import NODE, focus_nodes, is_focus
from kg.validate.walk import Footprint, footprint


@dataclass(frozen=True, slots=True)
class Delta:
    """What validating a change gave.

    `focus` are the nodes that each shape looked at, `sliced` the number of triples it looked at them on, `in_full` the
    shapes that had to look at everything, with the reason.
    """

    findings: tuple[Finding, ...]
    focus: tuple[tuple[NamedNode, frozenset[Node]], ...]
    sliced: int
    in_full: tuple[tuple[NamedNode, str], ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """A graph before and after, and what really came and went."""

    old: Triples
    new: Overlay
    come: frozenset[Triple]
    gone: frozenset[Triple]


def validate(old: Triples, added: Iterable[Triple], removed: Iterable[Triple], shapes: Shapes, name: str) -> Delta:
    """Return what a change of `old` breaks; triples that are already there, or gone, change nothing."""
    change = _change(old, added, removed)
    prints = [footprint(shapes.graph, top) for top in shapes.tops]
    readable = [one for one in prints if one.reason is None]
    focus = {one.shape: _focus(change, shapes, one) for one in readable}
    part = Memory({triple for one in readable for triple in one.automaton.slice(change.new, focus[one.shape])})
    findings = [*_run(part, shapes, focus, name)]
    in_full = tuple((one.shape, one.reason) for one in prints if one.reason is not None)
    if in_full:
        everything = Memory(change.new.match(None, None, None))
        whole = {shape: focus_nodes(everything, shapes.graph, shape) for shape, _ in in_full}
        findings += _run(everything, shapes, whole, name)
        focus |= whole
    return Delta(ordered(findings), _frozen(focus), len(part), in_full)


def after(old: Triples, come: Iterable[Triple], gone: Iterable[Triple]) -> Triples:
    """Return the graph as it is after a change."""
    return _change(old, come, gone).new


def _change(old: Triples, added: Iterable[Triple], removed: Iterable[Triple]) -> _Change:
    gone = frozenset(triple for triple in removed if _holds(old, triple))
    come = frozenset(triple for triple in added if triple in gone or not _holds(old, triple))
    gone, come = gone - come, come - gone
    return _Change(old, Overlay(old, come, gone), come, gone)


def _focus(change: _Change, shapes: Shapes, one: Footprint) -> set[Node]:
    """Walk back from what came in the new state, from what went in the old one; keep what is a focus node now."""
    reached = one.automaton.affected(change.new, change.come) | one.automaton.affected(change.old, change.gone)
    return {node for node in reached if is_focus(change.new, shapes.graph, one.shape, node)}


def _run(data: Memory, shapes: Shapes, focus: dict[NamedNode, set[Node]], name: str) -> tuple[Finding, ...]:
    """Run an engine on these focus nodes alone, by way of sh:targetNode: no engine's own choice of nodes is trusted."""
    targeted = {shape: nodes for shape, nodes in focus.items() if nodes}
    if not targeted:
        return ()
    targets = ((shape, NODE, node) for shape, nodes in targeted.items() for node in nodes)
    aimed = Shapes(Memory((*without_targets(shapes.graph), *targets)), tuple(sorted(targeted, key=str)), shapes.rules)
    return engine.run(data, aimed, name)


def _holds(graph: Triples, triple: Triple) -> bool:
    return next(graph.match(*triple), None) is not None


def _frozen(focus: dict[NamedNode, set[Node]]) -> tuple[tuple[NamedNode, frozenset[Node]], ...]:
    return tuple((shape, frozenset(nodes)) for shape, nodes in sorted(focus.items(), key=lambda pair: str(pair[0])))

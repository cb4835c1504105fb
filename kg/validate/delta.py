"""Validation of a change: only the focus nodes that the change can matter to, on only what their shapes can read.

The result is what a full run would say about these nodes, and for every other node a full run says what it said before
(a property test holds this against full runs). Shapes of which it cannot be told what they read run in full, and are
named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from pyoxigraph import NamedNode

from kg.rdf.terms import TYPE
from kg.validate import engine
from kg.validate.findings import Finding, ordered
from kg.validate.graphs import Memory, Node, Triple, Triples
from kg.validate.reach import EVERYONE, Focus
from kg.validate.shapes import Shapes
from kg.validate.targets import focus_nodes, superclasses
from kg.validate.walk import Footprints, footprints
from kg.validate.walked import INTO, OWN, Overlay, Remembered, Walked, around


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
class Change:
    """A graph before and after, and what really came and went."""

    old: Walked
    new: Walked
    come: frozenset[Triple]
    gone: frozenset[Triple]


def change(old: Triples, added: Iterable[Triple], removed: Iterable[Triple]) -> Change:
    """Return a change of `old`; triples that are already there, or gone, change nothing."""
    before, added, removed = Remembered(old), tuple(added), tuple(removed)
    nodes = dict.fromkeys(triple[0] for triple in (*added, *removed))
    # A change has several triples of a node: what it had is read once, of all of them together.
    before.learn((node, OWN) for node in nodes)
    own = {node: frozenset(before.of(node, OWN)) for node in nodes}
    before.learn((node, INTO) for node in nodes if not own[node])
    gone = frozenset(triple for triple in removed if triple in own[triple[0]])
    come = frozenset(triple for triple in added if triple in gone or triple not in own[triple[0]])
    gone, come = gone - come, come - gone
    return Change(before, Overlay(before, come, gone), come, gone)


def validate(changed: Change, shapes: Shapes, name: str) -> Delta:
    """Return what a change breaks."""
    prints = footprints(shapes)
    looking = _focus(changed, prints)
    focus = {shape: {node for node, who in looking.items() if who & bit} for shape, bit in prints.shapes.items()}
    asked = sum(prints.shapes.get(shape, 0) for shape in engine.shared_out(shapes).done)
    part, rest = map(Memory, prints.reach.slices(changed.new, looking, EVERYONE, ~asked))
    findings = [*engine.run(part, shapes, name, focus, rest)]
    if prints.in_full:
        everything = Memory(changed.new.match(None, None, None))
        whole = {shape: focus_nodes(everything, shapes.graph, shape) for shape, _ in prints.in_full}
        findings += engine.run(everything, shapes, name, whole)
        focus |= whole
    return Delta(ordered(findings), _frozen(focus), len(part), prints.in_full)


def _focus(changed: Change, prints: Footprints) -> Focus:
    """Walk back from what came in the new state, from what went in the old one; keep what is a focus node now."""
    above = cache(partial(superclasses, changed.new))
    reached = prints.reach.affected(changed.new, around(changed.come))
    for node, who in prints.reach.affected(changed.old, around(changed.gone)).items():
        reached[node] = reached.get(node, 0) | who
    changed.new.learn((node, (TYPE, False)) for node in reached)
    found = {}
    for node, who in reached.items():
        among = who | prints.aims.by_class if who & prints.retyped else who
        if looking := prints.aims.at(changed.new, above, node, among & ~prints.retyped):
            found[node] = looking
    return found


def _frozen(focus: Mapping[NamedNode, set[Node]]) -> tuple[tuple[NamedNode, frozenset[Node]], ...]:
    return tuple((shape, frozenset(nodes)) for shape, nodes in sorted(focus.items(), key=lambda pair: str(pair[0])))

"""Which nodes a shape looks at: its focus nodes, found for all or told for one."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.rdf.terms import TYPE, sh
from kg.validate.graphs import SUBCLASS, Memory, Node, Triples, objects
from kg.validate.shapes import Shapes, is_class
from kg.validate.walked import Walked

_T = TypeVar("_T", bound=Node)
CLASS, NODE, SUBJECTS, OBJECTS = map(sh, ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"))


def focus_nodes(data: Triples, shapes: Memory, shape: NamedNode) -> set[Node]:
    """Return every focus node of a shape in the data."""
    found: set[Node] = set(objects(shapes, shape, NODE))
    for kind in classes(shapes, shape):
        for one in subclasses(data, kind):
            found |= {s for s, _, _ in data.match(None, TYPE, one)}
    for predicate in objects(shapes, shape, SUBJECTS):
        found |= {s for s, _, _ in data.match(None, _property(predicate), None)}
    for predicate in objects(shapes, shape, OBJECTS):
        found |= {o for _, _, o in data.match(None, _property(predicate), None)}
    return found


def all_focus_nodes(data: Triples, shapes: Shapes) -> dict[NamedNode, set[Node]]:
    """Return the focus nodes of every shape; shapes with the same targets share one set of them, sets share nodes."""
    found: dict[Targets, set[Node]] = {}
    known: dict[Node, Node] = {}
    aimed = {shape: targets(shapes.graph, shape) for shape in shapes.tops}
    for shape, its in aimed.items():
        if its not in found:
            found[its] = {known.setdefault(node, node) for node in focus_nodes(data, shapes.graph, shape)}
    return {shape: found[its] for shape, its in aimed.items()}


@dataclass(frozen=True, slots=True)
class Targets:
    """What makes a node a focus node of one shape."""

    nodes: frozenset[Node]
    classes: frozenset[Node]
    subjects: tuple[NamedNode, ...]
    objects: tuple[NamedNode, ...]


class Aims:
    """What many shapes look at, asked of one node for all of them; `targets` are those of each shape's bit."""

    def __init__(self, targets: Mapping[int, Targets]) -> None:
        self.by_class = sum(bit for bit, its in targets.items() if its.classes)
        self._nodes = _bits((node, bit) for bit, its in targets.items() for node in its.nodes)
        self._classes = _bits((kind, bit) for bit, its in targets.items() for kind in its.classes)
        self._subjects = _bits((predicate, bit) for bit, its in targets.items() for predicate in its.subjects)
        self._objects = _bits((predicate, bit) for bit, its in targets.items() for predicate in its.objects)

    def at(self, data: Walked, above: Callable[[Node], AbstractSet[Node]], node: Node, among: int) -> int:
        """Return the bits, of those `among`, of shapes that look at a node; `above` gives a class and all above it."""
        found = self._nodes.get(node, 0)
        if not isinstance(node, Literal):
            for _, _, kind in data.of(node, (TYPE, False)) if self.by_class & among else ():
                for one in above(kind):
                    found |= self._classes.get(one, 0)
            for predicate, bits in self._subjects.items():
                if bits & among & ~found and data.of(node, (predicate, False)):
                    found |= bits
        for predicate, bits in self._objects.items():
            if bits & among & ~found and data.of(node, (predicate, True)):
                found |= bits
        return found & among


def _bits(pairs: Iterable[tuple[_T, int]]) -> dict[_T, int]:
    found: dict[_T, int] = {}
    for term, bit in pairs:
        found[term] = found.get(term, 0) | bit
    return found


def targets(shapes: Memory, shape: NamedNode) -> Targets:
    """Return what makes a node a focus node of a shape."""
    return Targets(
        frozenset(objects(shapes, shape, NODE)),
        frozenset(classes(shapes, shape)),
        tuple(map(_property, objects(shapes, shape, SUBJECTS))),
        tuple(map(_property, objects(shapes, shape, OBJECTS))),
    )


def classes(shapes: Memory, shape: NamedNode) -> tuple[Node, ...]:
    """Return the classes whose instances a shape targets, itself among them where it is a class."""
    said = objects(shapes, shape, CLASS)
    return (*said, shape) if is_class(shapes, shape) else said


def subclasses(data: Triples, kind: Node) -> set[Node]:
    """Return a class and all classes below it."""
    found, waiting = {kind}, [kind]
    while waiting:
        for s, _, _ in data.match(None, SUBCLASS, waiting.pop()):
            if s not in found:
                found.add(s)
                waiting.append(s)
    return found


def superclasses(data: Triples, kind: Node) -> frozenset[Node]:
    """Return a class and all classes above it."""
    found: set[Node] = set()
    waiting = [kind]
    while waiting:
        kind = waiting.pop()
        if kind not in found and not isinstance(kind, Literal):
            found.add(kind)
            waiting += [o for _, _, o in data.match(kind, SUBCLASS, None)]
    return frozenset(found)


def _property(node: Node) -> NamedNode:
    return node if isinstance(node, NamedNode) else NamedNode(f"urn:kg:no-property:{BlankNode().value}")

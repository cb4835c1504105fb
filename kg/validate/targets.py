"""Which nodes a shape looks at: its focus nodes, found for all or told for one."""

from pyoxigraph import BlankNode, Literal, NamedNode

from kg import vocab
from kg.validate.graphs import SUBCLASS, TYPE, Memory, Node, Triples, objects
from kg.validate.shapes import is_class

CLASS, NODE, SUBJECTS, OBJECTS = (
    NamedNode(vocab.SH + name) for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
)


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


def is_focus(data: Triples, shapes: Memory, shape: NamedNode, node: Node) -> bool:
    """Tell whether a node is a focus node of a shape, looking at the node alone."""
    if node in objects(shapes, shape, NODE):
        return True
    targeted = classes(shapes, shape)
    if targeted and not isinstance(node, Literal) and _superclasses(data, node) & set(targeted):
        return True
    if any(_has(data, node, _property(p), None) for p in objects(shapes, shape, SUBJECTS)):
        return True
    return any(_has(data, None, _property(p), node) for p in objects(shapes, shape, OBJECTS))


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


def _superclasses(data: Triples, node: Node) -> set[Node]:
    found: set[Node] = set()
    waiting = [o for _, _, o in data.match(node, TYPE, None)]
    while waiting:
        kind = waiting.pop()
        if kind not in found and not isinstance(kind, Literal):
            found.add(kind)
            waiting += [o for _, _, o in data.match(kind, SUBCLASS, None)]
    return found


def _has(data: Triples, s: Node | None, p: NamedNode, o: Node | None) -> bool:
    return next(data.match(s, p, o), None) is not None


def _property(node: Node) -> NamedNode:
    return node if isinstance(node, NamedNode) else NamedNode(f"urn:kg:no-property:{BlankNode().value}")

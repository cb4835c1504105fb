"""From a shape to the automaton of what it can read, or the reason why that cannot be told."""

from dataclasses import dataclass, field
from functools import cache, lru_cache

from pyoxigraph import BlankNode, NamedNode

from kg import vocab
from kg.validate import paths, patterns, queries
from kg.validate.automaton import START, Automaton
from kg.validate.graphs import SUBCLASS, TYPE, Memory, Node, items, objects, subjects, value
from kg.validate.paths import Repeat, Step
from kg.validate.patterns import UnreadableError
from kg.validate.shapes import Shapes
from kg.validate.targets import OBJECTS, SUBJECTS, Targets, targets

(_PATH, _PROPERTY, _CLASS, _CLOSED, _QUALIFIED, _DISJOINT_QUALIFIED, _PARAMETER) = (
    NamedNode(vocab.SH + name)
    for name in (
        "path",
        "property",
        "class",
        "closed",
        "qualifiedValueShape",
        "qualifiedValueShapesDisjoint",
        "parameter",
    )
)
_NESTED = tuple(NamedNode(vocab.SH + name) for name in ("property", "node", "not", "qualifiedValueShape"))
_NESTED_LISTS = tuple(NamedNode(vocab.SH + name) for name in ("and", "or", "xone"))
_PAIRS = tuple(NamedNode(vocab.SH + name) for name in ("equals", "disjoint", "lessThan", "lessThanOrEquals"))
_BEYOND = tuple(NamedNode(vocab.SH + name) for name in ("target", "js", "expression", "rule"))
_TO_CLASS = paths.Sequence((Step(TYPE), Repeat(Step(SUBCLASS), "*")))


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a shape can read; `reason` says why that is unknown, in which case the shape runs in full."""

    shape: NamedNode
    targets: Targets
    automaton: Automaton = field(compare=False)
    reason: str | None = None


@lru_cache(maxsize=8)
def footprints(shapes: Shapes) -> tuple[Footprint, ...]:
    """Return what each shape with targets can read."""
    return tuple(footprint(shapes.graph, top) for top in shapes.tops)


def footprint(graph: Memory, shape: NamedNode) -> Footprint:
    """Return what a shape with targets can read from its focus nodes.

    Of its targets only properties are among it; classes are the same for all shapes, see `to_class`.
    """
    automaton, aimed = Automaton(), targets(graph, shape)
    try:
        _targets(graph, shape, automaton)
        _shape(graph, shape, START, automaton, ())
    except UnreadableError as problem:
        return Footprint(shape, aimed, automaton, str(problem))
    return Footprint(shape, aimed, automaton)


@cache
def to_class() -> Automaton:
    """Return what tells the classes of a node, those above its own included."""
    automaton = Automaton()
    automaton.path(START, _TO_CLASS)
    return automaton


def _targets(graph: Memory, shape: NamedNode, automaton: Automaton) -> None:
    for term, inverse in ((SUBJECTS, False), (OBJECTS, True)):
        for predicate in objects(graph, shape, term):
            if isinstance(predicate, NamedNode):
                automaton.step(START, predicate, inverse=inverse)


def _shape(graph: Memory, shape: Node, focus: int, automaton: Automaton, above: tuple[Node, ...]) -> None:
    if shape in above:
        raise UnreadableError("it refers to itself")
    _refuse(graph, shape)
    path = value(graph, shape, _PATH)
    values = focus if path is None else automaton.path(focus, paths.read(graph, path))
    _pairs(graph, shape, focus, automaton)
    if objects(graph, shape, _CLASS):
        automaton.path(values, _TO_CLASS)
    if objects(graph, shape, _CLOSED):
        automaton.step(values, None)
    for asked in queries.of(graph, shape):
        patterns.read(asked.text, focus, automaton)
    for inner in _inner(graph, shape):
        _shape(graph, inner, values, automaton, (*above, shape))


def _pairs(graph: Memory, shape: Node, focus: int, automaton: Automaton) -> None:
    for term in _PAIRS:
        for predicate in objects(graph, shape, term):
            if isinstance(predicate, NamedNode):
                automaton.step(focus, predicate)


def _inner(graph: Memory, shape: Node) -> list[Node]:
    found = [inner for term in _NESTED for inner in objects(graph, shape, term)]
    found += [inner for term in _NESTED_LISTS for head in objects(graph, shape, term) for inner in items(graph, head)]
    return found + _siblings(graph, shape)


def _siblings(graph: Memory, shape: Node) -> list[Node]:
    """Return the shapes that values must not fit besides, where a qualified shape asks for disjointness."""
    if not objects(graph, shape, _DISJOINT_QUALIFIED):
        return []
    beside = (sibling for parent in subjects(graph, _PROPERTY, shape) for sibling in objects(graph, parent, _PROPERTY))
    return [inner for sibling in beside for inner in objects(graph, sibling, _QUALIFIED)]


def _refuse(graph: Memory, shape: Node) -> None:
    if not isinstance(shape, (NamedNode, BlankNode)):
        raise UnreadableError("it refers to a shape that is a literal")
    used = {p for _, p, _ in graph.match(shape, None, None)}
    if used & set(_BEYOND):
        raise UnreadableError("it goes beyond SHACL core and queries")
    parameters = {path for _, _, node in graph.match(None, _PARAMETER, None) for path in objects(graph, node, _PATH)}
    if used & parameters:
        raise UnreadableError("it uses a constraint component of the shapes' own making")

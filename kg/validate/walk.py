"""From shapes to the automaton of what they can read, or the reason why that cannot be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import BlankNode, NamedNode

from kg.rdf.terms import TYPE, sh
from kg.validate import paths, patterns, queries
from kg.validate.automaton import START, Automaton, Track
from kg.validate.graphs import SUBCLASS, Memory, Node, objects, subjects, value
from kg.validate.nesting import inside
from kg.validate.paths import Repeat, Step
from kg.validate.patterns import UnreadableError
from kg.validate.reach import Reach
from kg.validate.shapes import Shapes
from kg.validate.targets import OBJECTS, SUBJECTS, Aims, targets

_PROPERTY, _CLASS, _CLOSED, _QUALIFIED, _DISJOINT_QUALIFIED, _PARAMETER = map(
    sh, ("property", "class", "closed", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "parameter")
)
_PAIRS = tuple(map(sh, ("equals", "disjoint", "lessThan", "lessThanOrEquals")))
_BEYOND = tuple(map(sh, ("target", "js", "expression", "rule")))
_TO_CLASS = paths.Sequence((Step(TYPE), Repeat(Step(SUBCLASS), "*")))


@dataclass(frozen=True, slots=True, eq=False)
class Footprints:
    """What shapes can read. `shapes` are those of which it can be told, each by its bit, `aims` what they look at.

    `retyped` is the bit of what tells the classes of a node. `in_full` has the shapes of which it cannot be told, with
    the reason.
    """

    shapes: Mapping[NamedNode, int]
    aims: Aims
    reach: Reach
    retyped: int
    in_full: tuple[tuple[NamedNode, str], ...]


@lru_cache(maxsize=8)
def footprints(shapes: Shapes) -> Footprints:
    """Return what each shape with targets can read from its focus nodes.

    Of its targets only properties are among it; classes are the same for all shapes, and have a bit of their own.
    """
    automaton, graph = Automaton(), shapes.graph
    readable: dict[NamedNode, int] = {}
    in_full = []
    for number, shape in enumerate(shapes.tops):
        track = Track(automaton, 1 << number)
        try:
            _targets(graph, shape, track)
            _shape(graph, shape, START, track, ())
            readable[shape] = track.bit
        except UnreadableError as problem:
            in_full.append((shape, str(problem)))
    retyped = 1 << len(shapes.tops)
    Track(automaton, retyped).path(START, _TO_CLASS)
    aims = Aims({bit: targets(graph, shape) for shape, bit in readable.items()})
    return Footprints(readable, aims, Reach(automaton, sum(readable.values()) | retyped), retyped, tuple(in_full))


def _targets(graph: Memory, shape: NamedNode, track: Track) -> None:
    for term, inverse in ((SUBJECTS, False), (OBJECTS, True)):
        for predicate in objects(graph, shape, term):
            if isinstance(predicate, NamedNode):
                track.step(START, predicate, inverse=inverse)


def _shape(graph: Memory, shape: Node, focus: int, track: Track, above: tuple[Node, ...]) -> None:
    if shape in above:
        raise UnreadableError("it refers to itself")
    _refuse(graph, shape)
    path = value(graph, shape, sh("path"))
    values = focus if path is None else track.path(focus, paths.read(graph, path))
    _pairs(graph, shape, focus, track)
    if objects(graph, shape, _CLASS):
        track.path(values, _TO_CLASS)
    if objects(graph, shape, _CLOSED):
        track.step(values, None)
    for asked in queries.of(graph, shape):
        patterns.read(asked.text, focus, track)
    for inner in _inner(graph, shape):
        _shape(graph, inner, values, track, (*above, shape))


def _pairs(graph: Memory, shape: Node, focus: int, track: Track) -> None:
    for term in _PAIRS:
        for predicate in objects(graph, shape, term):
            if isinstance(predicate, NamedNode):
                track.step(focus, predicate)


def _inner(graph: Memory, shape: Node) -> list[Node]:
    return [*inside(graph, shape), *_siblings(graph, shape)]


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
    parameters = {
        path for _, _, node in graph.match(None, _PARAMETER, None) for path in objects(graph, node, sh("path"))
    }
    if used & parameters:
        raise UnreadableError("it uses a constraint component of the shapes' own making")

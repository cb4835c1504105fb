"""shifty, an engine in Rust, behind the same protocol as the reference.

It answers what a test holds against pySHACL: SHACL core on graphs without blank nodes. It has been seen to give false
results on queries (SUBSTR with a length) and the wrong component for qualified counts, it renames blank nodes, it takes
no IRI to be less than another where the reference compares them, and no value to match a regular expression that it
cannot read; all of these go to the reference.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode

from kg import vocab
from kg.errors import ShapesError, UsageError
from kg.validate.graphs import Graph, Memory, Node, Triple
from kg.validate.regular import patterns
from kg.validate.reported import results_of, silence
from kg.validate.results import Result
from kg.validate.shapes import tops, without_targets
from kg.validate.targets import OBJECTS

if TYPE_CHECKING:
    from shifty import PreparedValidator

_BEYOND = frozenset(
    vocab.SH + name
    for name in (
        "sparql",
        "ask",
        "parameter",
        "target",
        "js",
        "rule",
        "expression",
        "qualifiedMaxCount",
        "qualifiedMinCount",
    )
)
_POINTER = NamedNode("urn:kg:focus")
_COMPARED = frozenset({vocab.SH + "lessThan", vocab.SH + "lessThanOrEquals"})


class ShiftyEngine:
    """Runs shifty where it is known to agree with the reference, and the reference elsewhere."""

    def run(
        self, data: Graph, shapes: tuple[Triple, ...], focus: Mapping[NamedNode, set[Node]] | None = None
    ) -> list[Result]:
        """Return the results. Raises UsageError where shifty is not installed, ShapesError for shapes it refuses."""
        ready = _ready(shapes)
        if ready.beyond or _has_blank_nodes(data) or _has_iris(data, ready.compared):
            # It is seldom needed, and takes memory and time to import.
            from kg.validate.reference import PyshaclEngine

            return PyshaclEngine().run(data, shapes, focus)
        if focus is None:
            return _run(ready.alone, _ntriples(data))
        pointers = ((_POINTER, _points_to(shape), node) for shape, nodes in focus.items() for node in nodes)
        return _run(ready.pointed, _ntriples(chain(data, pointers)))


class _Ready:
    """Shapes made ready: whether they go `beyond` what shifty is used for, and which properties they compare.

    They are prepared when first used, alone with their own targets or `pointed` at the nodes that the data says.
    """

    def __init__(self, shapes: tuple[Triple, ...]) -> None:
        self._shapes = shapes
        self.beyond = any(p.value in _BEYOND for _, p, _ in shapes) or not all(
            pattern.by_shifty for pattern in patterns(shapes)
        )
        self.compared = [o for o in {o for _, p, o in shapes if p.value in _COMPARED} if isinstance(o, NamedNode)]

    @cached_property
    def alone(self) -> "PreparedValidator":
        return _prepared(self._shapes)

    @cached_property
    def pointed(self) -> "PreparedValidator":
        return _prepared(_pointed_at(self._shapes))


@lru_cache(maxsize=8)
def _ready(shapes: tuple[Triple, ...]) -> _Ready:
    return _Ready(shapes)


def _has_blank_nodes(data: Graph) -> bool:
    return any(isinstance(s, BlankNode) or isinstance(o, BlankNode) for s, _, o in data)


def _has_iris(data: Graph, properties: Iterable[NamedNode]) -> bool:
    objects = (triple[2] for term in properties for triple in data.match(None, term, None))
    return any(isinstance(found, NamedNode) for found in objects)


def _pointed_at(shapes: tuple[Triple, ...]) -> tuple[Triple, ...]:
    """Return the shapes with other targets: what a property of each shape's own points to.

    So the focus nodes are said in the data, and the shapes are prepared once for every choice of them.
    """
    graph = Memory(shapes)
    return (*without_targets(graph), *((shape, OBJECTS, _points_to(shape)) for shape in tops(graph)))


@lru_cache(maxsize=1024)
def _points_to(shape: NamedNode) -> NamedNode:
    return NamedNode(f"urn:kg:focus:{sha256(shape.value.encode()).hexdigest()}")


def _prepared(shapes: tuple[Triple, ...]) -> "PreparedValidator":
    try:
        from shifty import PreparedValidator
    except ImportError as problem:
        raise UsageError("the engine shifty is not installed: pip install 'pyshifty[rdflib]'") from problem
    with _refusals():
        return PreparedValidator(_ntriples(shapes))


def _run(prepared: "PreparedValidator", data: bytes) -> list[Result]:
    """Return the results. Whether there are any is known in less than half of the time that a report takes."""
    with _refusals(), silence():
        if prepared.validate_algebra(data, graph_mode="data", infer=False, on_unsupported="error").conforms:
            return []
        _, report, _ = prepared.validate(data, graph_mode="data", infer=False, on_unsupported="error")
    return results_of(report)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except ValueError as problem:
        raise ShapesError(f"the shapes cannot be used: {' '.join(str(problem).split())[:300]}") from problem


def _ntriples(triples: Iterable[Triple]) -> bytes:
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples).encode()

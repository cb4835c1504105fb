"""Shapes: read from Turtle, checked, and taken apart into shapes with targets and what those use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import resources, vocab
from kg.errors import ShapesError
from kg.rdf.terms import TYPE, sh
from kg.validate import paths, skolem
from kg.validate.graphs import Memory, Node, Triple, objects, subjects, triple_of, value
from kg.validate.nesting import inside

_TARGETS = tuple(sh(name) for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target"))
_CLASSES = (NamedNode(vocab.RDFS + "Class"), NamedNode(vocab.OWL + "Class"))
_IMPORTS, _ONTOLOGY = (NamedNode(vocab.OWL + name) for name in ("imports", "Ontology"))
_SHAPE_TYPES = (sh("NodeShape"), sh("PropertyShape"))
_DEACTIVATED = sh("deactivated")
_UNIQUE_LANG = sh("uniqueLang")
_DESCRIPTION = sh("description")
NAMESPACE = "https://w3id.org/kg-news/shapes#"


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """A shapes graph. `tops` are the shapes with targets, sorted; `rules` maps every shape to the rule people know.

    Each is equal to itself alone, so that what follows from it can be kept with it.
    """

    graph: Memory
    tops: tuple[NamedNode, ...]
    rules: Mapping[str, str]


def read(files: Iterable[Path]) -> Shapes:
    """Return the shapes of some Turtle files, together.

    Raises ShapesError for a file that cannot be read as Turtle, and for files without a shape that has a target.
    """
    triples: list[Triple] = []
    for path in files:
        triples += _parsed(path)
    try:
        known = of(triples)
    except RecursionError as problem:
        raise ShapesError(
            "the shapes hang below each other deeper than can be followed: give some of them names"
        ) from problem
    if not known.tops:
        raise ShapesError("no shape has a target, so that nothing would be checked: add a sh:targetClass")
    return known


def of(triples: Iterable[Triple]) -> Shapes:
    """Return the shapes of a graph."""
    graph = paths.straightened(skolem.named(triple for triple in triples if not _says_nothing(triple)))
    return Shapes(graph, tops(graph), _rules(graph))


def _says_nothing(triple: Triple) -> bool:
    """Tell whether a triple switches nothing on: sh:uniqueLang does so with `true` alone, `1` is another term."""
    return triple[1] == _UNIQUE_LANG and triple[2].value != "true"


@cache
def standard(*names: str) -> Shapes:
    """Return kg's own shapes: `core` and `rules` unless named. Raises ShapesError where a file is damaged."""
    return read(resources.folder("shapes") / f"{name}.ttl" for name in names or ("core", "rules"))


def is_active(graph: Memory, shape: Node) -> bool:
    """Tell whether a shape is not switched off by sh:deactivated."""
    off = value(graph, shape, _DEACTIVATED)
    return off is None or off.value not in ("true", "1")


def message(graph: Memory, shape: Node) -> str | None:
    """Return the message a shape has for people: the first in order where there are several."""
    found = value(graph, shape, sh("message"))
    return None if found is None else found.value


def described(known: Shapes) -> dict[str, str]:
    """Return what rules are for, by rule id, as far as their shapes say so."""
    found = ((known.rules.get(s.value), o.value) for s, _, o in known.graph.match(None, _DESCRIPTION, None))
    return dict(sorted((rule, text) for rule, text in found if rule is not None))


def imports(known: Shapes) -> tuple[str, ...]:
    """Return the IRIs of what the shapes import and what is not among them, sorted: nothing is fetched."""
    wanted = {o.value for _, _, o in known.graph.match(None, _IMPORTS, None)}
    return tuple(sorted(wanted - {node.value for node in subjects(known.graph, TYPE, _ONTOLOGY)}))


def nested(graph: Memory, shape: Node) -> tuple[Node, ...]:
    """Return the shapes that a shape uses directly, sorted."""
    return tuple(sorted(set(inside(graph, shape)), key=str))


def without_targets(graph: Memory) -> tuple[Triple, ...]:
    """Return the shapes graph without any target, also without those that a shape has by being a class."""
    aimed = set(tops(graph))
    return tuple(
        triple
        for triple in graph
        if triple[1] not in _TARGETS and not (triple[0] in aimed and triple[1] == TYPE and triple[2] in _CLASSES)
    )


def is_class(graph: Memory, shape: Node) -> bool:
    """Tell whether a shape is a class too, whose instances it then targets."""
    types = objects(graph, shape, TYPE)
    return any(kind in types for kind in _CLASSES) and any(kind in types for kind in _SHAPE_TYPES)


def _parsed(path: Path) -> list[Triple]:
    try:
        text = path.read_bytes()
        return [triple_of(quad) for quad in parse(text, format=RdfFormat.TURTLE, base_iri=path.resolve().as_uri())]
    except OSError as problem:
        raise ShapesError(f"the shapes '{path}' cannot be read: {problem.strerror or problem}") from problem
    except SyntaxError as problem:
        raise ShapesError(f"the shapes '{path}' are not Turtle: {problem}") from problem


def tops(graph: Memory) -> tuple[NamedNode, ...]:
    """Return the shapes that have a target and are not switched off, sorted."""
    found = {node for term in _TARGETS for node in subjects(graph, term)}
    found |= {node for kind in _CLASSES for node in subjects(graph, TYPE, kind) if is_class(graph, node)}
    named = (node for node in found if isinstance(node, NamedNode) and is_active(graph, node))
    return tuple(sorted(named, key=str))


def _rules(graph: Memory) -> dict[str, str]:
    """Return the rule of each shape: a named shape is its own, a nameless one belongs to the one it hangs below."""
    owners: dict[Node, str] = {}
    for owner in sorted({s for s, _, _ in graph if isinstance(s, NamedNode)}, key=str):
        if not owner.value.startswith(skolem.PREFIX):
            owners[owner] = rule_id(owner.value)
            _inherit(graph, owner, owners[owner], owners)
    return {node.value: rule for node, rule in owners.items() if isinstance(node, NamedNode)}


def _inherit(graph: Memory, owner: Node, rule: str, owners: dict[Node, str]) -> None:
    for node in nested(graph, owner):
        if isinstance(node, NamedNode) and node.value.startswith(skolem.PREFIX) and node not in owners:
            owners[node] = rule
            _inherit(graph, node, rule, owners)


def rule_id(iri: str) -> str:
    """Return the id of the rule a named shape is: the local name of kg's own, the IRI of others."""
    return iri.removeprefix(NAMESPACE)

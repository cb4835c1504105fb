"""SHACL property paths: read from a shapes graph, written as SPARQL."""

from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode

from kg import vocab
from kg.errors import ShapesError
from kg.validate.graphs import Node, Triples, items, value

_INVERSE, _ALTERNATIVE, _STAR, _PLUS, _OPTION = (
    NamedNode(vocab.SH + name)
    for name in ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
)
_FIRST = NamedNode(vocab.RDF + "first")


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate, walked forwards or backwards; `predicate` None is any predicate but those in `excluded`."""

    predicate: NamedNode | None
    inverse: bool = False
    excluded: frozenset[NamedNode] = frozenset()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Paths walked one after the other."""

    parts: tuple["Path", ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Paths of which any may be walked."""

    parts: tuple["Path", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A path walked zero or more (`*`), one or more (`+`), zero or one times (`?`)."""

    part: "Path"
    sign: str


Path: TypeAlias = Step | Sequence | Alternative | Repeat


def read(graph: Triples, node: Node) -> Path:
    """Return the path that a node of a shapes graph stands for. Raises ShapesError for a node that is no path."""
    return _read(graph, node, inverse=False)


def _read(graph: Triples, node: Node, *, inverse: bool) -> Path:
    if isinstance(node, NamedNode):
        return Step(node, inverse)
    if not isinstance(node, BlankNode):
        raise ShapesError(f"{node} is no property path: sh:path takes a property or a path in brackets")
    # A node that is a list and something else besides counts as the list.
    if value(graph, node, _FIRST) is not None:
        parts = tuple(_read(graph, part, inverse=inverse) for part in items(graph, node))
        return Sequence(parts[::-1] if inverse else parts)
    turned = value(graph, node, _INVERSE)
    if turned is not None:
        return _read(graph, turned, inverse=not inverse)
    return _compound(graph, node, inverse=inverse)


def _compound(graph: Triples, node: BlankNode, *, inverse: bool) -> Path:
    options = value(graph, node, _ALTERNATIVE)
    if options is not None:
        return Alternative(tuple(_read(graph, part, inverse=inverse) for part in items(graph, options)))
    for term, sign in ((_STAR, "*"), (_PLUS, "+"), (_OPTION, "?")):
        part = value(graph, node, term)
        if part is not None:
            return Repeat(_read(graph, part, inverse=inverse), sign)
    raise ShapesError("a sh:path in brackets is neither a list nor an inverse, alternative or repeated path")


def sparql(path: Path) -> str:
    """Return the path as SPARQL writes it, a single property as an IRI in angle brackets."""
    match path:
        case Step(predicate, inverse):
            return f"{'^' if inverse else ''}{predicate}"
        case Sequence(parts):
            return "(" + "/".join(map(sparql, parts)) + ")"
        case Alternative(parts):
            return "(" + "|".join(map(sparql, parts)) + ")"
        case Repeat(part, sign):
            return f"({sparql(part)}){sign}"

"""SHACL property paths: read from a shapes graph, written as SPARQL."""

from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode

from kg.errors import ShapesError
from kg.rdf.terms import sh
from kg.validate.graphs import FIRST, NIL, REST, Memory, Node, Triple, Triples, items, value

_INVERSE, _ALTERNATIVE, _STAR, _PLUS, _OPTION = map(
    sh, ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
)


@dataclass(frozen=True, slots=True)
class Step:
    """One predicate, walked forwards or backwards; `predicate` None is any predicate but those in `excluded`."""

    predicate: NamedNode | None
    inverse: bool = False
    excluded: frozenset[NamedNode] = frozenset()


@dataclass(frozen=True, slots=True)
class Shared:
    """From a node to those that have, for each pair, a value of the first property as one of the second.

    Queries walk so where they compare things of a kind; a step by one property alone would lead to far too many.
    `among` has for each pair the values that count, None for all.
    """

    pairs: tuple[tuple[NamedNode, NamedNode], ...]
    among: tuple[frozenset[Node] | None, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """From a node to itself where it has a value of one property and another one of the other (or the same).

    Queries ask so with `FILTER(?one != ?other)`; what fails it is not walked any further.
    """

    one: NamedNode
    other: NamedNode


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
    if value(graph, node, FIRST) is not None:
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


def straightened(graph: Memory) -> Memory:
    """Return a shapes graph in which no path inverts a compound one: `^(a/b)` becomes `(^b/^a)`.

    The reference engine walks the parts of an inverted sequence in the wrong order.
    """
    changed = {
        (s, p, o): _written(read(graph, o)) for s, p, o in graph.match(None, sh("path"), None) if _inverts(graph, o)
    }
    kept = [triple for triple in graph if triple not in changed]
    for (s, p, _), (node, triples) in changed.items():
        kept += [(s, p, node), *triples]
    return Memory(kept) if changed else graph


def _inverts(graph: Memory, node: Node, seen: tuple[Node, ...] = ()) -> bool:
    """Tell whether a path inverts a compound path somewhere inside it."""
    if not isinstance(node, BlankNode) or node in seen:
        return False
    below = [(p, o) for _, p, o in graph.match(node, None, None)]
    if any(p == _INVERSE and isinstance(o, BlankNode) for p, o in below):
        return True
    return any(_inverts(graph, o, (*seen, node)) for _, o in below)


def _written(path: Path) -> tuple[Node, list[Triple]]:
    """Return the node of a path and the triples that make it one."""
    match path:
        case Step(NamedNode() as predicate, inverse):
            return _around(_INVERSE, predicate, []) if inverse else (predicate, [])
        case Sequence(parts):
            return _listed(parts)
        case Alternative(parts):
            return _around(_ALTERNATIVE, *_listed(parts))
        case Repeat(part, sign):
            return _around({"*": _STAR, "+": _PLUS, "?": _OPTION}[sign], *_written(part))
    raise ShapesError("a path of any predicate has no form in SHACL")


def _around(term: NamedNode, inner: Node, triples: list[Triple]) -> tuple[Node, list[Triple]]:
    node = BlankNode()
    return node, [(node, term, inner), *triples]


def _listed(parts: tuple[Path, ...]) -> tuple[Node, list[Triple]]:
    head: Node = NIL
    made: list[Triple] = []
    for part in reversed(parts):
        inner, triples = _written(part)
        cell = BlankNode()
        made += [(cell, FIRST, inner), (cell, REST, head), *triples]
        head = cell
    return head, made

"""Names for shapes that have none, so that a report, a rule id and a fingerprint can refer to them.

A name is a digest of what the shape says and of what it hangs below: the same file gives the same names every time.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import BlankNode, NamedNode

from kg.rdf.terms import sh
from kg.validate.graphs import Memory, Node, Triple
from kg.validate.nesting import inside

PREFIX = "urn:kg:shape:"
_HEX = 16


def named(triples: Iterable[Triple]) -> Memory:
    """Return the shapes graph with every blank node that is a shape replaced by an IRI below `urn:kg:shape:`."""
    graph = Memory(triples)
    names = _names(graph)
    return Memory(tuple((_name(names, s), p, _name(names, o)) for s, p, o in graph))


def _names(graph: Memory) -> dict[BlankNode, NamedNode]:
    said = {
        node: sha256(_above(graph, node, ()).encode() + _below(graph, node, ()).encode()) for node in _nameless(graph)
    }
    counted: Counter[str] = Counter()
    names = {}
    for node in sorted(said, key=lambda node: (said[node].hexdigest(), node.value)):
        digest = said[node].hexdigest()[:_HEX]
        counted[digest] += 1
        names[node] = NamedNode(f"{PREFIX}{digest}" + (f"-{counted[digest]}" if counted[digest] > 1 else ""))
    return names


def _nameless(graph: Memory) -> set[BlankNode]:
    found = {s for s, _, _ in graph.match(None, sh("path"), None)}
    for node in {s for s, _, _ in graph}:
        found.update(inside(graph, node))
    return {node for node in found if isinstance(node, BlankNode)}


def _below(graph: Memory, node: Node, seen: tuple[Node, ...]) -> str:
    if not isinstance(node, BlankNode) or node in seen:
        return "" if node in seen else str(node)
    lines = (f"{p} {_below(graph, o, (*seen, node))}" for _, p, o in graph.match(node, None, None))
    return "[" + " ; ".join(sorted(lines)) + "]"


def _above(graph: Memory, node: Node, seen: tuple[Node, ...]) -> str:
    if not isinstance(node, BlankNode) or node in seen:
        return "" if node in seen else str(node)
    found = graph.match(None, None, node)
    return "(" + " , ".join(sorted(f"{_above(graph, s, (*seen, node))} {p}" for s, p, _ in found)) + ")"


def _name(names: dict[BlankNode, NamedNode], node: Node) -> Node:
    return names.get(node, node) if isinstance(node, BlankNode) else node

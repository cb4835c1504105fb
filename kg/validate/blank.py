"""Names for blank nodes that say what the node is, so that the same file gives the same findings every time.

A parser makes up names anew for each run, and two files may use one name for two nodes. Here a name is a digest of what
is said of a node and of its neighbours; nodes that cannot be told apart are counted in the order of the file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode

from kg.validate.graphs import Node, Triple

_ROUNDS = 4
"""How far around a node its name looks. Fixed: a name must not depend on how deep other nodes of the file hang."""
_HEX = 16
_Around: TypeAlias = Mapping[BlankNode, list[tuple[str, NamedNode, Node]]]


def named(triples: Iterable[Triple], taken: Counter[str]) -> list[Triple]:
    """Return the triples of one file with its blank nodes named; `taken` counts the names of files read before."""
    listed = list(triples)
    around: defaultdict[BlankNode, list[tuple[str, NamedNode, Node]]] = defaultdict(list)
    for s, p, o in listed:
        if isinstance(s, BlankNode):
            around[s].append((">", p, o))
        if isinstance(o, BlankNode):
            around[o].append(("<", p, s))
    if not around:
        return listed
    names = _names(around, taken)
    return [(_name(names, s), p, _name(names, o)) for s, p, o in listed]


def _names(around: _Around, taken: Counter[str]) -> dict[BlankNode, BlankNode]:
    digests = dict.fromkeys(around, "")
    for _ in range(_ROUNDS):
        digests = {node: _digest(known, digests) for node, known in around.items()}
    names = {}
    for node, digest in digests.items():
        taken[digest] += 1
        names[node] = BlankNode(f"b{digest}" + (f"x{taken[digest]}" if taken[digest] > 1 else ""))
    return names


def _digest(known: list[tuple[str, NamedNode, Node]], digests: Mapping[BlankNode, str]) -> str:
    lines = sorted(f"{way} {p} {_shown(term, digests)}" for way, p, term in known)
    return sha256("\n".join(lines).encode()).hexdigest()[:_HEX]


def _shown(term: Node, digests: Mapping[BlankNode, str]) -> str:
    return f"_:{digests[term]}" if isinstance(term, BlankNode) else str(term)


def _name(names: Mapping[BlankNode, BlankNode], term: Node) -> Node:
    return names[term] if isinstance(term, BlankNode) else term

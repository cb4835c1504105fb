"""Whether claims have the IRIs that their content gives; a claim edited by hand keeps one that is not its own."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.rdf.decode_claims import claim
from kg.rdf.iris import Iris
from kg.rdf.reading import Nodes, nodes
from kg.rdf.terms import TYPE, kg, rdf
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Node, Triple, Triples, quads

_CLAIM = re.compile(r"(https?://[^\s]+/)claim/[0-9a-f]{16}")
_PARTS = (
    *map(kg, ("subject", "object", "scope", "quantity", "statedQuantity", "period", "comparedWith", "fiscalYearOf")),
    *map(rdf, ("subject", "object")),
)
"""What a claim's content is made of, besides values of its own."""
_DEEP = 2
"""A claim's period may be the fiscal year of a company: no part is further away."""
_TOGETHER = 50
"""Claims that are looked at together, of a graph too big for memory."""
_CLASSES = tuple(map(kg, ("FigureClaim", "RelationClaim", "TextClaim")))


def about_claims(graph: Triples, changed: Iterable[Triple]) -> set[Triple]:
    """Return what a graph says of every claim whose content a change touches, as far as its IRI is made from it."""
    level: set[Node] = {s for s, _, _ in changed}
    found = set(level)
    for _ in range(_DEEP):
        level = {s for below in level for term in _PARTS for s, _, _ in graph.match(None, term, below)} - found
        found |= level
    level = {node for node in found if any(kind in _CLASSES for _, _, kind in graph.match(node, TYPE, None))}
    return _described(graph, level)


def misnamed(triples: Iterable[Triple]) -> Iterator[Finding]:
    """Yield a finding for each claim whose IRI is not made from its content.

    Claims named in another way, and such as cannot be read back, are left to the shapes.
    """
    known = list(triples)
    data = list(quads(known))
    claims = {s.value for s, p, o in known if p == TYPE and o in _CLASSES and isinstance(s, NamedNode)}
    for base in sorted({named[1] for iri in claims if (named := _CLAIM.fullmatch(iri))}):
        table, policy = nodes(data, base), Iris(base)
        for iri in sorted(iri for iri in claims if iri.startswith(f"{base}claim/")):
            yield from _checked(table, policy, iri)


def misnamed_in(graph: Triples) -> Iterator[Finding]:
    """Yield the same for a graph too big for memory, some claims after the other."""
    claims = (s for kind in _CLASSES for s, _, _ in graph.match(None, TYPE, kind))
    while some := list(islice(claims, _TOGETHER)):
        yield from misnamed(_described(graph, some))


def _described(graph: Triples, claims: Iterable[Node]) -> set[Triple]:
    """Return what a graph says of claims and of all that their IRIs are made from."""
    level, said = set(claims), set[Triple]()
    for _ in range(_DEEP + 1):
        own = {triple for node in level for triple in graph.match(node, None, None)}
        said |= own
        level = {o for _, p, o in own if p in _PARTS}
    return said


def _checked(table: Nodes, policy: Iris, iri: str) -> Iterator[Finding]:
    try:
        right = policy.claim(claim(table, iri))
    except (KgError, ValueError, ArithmeticError):
        return
    if right != iri:
        message = f"The IRI of this claim is not the one its content gives, which is {right}."
        yield Finding("claim-iri", Severity.VIOLATION, message, f"<{iri}>")

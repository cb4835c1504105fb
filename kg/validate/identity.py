"""Whether claims have the IRIs that their content gives; a claim edited by hand keeps one that is not its own."""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg import vocab
from kg.errors import KgError
from kg.rdf.decode_claims import claim
from kg.rdf.iris import Iris
from kg.rdf.reading import Nodes, nodes
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import TYPE, Triple, quads

_CLAIM = re.compile(r"(https?://[^\s]+/)claim/[0-9a-f]{16}")
_CLASSES = tuple(NamedNode(vocab.KG + name) for name in ("FigureClaim", "RelationClaim", "TextClaim"))


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


def _checked(table: Nodes, policy: Iris, iri: str) -> Iterator[Finding]:
    try:
        right = policy.claim(claim(table, iri))
    except (KgError, ValueError, ArithmeticError):
        return
    if right != iri:
        message = f"The IRI of this claim is not the one its content gives, which is {right}."
        yield Finding("claim-iri", Severity.VIOLATION, message, f"<{iri}>")

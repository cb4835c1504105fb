"""Terms of kg's own namespaces that nobody declared: a misspelt property vanishes from every query in silence."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import resources, vocab
from kg.lexicon.overlay import chosen
from kg.rdf.terms import TYPE
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Triple


@cache
def terms() -> frozenset[str]:
    """Return the IRIs of every class, property and concept that the ontology describes or its code lists use."""
    paths = (*resources.files("ontology", "kg.ttl"), *resources.files("ontology", "codes/*.ttl"))
    quads = (quad for path in paths for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE))
    used = {term for quad in quads for term in (quad.subject, quad.predicate)}
    own = (one.subject for one in chosen.current().concepts)
    return frozenset((*own, *(term.value for term in used if isinstance(term, NamedNode))))


def undeclared(triples: Iterable[Triple]) -> tuple[Finding, ...]:
    """Return a violation for each node and each undeclared property or class that it has."""
    used: set[tuple[str, str]] = set()
    for s, p, o in triples:
        for term in (p, o) if p == TYPE else (p,):
            if isinstance(term, NamedNode) and is_undeclared(term.value):
                used.add((term.value, str(s)))
    return tuple(_finding(term, focus) for term, focus in sorted(used))


def is_undeclared(iri: str) -> bool:
    """Tell whether an IRI is in kg's namespace and the ontology does not describe it."""
    return iri.startswith(vocab.KG) and iri not in terms()


def _finding(term: str, focus: str) -> Finding:
    message = f"kg:{term.removeprefix(vocab.KG)} is no term of the vocabulary."
    return Finding("undeclared-term", Severity.VIOLATION, message, focus, f"<{term}>")

"""What shapes need to know of the vocabulary: its classes, and the codes and terms that are declared."""

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kg import resources, vocab
from kg.errors import KgError
from kg.lexicon.overlay import chosen
from kg.rdf.terms import TYPE
from kg.validate.graphs import Memory, Node, Triple, Triples, triple_of

_DECLARES = frozenset(
    {
        TYPE.value,
        vocab.RDFS + "subClassOf",
        vocab.RDFS + "isDefinedBy",
        vocab.SKOS + "inScheme",
        vocab.SKOS + "notation",
        vocab.SKOS + "broader",
        vocab.SKOS + "prefLabel",
        vocab.KG + "unitKind",
        vocab.KG + "whole",
    }
)


@cache
def vocabulary() -> Memory:
    """Return the declarations of the ontology and the code lists, a user's own concepts among them.

    The words that texts are read by are left out.
    """
    triples: list[Triple] = []
    for path in (*resources.files("ontology", "kg.ttl"), *resources.files("ontology", "codes/*.ttl")):
        try:
            quads = parse(path.read_bytes(), format=RdfFormat.TURTLE)
            triples += [triple_of(quad) for quad in quads if quad.predicate.value in _DECLARES]
        except SyntaxError as problem:
            raise KgError(f"{path.name} of the ontology is not Turtle: {problem}") from problem
    own = chosen.current().concepts
    triples += [
        (NamedNode(one.subject), NamedNode(one.predicate), one.term) for one in own if one.predicate in _DECLARES
    ]
    return Memory(triples)


def referred(triples: Iterable[Triple]) -> set[Triple]:
    """Return what the vocabulary says of the terms that triples name, and of the terms it names in turn."""
    return declarations(term for triple in triples for term in triple)


def named_in(graph: Triples) -> Iterator[Node]:
    """Yield the terms of the vocabulary that a graph names; it is asked for each of them, not walked through."""
    for term in dict.fromkeys(s for s, _, _ in vocabulary()):
        own = isinstance(term, NamedNode) and _any(graph.match(None, term, None))
        if own or _any(graph.match(None, None, term)) or _any(graph.match(term, None, None)):
            yield term


def declarations(terms: Iterable[Node]) -> set[Triple]:
    """Return what the vocabulary says of terms, and of the terms it names in turn."""
    known = vocabulary()
    waiting = set(terms)
    seen: set[Node] = set()
    found: set[Triple] = set()
    while waiting:
        seen |= waiting
        said = {triple for term in waiting for triple in known.match(term, None, None)}
        found |= said
        waiting = {triple[2] for triple in said} - seen
    return found


def _any(triples: Iterator[Triple]) -> bool:
    return next(triples, None) is not None

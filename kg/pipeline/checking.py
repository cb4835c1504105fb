"""Triples against the shapes: the gate before a commit."""

from collections.abc import Sequence
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg import resources
from kg.validate import engine, shapes
from kg.validate.findings import Severity
from kg.validate.graphs import SUBCLASS, Memory, Triple, triple_of


def refusals(quads: Sequence[Quad]) -> tuple[str, ...]:
    """Return why the triples of one document do not pass the core shapes; nothing where they do."""
    data = Memory([*hierarchy(), *(triple_of(quad) for quad in quads)])
    found = engine.run(data, shapes.standard("core"), "shifty")
    return tuple(dict.fromkeys(f"{one.rule}: {one.message}" for one in found if one.severity is Severity.VIOLATION))


@cache
def hierarchy() -> tuple[Triple, ...]:
    """Return the ontology's sub-class triples: shapes for claims hold for every kind of claim."""
    ontology = resources.folder("ontology") / "kg.ttl"
    triples = (triple_of(quad) for quad in parse(path=str(ontology), format=RdfFormat.TURTLE))
    return tuple(triple for triple in triples if triple[1] == SUBCLASS and isinstance(triple[2], NamedNode))

"""Entities of a document: their class and the names the document has for them."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Claim, Entity, Extraction, FigureClaim, RelationClaim
from kg.rdf.frame import Frame, agents, claims
from kg.rdf.iris import is_scope, narrowest
from kg.rdf.terms import TYPE, kg, skos, text


def entities(frame: Frame, extraction: Extraction) -> Iterator[Triple]:
    """Yield type and labels of every entity of the extraction.

    Spellings that fold to one IRI are one entity: the first in order is its preferred label, the rest are alternatives.
    It has the narrowest of the classes that the document's names give it.
    """
    names: dict[NamedNode, set[Literal]] = {}
    kinds: dict[NamedNode, set[str]] = {}
    for entity in _entities(frame, extraction):
        node = frame.entity(entity)
        kinds.setdefault(node, set()).add(entity.kind)
        names.setdefault(node, set()).add(_label(entity))
    for node, known in kinds.items():
        for kind in narrowest(known):
            yield Triple(node, TYPE, skos("Concept") if kind == "Scope" else kg(kind))
    yield from labels(names)
    for mention in extraction.mentions:
        for printed, entity in mention.misspelt:
            yield Triple(frame.entity(entity), skos("hiddenLabel"), text(printed))


def labels(names: Mapping[NamedNode, set[Literal]]) -> Iterator[Triple]:
    """Yield one preferred label a node and the others as alternatives."""
    for node, known in names.items():
        first, *others = sorted(known, key=lambda label: (label.value, label.language or ""))
        yield Triple(node, skos("prefLabel"), first)
        for label in others:
            yield Triple(node, skos("altLabel"), label)


def _label(entity: Entity) -> Literal:
    """Return a name of the registry or a code list in English, as these have it, and one from a text as it is."""
    known = entity.slug is not None or is_scope(entity)
    return Literal(entity.name, language="en") if known else text(entity.name)


def _entities(frame: Frame, extraction: Extraction) -> Iterator[Entity]:
    if frame.publisher is not None:
        yield frame.publisher
    for claim in claims(extraction):
        yield from _of_claim(claim)
    yield from (agent for agent in agents(extraction) if isinstance(agent, Entity))
    yield from (response.report_of for response in extraction.responses if response.report_of is not None)
    for mention in extraction.mentions:
        yield from (entity for _, entity in mention.misspelt)


def _of_claim(claim: Claim) -> Iterator[Entity]:
    match claim:
        case FigureClaim():
            yield from (thing for thing in (claim.subject, claim.scope, *claim.objects) if thing is not None)
            for period in (claim.period, claim.compared_with):
                if period is not None and period.of is not None:
                    yield period.of
        case RelationClaim():
            yield from (claim.subject, claim.object)

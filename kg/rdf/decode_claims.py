"""Entities and claims out of a document's graph."""

from decimal import Decimal
from urllib.parse import unquote

from kg import vocab
from kg.model import Claim, Entity, FigureClaim, Period, Quantity, RelationClaim, TextClaim
from kg.rdf.concepts import code_of
from kg.rdf.reading import Nodes
from kg.rdf.terms import TYPE, kg, rdf, schema, skos


def entity(nodes: Nodes, node: str) -> Entity:
    """Return an entity by its preferred name."""
    if node.startswith(vocab.CODES):
        return Entity(code_of("scopes", node), "Scope")
    kind = nodes.value(node, TYPE)
    named = "Scope" if kind == skos("Concept").value else _own(kind)
    return Entity(nodes.value(node, skos("prefLabel")), named, nodes.iris.slug(node))


def claim(nodes: Nodes, node: str) -> Claim:
    """Return a claim; what has no order in a graph comes sorted by IRI."""
    kind = _own(nodes.value(node, TYPE))
    if kind == "TextClaim":
        return TextClaim(nodes.value(node, schema("text")))
    if kind == "RelationClaim":
        return RelationClaim(
            entity(nodes, nodes.value(node, rdf("subject"))),
            _own(nodes.value(node, rdf("predicate"))),
            entity(nodes, nodes.value(node, rdf("object"))),
            code_of("modes", nodes.value(node, kg("mode"))),
        )
    return _figure(nodes, node)


def _figure(nodes: Nodes, node: str) -> FigureClaim:
    whole = nodes.maybe(node, kg("ofWhole"))
    return FigureClaim(
        subject=_maybe_entity(nodes, nodes.maybe(node, kg("subject"))),
        measure=code_of("measures", nodes.value(node, kg("measure"))),
        quantities=_quantities(nodes, node),
        measure_text=nodes.maybe(node, kg("measureText")),
        objects=tuple(entity(nodes, thing) for thing in nodes.values(node, kg("object"))),
        scope=_maybe_entity(nodes, nodes.maybe(node, kg("scope"))),
        period=_maybe_period(nodes, nodes.maybe(node, kg("period"))),
        mode=code_of("modes", nodes.value(node, kg("mode"))),
        whole=None if whole is None else code_of("measures", whole),
        compared_with=_maybe_period(nodes, nodes.maybe(node, kg("comparedWith"))),
    )


def _quantities(nodes: Nodes, node: str) -> tuple[Quantity, ...]:
    stated = nodes.value(node, kg("statedQuantity"))
    others = [amount for amount in nodes.values(node, kg("quantity")) if amount != stated]
    return tuple(_quantity(nodes, amount) for amount in (stated, *others))


def _quantity(nodes: Nodes, node: str) -> Quantity:
    high = nodes.maybe(node, kg("high"))
    return Quantity(
        Decimal(nodes.value(node, schema("value"))),
        nodes.maybe(node, schema("currency")) or nodes.value(node, schema("unitText")),
        code_of("bounds", nodes.value(node, kg("bound"))),
        None if high is None else Decimal(high),
        nodes.number(node, kg("scale")),
    )


def _maybe_period(nodes: Nodes, node: str | None) -> Period | None:
    if node is None:
        return None
    return Period(nodes.value(node, kg("code")), _maybe_entity(nodes, nodes.maybe(node, kg("fiscalYearOf"))))


def _maybe_entity(nodes: Nodes, node: str | None) -> Entity | None:
    return None if node is None else entity(nodes, node)


def _own(iri: str) -> str:
    return unquote(iri.removeprefix(vocab.KG))

"""Claims with their quantities and periods as triples."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Claim, FigureClaim, Period, Quantity, RelationClaim, TextClaim
from kg.rdf.concepts import concept, is_currency
from kg.rdf.frame import Frame
from kg.rdf.periods import bounds
from kg.rdf.quantities import interval
from kg.rdf.terms import TYPE, date, decimal, integer, kg, rdf, schema, text


def claim(frame: Frame, claim: Claim) -> Iterator[Triple]:
    """Yield all triples of one claim; they depend on its content alone, so that documents share them."""
    node = frame.claim(claim)
    match claim:
        case FigureClaim():
            yield Triple(node, TYPE, kg("FigureClaim"))
            yield from _figure(frame, node, claim)
            yield from _amounts(frame, node, claim)
        case RelationClaim():
            yield Triple(node, TYPE, kg("RelationClaim"))
            yield Triple(node, rdf("subject"), frame.entity(claim.subject))
            yield Triple(node, rdf("predicate"), kg(claim.predicate))
            yield Triple(node, rdf("object"), frame.entity(claim.object))
            yield Triple(node, kg("mode"), concept("modes", claim.mode))
        case TextClaim():
            yield Triple(node, TYPE, kg("TextClaim"))
            yield Triple(node, schema("text"), text(claim.text))


def _figure(frame: Frame, node: NamedNode, claim: FigureClaim) -> Iterator[Triple]:
    """Yield everything of a figure but its amounts."""
    yield Triple(node, kg("measure"), concept("measures", claim.measure))
    yield Triple(node, kg("mode"), concept("modes", claim.mode))
    if claim.subject is not None:
        yield Triple(node, kg("subject"), frame.entity(claim.subject))
    if claim.measure_text is not None:
        yield Triple(node, kg("measureText"), text(claim.measure_text))
    if claim.whole is not None:
        yield Triple(node, kg("ofWhole"), concept("measures", claim.whole))
    if claim.scope is not None:
        yield Triple(node, kg("scope"), frame.entity(claim.scope))
    for thing in claim.objects:
        yield Triple(node, kg("object"), frame.entity(thing))
    for name, period in (("period", claim.period), ("comparedWith", claim.compared_with)):
        if period is not None:
            yield Triple(node, kg(name), NamedNode(frame.iris.period(period)))
            yield from _period(frame, period)


def _amounts(frame: Frame, node: NamedNode, claim: FigureClaim) -> Iterator[Triple]:
    for place, quantity in enumerate(claim.quantities):
        amount = NamedNode(frame.iris.quantity(quantity))
        yield Triple(node, kg("quantity"), amount)
        if place == 0:
            yield Triple(node, kg("statedQuantity"), amount)
        yield from _quantity(amount, quantity)


def _quantity(node: NamedNode, quantity: Quantity) -> Iterator[Triple]:
    yield Triple(node, TYPE, kg("Quantity"))
    money = is_currency(quantity.unit)
    yield Triple(node, TYPE, schema("MonetaryAmount" if money else "QuantitativeValue"))
    yield Triple(node, schema("currency" if money else "unitText"), text(quantity.unit))
    yield Triple(node, schema("value"), decimal(quantity.value))
    yield Triple(node, kg("bound"), concept("bounds", quantity.bound))
    yield Triple(node, kg("scale"), integer(quantity.scale))
    if quantity.high is not None:
        yield Triple(node, kg("high"), decimal(quantity.high))
    least, greatest = interval(quantity)
    if least is not None:
        yield Triple(node, schema("minValue"), decimal(least))
    if greatest is not None:
        yield Triple(node, schema("maxValue"), decimal(greatest))


def _period(frame: Frame, period: Period) -> Iterator[Triple]:
    node = NamedNode(frame.iris.period(period))
    yield Triple(node, TYPE, kg("Period"))
    yield Triple(node, kg("code"), Literal(period.code))
    first, last = bounds(period.code)
    if first is not None:
        yield Triple(node, schema("startDate"), date(first))
    if last is not None:
        yield Triple(node, schema("endDate"), date(last))
    if period.of is not None:
        yield Triple(node, kg("fiscalYearOf"), frame.entity(period.of))

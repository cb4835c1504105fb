"""Rates of exchange that claims imply, and the mean of a pair of currencies in triples.

A claim stated in one currency and converted to another implies a rate, once, however many documents state it; one with
two amounts in the other currency ("$20 (£10.40) to $30 (£15.60)") does not tell which belong together. Rates are whole
numbers of `UNIT`, so that no order of adding gives another sum.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Context, Decimal
from fractions import Fraction
from typing import TypeAlias

from pyoxigraph import NamedNode, Quad

from kg.rdf.iris import Iris
from kg.rdf.reading import Known, Rows
from kg.rdf.terms import TYPE, decimal, integer, kg, schema, text

UNIT = Fraction(1, 10**18)
"""As exactly as SPARQL engines divide."""
Implied: TypeAlias = tuple[str, str, str, int]
"""A claim, the currency it is stated in, that of its conversion, how many `UNIT`s of the one a unit of the other is."""
_SHOWN = Context(prec=10)


def implied(table: Rows) -> Iterator[Implied]:
    """Yield the rates that the claims of a graph imply, each once, sorted; of a table of its nodes."""
    found = {
        (claim, *rate)
        for claim, known in table.items()
        for stated in known.get(kg("statedQuantity"), ())
        for converted in set(known.get(kg("quantity"), ())) - {stated}
        for rate in _rates(table.get(stated, {}), table.get(converted, {}))
    }
    told = Counter(one[:-1] for one in found)
    yield from sorted(one for one in found if told[one[:-1]] == 1)


def mean(base: str, pair: tuple[str, str], total: int, number: int) -> Iterator[Quad]:
    """Yield the quads of a pair of currencies, whose rates add up to `total` units."""
    iris = Iris(base)
    graph, node = NamedNode(iris.derived), NamedNode(iris.rate(*pair))
    value = _SHOWN.divide(Decimal(total), Decimal(number * UNIT.denominator))
    yield Quad(node, TYPE, kg("ExchangeRate"), graph)
    yield Quad(node, kg("fromCurrency"), text(pair[0]), graph)
    yield Quad(node, kg("intoCurrency"), text(pair[1]), graph)
    yield Quad(node, kg("mean"), decimal(value), graph)
    yield Quad(node, kg("claims"), integer(number), graph)


def _rates(stated: Known, converted: Known) -> Iterator[tuple[str, str, int]]:
    for currency in stated.get(schema("currency"), ()):
        for into in set(converted.get(schema("currency"), ())) - {currency}:
            for much in stated.get(schema("value"), ()):
                for less in filter(Fraction, converted.get(schema("value"), ())):
                    yield currency, into, Fraction(much) / Fraction(less) // UNIT

"""Quantity extraction by kg and by packages from PyPI behind one function each, `text -> list[Reading]`.

Units are printed as kg prints them (ISO 4217, `percent`, `count`, a unit's code), so that all tools are scored alike: a
peer's unit name is looked up among the words of `ontology/codes/units.ttl`, pence and cents become their currency.
"""

import importlib.metadata
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.rules.numbers import units
from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.numbers.quantities import quantities
from kg.lexicon import codes
from kg.model import Quantity

_PERCENT = {"percentage": "percent", "percent": "percent", "%": "percent", "dimensionless": "count", "count": "count"}
_DEFAULTS = {"pound": "GBP", "dollar": "USD"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as a tool reads it. `bound` is a code of kg's bound scheme, None where the tool tells none."""

    value: float
    unit: str
    high: float | None = None
    bound: str | None = None


Tool = Callable[[str], list[Reading]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool with the distribution it comes from; `load` imports it and returns its function."""

    name: str
    distribution: str | None
    load: Callable[[], Tool]

    def version(self) -> str | None:
        """Return the installed version, None if the package is not installed."""
        if self.distribution is None:
            return "this checkout"
        try:
            return importlib.metadata.version(self.distribution)
        except importlib.metadata.PackageNotFoundError:
            return None


def canonical(unit: str, *, money: bool = False) -> str:
    """Return kg's code for a tool's name of a unit, the name itself in lower case if kg has none."""
    name = unit.strip().lower()
    if name in _PERCENT:
        return _PERCENT[name]
    if money and name in _DEFAULTS:
        return _DEFAULTS[name]
    if name.upper() in codes.scheme("currencies"):
        return name.upper()
    return units.of_word(name) or units.of_word(name + "s") or _DEFAULTS.get(name, name)


def whole(value: float, unit: str) -> tuple[float, str]:
    """Return an amount in cents or pence in its currency, any other as it is."""
    part = units.parts_of_money().get(unit)
    return (value / part[1], part[0]) if part else (value, unit)


def _kg_quantities() -> Tool:
    return lambda text: list(_own([figure.quantity for figure in quantities(text)]))


def _kg_figures() -> Tool:
    return lambda text: list(_own([one for figure in figures(text) for one in (figure.quantity, *figure.also)]))


def _own(read: list[Quantity]) -> Iterator[Reading]:
    for one in read:
        value, unit = whole(float(one.value), one.unit)
        high = None if one.high is None else whole(float(one.high), one.unit)[0]
        yield Reading(value, unit, high, one.bound)


def _quantulum() -> Tool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def read(text: str) -> list[Reading]:
        found = []
        for one in parser.parse(text):
            unit = canonical(one.unit.name, money=one.unit.entity.name == "currency")
            if one.uncertainty:
                low, high = one.value - one.uncertainty, one.value + one.uncertainty
                found.append(Reading(whole(low, unit)[0], whole(low, unit)[1], whole(high, unit)[0]))
            else:
                found.append(Reading(*whole(one.value, unit)))
        return found

    return read


def _recognizers() -> Tool:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    def read(text: str) -> list[Reading]:
        found: list[Reading] = []
        taken: list[tuple[int, int]] = []
        for model in (recognize_percentage, recognize_currency, recognize_dimension, recognize_number):
            for one in model(text, Culture.English):
                span = (one.start, one.end)
                value = (one.resolution or {}).get("value")
                if value is None or any(span[0] <= end and start <= span[1] for start, end in taken):
                    continue
                taken.append(span)
                named = one.resolution.get("isoCurrency") or one.resolution.get("unit") or "count"
                unit = "percent" if value.endswith("%") else canonical(named, money=model is recognize_currency)
                found.append(Reading(*whole(float(value.rstrip("%").replace(",", "")), unit)))
        return found

    return read


def _price() -> Tool:
    from price_parser import Price

    signs = {sign: c.code for c in codes.scheme("currencies").values() for sign in c.facts.get("sign", ())}

    def read(text: str) -> list[Reading]:
        price = Price.fromstring(text)
        if price.amount is None or price.currency is None:
            return []
        return [Reading(float(price.amount), signs.get(price.currency) or canonical(price.currency, money=True))]

    return read


def blank() -> Callable[[str], object] | None:
    """Return spaCy's blank English pipeline, which only splits tokens; None if spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    return spacy.blank("en")


PEERS = (
    Peer("kg figures", None, _kg_figures),
    Peer("kg quantities", None, _kg_quantities),
    Peer("quantulum3", "quantulum3", _quantulum),
    Peer("Recognizers-Text", "recognizers-text-number-with-unit", _recognizers),
    Peer("price-parser", "price-parser", _price),
)

"""Things of which each has the price: the chips of "4,000 B200 chips at $35,000 each"."""

import re

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_PRICE = "price"
_PER = re.compile(r"\s(?:per|for\s(?:each|every|one))\s(?:[a-z-]+\s){0,2}")
_EACH = Construction(r"\s(?:{for-each}|per\s{wares})\b(?!\sof\b)")
"""What makes an amount the price of one of the things counted before: "$35,000 apiece", "$9,000 per unit"."""

_OF_ANY = Construction(
    r"\b(?:{placing|estimating})\s(?:the\s)?(?:[a-z-]+\s)?(?:{notions:cost|notions:price})\sof\s(?:[a-z]+ing\s)?an?\s"
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[a-z0-9][\w-]*\s){1,5}?at\s(?:{grammar:focus|bounds:*}\s)*\Z",
    re.IGNORECASE,
)
"""What makes an amount the cost of any thing of a kind, as others reckon it: "peg the cost of a new plant at"."""
_REACH = 90


def of_any(case: Case, read: Annotated) -> bool:
    """Tell whether an amount is the cost of whatever is of a kind, so that it is nobody's."""
    start = case.figure.span.start
    return _OF_ANY.search(read.text, max(case.sentence.start, start - _REACH), start) is not None


def of_each(case: Case, read: Annotated) -> Chosen | None:
    """Return the things counted of which each has the price: the chips of "4,000 B200 chips at $35,000 each"."""
    priced = case.code == _PRICE
    if priced and (per := _priced_by(case, read)):
        return per
    if case.carried.reading.rule != "each" and not (priced and _EACH.match(read.text, case.figure.span.end)):
        return None
    before = Span(case.sentence.start, case.figure.span.start)
    nouns = [one.noun for one in read.within(read.figures, before) if one.noun and one.quantity.unit == "count"]
    named = [name for name in read.within(read.names, before) if name.entity.kind in THINGS]
    things = [name for noun in nouns[-1:] for name in named if noun.covers(name.span)] or (named if nouns else [])
    return Chosen(things[-1].entity, "each-of", things[-1].span) if things else None


def _priced_by(case: Case, read: Annotated) -> Chosen | None:
    """Return the thing of which one has the price: the chip of "$12,000 per Acme A3 chip"."""
    end = case.figure.span.end
    for name in read.within(read.names, Span(end, case.sentence.end))[:1]:
        if name.entity.kind in THINGS and _PER.fullmatch(read.text, end, name.span.start):
            return Chosen(name.entity, "each-of", name.span)
    return None

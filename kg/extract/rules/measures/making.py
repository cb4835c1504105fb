"""Pieces that a maker has made: "has assembled 90 million handsets", "built 4,000 cars, 200 vans and 90 buses"."""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction

_PRODUCTION = "production"
_OPEN = frozenset({OTHER, "shipments", "production-capacity", "vehicle-deliveries"})
"""What the noun that is counted tells at most: of phones made it tells phones, of what a plant made a plant."""
_MADE = Construction(r"\b{manufactured}\s(?:{grammar:focus|bounds:*}\s){0,2}\Z")
_REACH = 40
_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")
_FEW = 100
"""Fewer pieces are mostly works and buildings."""


def made(sight: Sight, best: Reading) -> Reading | None:
    """Read how many pieces somebody made by the verb right before the number, or before the list that it is in."""
    figure = sight.figure
    if figure.quantity.unit != "count" or best.measure not in _OPEN or figure.noun is None:
        return None
    first = _first(figure, sight)
    start = first.span.start
    led = _MADE.search(sight.read.fold, max(0, start - _REACH), start)
    many = figure.quantity.value >= _FEW
    return Reading(_PRODUCTION, LEAST, "made", figure.noun) if led and many and first.per is None else None


def _first(figure: Figure, sight: Sight) -> Figure:
    """Return the first number of the list of counted things that `figure` stands in."""
    for one in reversed(sight.others):
        end = one.noun.end if one.noun else one.span.end
        counts = one.quantity.unit == "count" and one.noun is not None
        if counts and end < figure.span.start and _LISTED.fullmatch(sight.read.text, end, figure.span.start):
            figure = one
    return figure

"""An amount that its sentence holds against a known one: "The $9 billion is a jump from the $7 billion it spent".

Both measure the same; here the words for it stand by the other.
"""

from collections.abc import Callable

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER, generic
from kg.extract.rules.text.constructions import Construction

_HELD = Construction(
    r"(?:\s(?:{amount}|{expenditure}|{planning}))?(?:\s(?:it|they)\s[a-z]+(?:\s[a-z]+)?)?,?\s"
    r"(?:(?:would|will|could)\s)?(?:{representing}|{grammar:be}|{showing-as}|{comparing})\b"
    r"[^.;:]{0,50}?\b(?:from|than|with|to|against|of|above|{comparison})\s[^.;:]{0,40}\Z"
)
_REACH = 160


def held_against(sight: Sight, best: Reading, measured: Callable[[Figure], Reading]) -> Reading | None:
    """Read an amount without a measure as what it is held against, which `measured` tells."""
    figure = sight.figure
    if best.measure != OTHER or figure.role == "from" or figure.noun is not None:
        return None
    other = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if other is None or unit_kind(other.quantity.unit) != unit_kind(figure.quantity.unit):
        return None
    if other.span.start - figure.span.end > _REACH or not _HELD.match(
        sight.read.text, figure.span.end, other.span.start
    ):
        return None
    told = measured(other)
    if told.measure == OTHER or generic(told.measure):
        return None
    return Reading(told.measure, LEAST, "held-against", told.span, frame=best.frame)

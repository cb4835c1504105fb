"""Nouns that are listed with their amounts: each amount is of the noun of its own place.

"debt was $9bn and cash $2bn", "revenue came to $9bn, R&D spending to $2bn", "sales and profit were $9bn and $2bn
respectively".
"""

import re
from functools import cache

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.notions import Hit
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER, ancestors, generic, terms
from kg.extract.rules.text.constructions import Construction

_AHEAD = Construction(
    r"(?:[,;]|\b(?:and|with|while|but))\s(?:(?:an?|its|the|their)\s)?(?P<noun>[\w&’'-]+(?:\s[\w&’'-]+){0,3}?)"
    r"(?:\s(?:of|to|at|{grammar:be}|(?:{notions:amounts-to}|{change-verb})\s(?:to|at)))?\s(?:{grammar:focus|bounds:*}\s)*\Z"
)
_OF = Construction(r"\sof\s(?:an?\s)?(?:{grammar:focus|bounds:*}\s)*")
_IN = re.compile(r"\sin\s(?:[a-z]+\s){0,2}")
_RESPECTIVELY = "respectively"
_REACH, _FAR = 60, 60


@asked()
def listed_noun(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the noun of its own place in a list of nouns and amounts, None where it stands in none."""
    figure, fold = sight.figure, sight.read.fold
    if best.measure == OTHER or figure.quantity.unit in ("percent", "count"):
        return None
    if best.span is not None and _IN.fullmatch(fold, figure.span.end, best.span.start):
        return None  # "which paid $2bn for rights, made $9bn in revenue"
    if unit_kind(figure.quantity.unit) == MONEY and (of := _of_noun(sight, best)):
        return of
    if _RESPECTIVELY in fold[figure.span.end : figure.span.end + _FAR]:
        return _in_order(sight, best)
    earlier = any(_alike(one, figure) and one.span.end < figure.span.start for one in sight.others)
    found = _AHEAD.search(fold, max(0, figure.span.start - _REACH), figure.span.start) if earlier else None
    if found is None:
        return None
    told = (hit for hit in sight.told if hit.span.end == found.end("noun") and hit.span.start == found.start("noun"))
    return _read(next((hit for hit in told if _measure(hit, figure)), None), figure, best)


def _of_noun(sight: Sight, best: Reading) -> Reading | None:
    """Read an amount by the name that "of" ties to it: "an impairment of $9bn on servers" is no money for servers."""
    figure, fold = sight.figure, sight.read.fold
    ahead = (hit for hit in sight.told if not hit.sign.notion and hit.span.end < figure.span.start)
    tied = [hit for hit in ahead if _OF.fullmatch(fold, hit.span.end, figure.span.start) and _measure(hit, figure)]
    longest = max(tied, key=lambda hit: hit.span.end - hit.span.start, default=None)
    if longest is None or generic(longest.sign.code) or longest.sign.code in ancestors(best.measure):
        return None
    return _read(longest, figure, best)


def _in_order(sight: Sight, best: Reading) -> Reading | None:
    """Return the measure of the noun that has the place of the figure: the first amount is of the first noun."""
    fold, end = sight.read.fold, sight.figure.span.end
    last = fold.find(_RESPECTIVELY, end)
    listed = [one for one in sight.others if _alike(one, sight.figure) and one.span.start < last]
    nouns: list[Hit] = []
    for hit in sight.told:
        inside = nouns and hit.span.start < nouns[-1].span.end
        if listed and hit.span.end < listed[0].span.start and not inside and _measure(hit, sight.figure):
            nouns.append(hit)
    place = next((at for at, one in enumerate(listed) if one.span == sight.figure.span), None)
    return _read(nouns[place], sight.figure, best) if place is not None and len(nouns) == len(listed) > 1 else None


def _alike(one: Figure, figure: Figure) -> bool:
    return one.quantity.unit == figure.quantity.unit and one.role != "from"


def _read(hit: Hit | None, figure: Figure, best: Reading) -> Reading | None:
    measure = _measure(hit, figure) if hit else None
    known = measure and hit and measure != best.measure and (best.span is None or not best.span.covers(hit.span))
    return Reading(measure, LEAST, "listed-noun", hit.span, frame=best.frame) if measure and hit and known else None


def _measure(hit: Hit, figure: Figure) -> str | None:
    """Return the measure that a word tells by itself of a figure of this kind of unit."""
    kind = unit_kind(figure.quantity.unit)
    if not hit.sign.notion:
        return hit.sign.code if hit.sign.code in _codes(kind) else None
    return _alone(kind).get(hit.sign.code)


@cache
def _codes(kind: str) -> frozenset[str]:
    return frozenset(term.code for term in terms(kind).listed)


@cache
def _alone(kind: str) -> dict[str, str]:
    """Return notion -> the measure of which it is a whole sign."""
    listed = (term for term in terms(kind).listed if not generic(term.code))
    return {sign[0]: term.code for term in listed for sign in term.signs if len(sign) == 1}

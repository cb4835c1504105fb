"""A measure that is told once, behind the last of several amounts: "Acme ($9bn) and Beta ($8bn) will spend on chips".

So are nouns that amounts of two owners share: "Acme's $9 billion and Beta's $8 billion of capital spending".
"""

import re
from collections.abc import Callable
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER, generic

_NAME = r"(?:[A-Z][\w&.’'-]*\s){1,3}?"
_IN_BRACKETS = re.compile(rf"\)(?:,\s(?:and\s)?|\sand\s){_NAME}\(")
_OWNED = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?:[A-Z][\w&.-]*\s){0,2}[A-Z][\w&.-]*[’']s?\s")


def shared_behind(sight: Sight, best: Reading, measured: Callable[[Figure], Reading]) -> Reading | None:
    """Read an amount without a measure as the last one of its list, which `measured` tells by what stands behind it."""
    figure = sight.figure
    if best.measure != OTHER or figure.noun is not None or figure.role == "from":
        return None
    other = _last_of_list(sight)
    if other is None:
        return None
    told = measured(other)
    if told.measure == OTHER or generic(told.measure) or told.span is None or told.span.end <= other.span.end:
        return None
    return replace(told, rule="shared-behind")


def _last_of_list(sight: Sight) -> Figure | None:
    """Return the last of the list that the figure stands in, None where none goes on from it."""
    text, last = sight.read.text, sight.figure
    for one in sight.others:
        if one.span.start < last.span.end:
            continue
        between = last.span.end, one.span.start
        joined = _IN_BRACKETS.fullmatch(text, *between) or _OWNED.fullmatch(text, *between)
        if one.quantity.unit != last.quantity.unit or not joined:
            break
        last = one
    return last if last is not sight.figure else None

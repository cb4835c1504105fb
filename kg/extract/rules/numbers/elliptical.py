"""Counts that leave out what they count, as the text has just said it: "211 branches, down from 220"."""

import re

from kg.extract.rules.annotations import Figure
from kg.extract.rules.numbers import labels
from kg.extract.rules.text.constructions import Construction

_HELD_AGAINST = Construction(r",?\s(?:(?P<way>{raised-or-lowered}\s(?:from|to)|against)|(?P<plain>from|to))\s")
"""What parts a count from an older or newer one: "from 213 shops to 164", "211 branches, down from 220"."""
_GOES_ON = re.compile(r"[^.;:\n]{0,90}?(?:,?\sand|,\swhile|,\sbut)\s")
_ACTS = Construction(r"\s(?!(?:is|was|has)\b)(?:{grammar:be}|{grammar:auxiliary}|{grammar:modal})\s(?!not\b)")
_DATED = Construction(r"\sin\s(?:{months:*}|(?:19|20)[0-9]{2})\b")
"""What stands behind a second count of the same: "and 645 were shut", "40 ships in May and 55 in June"."""
_NUMBER_OF = Construction(
    r"\b(?:{counting-noun}\sof\s(?:[a-z][\w-]*\s){1,6}?|{premises}\s(?:(?:{grammar:auxiliary|grammar:modal}|to)\s){0,3}{change-verb}\s)(?:from|to|at)\s(?:(?P<first>[0-9][0-9,]*)\s(?:{raised-or-lowered}\s)?to\s)?\Z"
)
"""What tells that bare numbers count: "the number of branches fell from 220 to 211", "its plants fell from 17 to 9"."""
_ENDS = Construction(
    r"\s?(?:[.,;:)](?![0-9])|\Z|\n|\s(?:{grammar:time|grammar:preposition|grammar:conjunction}|an?|the|(?:{raised-or-lowered}\s)?(?:from|to))\b)"
)
_REACH, _YEARS = 90, range(1900, 2101)


def elliptical(text: str, held: Figure | None, figure: Figure) -> bool:
    """Tell whether a bare number counts what `held`, the figure before it, counts, or what its own clause says."""
    number = figure.number
    if figure.noun is not None or not number.of(text).isdigit() or figure.quantity.value in _YEARS:
        return False
    if labels.listed(text, number) or labels.aged(text, number):
        return False
    if _NUMBER_OF.search(text, max(0, number.start - _REACH), number.start):
        return _ENDS.match(text, number.end) is not None
    if held is None or held.noun is None or held.quantity.unit != "count":
        return False
    start = held.noun.end
    if parted := _HELD_AGAINST.fullmatch(text, start, number.start):
        newer = held.role == "from" if parted["plain"] == "to" else text.endswith("to ", 0, held.span.start)
        return (newer or bool(parted["way"])) and _ENDS.match(text, number.end) is not None
    behind = _ACTS.match(text, number.end) or _DATED.match(text, number.end)
    return behind is not None and _GOES_ON.fullmatch(text, start, number.start) is not None

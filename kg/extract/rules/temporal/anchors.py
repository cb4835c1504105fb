"""Which year "this year" is, in a text that states no date of its own.

The stated rule: the one year, or the earliest of several, that the text names outright where it speaks of what is
planned or expected ("has budgeted ... in 2025"), not as a deadline ("by 2030"), and in no sentence that has "this year"
beside it, for there the two are told apart. A text without such a year leaves "this year" unresolved, and so does one
that also speaks of "next year", which the planned year may as well be.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Sentence
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.matcher import folded

_THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\bnext year\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|for|during|of)\s+(20[0-9]{2})\b(?!\s*(?:to|and|through|-|–)\s*20)", re.IGNORECASE)
_AHEAD = Construction(r"\b(?:will|would|should|{planning})\b", re.IGNORECASE)


def stated_year(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Return the year that "this year" stands for as the text itself tells it, None where it does not."""
    fold = folded(text)
    if "this year" not in fold or not _THIS_YEAR.search(text) or ("next year" in fold and _NEXT_YEAR.search(text)):
        return None
    ahead, apart = set[str](), set[str]()
    for sentence in sentences:
        words = sentence.span.of(text)
        years = set(_YEAR.findall(words))
        if not years:
            continue
        if _THIS_YEAR.search(words):
            apart |= years
        elif _AHEAD.search(words):
            ahead |= years
    return min(ahead - apart, default=None)

"""The words of code lists as sets and as patterns, for stages that look for words in place."""

import re
from collections.abc import Iterable
from functools import cache

from kg.lexicon import codes
from kg.lexicon.codes import Concept


@cache
def words(scheme: str, *notations: str) -> frozenset[str]:
    """Return the words of a code list, of the codes given or of all. Raises KgError for an unknown list or code."""
    listed = codes.scheme(scheme)
    return frozenset(word for code in notations or listed for word in (*listed[code].words, *listed[code].hidden))


@cache
def concept_of(scheme: str) -> dict[str, Concept]:
    """Return word (lower case) -> the concept it triggers; of two that share a word, the first by code."""
    found: dict[str, Concept] = {}
    for concept in codes.scheme(scheme).values():
        for word in (*concept.words, *concept.hidden):
            found.setdefault(word.lower(), concept)
    return found


def alternation(listed: Iterable[str]) -> str:
    """Return a pattern that matches any of these words, the longest first, white space in them being flexible."""
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"

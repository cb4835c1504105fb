"""Words of the code lists as regular expressions: alternations that the engine can walk quickly."""

import re
from collections.abc import Iterable

from kg.lexicon import codes


def alternation(words: Iterable[str]) -> str:
    """Return a group that matches any of `words`, longest first, a space in a word standing for one space.

    Branches are gathered by first letter: an engine without tries then tries a handful of branches at most places.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        tails.setdefault(word[0], []).append(word[1:])
    branches = (re.escape(head) + _tail(rest) for head, rest in sorted(tails.items()))
    return "(?:" + "|".join(branches) + ")"


def _tail(rest: list[str]) -> str:
    return "(?:" + "|".join(re.escape(tail) for tail in rest) + ")"


def words_of(scheme: str, code: str) -> tuple[str, ...]:
    """Return the trigger words of one concept in lower case."""
    return tuple(word.lower() for word in codes.scheme(scheme)[code].words)

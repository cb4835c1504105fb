"""Words of the code lists as sets and regular expressions that the engine can walk quickly."""

import re
from collections.abc import Iterable
from functools import cache

from kg.lexicon import codes

CONTEXTS = "number-contexts"


def alternation(words: Iterable[str]) -> str:
    """Return a group that matches any of `words`, longer ones first.

    Branches are gathered by first letter: an engine without tries then tries a handful of branches at most places.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        tails.setdefault(word[0], []).append(word[1:])
    branches = (f"{re.escape(head)}(?:{'|'.join(map(re.escape, rest))})" for head, rest in sorted(tails.items()))
    return f"(?:{'|'.join(branches)})"


@cache
def context(code: str) -> frozenset[str]:
    """Return the words of one concept of the scheme `number-contexts`, in lower case."""
    return frozenset(word.lower() for word in codes.scheme(CONTEXTS)[code].words)

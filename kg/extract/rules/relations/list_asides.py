"""Asides inside lists, behind which the list goes on: "A, the chipmaker, and B", "A, which did, and B"."""

import re

from kg.extract.rules.relations.classes import Tokens

_ASIDE = re.compile(r",(?:d[dnx0pegy]*|[nx]+[np]*)(?=,)")
_OF_ANOTHER = re.compile(r",d[dnx0G]*[pt][dnx0N]+(?=,c)")
_CLAUSE_ASIDE = re.compile(r",p?r[^,;r]*(?=,c)")
_OWNED_ASIDE = re.compile(r",G[nx0]+(?=,)")


def aside_at(tokens: Tokens, at: int, *, described: bool) -> re.Match[str] | None:
    """Return the aside that the comma at token `at` opens; `described` tells that a description stands behind it."""
    kinds, owner = tokens.classes, tokens.names.get(at + 1)
    found = _ASIDE.match(kinds, at)
    if found is None and owner is not None and owner.how == "pronoun":
        found = _OWNED_ASIDE.match(kinds, at)  # "A, its drug, and B"
    if found is None and described and tokens.kind(at + 1) == "d":
        found = _OF_ANOTHER.match(kinds, at)  # "A, the maker of X, and B"
    return found or _CLAUSE_ASIDE.match(kinds, at)


def before_clause(tokens: Tokens, end: int) -> int:
    """Return where the clause starts that ends at token `end`, `end` where none does: "A, which did, and B"."""
    start = tokens.classes.rfind(",", 0, end)
    clause = _CLAUSE_ASIDE.match(tokens.classes, start) if start > 0 else None
    return start if clause is not None and clause.end() == end else end

"""Firms whose trade, as the registry tells it, is to watch others or to lend: they give figures of others."""

from functools import lru_cache

from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.lexicon.nouns import trades
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_STANDS_AT = Construction(
    r"(?:,\s[^,;.]{2,60},)?\s(?:(?:is|was)\s(?:(?:[a-z]+ly\s)?(?:(?:even\s)?(?:more|less)\s)?{minded}\s)?at|{sticking})\s(?:[a-z]+\s){0,2}(?={#amount})"
)
_STATED = Construction(
    r"['’]s?\s(?:(?:own|{had-now})\s){0,2}(?:{notions:account|expectation|price-goal|target-noun|tallied}\s(?:for|of|on)\s[^,;:.]{2,60}?\s)"
    r"(?:is|was|are|were|had\sbeen|{standing-at})\s(?:[a-z]+\s){0,3}(?={#amount}|\d)"
)
"""A number of its own that somebody gives of others: "Ferrous Bank's estimate for Kestrin's sales is"."""
_LENDER = "lender"
"""The code of nouns for banks and brokers."""


def stands_at(name: Span, text: str) -> int | None:
    """Return where the amount starts that a forecaster is at: "while Ferrous Bank is at $9 billion"; None elsewhere."""
    found = _STANDS_AT.match(text, name.end)
    return found.end() if found else None


def states(name: Span, text: str) -> int | None:
    """Return where the amount starts of which somebody's own number is: "the Ferrous Bank's estimate of sales is"."""
    found = _STATED.match(text, name.end) if text.startswith(("'", "’"), name.end) else None
    return found.end() if found else None


@lru_cache(maxsize=4096)
def watches(entity: Entity) -> bool:
    """Tell whether the registry calls `entity` by a noun for those who watch others ("research firm")."""
    nouns = registry().fact(entity, "kindNoun")
    return any(noun.lower() in words("notions", "watcher") for noun in nouns)


@lru_cache(maxsize=4096)
def lends(entity: Entity) -> bool:
    """Tell whether the registry calls `entity` a bank or broker, which foresees what others do."""
    nouns = registry().fact(entity, "kindNoun")
    return _LENDER in trades(nouns)

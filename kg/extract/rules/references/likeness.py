"""How well the words of a description match what the registry calls a company: "the streaming company", "the AI lab".

A noun such as company fits any; the words before it tell the trade, and the company of that trade is meant.
"""

from functools import lru_cache

from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity

_NONE, _ALL = 0.5, 0.8
"""What a company of another trade weighs, and what it gains by all the words."""
_SHORT = (("artificial intelligence", "ai"), ("electric vehicle", "ev"), ("electric car", "ev"), ("games", "game"))


def likeness(phrase: str, entity: Entity, lexicon: Lexicon) -> float:
    """Return what the words before the noun of `phrase` add or take: 1 where they tell no trade, or of one unknown."""
    nouns = lexicon.fact(entity, "kindNoun")
    told = _trades(phrase.rpartition(" ")[0], lexicon) if nouns and " " in phrase else frozenset()
    if not told:
        return 1.0
    known = _of_nouns(nouns)
    return _NONE + _ALL * len(told & known) / len(told)


@lru_cache(maxsize=1024)
def _trades(phrase: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_parts(phrase)) & _known_trades(lexicon)


@lru_cache(maxsize=2)
def _known_trades(lexicon: Lexicon) -> frozenset[str]:
    """Return the words by which the registry tells companies of one trade from those of another."""
    companies = (entity for entity in lexicon.entities.values() if entity.kind == "Company")
    named = (noun for entity in companies for noun in lexicon.fact(entity, "kindNoun"))
    return frozenset(part for noun in named for part in _parts(noun.rpartition(" ")[0])) - words(
        "neighbours", "no-trade"
    )


@lru_cache(maxsize=4096)
def _of_nouns(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for noun in nouns for part in _parts(noun))


def _parts(phrase: str) -> list[str]:
    """Return the words of a phrase in lower case, long names of a trade in short."""
    lower = phrase.lower()
    for full, short in _SHORT:
        lower = lower.replace(full, short)
    return lower.replace("-", " ").split()

"""Firms whose trade is to count, rate or study others: they give figures and are hardly ever what a figure is about."""

from functools import lru_cache

from kg.lexicon.names import registry
from kg.lexicon.wordlists import words
from kg.model import Entity


@lru_cache(maxsize=4096)
def watches(entity: Entity) -> bool:
    """Tell whether the registry calls `entity` by a noun for those who watch others ("research firm")."""
    nouns = registry().fact(entity, "kindNoun")
    return any(noun.lower() in words("notions", "watcher") for noun in nouns)

"""Indices of markets, which rise and fall as shares do: those of the registry, and names that "Index" heads."""

from kg.lexicon.names import registry
from kg.lexicon.wordlists import words
from kg.model import Entity

_BODY = "Organization"
_SHORTEST = 2


def is_index(entity: Entity) -> bool:
    """Tell whether `entity` is an index of a market: the registry calls it one, or its name does."""
    if entity.kind != _BODY:
        return False
    return "index" in registry().fact(entity, "kindNoun") or names_index(entity.name.split())


def names_index(tokens: list[str] | tuple[str, ...]) -> bool:
    """Tell whether a name is that of an index of shares, as a gauge of prices or of moods is none."""
    headed = len(tokens) >= _SHORTEST and tokens[-1] in words("name-heads", "index")
    return headed and words("name-heads", "gauge").isdisjoint(tokens)

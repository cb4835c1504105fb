"""Words that several currencies share: "kroner" and "crowns" mean the money of the country that the text speaks of."""

from collections.abc import Mapping
from functools import cache

from kg.extract.rules.text.latest import latest
from kg.lexicon import codes


def meant(text: str, word: str) -> str | None:
    """Return which currency that shares `word` has the country that `text` names most, None where it names none."""
    told = _told(text)
    named = [code for code in sharing().get(word, ()) if told[code]]
    return max(named, key=told.__getitem__) if named else None


@cache
def sharing() -> Mapping[str, tuple[str, ...]]:
    """Return word -> the currencies that share it."""
    found: dict[str, tuple[str, ...]] = {}
    for one in codes.scheme("currencies").values():
        for word in one.facts.get("sharedWord", ()):
            found[word] = (*found.get(word, ()), one.code)
    return found


@latest
def _told(text: str) -> Mapping[str, int]:
    """Return how often a text names where each of these currencies is used."""
    known = codes.scheme("currencies").values()
    return {one.code: sum(text.count(place) for place in one.facts.get("usedIn", ())) for one in known}

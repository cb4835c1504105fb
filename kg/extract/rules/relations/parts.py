"""What patterns over skeletons are made of: words between names, lists of names, cue words.

A pattern has the groups `s` (subjects) and `o` (objects): every name in the one is linked to every name in the other. A
pattern without `s` or `o` takes that side from before: the topic of the text so far, or the last object of the same
predicate. `noun` is an object that is a common noun ("networking gear"), `trade` a noun that implies one ("chipmaker"),
`ware` a thing that stands for its maker.
"""

from kg.extract.rules.relations.skeletons import NAME, PLACE
from kg.lexicon.wordlists import alternation, words

WORD = r"(?:[^\s\ue000-\uf8ff;:.!?]+\s)"
"""A word without a name in it, and the space behind it."""
_SEP = r"(?:\s?[,;]\s(?:and\s|or\s|as well as\s|plus\s)?|\s(?:and|or|as well as|plus|&)\s)"
BEFORE = rf"(?:(?:the|its|a|an)\s)?(?:(?:[a-z-]+|AI|{PLACE}(?:'s)?)\s){{0,4}}?"
"""What may stand before a name in a list: an article, a nationality, a noun or two."""
APART = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}|{NAME}'s)"
"""A character of what may part two names of a construction: of another name only a place's, or an owner's."""
_ASIDE = r"(?:,\s(?:an?|the|which|meaning|offering)\s[^;,\ue000-\uf8ff]*(?=[,;]))?"

Listed = tuple[tuple[str, str, str, str], ...]
"""Constructions: name, predicate, codes of `relation-cues` of which one word must stand in the sentence, pattern."""


def listed(kind: str) -> str:
    """Return a pattern for one or several names of a kind, each perhaps behind its owner: "Acme and Bcme's Ccme"."""
    return rf"{kind}{more(kind)}"


def more(kind: str) -> str:
    """Return a pattern for what goes on with a list behind its first name, if anything does."""
    return rf"(?:'s)?(?:{_SEP}{BEFORE}(?:{NAME}'s\s)?{kind})*"


def together(kind: str) -> str:
    """Return a pattern for one name, or several with nothing but commas and "and" between them."""
    return rf"{kind}(?:(?:,\s|,?\sand\s){kind})*"


def described(kind: str) -> str:
    """Return a pattern for names of a kind, each perhaps with an apposition behind it."""
    return rf"{kind}{_ASIDE}(?:{_SEP}{BEFORE}{kind}{_ASIDE})*"


def cue(*codes: str) -> str:
    """Return a pattern for the words of these codes of `relation-cues`."""
    return rf"\b{alternation(words('relation-cues', *codes))}\b"

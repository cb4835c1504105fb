"""Which words are nouns that say of what a figure is, and no adjectives or nouns that only stand for an amount."""

import re
from functools import cache

from kg.extract.rules.text.grammar import grammar
from kg.lexicon.nouns import entry_of
from kg.lexicon.wordlists import words

_ADJECTIVE = re.compile(r"(?:[a-z]{3}al|ous|ive|est|ed|ing)\Z")
"""How adjectives end, and few nouns for what is counted."""
_LONGEST = 6
"""Letters of a short form, at most."""


def is_plain_noun(word: str) -> bool:
    """Tell whether a printed word is a noun, or a short form of one, that does not only stand for what was told."""
    if word.isupper():
        return word.isalpha() and 1 < len(word) <= _LONGEST and not _says_little(word.lower())
    return names_something(word) and _ADJECTIVE.search(word) is None


def names_something(word: str) -> bool:
    """Tell whether a noun in lower case says of what a figure is."""
    return word.isalpha() and len(word) > 1 and word.islower() and not _says_little(word)


def counts_what_is_before(word: str) -> bool:
    """Tell whether a noun only says how many there are of what the one before it names: "passenger numbers"."""
    return word in words("semantic-fields", "amount-of")


def _says_little(word: str) -> bool:
    """Tell whether a word is no noun, or one that leaves open of what a figure is."""
    singular = word.removesuffix("s")
    if word in _open() or singular in words("neighbours", "part"):
        return True
    return entry_of(word) is not None or grammar().function(word)


@cache
def _open() -> frozenset[str]:
    amounts = words("semantic-fields", "amount", "amount-of", "interval", "laid-out-on", "plan", "reckoned-in")
    changes = words("semantic-fields", "change-adjective", "change-noun", "telling-change", "representing")
    views = words("semantic-fields", "expectation", "foreseers", "outlook", "threshold")
    return words("notions", "vague") | amounts | changes | views

"""The closed word classes of English that clause boundaries are told by, as sets of lower-case words."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.wordlists import words


@dataclass(frozen=True, slots=True)
class Grammar:
    """One set per class; the members are listed in `ontology/codes/grammar.ttl`."""

    be: frozenset[str]
    auxiliary: frozenset[str]
    modal: frozenset[str]
    adverb: frozenset[str]
    determiner: frozenset[str]
    pronoun: frozenset[str]
    object: frozenset[str]
    possessive: frozenset[str]
    preposition: frozenset[str]
    subordinator: frozenset[str]
    relative: frozenset[str]
    question: frozenset[str]
    conjunction: frozenset[str]
    contrast: frozenset[str]
    finite: frozenset[str]
    time: frozenset[str]
    setting: frozenset[str]
    text: frozenset[str]
    noun_like: frozenset[str]
    no_adverb: frozenset[str]

    def adverbial(self, word: str) -> bool:
        """Tell whether `word` may stand between a subject and its verb."""
        return word in self.adverb or (word.endswith("ly") and word not in self.no_adverb)

    def function(self, word: str) -> bool:
        """Tell whether `word` only joins or places other words, so that no noun phrase goes on with it."""
        return word in _function() or self.adverbial(word)


@cache
def _function() -> frozenset[str]:
    classes = ("auxiliary", "preposition", "conjunction", "subordinator", "relative", "time", "pronoun", "determiner")
    return words("grammar", *classes)


@cache
def grammar() -> Grammar:
    """Return the word classes."""
    return Grammar(**{name: words("grammar", name) for name in Grammar.__slots__})

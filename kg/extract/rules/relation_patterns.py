"""The constructions of English that link two names, compiled, and which of them a sentence has the words for."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.relations_making import making
from kg.extract.rules.relations_owning import naming, owning, placing
from kg.extract.rules.relations_ruling import ruling
from kg.extract.rules.relations_trading import buying, competing, investing, serving
from kg.lexicon.codes import scheme
from kg.lexicon.matcher import Matcher, folded
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. `name` is what evidence calls it, `predicate` the local name of the ontology's property.

    `needs` are codes of `relation-cues`: without a word of one of them in the sentence the pattern cannot match.
    """

    name: str
    predicate: str
    needs: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all constructions, in the order in which they are tried."""
    families = (owning, making, naming, buying, serving, competing, investing, placing, ruling)
    listed = (construction for family in families for construction in family())
    return tuple(
        Rule(name, predicate, frozenset(needs.split("|")) - {""}, re.compile(pattern))
        for name, predicate, needs, pattern in listed
    )


class Cues:
    """Which cue words stand where in a text: found in one pass, so that most patterns need not be tried."""

    def __init__(self, text: str) -> None:
        hits = sorted((start, codes) for start, _, codes in _cue_words().hits(folded(text)))
        self._starts = [start for start, _ in hits]
        self._codes = [codes for _, codes in hits]

    def usable(self, sentence: Span) -> tuple[Rule, ...]:
        """Return the constructions that a sentence has the words for."""
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        present = frozenset(code for codes in self._codes[low:high] for code in codes)
        return tuple(rule for rule in rules() if not rule.needs or rule.needs & present)


@lru_cache(maxsize=1)
def _cue_words() -> Matcher[tuple[str, ...]]:
    codes: dict[str, list[str]] = {}
    for code, concept in scheme("relation-cues").items():
        for word in concept.words:
            codes.setdefault(word.lower(), []).append(code)
    return Matcher({word: tuple(listed) for word, listed in codes.items()})

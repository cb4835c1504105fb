"""Constructions that no frame covers, and which of them a sentence has the words for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.making import making, trades
from kg.extract.rules.relations.naming import naming, placing
from kg.extract.rules.relations.orders import ordering
from kg.extract.rules.relations.ranking import ranking
from kg.extract.rules.relations.ruling import ruling
from kg.extract.rules.relations.skeletons import role, role_of
from kg.extract.rules.relations.stakes import holding
from kg.extract.rules.relations.trading import trading
from kg.lexicon.codes import scheme
from kg.lexicon.matcher import Matcher, folded
from kg.model import Span

_SIDE = re.compile(r"\(\?P<[so]>\[([^\]]+)\]")
_NO_BRACKET = re.compile(r"\\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction. `name` is what evidence calls it, `predicate` the local name of the ontology's property.

    `needs` are codes of `relation-cues`, or "trade" for the nouns of trades: without a word of one of them in the
    sentence, or without a name for each of its `sides` in one of these roles, the pattern cannot match.
    """

    name: str
    predicate: str
    needs: frozenset[str]
    sides: tuple[frozenset[int], ...]
    pattern: str

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern ready for use; compiled when first asked for, since a text needs few of them."""
        return _compiled(self.pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all constructions, in the order in which they are tried."""
    families = (holding, making, naming, ordering, placing, ranking, ruling, trading)
    listed = (construction for family in families for construction in family())
    return tuple(
        Rule(name, predicate, frozenset(needs.split("|")) - {""}, _sides(pattern), pattern)
        for name, predicate, needs, pattern in listed
    )


def _sides(pattern: str) -> tuple[frozenset[int], ...]:
    """Return the roles that the subject and the object of a pattern may have, where they open with a name.

    One inside another group may be left out.
    """
    sides = (found for found in _SIDE.finditer(pattern) if not _open_brackets(pattern[: found.start()]))
    return tuple(frozenset(map(role_of, found[1].replace("-", ""))) for found in sides)


def _open_brackets(pattern: str) -> int:
    bare = _NO_BRACKET.sub("", pattern)
    return bare.count("(") - bare.count(")")


@lru_cache(maxsize=4096)
def _usable(present: frozenset[str], roles: frozenset[int], *, several: bool) -> tuple[Rule, ...]:
    """Return the constructions for which a sentence has the words, or the names where no word is needed."""
    return tuple(
        rule
        for rule in rules()
        if not (rule.needs and rule.needs.isdisjoint(present))
        and (several or len(rule.sides) <= 1)
        and all(side & roles for side in rule.sides)
    )


class Cues:
    """Which cue words stand where in a text: found in one pass, so that most patterns need not be tried."""

    def __init__(self, text: str) -> None:
        hits = sorted((start, codes) for start, _, codes in _cue_words().hits(folded(text)))
        self._starts = [start for start, _ in hits]
        self._codes = [codes for _, codes in hits]

    def usable(self, sentence: Span, names: Sequence[Name]) -> tuple[Rule, ...]:
        """Return the constructions that a sentence has the words and the names for."""
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        present = frozenset(code for codes in self._codes[low:high] for code in codes)
        roles = frozenset([role(name) for name in names])
        return _usable(present, roles, several=len(names) > 1)


@lru_cache(maxsize=1)
def _cue_words() -> Matcher[tuple[str, ...]]:
    codes: dict[str, list[str]] = {}
    needed = frozenset(code for rule in rules() for code in rule.needs)
    for code, concept in scheme("relation-cues").items():
        for word in concept.words if code in needed else ():
            codes.setdefault(word.lower(), []).append(code)
    for word in trades():
        codes.setdefault(word.lower(), []).append("trade")
    return Matcher({word: tuple(listed) for word, listed in codes.items()})

"""Words around what a frame states that deny it or put it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.relations.phrases import Phrases
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words

_NEAR = 8
_ENOUGH = "enough"
_BEHIND, _SAID = 6, 6
"""How many words lead from what is stated to what calls it untrue; how many of those are read."""


@dataclass(frozen=True)
class Denials:
    """What says of a stretch of words that it is not so, not done or not done yet."""

    phrases: Phrases

    def negated(self, first: int, last: int) -> bool:
        """Tell whether a word in between says that it is not so, or that there is no plan for it."""
        tokens = self.phrases.tokens
        between = tokens.words[first:last]
        if _ENOUGH in tokens.words[first : last + 1]:
            return False  # "can't get enough of", "could not buy enough"
        if tokens.word(first - 1) == "no" and tokens.kind(first) == "n" and "t" in tokens.classes[first:last]:
            return True  # "has no plans to buy"
        if any(word.endswith("n't") for word in between):
            return True
        return _among("denied", between)

    def barred(self, first: int, last: int) -> bool:
        """Tell whether a word before token `last` says that what stands there is not done.

        That is one in the same group ("stopped buying", "banned from buying"), one whose object does what is said
        ("barred X from buying"), or a denial that opens the clause ("denied that it would buy").
        """
        tokens, barring = self.phrases.tokens, words("relation-cues", "barring")
        if not barring.isdisjoint(tokens.words[first:last]):
            return True
        meant = tokens.kind(last - 1) == "t"  # "dropped their plans to buy"
        governed = tokens.word(last - 1) == "from" and tokens.kind(last) == "g"
        for at in range(first - 1, max(-1, first - _NEAR), -1):
            kind = tokens.kind(at)
            if kind in ",;(" or (kind in "veg" and not governed):
                return meant and tokens.word(at) in barring
            if tokens.word(at) in barring and kind in "veg":
                return governed
            if tokens.word(at) == "that" and tokens.kind(at) == "s":
                return tokens.word(at - 1) in barring
        return False

    def untrue(self, first: int, last: int) -> bool:
        """Tell whether what is stated up to token `last` is something said that the sentence calls untrue.

        "The news that Acme will invest in Beta is false", "reports that it bought Beta were not true".
        """
        tokens, said = self.phrases.tokens, words("denials", "matter")
        ahead = range(max(1, first - _NEAR), first)
        if not any(tokens.word(at) == "that" and tokens.word(at - 1) in said for at in ahead):
            return False
        for at in range(last, last + _BEHIND):
            if tokens.word(at) in grammar().be:
                told = " ".join(tokens.words[at + 1 : at + 1 + _SAID])
                return f"{told} ".startswith(_predicates())
        return False

    def planned(self, first: int, last: int) -> bool:
        """Tell whether a word in between says that it is not done yet."""
        return _among("planned", self.phrases.tokens.words[first:last])


@cache
def _predicates() -> tuple[str, ...]:
    return tuple(f"{said} " for said in sorted(words("denials", "predicate")))


def _among(code: str, between: Sequence[str]) -> bool:
    """Tell whether one of the cues of a code stands among words that follow one another."""
    return any(map(f" {' '.join(between)} ".__contains__, _set_off(code)))


@cache
def _set_off(code: str) -> frozenset[str]:
    return frozenset(f" {cue} " for cue in words("relation-cues", code))

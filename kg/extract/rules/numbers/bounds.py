"""Bound words beside a number: "over", "up to", "or more", and which code of the bound scheme they stand for."""

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, as_listed, code_of

_REACH = 48
_SO_MUCH = Construction(r"(?:%|\b{units:percent|multiplier}) \Z")
"""What makes "more than" a comparison: "13% higher than $128" says nothing about a bound of $128."""

_SUMS = Construction(r"\b(?:[a-z]{2,}s|they|it|this|which|that|all)\s(?:all\s)?{summing} \Z")
"""What makes "up to" part of a verb: "the bills add up to $5 billion", no "will add up to 90 jobs"."""
_OVER_OLDER = Construction(r"(?:%|\b{units:percent}|\ban?) (?:[a-z-]+ )?{change-noun} \Z")
"""What makes "over" one of comparing: "a 9% increase over $128"."""
_ARTICLES = (" a ", " an ")
"""Behind a preposition these open its object: "under a $9 billion plan", no "nearly a $9 billion plan"."""
_IS_OR_HAS = Construction(
    r"\b(?:{grammar:be|grammar:auxiliary|grammar:preposition}|{notions:hold|notions:own|notions:acquire})\s\Z"
)
"""Words behind which a preposition opens no object: "is about a 9% stake", "at around a $9 billion valuation"."""
_BEFORE = Construction(
    r"(?<![\w-])({bounds:*})(?: {grammar:focus|additive|lumped|bounds:about})?(?: an?)?(?: |(?<=sub-)|(?<=near-))\Z"
)
_QUOTES = '“”"‘’'
_OVER, _PAST = frozenset({"over", "above"}), "past"
_PASSES = Construction(r"\b{change-verb|going-up}\s(?:[\w’'-]+\s){0,5}\Z")
_NOT_TIME = Construction(r"\b(?:{grammar:determiner|grammar:preposition}|half)\s\Z")
"""What makes "past" one of time: "the past 9 months"; a verb makes it pass a mark: "pushed its value past"."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound code and where its words stand."""

    code: str
    start: int
    end: int


def before(text: str, fold: str, start: int) -> Bound | None:
    """Return the bound whose words or sign stand right before position `start`, the longest if several do."""
    left = max(0, start - _REACH)
    found, at = _beside(fold[left:start])
    ahead = fold[left : left + at]
    words = as_listed(found[1]) if found else ""
    if (
        found
        and not _after_phrase(ahead, code_of("bounds")[words])
        and not (_by_so_much(words) and _SO_MUCH.search(ahead))
        and not (words in _OVER and _OVER_OLDER.search(ahead))
        and not (words in grammar().preposition and found[0].endswith(_ARTICLES) and not _IS_OR_HAS.search(ahead))
        and not (words == "up to" and _SUMS.search(ahead))
        and not (words == _PAST and not _passes(ahead))
    ):
        return Bound(code_of("bounds")[words], left + at, start)
    signed = _sign().search(text[left:start]) if text[left:start].rstrip()[-1:] in _sign_ends() else None
    return Bound(code_of("bounds", "sign")[signed[1]], left + signed.start(1), start) if signed else None


def _beside(ahead: str) -> tuple[re.Match[str] | None, int]:
    """Return the bound words that `ahead` ends with and where they start; some may be quoted ('"more" than')."""
    found = _BEFORE.search(ahead)
    if found or not ahead or ahead[-1] in _QUOTES or not any(mark in ahead for mark in _QUOTES):
        return found, found.start(1) if found else 0
    kept = [place for place, char in enumerate(ahead) if char not in _QUOTES]
    found = _BEFORE.search("".join([ahead[place] for place in kept]))
    return found, kept[found.start(1)] if found else 0


def _passes(ahead: str) -> bool:
    return _PASSES.search(ahead) is not None and _NOT_TIME.search(ahead) is None


def _by_so_much(words: str) -> bool:
    return words.endswith(" than")


def behind(fold: str, end: int) -> Bound | None:
    """Return the bound whose words stand right behind position `end`."""
    found = _behind().match(fold, end)
    return Bound(code_of("bounds", "wordAfter")[as_listed(found[1])], end, found.end()) if found else None


def within(fold: str, start: int, end: int) -> Bound | None:
    """Return the bound whose words stand inside a number, before its scale word or unit: "$3-odd billion", "90+ MW"."""
    marks = (place for place in (fold.find("-", start, end), fold.find("+", start + 1, end)) if place >= 0)
    found = next((one for place in marks if (one := _behind().match(fold, place, end))), None)
    return Bound(code_of("bounds", "wordAfter")[as_listed(found[1])], end, end) if found else None


def _after_phrase(left: str, code: str) -> bool:
    """Tell whether what stands before makes the bound word part of a verb ("hand over", "inch back up to")."""
    words = left.split()
    return any(words[-len(parting) :] == parting for parting in _parting(code))


@cache
def _parting(code: str) -> tuple[list[str], ...]:
    return tuple(map(str.split, codes.scheme("bounds")[code].facts.get("notAfter", ())))


@cache
def _sign_ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in code_of("bounds", "sign"))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"((?:(?<!\w)|(?=\W)){alternation(code_of('bounds', 'sign'))})\s?\Z")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf" ?({alternation(code_of('bounds', 'wordAfter'))})(?![\w$€£¥])"
    )  # "$9 +$30": the sign of the next

"""The noun that stands right by a figure and says of what it is: "a 7% fare decline", "a rebate of $9 million".

Where no word tells a measure of it, none is lent to the figure by words farther off or by the text before.
"""

import re
from collections.abc import Callable

from kg.extract.rules.measures.frames import CHANGE
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.plain_nouns import counts_what_is_before, is_plain_noun, names_something
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import is_measure
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.model import Span

_REACH = 60
_LED = r"\s(?:of|at|(?:{grammar:auxiliary}\s)?(?:{grammar:be|notions:amounts-to})(?:\s(?:at|to))?)"
_FILLED = r"\s(?:(?:an?|{grammar:focus|bounds:*|extreme})\s)*\Z"
_OF_FIGURE = Construction(r"\b(?<!had\s)(?P<noun>(?!had\s)(?:[a-z]+\s)?(?:[a-z][a-z-]+|[A-Z]{2,6}))\sof" + _FILLED)
_CHANGE_OF_FIGURE = Construction(
    r"\b(?P<noun>(?:[a-z]+\s)?(?:[a-z][a-z-]+|[A-Z]{2,6}))\s{change-noun}" + _LED + _FILLED
)
_CHANGE_BEHIND = Construction(
    r"\s(?P<noun>(?:(?!(?:{grammar:preposition|grammar:conjunction})\s)[\w/’'-]+\s){0,3}?){change-noun}\b"
    r"(?:\sin\s(?P<what>(?:(?!(?:{grammar:preposition|grammar:conjunction}|as|that|which|[a-z]+ed)\b)"
    r"[\w’'&-]+\s?){1,5}))?"
)
_MORE_OF = Construction(
    r"\s{notions:more-or-less}\s(?P<noun>(?!than\b)[a-z-]+"
    r"(?:\s(?!(?:{grammar:preposition|grammar:conjunction|grammar:subordinator})\b)[a-z-]+){0,2})"
)
_NOUN_BEHIND = Construction(
    r"[\s-](?P<noun>(?:[a-z][a-z-]*[a-z]\s){0,2}?[a-z][a-z-]*[a-z])"
    r"(?=\s?[.,;:)]|\s(?:{grammar:preposition|grammar:conjunction|grammar:subordinator|grammar:auxiliary}|[A-Z0-9])|\Z)"
)
_GOES_ON = re.compile(r"(?:\s(?:and|or|to)\s[^\s]+)?\sof\b")
_ONE = re.compile(r"\b(?:an?|another)\s(?:[a-z-]+\s)?\Z")


def own_noun(sight: Sight, asked: str | None) -> Span | None:
    """Return the noun right by a percentage or an amount of money, None where none, or one that says little, does."""
    unit = sight.figure.quantity.unit
    if unit == "percent" and asked == CHANGE:
        return _that_changed(sight)
    if unit == "percent" or unit_kind(unit) == MONEY:
        return _of_figure(sight) or _modified(sight)
    return None


def is_unknown(noun: Span, sight: Sight) -> bool:
    """Tell whether a percentage is one of a noun alone in which no word tells anything: nor does any farther off."""
    if sight.figure.quantity.unit != "percent" or _GOES_ON.match(sight.read.text, sight.figure.span.end):
        return False
    return not any(hit.sign.weight and hit.span.overlaps(noun) for hit in sight.told)


def is_unmeasured(noun: Span, sight: Sight) -> bool:
    """Tell whether a noun names no measure, whatever it tells beside others."""
    over = (hit.sign for hit in sight.told if hit.span.overlaps(noun))
    return not any(is_measure(sign.code, notion=sign.notion) for sign in over)


def _that_changed(sight: Sight) -> Span | None:
    """Return what a noun for a rise or fall says to have changed: "a 4% rise in passengers", "fare growth of 4%"."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    behind = _CHANGE_BEHIND.match(text, end)
    if behind:
        if behind["what"]:
            return _last(Span(*behind.span("what")), text, names_something)
        return _last(Span(*behind.span("noun")), text, is_plain_noun)
    more = _MORE_OF.match(text, end)
    if more:
        return _last(Span(*more.span("noun")), text, names_something)
    ahead = _CHANGE_OF_FIGURE.search(text, max(0, start - _REACH), start)
    return _last(Span(*ahead.span("noun")), text, is_plain_noun) if ahead else None


def _of_figure(sight: Sight) -> Span | None:
    """Return the noun of which the figure says how much: "a load factor of 94%", "a rebate of $9 million"."""
    start = sight.figure.span.start
    ahead = _OF_FIGURE.search(sight.read.text, max(0, start - _REACH), start)
    return _last(Span(*ahead.span("noun")), sight.read.text, names_something) if ahead else None


def _modified(sight: Sight) -> Span | None:
    """Return the noun that a figure with an article modifies: "a $9 million rebate", "a 94% load factor"."""
    text, start = sight.read.text, sight.figure.span.start
    if not _ONE.search(text, max(0, start - _REACH), start):
        return None
    behind = _NOUN_BEHIND.match(text, sight.figure.span.end)
    if behind is None or any(map(grammar().function, behind["noun"].split())):
        return None
    return _last(Span(*behind.span("noun")), text, names_something)


def _last(phrase: Span, text: str, is_noun: Callable[[str], bool]) -> Span | None:
    """Return the last word of a noun phrase that says of what something is: "passenger" of "passenger numbers"."""
    end = phrase.start + len(phrase.of(text).rstrip())
    while end > phrase.start:
        start = text.rfind(" ", phrase.start, end) + 1 or phrase.start
        word = text[start:end]
        if is_noun(word):
            return Span(start, end)
        is_noun = is_plain_noun
        if not counts_what_is_before(word):
            return None
        end = start - 1
    return None

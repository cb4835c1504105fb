"""Modes that follow from what stands around a figure rather than from a word at it.

Three constructions: what a forecast comes to ("$9 billion, which would mark growth of 20%"), a range or budget that is
set anew ("narrowed its annual range to"), and what a figure is held against and was done before ("more than the 300,000
delivered in May").
"""

import re
from collections.abc import Sequence

from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import FORESEEN, Told
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_COMES_TO = Construction(
    r"\b(?:which|that|this|it)\s(?:would|will)\s(?:be\s|(?:[a-z]+ly\s)?{representing|surpassing|outstripping}\s)[^,;.]*\Z",
    re.IGNORECASE,
)
_COMES_TO_REACH = 90
_SET_ANEW = Construction(
    r"\b{revising}\s(?:its|their)\s(?:(?:(?!(?:and|but)\b)[\w’'-]+\s){0,5}?{interval|outlook}"
    r"|(?:20[0-9]{2}|{time-adverbs:each-year})\s(?:{expenditure|notions:capital-expenditure-words}))\s"
    r"(?:(?!(?:and|but|in)\b)[\w’'-]+\s){0,5}?(?:to|by|at|from|between|in)\s(?:(?:an?|the)\s{interval}\s(?:of|between)\s)?"
    r"(?:{bounds:up_to|bounds:about}\s)?\Z"
)
_SET_REACH = 100
_HELD = Construction(
    r"\b(?:than|from|{comparison}|against|above|below|{surpassing|outstripping})\s(?:[\w’'-]+\s){0,6}\Z"
)
_HELD_REACH = 70
_DONE = Construction(
    r"(?:\s[\w-]+){0,2}?\s(?:it\s|they\s)?{booking|irregular-doing|done-then}\s"
    r"(?:(?:in|for|during|by)\s|(?:an?|one|the)\s{time-nouns:reporting}\s|{time-shifts:*}\s)"
)
_OF_A_TIME = Construction(
    r"\b(?:than|from|{comparison}|against|above|below|{surpassing|outstripping})\s[^,;.]*?\b(?:{time-nouns:reporting}|half)['’]s\s"
    r"(?:[^,;.\s]+\sand\s[^,;.]*['’]s\s)?\Z"
)
_SO_MANY_TIMES = Construction(
    r"\b{multiplier}\s(?:the\s{size-noun}\sof\s)?(?:(?!{outlook|expectation|plan|estimating}\b)[\w&.’'-]+\s){0,4}?"
    r"(?:[\w&.-]+['’]s?|its|their)\s\Z"
)
_FORESEEN_ONE = Construction(r"\s(?:[a-z-]+\s){0,3}?{outlook|expectation|plan|planning|forecasts:verb|estimating}\b")
"""What makes the value that is multiplied a view: "three times Acme's $4 billion forecast"."""
_TOLD_IN = Construction(
    r"(?:\s[\w-]+){1,2}?\s(?!{forecasts:verb|planning|estimating|grammar:adverb}\b)[a-z]{3,}ed\s(?:in|during)\s"
    r"(?:20[0-9]{2}|(?:all\sof|the)\s|{time-shifts:*}\s)"
)
"""What was counted at a time that is over: "the 4,000 layoffs tracked in 2023"."""

_BY_THEN = Construction(r"\s(?:in|at|during)\s(?:an?|its|their)\s(?:recent\s|{former}\s)")
"""What a figure stood at before: "valued at $9 billion in a recent sale of shares"."""


def comes_to(case: Case, told: Sequence[Told], text: str) -> Told | None:
    """Return the forecast, told before in the sentence or the one before, that the figure only says another way."""
    start = case.figure.span.start
    if not told or told[-1].mode not in FORESEEN or case.index - told[-1].sentence > 1:
        return None
    found = _COMES_TO.search(text, max(case.sentence.start, start - _COMES_TO_REACH), start)
    return told[-1] if found else None


def set_anew(case: Case, text: str) -> Span | None:
    """Return the words by which a range, forecast or budget is set anew to the figure."""
    start = case.figure.span.start
    found = _SET_ANEW.search(text, max(case.sentence.start, start - _SET_REACH), start)
    return Span(*found.span()) if found else None


def done_before(case: Case, text: str) -> bool:
    """Tell whether a figure that another is held against was done: "more than the 300,000 it delivered in May"."""
    start, end = case.figure.span.start, case.figure.span.end
    first = max(case.sentence.start, start - _HELD_REACH)
    if _OF_A_TIME.search(text, first, start) or _BY_THEN.match(text, end, case.sentence.end):
        return True
    if _SO_MANY_TIMES.search(text, first, start):
        return _FORESEEN_ONE.match(text, end, case.sentence.end) is None
    if not _HELD.search(text, first, start):
        return False
    done = _DONE.match(text, end, case.sentence.end) or _TOLD_IN.match(text, end, case.sentence.end)
    return done is not None

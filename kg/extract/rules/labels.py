"""Bare numbers that name something instead of saying how many: years, days, models, list items, ages, durations."""

import re
from functools import cache

from kg.extract.rules.wording import alternation, words_of
from kg.lexicon import codes
from kg.model import Span

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LIST_ITEM = re.compile(r"(?:\A|\n)[ \t]*\(?\Z")
_ITEM_BEHIND = re.compile(r"[.)][ \t]|\)|[ \t]+[A-Z“\"]|[ \t]*(?:\n|\Z)")
_AGE_BEHIND = re.compile(r"[ -]years?[ -](?:old|of age)|[ -]year-olds?")
_AGE_ALONE = re.compile(r"\s*,(?!\s*(?:and|or|but)?\s*[0-9])")
_CLOCK = re.compile(r" ?(?:[ap]\.?m\.?(?!\w)|o'clock|gmt|utc|et\b|est\b|cet\b|bst\b|hrs\b)")
_NAMED = re.compile(r"(?P<word>[A-Za-z][\w.&'’+-]*)[ \u00a0]\Z")
_DEFINITE = re.compile(r"(?:\b(?:the|these|those|its|his|her|their|our|my|your|all|both|other|first|last|past|next|previous|no|any|every|each|which|"
                       r"whose|another)|['’]s?) (?:other |all )?\Z")
_DURATION_PLACED = re.compile(
    r"\b(?:in|over|within|during|past|last|next|previous|first|coming|every|after|before|since|until|than|these|those|the|a|an|another|about|"
    r"around|nearly|almost) \Z"
)
_FOR = re.compile(r"\b(?:for|by)(?: (?:up to|at least|about|around|another|an additional|a further|more than|as long as|only|just|nearly|over))? \Z")
_LONG_FOR = re.compile(r"\b(?:ha[sd]|have|had|been|was|were|spent|'ve|years?|worked|lived|served)\b[^.;]{0,40}\Z")
_AGO = re.compile(r" (?:ago|earlier|later|before|after|in a row|old|into|straight|since|from now|prior)\b")
_REACH = 60
_SMALL = 13


def dated(text: str, fold: str, span: Span) -> bool:
    """Tell whether a bare number is a year, a day of a month or a time of day."""
    printed = text[span.start : span.end]
    if _CLOCK.match(fold, span.end):
        return True
    before, behind = fold[max(0, span.start - 14) : span.start], fold[span.end : span.end + 14]
    if printed.isdecimal() and (_month_before().search(before) or _month_behind().match(behind)):
        return True
    if not _YEAR.fullmatch(printed):
        return False
    counts = printed == "2000" and re.match(r" [a-z]+s\b", text[span.end : span.end + 20])
    return not counts


def listed(text: str, span: Span) -> bool:
    """Tell whether the number opens a line as the number of a list item or heading."""
    if span.end - span.start > 2 or not text[span.start : span.end].isdecimal():
        return False
    return bool(_LIST_ITEM.search(text[max(0, span.start - 8) : span.start]) and _ITEM_BEHIND.match(text, span.end))


def named(text: str, fold: str, span: Span, *, counted: bool) -> bool:
    """Tell whether the word before the number makes it part of a name ("Windows 11", "version 2", "Big Four").

    `counted` says that a noun follows which the number could count; then only a label noun or a full name decides.
    """
    found = _NAMED.search(text[max(0, span.start - 30) : span.start])
    if found is None:
        return False
    word = found["word"]
    if word.lower() in words_of("number-contexts", "label"):
        return True
    if not (word[0].isupper() or any(char.isupper() for char in word[1:])):
        return False
    printed = text[span.start : span.end]
    if not printed.isdecimal():
        return printed[:1].isupper() or (printed.replace(".", "").isdecimal() and len(printed) <= 4 and not counted)
    start = span.start - len(found[0])
    opens = start == 0 or bool(re.search(r"[.!?:;\n“\"][”\"]?\s*\Z", text[max(0, start - 4) : start]))
    return not (opens and word.lower() in _OPENERS)


_OPENERS = frozenset("about around some over nearly almost only just at in of on the for with by as from and but while all than to up under".split())


def aged(text: str, fold: str, span: Span) -> bool:
    """Tell whether the number is an age ("50-year-old", "Kim, 66, said")."""
    if _AGE_BEHIND.match(fold, span.end):
        return True
    name = re.search(r"[A-Z][\w’'-]+, \Z", text[max(0, span.start - 24) : span.start])
    return bool(name and span.end - span.start == 2 and _AGE_ALONE.match(text, span.end))


def aged_behind(fold: str, start: int, end: int) -> bool:
    """Tell whether a number of years is an age ("50 years old", "aged 12 months")."""
    return bool(re.match(r"[ -](?:old|olds|of age)\b", fold[end : end + 10])) or fold[max(0, start - 5) : start] == "aged "


def definite(fold: str, start: int) -> bool:
    """Tell whether a determiner before position `start` makes a small number identify things ("the two firms")."""
    return bool(_DEFINITE.search(fold[max(0, start - 20) : start]))


def sources(fold: str, noun: Span) -> bool:
    """Tell whether `noun` is people who speak as sources ("two people familiar with the plan")."""
    words = fold[noun.start : noun.end].split(" ")
    behind = re.match(r"[ ,]*([a-z]+)", fold[noun.end : noun.end + 20])
    if not set(words) & set(words_of("number-contexts", "person")):
        return False
    return behind is None or behind[1] in words_of("number-contexts", "knowing")


def claimed_duration(fold: str, span: Span, hyphen_or_noun: str | None) -> bool:
    """Tell whether a duration is itself what is said ("delays the ban for 75 days", "a 90-day pause")."""
    if hyphen_or_noun is not None and hyphen_or_noun in words_of("number-contexts", "delay"):
        return True
    before = fold[max(0, span.start - _REACH) : span.start]
    found = _FOR.search(before)
    return bool(found and not _AGO.match(fold, span.end) and not _LONG_FOR.search(before[: found.start()]))


@cache
def _months() -> str:
    return alternation(word.lower() for month in codes.scheme("months").values() for word in month.words)


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_months()} \Z")


@cache
def _month_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:of )?{_months()}(?!\w)")

"""What a text without a date tells of "this year" by what it holds together: six constructions, each its years.

- "in 2026, up from $3 billion this year", "$3 billion this year and more in 2026", or "That would top the $3 billion it
  spends this year" behind a plan for 2026: this year is the one before. "$3 billion this year, up from $2 billion in
  2024": it is the one after.
- "Spent $4 billion in 2024, up from $3 billion in 2023. This year, it plans": this year is the one after both.
- "Its profit rose to $2 billion in 2023" and "the profit of $2 billion last year": the same amount, so the same year.
- "raised its 2025 forecast", "for 2025, up from a previous forecast", "the rest of 2025": a forecast is given anew
  within the year that it is for.
- "more in 2026 than this year": this year is the one before.
- "For Acme, 2024 was a hard year" and "last year", where no later year is told of: this year is the one after.
- a headline that names one year, and a sentence below it that says "next year" and no year.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Sentence, Timex
from kg.extract.rules.text.constructions import Construction

THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
NEXT_YEAR = re.compile(r"\bnext year\b", re.IGNORECASE)
YEAR = re.compile(
    r"\b(?:in|for|during|(?<!end )of)\s+(20[0-9]{2})\b(?!\s*(?:to|and|through|-|–)\s*20)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(this|last|next) year\b(?![’'])", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_LOOKED_BACK = Construction(r"\b(20[0-9]{2})\s(?:was|{proving})\s(?:to\sbe\s)?(?:[\w-]+\s){1,8}year\b")
_SHIFTS = {"this": 0, "last": -1, "next": 1}
NAMED = re.compile(r"\b20[0-9]{2}\b")
_HELD = Construction(
    r"\b(?:from|against|above|{comparison}|(?<!more )(?<!less )(?<!fewer )than|{surpassing}|{outstripping})\s"
    r"[^;:]{0,25}?[0-9][^;:]{0,70}?\bthis\syear\b",
    re.IGNORECASE,
)
_HELD_AFTER = Construction(
    r"\bthis\syear\b[^;:]{0,25}\b(?:from|against|{comparison}|(?<!more )(?<!less )(?<!fewer )than)\s"
    r"[^;:]{0,25}?[0-9][^;:]{0,20}?\b(?:in|for|during)\s(20[0-9]{2})\b(?!\s(?:to|and)\b)",
    re.IGNORECASE,
)
_MORE_AFTER = Construction(
    r"\bthis\syear\b[^;:]{0,80}\b(?:further|again|{further|greater})\b[^;:]{0,40}\b(?:in|for)\s(20[0-9]{2})\b",
    re.IGNORECASE,
)
_THAN_THIS = re.compile(
    r"\b(?:in|for|during)\s(20[0-9]{2})\s(?:[\w-]+\s){0,4}?than\s(?:\w+\s){0,4}?this\syear\b", re.IGNORECASE
)
_OPENS = re.compile(r"This\syear,?\s")
_POINTS_BACK = re.compile(r"(?:The|This|That|It|Its|These|Those|Such)\b")
_AHEAD = Construction(r"\b(?:will|would|should|is to|are to|{planning|plan|outlook|expenditure})\b", re.IGNORECASE)
_FORESEEN = Construction(r"\b(?:will|would|should|is to|are to|{planning|outlook})\b", re.IGNORECASE)
_AMOUNT = Construction(r"(?<![\w.,])([0-9][0-9.,]*)\s?({scales:*})\b", re.IGNORECASE)
_REVISED = Construction(
    r"\b(?i:{revising})\s(?:(?:its|their|the)\s(?:own\s)?)?"
    r"(?:(?:[a-z-]+\s){0,2}?(20[0-9]{2})\s(?:[\w-]+\s){0,4}?(?i:{outlook|expectation})\b"
    r"|(?:[a-z-]+\s){0,5}?(?i:{outlook|expectation})\s(?:[a-z-]+\s){0,3}?(?:for|in)\s(?:(?:the|all\sof)\s)?"
    r"(?:{year-as-a-whole}\s(?:of\s)?)?(20[0-9]{2})\b)"
    r"|\b(?i:{outlook|expectation})\s(?:for|in)\s(?:(?:the|all\sof)\s)?(?:{year-as-a-whole}\s(?:of\s)?)?(20[0-9]{2})\s"
    r"(?:is|are|was|were|{lasting-being})\s{left-alone}\b"
    r"|\b(20[0-9]{2})\b(?:(?!20[0-9]{2})(?:[^.;\n]|\.(?=[0-9]))){0,100}?\b(?:{comparison}|from|than|against|above)\s"
    r"(?:(?:an?|its|the|their)\s)?{former}\s(?:[\w-]+\s){0,3}?{outlook|expectation|interval|estimating}\b"
)
_LEFT = Construction(r"\b{time-nouns:remaining}\sof\s(20[0-9]{2})\b")


def held_against(text: str, sentences: Sequence[Sentence]) -> set[str]:
    """Return this year, as told by years that amounts of it are compared with."""
    found = set[str]()
    for index, sentence in enumerate(sentences):
        words = sentence.span.of(text)
        if THIS_YEAR.search(words):
            found |= _this_year(words, sentences[index - 1].span.of(text) if index else "")
    return found


def _this_year(words: str, before: str) -> set[str]:
    """Return this year, as one sentence tells it with the one before."""
    named = set(NAMED.findall(words))
    if after := _HELD_AFTER.search(words):
        return {_shifted(after[1], 1)} if named == {after[1]} and "last year" not in words else set()
    if more := _MORE_AFTER.search(words) or _THAN_THIS.search(words):
        return {_shifted(more[1], -1)} if named == {more[1]} else set()
    if not named and _OPENS.match(words) and _AHEAD.search(words) and (over := _two_years(before)):
        return {_shifted(over, 1)}
    held = _HELD.search(words)
    if held is None:
        return set()
    ahead = set(NAMED.findall(words[: held.start()]))
    if not ahead and _POINTS_BACK.match(words):
        ahead = set(YEAR.findall(before)) if _AHEAD.search(before) else set()
    return {_shifted(next(iter(ahead)), -1)} if len(ahead) == 1 else set()


def _two_years(words: str) -> str | None:
    """Return the year of results that a sentence holds against those of the year before it."""
    years = sorted(set(YEAR.findall(words)))
    told = len(years) == 2 and _shifted(years[0], 1) == years[1] and not _FORESEEN.search(words)  # noqa: PLR2004 - a pair
    return years[1] if told else None


def told_twice(text: str, sentences: Sequence[Sentence]) -> set[str]:
    """Return this year, as told by amounts that stand with a year in one sentence and with "last year" in another."""
    with_year, counted = dict[tuple[str, str], set[str]](), list[tuple[tuple[str, str], int]]()
    for sentence in sentences:
        words = sentence.span.of(text)
        years, shifts = set(NAMED.findall(words)), {word.lower() for word in _COUNTED.findall(words)}
        if len(years) == 1 and not shifts:
            for amount in _amounts(words):
                with_year.setdefault(amount, set()).update(years)
        elif len(shifts) == 1 and not years:
            counted += [(amount, _SHIFTS[next(iter(shifts))]) for amount in _amounts(words)]
    return {_shifted(year, -shift) for amount, shift in counted for year in with_year.get(amount, ())}


def revised(text: str, times: Sequence[Timex]) -> set[str]:
    """Return the years for which a forecast is given anew, and those of which only the rest is ahead.

    Fiscal years tell nothing of the calendar's.
    """
    found = [(one.start(group), one[group]) for one in _REVISED.finditer(text) for group in (1, 2, 3, 4) if one[group]]
    codes = {time.span.start: time.period.code for time in times if time.period}
    spans = {at: time for time in times for at in range(time.span.start, time.span.end)} if found else {}
    named = {year for at, year in found if at not in spans or codes.get(spans[at].span.start) == year}
    return named | {one[1] for one in _LEFT.finditer(text)}


def headline_and_lead(text: str, sentences: Sequence[Sentence]) -> set[str]:
    """Return this year, as told by a headline with a year and the first sentence below it with none."""
    lead = next((index for index, sentence in enumerate(sentences) if not sentence.headline), 0)
    if not lead:
        return set()
    years = {year for sentence in sentences[:lead] for year in NAMED.findall(sentence.span.of(text))}
    words = sentences[lead].span.of(text)
    told = {word.lower() for word in _COUNTED.findall(words)} == {"next"} and not NAMED.search(words)
    return {_shifted(next(iter(years)), -1)} if told and len(years) == 1 and _AHEAD.search(words) else set()


def looked_back(text: str) -> set[str]:
    """Return this year, as told by a year looked back on as a whole, the latest named, in a text with "last year"."""
    years = {found[1] for found in _LOOKED_BACK.finditer(text)} if _LAST_YEAR.search(text) else set()
    return {_shifted(max(years), 1)} if years and max(years) == max(NAMED.findall(text)) else set()


def _amounts(words: str) -> Iterator[tuple[str, str]]:
    """Yield the round amounts of a sentence as number and word of scale."""
    return ((found[1], found[2].lower()) for found in _AMOUNT.finditer(words))


def _shifted(year: str, by: int) -> str:
    return str(int(year) + by)

"""The month in which a text without a date can first have been written: that behind the quarter whose end it tells.

- "For the quarter ended 30 June 2025, Acme had revenue of", and "in the third quarter of fiscal 2026" of a company
  whose fiscal calendar is known, in the headline or the first sentences;
- "in the fourth quarter, up from $3 billion in the fourth quarter of fiscal 2024": the same quarter a year on, and the
  next one where the quarter right before it is what the sentence holds it against;
- a fiscal year for which something is expected, and the quarter of it that is told of: "Acme raised its forecast for
  fiscal 2026. In the second quarter it had revenue of".
"""

import re
from collections.abc import Iterable, Sequence

from kg.extract.rules.annotations import Sentence, Timex
from kg.extract.rules.temporal import dates
from kg.extract.rules.temporal.scene import MONTHS
from kg.extract.rules.temporal.timewords import quarters
from kg.extract.rules.text.constructions import Construction

_LEAD = 4
"""Sentences, with the headline, that say what a report is about."""
_NAMED = re.compile(r"20[0-9]{2}|FY ?[’']?[0-9]{2}")
_ENDED = Construction(r"\b(?:{period-end}|to|through)\s|\b{time-nouns:fiscal}\b|\bFY", re.IGNORECASE)
_HELD_AGAINST = Construction(
    r"\b(?:{comparison}|from|(?<!more )(?<!less )(?<!fewer )than|against|since|over)\s(?:the\s)?"
    r"(?:(?:[^.;:]|\.(?=[0-9])){0,40}[0-9](?:[^.;:]|\.(?=[0-9])){0,40})?\Z"
)
_NUMBER = Construction(
    r"\b(?:(?i:(?P<name>{quarters:*}))[\s-](?:(?i:{time-nouns:fiscal})\s)?(?i:quarter)|[Qq](?P<digit>[1-4]))"
)
_AHEAD = Construction(r"\b(?:will|would|should|{planning|outlook|awaiting})\b")
_SAME = re.compile(r"(?:the|that) same quarter", re.IGNORECASE)
_LAST = 4


def month_behind(text: str, sentences: Sequence[Sentence], times: Sequence[Timex]) -> str | None:
    """Return the month behind the quarter that the text tells of as over, None where no year is told with it."""
    lead = [(sentence, time) for sentence in sentences[:_LEAD] for time in times if sentence.span.covers(time.span)]
    over, older, open_ones = set[int](), set[tuple[int, int | None]](), set[int | None]()
    for sentence, time in lead:
        words = time.span.of(text)
        end = dates.end_of_quarter(time.period.code) if time.period else None
        if end is None and time.period is None:
            open_ones.add(_number(words))
        elif end is not None and _NAMED.search(words) and _ENDED.search(words):
            if _HELD_AGAINST.search(text, sentence.span.start, time.span.start):
                older.add((end + MONTHS, _number(words)))
            else:
                over.add(end)
    over = over or {end for end, number in older if number is not None and number in open_ones}
    over = over or _held_against_quarter(text, sentences, times)
    if over:
        return dates.ending(max(over) + 1, 1)
    return _of_year_ahead(text, sentences, times)


def _held_against_quarter(text: str, sentences: Sequence[Sentence], times: Sequence[Timex]) -> set[int]:
    """Return the end of the quarter told of, as the one that its sentence holds it against tells it.

    "Profit was $2 billion in the first quarter, down from $3 billion in the fourth quarter of 2024".
    """
    found = set[int]()
    for sentence in sentences:
        here = [time for time in times if sentence.span.covers(time.span)]
        told = next((number for time in here if time.period is None and (number := _number(time.span.of(text)))), None)
        old = [(time, end) for time in here if time.period and (end := dates.end_of_quarter(time.period.code))]
        if told is None or len(old) != 1 or not _NAMED.search(old[0][0].span.of(text)):
            continue
        (time, end), words = old[0], old[0][0].span.of(text)
        before = told if _SAME.match(words) else _number(words)
        held = _HELD_AGAINST.search(text, sentence.span.start, time.span.start)
        if held and before is not None and (told - before) % _LAST in (0, 1):
            found.add(end + (3 if told != before else MONTHS))
    return found if len(found) == 1 else set()


def _number(words: str) -> int | None:
    """Return the number of the quarter that words name."""
    found = _NUMBER.search(words)
    return None if found is None else int(found["digit"] or quarters()[found["name"].lower()])


def _of_year_ahead(text: str, sentences: Sequence[Sentence], times: Sequence[Timex]) -> str | None:
    """Return the month behind the quarter told of, of the fiscal year for which something is expected.

    Of two quarters that follow each other the first is told of and the other expected. The fourth quarter alone may be
    that of the year before.
    """
    years = {time.period.code: time for time in times if time.period and dates.FISCAL_YEAR.fullmatch(time.period.code)}
    last = dates.FISCAL_YEAR.fullmatch(max(years, default=""))
    named = {number for time in times if time.period is None and (number := _number(time.span.of(text)))}
    if last is None or not named or not _is_ahead(years[last[0]], text, sentences):
        return None
    told = _told_of(named)
    if told is None:
        return None
    end = int(last[1]) * MONTHS + int(last[2]) - 1
    return dates.ending(end - (told % _LAST and _LAST - told) * 3 - (MONTHS if told == _LAST else 0) + 1, 1)


def _told_of(named: Iterable[int]) -> int | None:
    """Return the quarter told of where one is named, or two that follow each other."""
    low, *others = sorted(named)
    if others == [_LAST] and low == 1:
        return _LAST
    if others not in ([], [low + 1]):
        return None
    return None if low == _LAST else low


def _is_ahead(time: Timex, text: str, sentences: Sequence[Sentence]) -> bool:
    own = next((one.span for one in sentences if one.span.covers(time.span)), None)
    return own is not None and _AHEAD.search(text, own.start, own.end) is not None

"""What period a change is counted from: "up 9% from a year earlier", "fell 4% sequentially", "9% more than in Q1 2024".

A step back (a year, a quarter, a month) is counted from the figure's own period; without one it stays open. Complements
`bases`, which keeps the time of a base from being taken for the figure's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Timex
from kg.extract.rules.claims.story import Case
from kg.extract.rules.measures.frames import CHANGE, LEVEL
from kg.extract.rules.measures.terms import asked_by
from kg.extract.rules.temporal.dates import is_day, month_before, quarter_before, year_before
from kg.extract.rules.text.constructions import Construction
from kg.model import Period, Span

_UNITS = frozenset({"percent", "percentage-point", "basis-point", "ratio"})
_REACH, _LEAD = 140, 60
"""How far (characters) behind and before a change its base is told."""
_WORDS = r"(?:(?!to\s)[^\s,;]*[^\s,;.]\s)"
_AGAINST = rf"\b(?:from|than|against|over|on|vs\.?|{{comparison}})\s{_WORDS}{{0,6}}?"
_EARLIER = r"(?:{time-adverbs:relative}|before|previously)"
_PREVIOUS = r"(?:{time-shifts:previous}|last)"
_STEPS = (
    (
        "year-on-year",
        year_before,
        Construction(
            r"(?<![\w/])(?:{time-adverbs:year-on-year})(?![\w/])"
            rf"|{_AGAINST}(?:(?:an?|one|the)\syear\s{_EARLIER}|year-{_EARLIER}|{{time-shifts:previous}}[- ]year"
            r"|(?<!the )last\syear(?!['’]))\b"
        ),
    ),
    (
        "quarter-on-quarter",
        quarter_before,
        Construction(
            r"(?<![\w/])(?:{time-adverbs:quarter-on-quarter})(?![\w/])"
            rf"|{_AGAINST}(?:{_PREVIOUS}\s{{time-nouns:quarter}}|(?:an?|one)\s{{time-nouns:quarter}}\s{_EARLIER})\b"
        ),
    ),
    (
        "month-on-month",
        month_before,
        Construction(
            r"(?<![\w/])(?:{time-adverbs:month-on-month})(?![\w/])"
            rf"|{_AGAINST}(?:{_PREVIOUS}\s{{time-nouns:month}}|(?:an?|one)\s{{time-nouns:month}}\s{_EARLIER})\b"
        ),
    ),
)
_NAMED = Construction(rf"\b(?:from|than|against|vs\.?|since|{{comparison}})\s{_WORDS}{{0,6}}?\Z")
_ON = re.compile(r"\s(?:up\s|down\s)?on\s(?:the\s)?")
_BREAK = re.compile(r";|,?\s(?:while|whereas|although|but)\s|,\s(?:as|after|when|and)\s")
_PARTS = re.compile(r"[,;]|\s(?:and|or|but)\s")
_SIZE_OF = re.compile(r"[^,;]*\bof\s(?:[a-z]+\s){0,3}\Z")
"""What makes an adverb one of the change itself: "a year-on-year rise of 9%, after 4% in the month before"."""
_OPENING = Construction(r"\s*{comparison}\s[^,;]*,\s[^;]*\Z")
"""A base told ahead of its clause: "Compared with a year earlier, ..."."""


@dataclass(frozen=True, slots=True)
class Since:
    """The period that a change is counted from, the rule that told it and its words."""

    period: Period
    rule: str
    span: Span


def counted_from(case: Case, period: Period | None, read: Annotated) -> Since | None:
    """Return what a figure that tells a change is counted from, None for other figures and where nothing tells it."""
    figure = case.figure
    if figure.quantity.unit not in _UNITS or not _is_change(case):
        return None
    window = _behind(case, read)
    found = next(_stepped(_ahead(case, read), period, read), None)
    if found is None or not _SIZE_OF.fullmatch(read.fold, found.span.end, figure.span.start):
        found = min((*_stepped(window, period, read), *_named(case, window, read)), key=_place, default=found)
    return found if found and _is_before(found.period, period) else None


def _place(since: Since) -> tuple[int, int]:
    return since.span.start, since.span.end


def _is_change(case: Case) -> bool:
    return not asked_by(case.code, LEVEL) or CHANGE in (case.own.frame, case.carried.reading.frame)


def _behind(case: Case, read: Annotated) -> Span:
    """Return what stands behind a change, up to the next percentage and the end of its clause."""
    start = case.figure.span.end
    ends = [case.sentence.end, start + _REACH]
    around = Span(start, max(start, min(ends)))
    ends += [one.span.start for one in read.within(read.figures, around) if one.quantity.unit in _UNITS]
    broken = _BREAK.search(read.text, start, min(ends))
    return Span(start, broken.start() if broken else max(start, min(ends)))


def _ahead(case: Case, read: Annotated) -> Span:
    """Return what stands before a change, as far as it may tell its base: "year-on-year growth of 9%"."""
    end, text = case.figure.span.start, read.text
    around = Span(case.sentence.start, end)
    if _OPENING.match(read.fold, around.start, around.end):
        return around
    last = max((one.span.end for one in read.within(read.figures, around) if one.span.end <= end), default=around.start)
    start = max(last, end - _LEAD)
    return Span(max((part.end() for part in _PARTS.finditer(text, start, end)), default=start), end)


def _stepped(window: Span, period: Period | None, read: Annotated) -> Iterator[Since]:
    """Yield the base that words of counting back by a year, a quarter or a month tell."""
    if period is None:
        return
    for rule, before, words in _STEPS:
        found = words.search(read.fold, window.start, window.end)
        code = before(period.code) if found else None
        if found and code:
            yield Since(Period(code, period.of), rule, Span(*found.span()))


def _named(case: Case, window: Span, read: Annotated) -> Iterator[Since]:
    """Yield the base whose period is named: "from Q1 2024", "since January", "up 9% on September"."""
    for time in read.within(read.timexes, window):
        if time.period is None or "/" in time.period.code or time.period.code.startswith("by-"):
            continue
        if _tells_base(time, case, window, read):
            yield Since(time.period, "named-base", time.span)


def _tells_base(time: Timex, case: Case, window: Span, read: Annotated) -> bool:
    if _NAMED.search(read.fold, window.start, time.span.start):
        return True
    on = _ON.fullmatch(read.fold, case.figure.span.end, time.span.start) is not None
    return on and time.period is not None and not is_day(time.period.code)


def _is_before(base: Period, period: Period | None) -> bool:
    """Tell whether a base may be that of a period; a year before a part of it is told of the year before."""
    if period is None:
        return True
    here, there = period.code.removeprefix("by-").removeprefix("FY"), base.code.removeprefix("FY")
    return there[:4] <= here[:4] and there != here

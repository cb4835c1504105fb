"""Which year "this year" is, in a text that states no date of its own.

A year counts only where no other competes with it. The stated rules, the first that finds one:

- the month behind the quarter whose end the headline or first sentences tell ("the quarter ended 30 June 2025");
- the year beside the words ("this year, 2025");
- the day that stands before a dash at the head of one of the first sentences ("12 May 2025 – Acme has", "OSLO, May 12,
  2025 (Acme Wire) -");
- the one year of the dates on which something was said or in brackets ("announced on 12 May 2025", "(January 23,
  2025)", "as of March 2025", "In May 2025 Acme said that it will hire this year");
- what `comparing` tells: a year that "this year" is held against, one amount told with a year and with "last year", a
  forecast for a year that is raised or lowered, a headline and the sentence below it, a year looked back on;
- the one day of which a dispatch tells in the sentence behind its place;
- the first months of the year behind one whose results are told as news ("said on Tuesday that it earned $2 billion in
  2024"), or whose fourth quarter is told of while plans are for the year behind it;
- the year of the quarter, before the last, of which the headline or the first sentences tell with its year, where no
  later year is told of but as what is ahead ("Acme grew in the second quarter of 2025");
- the month behind the first months or the first half of a year, or behind the turn of a year, where the text tells of
  what these or all of that year brought and of no later year but as what is ahead ("in the first seven months of 2025",
  "full-year results for 2025");
- the one year, or the earliest of several, that the text names where it speaks of what is planned or expected ("has
  budgeted ... in 2025"), not as a deadline ("by 2030"), and in no sentence that has "this year" beside it, for there
  the two are told apart. That also holds for a text that tells of a first or second quarter and of no later one. It
  leaves a text that also speaks of "next year" alone, which the planned year may as well
  be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.rules.annotations import Sentence, Timex
from kg.extract.rules.temporal import comparing, dates
from kg.extract.rules.temporal.ended import month_behind
from kg.extract.rules.temporal.periods import periods
from kg.extract.rules.temporal.scene import MONTHS
from kg.extract.rules.temporal.timewords import counts, months, quarters
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.matcher import folded

_COUNTED = re.compile(r"\b(?:this|last|next) year\b", re.IGNORECASE)
_BESIDE = re.compile(r"\bthis year(?:,\s|\s\(|\s[-–—]\s)(20[0-9]{2})\b", re.IGNORECASE)
_DAY = r"(?:{months:*}\.?\s[0-3]?[0-9](?:st|nd|rd|th)?,?\s|[0-3]?[0-9](?:st|nd|rd|th)?\s{months:*}\.?,?\s)"
_SAID_ON = Construction(
    rf"(?:\({_DAY}(20[0-9]{{2}})\)"
    rf"|(?i:\bas of\s(?:the\s{{time-nouns:edge}}\sof\s)?)(?:{_DAY}|{{months:*}}\s)(20[0-9]{{2}})\b"
    r"|(?i:\b{asserting|publicising}\s(?:[a-z]+\s){0,3}?(?:on|in)\s(?:{weekdays:*},?\s)?)"
    rf"(?:{_DAY}|{{months:*}}\s)(20[0-9]{{2}})\b"
    rf"|(?i:\b{{sources:publication}}\s(?:of|from)\s){_DAY}(20[0-9]{{2}})\b)"
)
_SAID_THEN = Construction(
    r"(?:\A|[.!?][’”\"']?\s+|\n\s*)In\s{months:*},?\s(20[0-9]{2}),?\s(?:[^\s.;]+\s){1,8}?(?:{asserting|publicising})\s"
    r"(?:[^.;\n]|\.(?=[0-9]))*?\b(?i:this|next)\syear\b"
)
"""What was said in a month of "this year", which is that of the month: "In May 2025 Acme said it hires this year"."""
_TH = r"(?:st|nd|rd|th)?"
_HEAD = Construction(
    r"(?:[A-Z][\w.'’ -]{1,40},\s)?(?:{weekdays:*},?\s)?"
    rf"(?:(?P<month>{{months:*}})\.?\s(?P<day>[0-3]?[0-9]){_TH},?|(?P<day2>[0-3]?[0-9]){_TH}\s(?P<month2>{{months:*}})\.?,?)"
    r"\s(?P<year>20[0-9]{2})\s?(?:\([^()\n]{2,40}\)\s?|/[\w\s/]{2,40}/\s?)?(?:[–—]|--|-\s|:\s)"
)
"""What opens the story behind its headline: "12 May 2025 – Acme has", "OSLO, May 12, 2025 (Acme Wire) -"."""
_AS_NEWS = Construction(
    r"\b(?:{publicising|asserting})\s(?:on\s)?(?:{weekdays:*}|today)\s(?:[a-z]+\s){0,3}?"
    r"(?:(?:it|he|she|they|(?:the|its|their)\s[a-z]+)\s(?:had\s)?(?:{booking|irregular-doing|done-then|grammar:finite}|[a-z]{3,}ed)|(?:an?|its)\s)"
    r"(?:[^.;:\n]|\.(?=[0-9])){0,60}?\b{earnings-report}\b(?:[^.;:\n]|\.(?=[0-9])){0,50}?\s(?:in|for)\s(?:all\sof\s)?(20[0-9]{2})\b"
)
"""Results of a year that are made known on a day: "said on Tuesday that it posted a profit of $2 billion in 2024"."""
_EARLY = Construction(r"\b(?:(?i:(?:{quarters:1|quarters:2})[\s-]quarter)|Q[12])\b(?!\s(?:of\s)?20)")
_FOURTH = Construction(r"\b(?:(?i:{quarters:4})[\s-]quarter|Q4)\b(?!\s(?:of\s)?20)")
_EARLIER_QUARTER = Construction(r"\b(?:(?i:{quarters:1|quarters:2|quarters:3})[\s-]quarter|Q[123])\b")
_LATE = Construction(r"\b(?:(?i:(?:{quarters:3|quarters:4})[\s-]quarter)|Q[34])\b(?!\s(?:of\s)?20)")
_DUE = re.compile(r"\b(?i:by|until|through)(?:\sthe\send\sof)?\s(20[0-9]{2})\b")
"""Deadlines: what is planned for a year behind one of them is not planned for this year."""
_AHEAD = Construction(r"\b(?:will|would|should|{planning})\b", re.IGNORECASE)

_QUARTER_OF_YEAR = Construction(
    r"\b(?:(?i:(?P<name>{quarters:*})[\s-]quarter)|Q(?P<number>[1-4]))(?:\sof|,)?\s(?P<year>20[0-9]{2})\b"
)
_QUARTERS = re.compile(r"quarter|q[1-4]\b")
_HELD_AGAINST = Construction(
    r"\b(?:{comparison}|from|(?<!more )(?<!less )(?<!fewer )than|against|since)\s(?:the\s)?"
    r"(?:(?:[^.;:]|\.(?=[0-9])){0,40}[0-9](?:[^.;:]|\.(?=[0-9])){0,40})?\Z"
)
_FIRST_MONTHS = Construction(
    r"\b(?i:first)\s(?:(?P<half>(?i:half))|(?P<count>[a-z]+|[0-9]{1,2})[\s-]{time-nouns:month})\s(?:of|in)\s"
    r"(?P<year>20[0-9]{2})\b"
)
_WHOLE_YEAR = Construction(
    r"\b(?:(?i:{year-as-a-whole})\s(?:[a-z-]+\s){0,3}(?:for|of|in)\s(?P<year>20[0-9]{2})"
    r"|(?P<led>20[0-9]{2})\s(?i:{year-as-a-whole})\s{earnings-report}"
    r"|(?i:for|in|over)\s(?i:all\sof|the\s{whole-of}(?:\syear)?(?:\sof)?)\s(?P<all>20[0-9]{2}))\b"
)
_LEAD = 3
"""Sentences, with the headline, that say what a report is about."""
_LAST = 4
_DATELINE = re.compile(r"[A-Z][\w.]+(?:,?\s[A-Z][\w.]+){0,4}\s[—–]\s(?=[A-Z])")
_DAY_OF_DATELINE = Construction(
    r"[A-Z][A-Z.'’ -]{2,30},\s(?:{weekdays:*},?\s)?(?P<month>{months:*})\.?\s(?P<day>[0-3]?[0-9])\s?[(/–—-]"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that a text without one is of, mostly a year; `running` tells that it knows results of its quarters."""

    date: str
    running: bool = False


def stated_year(text: str, sentences: Sequence[Sentence], times: Sequence[Timex] = ()) -> Anchor | None:
    """Return the year that "this year" stands for as the text itself tells it, None where it does not.

    It is of a day where the dateline names one without its year: "TOKYO, Nov 1 (Acme News) -".
    """
    if head := _headed(text, sentences):
        return Anchor(head)
    behind = month_behind(text, sentences, times)
    told = Anchor(behind, running=True) if behind else _told_year(text, sentences, times)
    opened = _DAY_OF_DATELINE.match(text, next((one.span.start for one in sentences if not one.headline), 0))
    if told is None or opened is None or len(told.date) > len("2025-01"):
        return told
    year, month = int(told.date[:4]), months()[opened["month"]]
    later = len(told.date) > len("2025") and month < int(told.date[5:])
    year, day = year + later, int(opened["day"])
    return Anchor(f"{year}-{month:02d}-{day:02d}", told.running) if dates.valid(year, month, day) else told


def _headed(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Return the day that stands before the story, in one of its first sentences."""
    heads = (_HEAD.match(text, one.span.start) for one in sentences[:_LEAD])
    found = next((head for head in heads if head), None)
    if found is None:
        return None
    year, number = int(found["year"]), int(found["day"] or found["day2"])
    month = months()[found["month"] or found["month2"]]
    return f"{year}-{month:02d}-{number:02d}" if dates.valid(year, month, number) else None


def _told_year(text: str, sentences: Sequence[Sentence], times: Sequence[Timex]) -> Anchor | None:
    fold = folded(text)
    if " year" not in fold or not _COUNTED.search(text):
        return _of_quarters(text, sentences, times) if _QUARTERS.search(fold) else _months_told(text, sentences)
    said_then = {found[1] for found in _SAID_THEN.finditer(text)}
    for years in ({found[1] for found in _BESIDE.finditer(text)}, _said(text), said_then):
        if years:
            return _of_one(years)
    for years, running in (
        (comparing.held_against(text, sentences), True),
        (comparing.revised(text, times), True),
        (comparing.told_twice(text, sentences), False),
        (comparing.headline_and_lead(text, sentences), False),
        (comparing.looked_back(text), False),
    ):
        if years:
            return _of_one(years, running=running)
    opened = _datelined(text, sentences) or (_QUARTERS.search(fold) and _results(text, sentences))
    if told := opened or _months_told(text, sentences) or _year_over(text, sentences):
        return told
    if not comparing.THIS_YEAR.search(text) or ("next year" in fold and comparing.NEXT_YEAR.search(text)):
        return None
    planned = _planned(sentences, text)
    return Anchor(planned) if planned else None


def _of_quarters(text: str, sentences: Sequence[Sentence], times: Sequence[Timex]) -> Anchor | None:
    """Return the year that a forecast is given anew for, or planned for while its first quarters are told of."""
    if years := comparing.revised(text, times):
        return _of_one(years, running=True)
    if opened := _datelined(text, sentences) or _results(text, sentences):
        return opened
    if told := _months_told(text, sentences):
        return told
    if over := _year_over(text, sentences):
        return over
    planned = _planned(sentences, text) if _EARLY.search(text) and not _LATE.search(text) else None
    return Anchor(planned, running=True) if planned else None


def _year_over(text: str, sentences: Sequence[Sentence]) -> Anchor | None:
    """Return the first months of the year behind one that is told of as just over.

    Its results are made known on a day, or its fourth quarter is told of and plans are for the year behind it.
    """
    told = {found[1] for found in _AS_NEWS.finditer(text)}
    if not told and _FOURTH.search(text) and not _EARLIER_QUARTER.search(text):
        named = [(one, set(comparing.YEAR.findall(one))) for one in (each.span.of(text) for each in sentences)]
        past, ahead = (
            {year for words, years in named for year in years if bool(_AHEAD.search(words)) is coming}
            for coming in (False, True)
        )
        told = {year for year in (max(past, default=""),) if year and str(int(year) + 1) in ahead}
    year = next(iter(told)) if len(told) == 1 else None
    later = year is None or any(
        named > year and not _AHEAD.search(one.span.of(text))
        for one in sentences
        for named in comparing.NAMED.findall(one.span.of(text))
    )
    return None if later or year is None else Anchor(f"{int(year) + 1}-02")


def _results(text: str, sentences: Sequence[Sentence]) -> Anchor | None:
    """Return the year of the quarter whose results the text opens with."""
    told = _quarters_told(text, sentences[:_LEAD])
    if not told and len(set(comparing.NAMED.findall(text))) == 1:
        told = _quarters_told(text, sentences)
    if len({year for year, _ in told}) != 1 or any(number == _LAST for _, number in told):
        return None
    ((year, _), *_) = told
    for sentence in sentences:
        words = sentence.span.of(text)
        if any(int(named) > year for named in comparing.NAMED.findall(words)) and not _AHEAD.search(words):
            return None
    return Anchor(str(year), running=True)


def _months_told(text: str, sentences: Sequence[Sentence]) -> Anchor | None:
    """Return the month in which what the text tells of was known: behind the first months of a year, or all of it."""
    found = list(_FIRST_MONTHS.finditer(text)) or list(_WHOLE_YEAR.finditer(text))
    told = {_month_behind(match) for match in found if not _is_ahead_or_old(match.start(), text, sentences)}
    if len(told) != 1 or None in told:
        return None
    ((year, month),) = (one for one in told if one)
    later = str(year + (month == 0))
    for sentence in sentences:
        words = sentence.span.of(text)
        if any(named > later for named in comparing.NAMED.findall(words)) and not _AHEAD.search(words):
            return None
    return Anchor(f"{year}-{month + 1:02d}" if month else f"{year + 1}-02")


def _month_behind(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the year and its last month told of, 0 for all of it, None where that is no number of months."""
    groups = match.groupdict()
    year = int(groups["year"] or groups.get("led") or groups.get("all") or 0)
    if "count" not in groups:
        return year, 0
    count = 6 if groups["half"] else counts().get(groups["count"].lower(), 0)
    return (year, count) if 0 < count < MONTHS else None


def _is_ahead_or_old(start: int, text: str, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a stretch is one that something is only held against, or still to come."""
    own = next((one.span for one in sentences if one.span.start <= start < one.span.end), None)
    if own is None:
        return True
    return bool(_HELD_AGAINST.search(text, own.start, start) or _AHEAD.search(text, own.start, start))


def _quarters_told(text: str, sentences: Sequence[Sentence]) -> set[tuple[int, int]]:
    """Return the quarters, with their years, that sentences tell of and hold nothing against."""
    told = set[tuple[int, int]]()
    for sentence in sentences:
        for found in _QUARTER_OF_YEAR.finditer(text, sentence.span.start, sentence.span.end):
            if not _HELD_AGAINST.search(text, sentence.span.start, found.start()):
                number = int(found["number"]) if found["number"] else quarters()[found["name"].lower()]
                told.add((int(found["year"]), number))
    return told


def _of_one(years: set[str], *, running: bool = False) -> Anchor | None:
    return Anchor(next(iter(years)), running) if len(years) == 1 else None


def _said(text: str) -> set[str]:
    """Return the years of the dates on which something was said."""
    return {year for found in _SAID_ON.finditer(text) for year in found.groups() if year}


def _datelined(text: str, sentences: Sequence[Sentence]) -> Anchor | None:
    """Return the one day of which a dispatch tells behind its place: "Rome — Acme closed the sale on 4 May 2025"."""
    lead = next((one.span for one in sentences if not one.headline and _DATELINE.match(text, one.span.start)), None)
    if lead is None or _AHEAD.search(text, lead.start, lead.end):
        return None
    days = {time.period.code for time in periods(lead.of(text), None) if time.period and dates.is_day(time.period.code)}
    return Anchor(next(iter(days))) if len(days) == 1 else None


def _planned(sentences: Sequence[Sentence], text: str) -> str | None:
    ahead, apart, due = set[str](), set[str](), set[str]()
    for sentence in sentences:
        words = sentence.span.of(text)
        years = set(comparing.YEAR.findall(words))
        due |= set(_DUE.findall(words))
        if not years:
            continue
        if comparing.THIS_YEAR.search(words):
            apart |= years
        elif _AHEAD.search(words):
            ahead |= years
    first = min(ahead - apart, default=None)
    return first if first and not any(year < first for year in due) else None

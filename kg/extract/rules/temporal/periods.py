"""Dates and periods in prose, resolved against the report's date: "this year", "by 2027", "the quarter to 30 June".

What needs a date that the report does not have, or a fiscal calendar that the words do not give, is found without a
period.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.extract.rules.annotations import Timex
from kg.extract.rules.temporal import dates, quarters
from kg.extract.rules.temporal.outlook import to_come
from kg.extract.rules.temporal.resolving import RESOLVERS
from kg.extract.rules.temporal.scene import RECENT, Calendar, Scene
from kg.extract.rules.temporal.timewords import expressions
from kg.extract.rules.text.constructions import Construction
from kg.model import Period, Span

_BY = Construction(
    r"(?i:\bby(?: the)?(?: end(?: of |-)| {time-adverbs:phase}[ -])? ?"
    r"|\b(?:until|till|through|before)(?: the)? end of )\Z"
)
_THROUGH = re.compile(r"\b(?:through|until|till|before)(?: the)? \Z", re.IGNORECASE)
_JOIN = re.compile(r"(?i: ?(?:to|through|until|till|and|[-–—]) ?(?:(?:the|its) )?(?:(?<=the )end of (?:the )?)?)\Z")
_FROM = Construction(r"(?i:\b(?:from|between) (?:(?:the|its) )?(?:{time-nouns:outset} of (?:the )?)?)\Z")
_FOR_YEARS = Construction(r"\b(?:for|over|during|in|of)\s(?:the\s{time-nouns:reporting}s\s)?\Z", re.IGNORECASE)
_SINCE = Construction(r"(?i:\bsince(?: (?:{time-adverbs:phase}|the {time-nouns:edge} of))?[ -])\Z")
WHEN_SO_MUCH = re.compile(r",\swhen\s(?=[^,;.]*[0-9])")
"""What makes the time since when something is so that of an amount: "the most since 2019, when it sold 900 jets"."""
_PART, _SINCE_PART = re.compile(r"-(?:Q|H)[1-4]"), re.compile(r"\bsince(?:\sthe)?\s\Z")
_LONG_SINCE, _NEAR_SINCE = re.compile(r"\bsince\s[^,;.]+\s(?:in|on)\s(?:the\s)?\Z"), 70
"""What makes a time one since when something is so, of which no later time is a part: "since listing in 2004"."""
_START_TO = Construction(r"\b{time-nouns:edge}\sto\s(?:its\s|the\s)?\Z")
"""What tells only of the first part of a year: "a good start to fiscal 2026"."""
_HELD_AGAINST = Construction(
    r"\b(?:{comparison}|from|against)\s(?:the\s)?(?:(?:[^.;:]|\.(?=[0-9])){0,60}[0-9](?:[^.;:]|\.(?=[0-9])){0,60})?\Z"
    r"|\b(?:{surpassing|comparison}|against|than)\s(?!{multiplying}\b)(?:[\w’'-]+\s){0,4}?(?:in|for|of|during)\s(?:the\s|all\sof\s)?\Z"
)
_AGAINST_REACH = 140
_COUNTED = frozenset(
    {
        "fiscal",
        "fiscal_led",
        "fiscal_years",
        "fiscal_shift",
        "fiscal_over",
        "half",
        "listed_quarter",
        "quarter",
        "shift",
        "whole",
    }
)
"""Kinds of expressions that a company's own calendar may count."""
_ANAPHORIC = ("ago", "same_of")
"""What counts back from what was named last, and leaves it what the next such expression counts from."""
_STEPS = ("shift", "step")
_BACK = Construction(
    r"(?i:{time-shifts:previous}\s(?:(?!year){time-nouns:reporting}|three\s{time-nouns:month})"
    r"|three\s{time-nouns:month}\s(?:before|earlier))"
)
_PARTS = ("half", "quarter", "quarter_end", "opening", "stretch")
"""Parts of a year, which what is a year off from them is a part of too."""
_NEAR, _FROM_REACH = 12, 30
_NAMED_TOO = re.compile(r",?\s(?:back\s)?in\s|\s?[,(]\s?")
_TELLS_YEAR = re.compile(r"\s(?:of\s)?")
"""What stands between "the full year" and the year that it is."""
_COUNTED_OFF = frozenset({"ago", "later", "shift", "years_off"})
"""Kinds of expressions that count years off, which a year named right behind only names."""
_A_YEAR = re.compile(r"(?:FY)?20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    code: str | None
    kind: str = ""


def periods(
    text: str, date: str | None, *, running: bool = False, whose: Callable[[int], Calendar | None] | None = None
) -> tuple[Timex, ...]:
    """Return the dates and periods of `text` in order. Never raises.

    `date` is the report's, ISO 8601 and possibly partial; `running` tells of a year alone that the report is of a time
    when the results of its quarters were known. `whose` tells the fiscal calendar of the company that what stands at a
    position is said of.
    """
    scene = Scene(dates.parsed(date), running=running)
    found: list[_Found] = []
    for match in expressions(text):
        if match.start() - scene.at > RECENT:
            scene = replace(scene, year=None, quarter=None, code=None, lost=False, aside=None)
        kind = match.lastgroup or ""
        calendar = whose(match.start()) if whose is not None and kind in _COUNTED else scene.calendar
        if calendar is not scene.calendar:
            scene = replace(scene, calendar=calendar)
        code = RESOLVERS[kind](match, scene, text)
        found.append(_Found(match.start(), match.end(), code, kind))
        aside = _is_aside(text, match.start(), code, scene, bare=kind == "year")
        if kind not in _ANAPHORIC and not aside and not (kind in _STEPS and _BACK.match(match[0])):
            scene = _after(scene, code, match.end(), fiscal=kind == "fiscal_start")
            if kind == "quarter" and code:
                scene = replace(scene, numbered=(quarters.called(match), code))
            ahead = scene.code == code and _is_ahead(match, code, scene, text)
            scene = replace(scene, ahead=ahead) if ahead != scene.ahead else scene
            if code is None and kind in _PARTS:
                undated = quarters.called(match) if kind == "quarter" else None
                scene = replace(scene, lost=True, quarter=None, code=None, at=match.end(), undated=undated)
        elif aside and code and (year := dates.YEAR.findall(code)):
            scene = replace(scene, aside=int(year[-1]))
    return tuple(_timex(one) for one in _composed(text, found))


def _is_ahead(match: re.Match[str], code: str | None, scene: Scene, text: str) -> bool:
    """Tell whether a year is said to come, by words or because it lies behind the report's."""
    if code is None or _A_YEAR.fullmatch(code) is None:
        return False
    later = scene.report is not None and int(code[-4:]) > scene.report.year
    return later or (scene.report is None and to_come(*match.span(), text))


def _after(scene: Scene, code: str | None, at: int, *, fiscal: bool) -> Scene:
    if code is None or dates.is_day(code):
        return scene
    quarter = dates.quarter_of(code)
    year = dates.YEAR.findall(code)
    ended = dates.FISCAL_YEAR.fullmatch(code) if fiscal else None
    running = (int(ended[1]), int(ended[2])) if ended else scene.fiscal
    quarterly = dates.end_of_quarter(code) is not None
    named = int(year[-1 if quarterly else 0]) if year else scene.year
    return replace(scene, year=named, quarter=quarter, at=at, code=code, fiscal=running, lost=False, aside=None)


def _is_aside(text: str, start: int, code: str | None, scene: Scene, *, bare: bool) -> bool:
    """Tell whether a time is none that others count from: an old one, a deadline, or since when something is so."""
    if _is_held_against(text, start, code, scene, bare=bare) or _is_deadline(text, start, code, scene):
        return True
    if code and _PART.search(code) and _SINCE_PART.search(text, max(0, start - _FROM_REACH), start):
        return True
    return _LONG_SINCE.search(text, max(0, start - _NEAR_SINCE), start) is not None


def _is_held_against(text: str, start: int, code: str | None, scene: Scene, *, bare: bool) -> bool:
    """Tell whether a time before the one named last, or a `bare` year where none was, only dates what is held against.

    "Sales rose in the second quarter of 2025, compared with that of 2024. In the previous year" counts from 2025.
    """
    year = dates.YEAR.search(code or "")
    named = scene.report.year if bare and scene.year is None and scene.report else scene.year
    if year is None or named is None:
        return False
    old, last = dates.end_of_quarter(code or ""), dates.end_of_quarter(scene.code or "")
    if old >= last if old is not None and last is not None else int(year[0]) >= named:
        return False
    return _HELD_AGAINST.search(text, max(scene.at, start - _AGAINST_REACH), start) is not None


def _is_deadline(text: str, start: int, code: str | None, scene: Scene) -> bool:
    """Tell whether a year is one still ahead by which something is due, of which parts of years are not meant later."""
    if not dates.YEAR.fullmatch(code or "") or (scene.report and str(code) <= str(scene.report.year + 1)):
        return False
    before = text[max(0, start - 24) : start]
    return scene.year is not None and bool(_BY.search(before) or _THROUGH.search(before))


def _timex(found: _Found) -> Timex:
    return Timex(Span(found.start, found.end), None if found.code is None else Period(found.code))


def _composed(text: str, found: list[_Found]) -> list[_Found]:
    """Join "from A to B" and mark what is by or since a date."""
    read: list[_Found] = []
    for one in found:
        held = read[-1] if read else None
        if held and _names_year(text, held, one):
            read[-1] = _Found(held.start, one.end, one.code)
            continue
        if held and held.code and one.code and _joins(text, held, one):
            read[-1] = _Found(held.start, one.end, _joined_code(held.code, one.code))
            continue
        read.append(one)
    return [_bounded(text, one) for one in read]


def _names_year(text: str, counted: _Found, year: _Found) -> bool:
    """Tell whether a year only names the one before it: "a year ago in 2023", "last year (2024)", "full year 2024"."""
    if not dates.YEAR.fullmatch(year.code or ""):
        return False
    if counted.kind == "whole":
        return _TELLS_YEAR.fullmatch(text, counted.end, year.start) is not None
    return counted.kind in _COUNTED_OFF and _NAMED_TOO.fullmatch(text, counted.end, year.start) is not None


def _joins(text: str, low: _Found, high: _Found) -> bool:
    between = text[low.end : high.start]
    if len(between) > _NEAR + 8 or not _JOIN.match(between) or dates.is_day(low.code) or _is_long(low):
        return False
    ends = dates.end_of_quarter(low.code or ""), dates.end_of_quarter(high.code or "")
    if ends[0] is not None and ends[1] == ends[0] + 3:
        return False  # "rose from the first quarter to the second"
    opened = _FROM.search(text, max(0, low.start - _FROM_REACH), low.start)
    if between in {" to ", " through "} and _A_YEAR.fullmatch(low.code or "") and _A_YEAR.fullmatch(high.code or ""):
        opened = opened or _FOR_YEARS.search(text, max(0, low.start - _FROM_REACH), low.start)
    return bool(opened) or between.strip() in {"-", "–", "—"}


def _is_long(low: _Found) -> bool:
    """Tell whether a stretch of time is none that another goes on from; a half of a year is."""
    return "/" in (low.code or "") and low.kind != "half"


def _joined_code(low: str, high: str) -> str:
    first, last = dates.month_of(low), dates.month_of(high)
    if first and last and first[0] == last[0] and first[1] < last[1]:
        return dates.span_of_months(first[0], first[1], last[1])
    if first and last and low > high:  # "between January and November", said in another January
        low = dates.month_code(last[0] - (first[1] > last[1]), first[1])
    low, high = low.partition("/")[0], high.rpartition("/")[2]
    return low if low == high else f"{low}/{high}"


def _bounded(text: str, one: _Found) -> _Found:
    before = text[max(0, one.start - 24) : one.start]
    since = _SINCE.search(before) and "/" not in (one.code or "") and not WHEN_SO_MUCH.match(text, one.end)
    if since or _START_TO.search(before):
        return replace(one, code=None)
    found = _BY.search(before)
    if found is None or one.code is None or "/" in one.code:
        return one
    return _Found(one.start - len(found[0]), one.end, f"by-{one.code}")

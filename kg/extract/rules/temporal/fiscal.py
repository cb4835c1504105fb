"""Fiscal years and their parts, as far as words or a company's known calendar give their end.

Months are counted through (`year * 12 + month - 1`), so that a quarter is the month it ends in. Where no words tell the
year, the part meant is the one nearest the report: the last that was over or is running, of what is to come the first
that is not long over. In a text without a date it is the one nearest the quarter named last.
"""

import re

from kg.extract.rules.temporal import dates
from kg.extract.rules.temporal.outlook import to_come
from kg.extract.rules.temporal.scene import MONTHS, OF_THE_YEAR, STEPS, Scene, spaced, year_of
from kg.extract.rules.temporal.timewords import months, quarters, shifts
from kg.extract.rules.text.constructions import Construction

_ENDING = Construction(r"\b{period-ending}\b")
_QUARTER, _HALF = 3, 6
_RUNNING, _STILL_EXPECTED = 9, 2
"""Months that a part may lie back so that the running one is still met; those for which results are still expected."""
_CALLS_FISCAL = Construction(r"\b{time-nouns:fiscal}\b|\bFY", re.IGNORECASE)
_OF_MARKET = Construction(r"\b{market-count}\b", re.IGNORECASE)
_MARKET_REACH = 90
_STOP = re.compile(r"[;\n]|[.!?]\s")
_OF_QUARTER = Construction(
    r"\b(?:({quarters:*})[\s-]quarter|q([1-4]))(?:\s[a-z]+){1,3}(?:\sof\s[^\s,;]+(?:\s[a-z]+)?)?\s(?:for|of|in)\s(?:the\s|its\s)?\Z",
    re.IGNORECASE,
)
_BEFORE = 90
_YOUNG = 4
"""Months of a fiscal year in which results of the one before are still reported."""


def named(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the fiscal year that a number names, with the month it ends in where that is told or known.

    Right behind the results of a quarter it names the year of that: "fourth-quarter results for fiscal 2025".
    """
    printed = match["fiscal_year"] or match["fiscal_year2"] or match["fiscal_year3"]
    year = year_of(printed, scene)
    told = _OF_QUARTER.search(text, max(0, match.start() - _BEFORE), match.start()) if scene.calendar and year else None
    if told:
        return quarter(int(told[2] or quarters()[told[1].lower()]), printed, scene, ahead=False)
    month = match["fiscal_month"]
    return f"FY{dates.month_code(year, months()[month])}" if month and year else numbered(year, scene)


def spanning(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that runs from one year into the next, "fiscal 2025-26", or several such years."""
    low, high = match["fspan_low"] or match["fspan_low2"], match["fspan_high"] or match["fspan_high2"]
    end = int(low[:2] + high[-2:])
    if end != int(low) + 1:
        return f"{low}/{end}" if end > int(low) else None
    return f"FY{dates.month_code(end, scene.calendar.month)}" if scene.calendar and differs(scene) else f"FY{end}"


def numbered(year: int | None, scene: Scene) -> str | None:
    """Return the fiscal year of a number, with its last month where the calendar and the way of numbering are known."""
    calendar = scene.calendar
    if year is None or calendar is None or len(calendar.offsets) > 1:
        return None if year is None else f"FY{year}"
    return _year_ending((year + calendar.offsets[0]) * MONTHS + calendar.month - 1)


def ending(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the year that ends in a month: a calendar year where that is December and nothing calls it fiscal."""
    month = months()[match["fend_month"] or match["fend_month2"]]
    ahead = bool(match["fend_next"])
    ahead = ahead or _ENDING.search(match[0]) is not None or to_come(*match.span(), text)
    year = year_of(match["fend_year"], scene) or dates.year_of_month(month, None, scene.report, ahead=ahead)
    if year is None or (month == MONTHS and not match["fend_fiscal"]):
        return None if year is None else str(year)
    return f"FY{dates.month_code(year, month)}"


def starting(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that "began this month" or "started in April": it ends eleven months later."""
    report = scene.report
    if match["fstart_shift"]:
        shift = shifts()[match["fstart_shift"].lower()]
        return (
            f"FY{dates.shifted_month(report.year, report.month, int(shift) + 11)}" if report and report.month else None
        )
    month = months()[match["fstart_month"]]
    year = year_of(match["fstart_year"], scene) or dates.year_of_month(month, None, report, ahead=False)
    return None if year is None else f"FY{dates.shifted_month(year, month, 11)}"


def over(_match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that has just ended."""
    return running_year(scene, -1)


def relative(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that is so many from the running one; "the fiscal year" is that, or the one named."""
    if not match["fshift_word"] and differs(scene):
        return whole(scene)
    shift = shifts().get(spaced(match["fshift_word"] or ""))
    return running_year(scene, int(shift)) if shift and shift not in STEPS else None


def running_year(scene: Scene, by: int) -> str | None:
    """Return the fiscal year `by` years from the running one, None while nothing gives its end."""
    if scene.fiscal:
        return f"FY{dates.month_code(scene.fiscal[0] + by, scene.fiscal[1])}"
    end = _end_of_running(scene)
    return None if end is None else _year_ending(end + by * MONTHS)


def whole(scene: Scene) -> str | None:
    """Return the year that "the full year" is to a company that counts its own.

    It is the fiscal year named shortly before, else the running one where that is no longer young.
    """
    if (scene.code or "").startswith("FY"):
        return scene.code
    end = _end_of_running(scene)
    young = end is None or scene.now is None or end - scene.now >= MONTHS - _YOUNG
    return None if young or end is None else _year_ending(end)


def _end_of_running(scene: Scene) -> int | None:
    calendar, now = scene.calendar, scene.now
    return None if calendar is None or now is None else now + (calendar.month - 1 - now) % MONTHS


def _year_ending(end: int) -> str:
    """Return the year that ends with a month; one that is the calendar's is no fiscal year of its own."""
    year, month = end // MONTHS, end % MONTHS + 1
    return str(year) if month == MONTHS else f"FY{dates.month_code(year, month)}"


def differs(scene: Scene) -> bool:
    """Tell whether what is spoken of has quarters that the calendar numbers otherwise."""
    return scene.calendar is not None and scene.calendar.month != MONTHS


def of_market(start: int, end: int, text: str) -> bool:
    """Tell whether a quarter is one of which a market is counted, which is the calendar's: "shipped in the quarter".

    A text that calls anything fiscal tells of the company's own quarters.
    """
    if _CALLS_FISCAL.search(text):
        return False
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, start - _MARKET_REACH), start)]
    first = stops[-1] if stops else max(0, start - _MARKET_REACH)
    stop = _STOP.search(text, end, end + _MARKET_REACH)
    return _OF_MARKET.search(text, first, stop.start() if stop else end + _MARKET_REACH) is not None


def quarter(number: int, of_year: str, scene: Scene, *, ahead: bool) -> str | None:
    """Return the months of a quarter that is called fiscal, None for a company whose calendar is not known."""
    return part(number * _QUARTER, _QUARTER, of_year, scene, ahead=ahead)


def half(number: int, of_year: str, scene: Scene, *, ahead: bool) -> str | None:
    """Return the months of a half of a fiscal year, None for a company whose calendar is not known."""
    return part(number * _HALF, _HALF, of_year, scene, ahead=ahead)


def part(last: int, length: int, of_year: str, scene: Scene, *, ahead: bool) -> str | None:
    """Return the `length` months up to the month `last` of the company's year, of the year named or the nearest."""
    calendar = scene.calendar
    if calendar is None:
        return None
    month = calendar.month - 1 - MONTHS + last
    if of_year and not OF_THE_YEAR.search(of_year):
        year = year_of(of_year, scene)
        ends = [] if year is None else [(year + by) * MONTHS + month for by in calendar.offsets]
        end = _nearest(ends, scene)
    else:
        end = _end_near(month, scene, ahead=ahead)
    return None if end is None else dates.ending(end, length)


def _nearest(ends: list[int], scene: Scene) -> int | None:
    """Return the end nearest the report, of several only with a date to tell them apart."""
    now = scene.now
    if now is None:
        return ends[0] if len(ends) == 1 else None
    return min(ends, key=lambda end: abs(end - now), default=None)


def _end_near(month: int, scene: Scene, *, ahead: bool) -> int | None:
    """Return the end, in this month of a year, that is meant where no year is named."""
    if scene.now is not None:
        low = scene.now - (_STILL_EXPECTED if ahead else _RUNNING)
        return low + (month - low) % MONTHS
    named = dates.end_of_quarter(scene.code or "")
    if named is None or (month - named) % MONTHS == _HALF:
        return None
    return named + (month - named + _HALF) % MONTHS - _HALF


def unmarked_quarter(number: int, of_year: str, scene: Scene, *, ahead: bool) -> str | None:
    """Return the months of a quarter that nothing calls fiscal, said of a company that counts its own.

    With a year it is the calendar's, unless that is still to come and the fiscal one is now: "Q4 2026" in late 2025.
    """
    if not of_year:
        code = quarter(number, of_year, scene, ahead=ahead)
        return code if ahead or scene.now is None else _told_of(number, code, scene.now)
    year, now = year_of(of_year, scene) if of_year.strip(" ,'’")[-2:].isdecimal() else None, scene.now
    if year is None or now is None or year * MONTHS + number * _QUARTER - 1 <= now + _STILL_EXPECTED:
        return None
    code = quarter(number, of_year, scene, ahead=ahead)
    end = dates.end_of_quarter(code or "")
    return code if end is not None and -_STILL_EXPECTED <= end - now <= _QUARTER else None


def _told_of(number: int, code: str | None, now: int) -> str | None:
    """Return the calendar's quarter where that has just ended and the fiscal one of its number is not over yet."""
    end, ended = dates.end_of_quarter(code or ""), now - (now - number * _QUARTER + 1) % MONTHS
    if end is None or end < now or not 0 < now - ended <= _QUARTER:
        return code
    return dates.ending(ended, _QUARTER)


def running_quarter(scene: Scene, by: int) -> str | None:
    """Return the company's quarter `by` quarters from the one in which the report is."""
    calendar, now = scene.calendar, scene.now
    if calendar is None or now is None:
        return None
    return dates.ending(now + (calendar.month - 1 - now) % _QUARTER + by * _QUARTER, _QUARTER)

"""Dates and periods in prose, resolved against the report's date: "this year", "by 2027", "the quarter to 30 June".

What needs a date that the report does not have, or a fiscal calendar that the words do not give, is found without a
period.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kg.extract.rules.annotations import Timex
from kg.extract.rules.temporal import dates
from kg.extract.rules.temporal.dates import Day
from kg.extract.rules.temporal.timewords import counts, grammar, halves, months, quarters, shifts, weekdays
from kg.extract.rules.text.constructions import Construction
from kg.model import Period, Span

_BY = Construction(
    r"(?i:\bby(?: the)?(?: end(?: of |-)| {time-adverbs:phase}[ -])? ?"
    r"|\b(?:until|till|through|before)(?: the)? end of )\Z"
)
_AHEAD = Construction(
    r"(?i:\b(?:by|until|till|next|before|starting|from)(?: (?:the|end of|the end of|{time-adverbs:phase}))*[ -])\Z"
)
_JOIN = re.compile(r"(?i: ?(?:to|through|until|till|and|[-–—]) ?(?:the end of )?)\Z")
_FROM = re.compile(r"(?i:\b(?:from|between) )\Z")
_SINCE = Construction(r"(?i:\bsince(?: (?:{time-adverbs:phase}|the {time-nouns:edge} of))?[ -])\Z")
_OF = re.compile(r"^(?:of|in) (?:the (?=[0-9]))?")
_FISCAL_END = re.compile(r"FY([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ALONE = re.compile(r" alone\b")
_SENTENCE = 160
_NEAR = 12
_RECENT = 400
_CENTURY = 2000
_MONTHS = 12
_YOUNG = 2
_RESULTS = 4
"""Months of a year in which results of the year before are still reported."""
_BESIDE = 80
"""Characters within which "next" stands behind "this year"."""
_ENDING = Construction(r"\b{period-ending}\b")
_ANAPHORIC = ("ago",)
"""What counts back from what was named last, and leaves it what the next such expression counts from."""
_OF_THE_YEAR = re.compile(r"of (?:the|that) year")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an expression is resolved against: the report's date, what was named last and the end of the fiscal year."""

    report: Day | None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    at: int = -_RECENT
    code: str | None = None
    fiscal: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    code: str | None


def periods(text: str, date: str | None) -> tuple[Timex, ...]:
    """Return the dates and periods of `text` in order. Never raises.

    `date` is the report's, ISO 8601 and possibly partial.
    """
    scene = _Scene(dates.parsed(date))
    found: list[_Found] = []
    for match in grammar().finditer(text):
        if match.start() - scene.at > _RECENT:
            scene = replace(scene, year=None, quarter=None, code=None)
        kind = match.lastgroup or ""
        code = _RESOLVERS[kind](match, scene, text)
        found.append(_Found(match.start(), match.end(), code))
        if kind not in _ANAPHORIC:
            scene = _after(scene, code, match.end(), fiscal=kind == "fiscal_start")
    return tuple(_timex(one) for one in _composed(text, found))


def _after(scene: _Scene, code: str | None, at: int, *, fiscal: bool) -> _Scene:
    if code is None or _is_day(code):
        return scene
    quarter = dates.quarter_of(code)
    year = re.search(r"(?:19|20)[0-9]{2}", code)
    ended = _FISCAL_END.fullmatch(code) if fiscal else None
    running = (int(ended[1]), int(ended[2])) if ended else scene.fiscal
    return _Scene(scene.report, int(year[0]) if year else scene.year, quarter, at, code, running)


def _timex(found: _Found) -> Timex:
    return Timex(Span(found.start, found.end), None if found.code is None else Period(found.code))


def _composed(text: str, found: list[_Found]) -> list[_Found]:
    """Join "from A to B" and mark what is by or since a date."""
    read: list[_Found] = []
    for one in found:
        held = read[-1] if read else None
        if held and held.code and one.code and _joins(text, held, one):
            read[-1] = _Found(held.start, one.end, _joined_code(held.code, one.code))
            continue
        read.append(one)
    return [_bounded(text, one) for one in read]


def _joins(text: str, low: _Found, high: _Found) -> bool:
    between = text[low.end : high.start]
    if len(between) > _NEAR + 4 or not _JOIN.match(between) or _is_day(low.code) or "/" in (low.code or ""):
        return False
    opened = _FROM.search(text[max(0, low.start - _NEAR) : low.start])
    return bool(opened) or between.strip() in {"-", "–", "—"}


def _is_day(code: str | None) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", code or ""))


def _joined_code(low: str, high: str) -> str:
    return low if low == high else f"{low}/{high}"


def _bounded(text: str, one: _Found) -> _Found:
    before = text[max(0, one.start - 24) : one.start]
    if _SINCE.search(before) and "/" not in (one.code or ""):
        return replace(one, code=None)
    found = _BY.search(before)
    if found is None or one.code is None or "/" in one.code:
        return one
    return _Found(one.start - len(found[0]), one.end, f"by-{one.code}")


def _year_of(printed: str | None, scene: _Scene) -> int | None:
    """Return the year that "2024", "'24" or "last year" stands for."""
    words = _spaced(printed or "").strip(" ,'’")
    words = _OF.sub("", words)
    if not words:
        return None
    if words.isdecimal():
        return int(words) if len(words) > 2 else _CENTURY + int(words)  # noqa: PLR2004 - "24" is 2024
    shift = shifts().get(words.rsplit(maxsplit=1)[0])
    if shift in {"previous", "following", "same"}:
        return None if scene.year is None else scene.year + _STEPS[shift]
    return scene.report.year + int(shift) if shift and scene.report else None


def _year_of_whole(printed: str | None, scene: _Scene) -> int | None:
    """Return the year of a part: "of the year" is the report's, or the one named last where the report's is young."""
    if printed is None or not _OF_THE_YEAR.search(printed):
        return _year_of(printed, scene)
    report = scene.report
    if scene.year is not None:
        return scene.year
    return report.year if report and report.month and report.month > _RESULTS else None


_STEPS = {"previous": -1, "following": 1, "same": 0}


def _iso(match: re.Match[str], _scene: _Scene, _text: str) -> str | None:
    day = dates.parsed(match["iso"])
    return match["iso"] if day and (day.day or len(match["iso"]) < len("2025-01-22")) else None


def _fiscal(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    year = _year_of(match["fiscal_year"] or match["fiscal_year2"] or match["fiscal_year3"], scene)
    return None if year is None else f"FY{year}"


def _fiscal_end(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    month = months()[match["fend_month"] or match["fend_month2"]]
    ahead = bool(match["fend_next"])
    ahead = ahead or _ENDING.search(match[0]) is not None
    year = _year_of(match["fend_year"], scene) or dates.year_of_month(month, None, scene.report, ahead=ahead)
    if year is None or (month == _MONTHS and not match["fend_fiscal"]):
        return None if year is None else str(year)
    return f"FY{dates.month_code(year, month)}"


def _fiscal_start(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the fiscal year that "began this month" or "started in April": it ends eleven months later."""
    report = scene.report
    if match["fstart_shift"]:
        shift = shifts()[match["fstart_shift"].lower()]
        return (
            f"FY{dates.shifted_month(report.year, report.month, int(shift) + 11)}" if report and report.month else None
        )
    month = months()[match["fstart_month"]]
    year = _year_of(match["fstart_year"], scene) or dates.year_of_month(month, None, report, ahead=False)
    return None if year is None else f"FY{dates.shifted_month(year, month, 11)}"


def _fiscal_over(_match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    return _running_fiscal(scene, -1)


def _relative_fiscal(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    shift = shifts().get(_spaced(match["fshift_word"] or ""))
    return _running_fiscal(scene, int(shift)) if shift and shift not in _STEPS else None


def _running_fiscal(scene: _Scene, by: int) -> str | None:
    """Return the fiscal year `by` years from the running one, None while no words have given its end."""
    return f"FY{dates.month_code(scene.fiscal[0] + by, scene.fiscal[1])}" if scene.fiscal else None


def _quarter_end(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    month = months()[match["qend_month"] or match["qend_month2"] or match["qend_month3"]]
    year = _year_of(match["qend_year"], scene) or dates.year_of_month(month, None, scene.report, ahead=False)
    length = _MONTHS if match["qend_all"] else counts()[(match["qend_length"] or "3").lower()]
    if year is None:
        return None
    if month >= length:
        return dates.span_of_months(year, month - length + 1, month)
    return f"{dates.shifted_month(year, month, 1 - length)}/{dates.month_code(year, month)}"


def _opening(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    year = _year_of_whole(match["open_year"], scene)
    if year is None or match["open_fiscal"]:
        return None
    count = counts()[match["open_count"].lower()] * (3 if match["open_unit"].lower() == "quarters" else 1)
    if count > _MONTHS:
        return None
    first = _MONTHS - count + 1 if match["open_last"] else 1
    return dates.span_of_months(year, first, first + count - 1)


_MONTHS = 12
"""Months of a year."""


def _half(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    name = (match["half_name"] or match["half_number"] or match["half_number2"]).lower()
    first = (int(name) if name.isdecimal() else halves()[name]) == 1
    year = _year_of_whole(match["half_year"] or match["half_year2"], scene)
    if year is None and (not match["half_year"] or _OF_THE_YEAR.search(match["half_year"])):
        year = _year_of_half(scene, first=first)
    if year is None or match["half_fiscal"]:
        return None
    return dates.span_of_months(year, 1, 6) if first else dates.span_of_months(year, 7, 12)


def _year_of_half(scene: _Scene, *, first: bool) -> int | None:
    """Return the year of a half named without one: the report's, and for a half still ahead only one named before."""
    report = scene.report
    if report is None or report.month is None:
        return None
    if first or report.month > _MONTHS // 2:
        return report.year
    return scene.year if scene.year in {report.year - 1, report.year} else None


def _stretch(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the months from one to the other ("July-September"), begun in or before the month of the report."""
    low, high = months()[match["stretch_low"]], months()[match["stretch_high"]]
    year, report = _year_of(match["stretch_year"], scene), scene.report
    if year is None and report and report.month and not match["stretch_year"]:
        year = report.year - (low > report.month) + (low > high)
    if year is None:
        return None
    if low <= high:
        return dates.span_of_months(year, low, high)
    return f"{dates.month_code(year - 1, low)}/{dates.month_code(year, high)}"


def _quarter(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    name = (match["quarter_name"] or match["quarter_number"] or match["quarter_number2"]).lower()
    number = int(name) if name.isdecimal() else quarters()[name]
    if match["quarter_fiscal"] or match["quarter_fiscal2"]:
        return None
    year = _year_of(match["quarter_year"] or match["quarter_year2"], scene)
    report, of_year = scene.report, match["quarter_year"] or ""
    if year is None and report and report.quarter and (not of_year or _OF_THE_YEAR.search(of_year)):
        year = report.year - (number > report.quarter)
    return None if year is None else dates.quarter_code(year, number)


def _day(match: re.Match[str], scene: _Scene, text: str) -> str | None:
    month = months()[match["day_month"] or match["day_month2"]]
    day = int(match["day_day"] or match["day_day2"])
    ahead = bool(_AHEAD.search(text[max(0, match.start() - 24) : match.start()]))
    year = _year_of(match["day_year"], scene) or dates.year_of_month(month, day, scene.report, ahead=ahead)
    return f"{dates.month_code(year, month)}-{day:02d}" if year and dates.valid(year, month, day) else None


def _month(match: re.Match[str], scene: _Scene, text: str) -> str | None:
    month = months()[match["month_name"]]
    shift = (match["month_shift"] or "").strip().lower()
    if match["month_year"]:
        year = _year_of(match["month_year"], scene)
    elif shift == "this" and scene.report:
        year = scene.report.year
    elif shift == "last" and scene.report and scene.report.month:
        year = scene.report.year - (month >= scene.report.month)
    elif scene.year and _ALONE.match(text, match.end()) and match.start() - scene.at <= _SENTENCE:
        year = scene.year
    else:
        ahead = shift == "next" or bool(_AHEAD.search(text[max(0, match.start() - 24) : match.start()]))
        year = dates.year_of_month(month, None, scene.report, ahead=ahead) or _year_of_same(month, scene)
    return None if year is None else dates.month_code(year, month)


def _year_of_same(month: int, scene: _Scene) -> int | None:
    """Return the year of the month named last, if it is the same month."""
    named = _MONTH.fullmatch(scene.code or "")
    return int(named[1]) if named and int(named[2]) == month else None


def _shift(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    shift, unit = shifts()[_spaced(match["shift_word"])], match["shift_unit"].lower()
    if unit.endswith("year"):
        year = _year_of(f"{match['shift_word']} year", scene)
        return None if year is None else str(year)
    report = scene.report
    if unit == "quarter":
        if shift in _STEPS:
            return dates.shifted_quarter(*scene.quarter, _STEPS[shift]) if scene.quarter else None
        return dates.shifted_quarter(report.year, report.quarter, int(shift)) if report and report.quarter else None
    if shift in _STEPS or report is None or report.month is None:
        return None
    return dates.shifted_month(report.year, report.month, int(shift))


def _ago(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    return _moved(scene, -1, deictic=match[0].lower().endswith("ago"))


def _later(_match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    return _moved(scene, 1) if scene.year else None


def _years_off(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    count, way = counts()[match["off_count"].lower()], match["off_way"].lower()
    year = scene.report.year if way == "ago" and scene.report else scene.year
    return None if year is None else str(year + (count if way == "later" else -count))


def _moved(scene: _Scene, by: int, *, deictic: bool = False) -> str | None:
    """Return what was named last, `by` years off: a quarter for a quarter, a month for a month not counted from now."""
    code = scene.code
    if code and (scene.quarter or "Q" in code or (not deictic and _MONTH.fullmatch(code))):
        return _YEAR.sub(lambda year: str(int(year[0]) + by), code)
    year = scene.year or (scene.report.year if scene.report else None)
    return None if year is None else str(year + by)


def _step(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    by = 1 if match["step_way"].lower() in {"later", "after"} else -1
    if match["step_unit"].lower() == "quarter":
        return dates.shifted_quarter(*scene.quarter, by) if scene.quarter else None
    month = _MONTH.fullmatch(scene.code or "")
    return dates.shifted_month(int(month[1]), int(month[2]), by) if month else None


def _year_close(_match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the report's year for "the end of the year", None where another year was named or the year is young."""
    report = scene.report
    if report is None or report.month is None or report.month <= _YOUNG or scene.year not in {None, report.year}:
        return None
    return str(report.year)


def _decade(_match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the year by which the report's decade is over however its years are counted."""
    report = scene.report
    return str(report.year // 10 * 10 + 10) if report and report.year % 10 else None


def _whole(_match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the report's year as a whole where it is no longer young and no other was named shortly before.

    Early in a year it is the one named, if that is the report's or the one before.
    """
    report = scene.report
    if report is None or report.month is None:
        return None
    if report.month > _RESULTS:
        return str(report.year) if scene.year in {None, report.year} else None
    return str(scene.year) if scene.year in {report.year, report.year - 1} else None


def _next_too(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    """Return the year behind the report's where that was just named: "$35 billion this year and $50 billion next"."""
    report = scene.report
    named = report is not None and scene.code == str(report.year) and match.start() - scene.at <= _BESIDE
    return str(report.year + 1) if report and named else None


def _years(match: re.Match[str], _scene: _Scene, _text: str) -> str | None:
    low, high = match["years_low"], match["years_high"]
    high = high if len(high) > 2 else low[:2] + high  # noqa: PLR2004 - "2024-25"
    return f"{low}/{high}" if low < high else None


def _year(match: re.Match[str], _scene: _Scene, _text: str) -> str | None:
    return match["year"]


def _weekday(match: re.Match[str], scene: _Scene, _text: str) -> str | None:
    if match["weekday_shift"]:
        return None
    return dates.weekday(weekdays()[match["weekday_name"].lower()], scene.report)


def _season(_match: re.Match[str], _scene: _Scene, _text: str) -> str | None:
    return None


_RESOLVERS: Mapping[str, Callable[[re.Match[str], _Scene, str], str | None]] = {
    "iso": _iso,
    "fiscal_end": _fiscal_end,
    "fiscal": _fiscal,
    "fiscal_start": _fiscal_start,
    "fiscal_over": _fiscal_over,
    "fiscal_shift": _relative_fiscal,
    "quarter_end": _quarter_end,
    "stretch": _stretch,
    "opening": _opening,
    "half": _half,
    "quarter": _quarter,
    "day": _day,
    "month": _month,
    "shift": _shift,
    "ago": _ago,
    "later": _later,
    "years_off": _years_off,
    "step": _step,
    "year_close": _year_close,
    "decade": _decade,
    "whole": _whole,
    "next_too": _next_too,
    "years": _years,
    "year": _year,
    "weekday": _weekday,
    "season": _season,
}


def _spaced(printed: str) -> str:
    return re.sub(r"\s+", " ", printed.lower())

"""Each kind of expression of time resolved: its period in short, None where neither words nor date give it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.extract.rules.temporal import dates, fiscal, quarters
from kg.extract.rules.temporal.outlook import to_come
from kg.extract.rules.temporal.quarters import just_over
from kg.extract.rules.temporal.scene import MONTHS, OF_THE_YEAR, RESULTS, STEPS, Scene, spaced, year_of, year_of_part
from kg.extract.rules.temporal.timewords import counts, halves, months, shifts, weekdays
from kg.extract.rules.text.constructions import Construction

_AHEAD = Construction(
    r"(?i:\b(?:by|until|till|next|before|starting|from)(?: (?:the|end of|the end of|{time-adverbs:phase}))*[ -])\Z"
)
_STOP = re.compile(r"[.!?][’”\"']?\s|\n")
_ALONE = re.compile(r" (?:alone|only)\b")
_SENTENCE = 160
_YOUNG = 2
_BESIDE = 80
"""Characters within which "next" stands behind "this year"."""
_MONTHS = re.compile(r"[0-9]{4}-(?:Q|[0-9]{2}/)")
_PART = re.compile(r"-")
_OF_SAME, _OF_SAME_REACH = Construction(r"\bsame\s(?!year){time-nouns:reporting}\s\Z"), 20
_DONE_BY = Construction(
    r"\b(?<!will )(?<!would )(?<!to )(?<!will have )(?<!would have )(?<!to have )"
    r"(?:had|has|have|(?<!be )(?<!being )(?!{planning|placed}\b)[a-z]{2,}ed|{irregular-doing})\s"
    r"(?:(?!to\s|will\s|would\s|should\s|could\s|can\s|must\s)[^\s;]*[^\s.;]\s){0,8}"
    r"by\s(?:the\s)?(?:{time-nouns:edge}\sof\s|{time-adverbs:phase}[ -])?\Z"
)
"""What is done by a time that is over: "had received 30,000 of them by July"."""
_WAS_THEN = Construction(
    r",?\s(?:it|they|he|she|that|(?:the|its|their)\s[\w-]+|[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*)?)\s"
    r"(?:had|was|were|(?!{planning|placed}\b)[a-z]{2,}ed|{irregular-doing|notions:amounts-to})\s"
)
"""What tells behind "by July" that it is over: "by July it stood at 30,000"."""
_FAR_BACK = 90
_IN_THE = re.compile(r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver)\sthe\s\Z")
_OF_ANOTHER = re.compile(r"\s(?:of|after|since|following|under|as|on|from|that|when|at|in)\b")
"""What makes the first months those of something other than a year: "in the first six months after the launch"."""
_OF_ACCOUNTS, _DAY_OF = re.compile(r"\b(?:[Ff]or|[Ii]n|of)\s(?:the|its|their)\s\Z"), re.compile(r"\b[0-3]?[0-9]\b")
"""What makes a year to a day that of accounts: "sales for the year to 30 June", "in the year that ended on 30 June"."""


def _iso(match: re.Match[str], _scene: Scene, _text: str) -> str | None:
    day = dates.parsed(match["iso"])
    return match["iso"] if day and (day.day or len(match["iso"]) < len("2025-01-22")) else None


def _length(match: re.Match[str]) -> int:
    if match["qend_all"] or match["qend_half"]:
        return MONTHS if match["qend_all"] else MONTHS // 2
    return counts()[(match["qend_length"] or "3").lower()]


def _quarter_end(match: re.Match[str], scene: Scene, text: str) -> str | None:
    month = months()[match["qend_month"] or match["qend_month2"] or match["qend_month3"]]
    year = year_of(match["qend_year"] or match["qend_year2"], scene) or dates.year_of_month(
        month, None, scene.report, ahead=to_come(*match.span(), text) and not just_over(month, 3, scene)
    )
    length = _length(match)
    if year is None:
        return None
    accounts = match["qend_all"] and month != MONTHS and _DAY_OF.search(match[0])
    if accounts and (" ended" in match[0] or _OF_ACCOUNTS.search(text, max(0, match.start() - 16), match.start())):
        return f"FY{dates.month_code(year, month)}"
    return dates.ending(year * MONTHS + month - 1, length)


def _opening(match: re.Match[str], scene: Scene, text: str) -> str | None:
    count = counts()[match["open_count"].lower()] * (3 if match["open_unit"].lower() == "quarters" else 1)
    year = year_of_part(match["open_year"], scene)
    if match["open_last"] and not match["open_year"]:
        year = _year_of_close(scene)
    running = not match["open_year"] or (match["open_year"].endswith("the year") and not scene.lost)
    if year is None and running and _IN_THE.search(text, 0, match.start()):
        year = _year_of_opening(count, scene) if not _OF_ANOTHER.match(text, match.end()) else None
    if year is None or match["open_fiscal"] or count > MONTHS:
        return None
    first = MONTHS - count + 1 if match["open_last"] else 1
    return dates.span_of_months(year, first, first + count - 1)


"""Months of a year."""


def _year_of_opening(count: int, scene: Scene) -> int | None:
    """Return the year whose first `count` months were over last."""
    report = scene.report
    if report is None or report.month is None:
        return report.year if report and scene.running else None
    return report.year - (count > report.month)


def _year_of_close(scene: Scene) -> int | None:
    """Return the year of "the final three months": the report's, or the one before in which results are still told."""
    report = scene.report
    return scene.year or (report and report.month and report.year - (report.month <= RESULTS)) or None


def _coded(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the calendar year of "CY25", or its first months of "9M25"."""
    year, months_told = year_of(match["coded_year"], scene), match["coded_months"]
    if year is None or months_told is None:
        return None if year is None else f"{year:04d}"
    return dates.span_of_months(year, 1, int(months_told))


def _half(match: re.Match[str], scene: Scene, text: str) -> str | None:
    name = (match["half_name"] or match["half_number"] or match["half_number2"]).lower()
    first = (int(name) if name.isdecimal() else halves()[name]) == 1
    of_year = match["half_year"] or match["half_year2"] or match["half_year5"]
    if match["half_fiscal"] or match["half_fiscal2"] or match["half_year3"]:
        printed = match["half_year4"] or match["half_year3"] or of_year or ""
        return fiscal.half(2 - first, printed, scene, ahead=to_come(*match.span(), text))
    if not of_year and fiscal.differs(scene) and not fiscal.of_market(*match.span(), text):
        return fiscal.half(2 - first, "", scene, ahead=to_come(*match.span(), text))
    year = year_of_part(of_year, scene)
    if year is None and (not match["half_year"] or OF_THE_YEAR.search(match["half_year"])):
        year = _year_of_half(scene, first=first, ahead=to_come(*match.span(), text))
    if year is None:
        return None
    return dates.span_of_months(year, 1, 6) if first else dates.span_of_months(year, 7, 12)


def _year_of_half(scene: Scene, *, first: bool, ahead: bool) -> int | None:
    """Return the year of a half named without one: the report's, and for a half not begun only one named before.

    `ahead` tells that the half is said to be still to come.
    """
    report = scene.report
    if report is None or report.month is None:
        return report.year if report and scene.running and first else None
    if ahead:
        return report.year + (first and report.month > MONTHS // 2)
    if first or report.month > MONTHS // 2:
        return report.year
    return scene.year if scene.year in {report.year - 1, report.year} else None


def _stretch(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the months from one to the other ("July-September"), begun in or before the month of the report."""
    low, high = months()[match["stretch_low"]], months()[match["stretch_high"]]
    year, report = year_of(match["stretch_year"], scene), scene.report
    if year is None and report and report.month and not match["stretch_year"]:
        year = report.year - (low > report.month) + (low > high)
    if year is None:
        return None
    if low <= high:
        return dates.span_of_months(year, low, high)
    return f"{dates.month_code(year - 1, low)}/{dates.month_code(year, high)}"


def _day(match: re.Match[str], scene: Scene, text: str) -> str | None:
    month = months()[match["day_month"] or match["day_month2"]]
    day = int(match["day_day"] or match["day_day2"])
    year = year_of(match["day_year"], scene) or dates.year_of_month(
        month, day, scene.report, ahead=_ahead(match, month, scene, text)
    )
    return f"{dates.month_code(year, month)}-{day:02d}" if year and dates.valid(year, month, day) else None


def _month(match: re.Match[str], scene: Scene, text: str) -> str | None:
    month = months()[match["month_name"]]
    shift = (match["month_shift"] or "").strip().lower()
    if match["month_year"]:
        year = year_of(match["month_year"], scene)
    elif shift == "this" and scene.report:
        year = scene.report.year
    elif shift == "last" and scene.report and scene.report.month:
        year = scene.report.year - (month >= scene.report.month)
    elif scene.year and _ALONE.match(text, match.end()) and match.start() - scene.at <= _SENTENCE:
        year = scene.year
    else:
        ahead = shift == "next" or _ahead(match, month, scene, text)
        year = dates.year_of_month(month, None, scene.report, ahead=ahead) or _year_of_same(month, scene)
    return None if year is None else dates.month_code(year, month)


def _ahead(match: re.Match[str], month: int, scene: Scene, text: str) -> bool:
    """Tell whether words beside a day or month say that it is still to come."""
    if not _AHEAD.search(text[max(0, match.start() - 24) : match.start()]):
        return to_come(*match.span(), text) and not just_over(month, 1, scene)
    if _DONE_BY.search(text, max(0, match.start() - _FAR_BACK), match.start()):
        return False
    return _WAS_THEN.match(text, match.end()) is None


def _year_of_same(month: int, scene: Scene) -> int | None:
    """Return the year of the month named last, if it is the same month."""
    named = dates.month_of(scene.code or "")
    return named[0] if named and named[1] == month else None


def _shift(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    shift, unit = shifts()[spaced(match["shift_word"])], match["shift_unit"].lower()
    if unit.endswith("year"):
        year = year_of(f"{match['shift_word']} year", scene)
        return None if year is None else str(year)
    report = scene.report
    if unit == "quarter":
        return quarters.shifted(shift, scene)
    if shift in STEPS:
        named = dates.month_of(scene.code or "")
        return dates.shifted_month(*named, STEPS[shift]) if named else None
    if report is None or report.month is None or scene.running:
        return None
    return dates.shifted_month(report.year, report.month, int(shift))


def _same_of(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return what was named last, a part of a year, in the year given: "the same quarter of 2023"."""
    code = scene.code or ""
    if scene.lost and scene.undated and (match["same_year"] or "").isdecimal():
        return quarters.of_year(scene.undated, match["same_year"], scene)
    if scene.lost or not code:
        return None
    if match["same_back"]:
        return _moved(scene, -1)
    year = year_of(match["same_year"], scene)
    if year is None and scene.report is None and scene.year and spaced(match["same_year"]).startswith("last "):
        year = scene.year - 1
    if year is None or _PART.search(code) is None:
        return None if year is None else str(year)
    return dates.years_later(code, year - dates.year_in(code))


def _ago(match: re.Match[str], scene: Scene, text: str) -> str | None:
    part = (
        match["ago_part"]
        or match["ago_part2"]
        or _OF_SAME.search(text, max(0, match.start() - _OF_SAME_REACH), match.start())
    )
    if part and _PART.search(scene.code or "") is None:
        return None  # "the same period a year earlier": nobody knows of what
    deictic = match[0].lower().endswith("ago")
    if deictic and dates.YEAR.fullmatch(scene.code or "") and _STOP.search(text, scene.at, match.start()):
        scene = replace(scene, year=None, code=None)  # what was named in another sentence is no place to count from
    return _moved(scene, -1, deictic=deictic)


def _later(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    if match[0].endswith("next"):
        return str(scene.report.year + 2) if scene.report else None
    return _moved(scene, 1) if scene.year else None


def _years_off(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    count, way = counts()[match["off_count"].lower()], match["off_way"].lower()
    year = scene.report.year if way == "ago" and scene.report else scene.year
    return None if year is None else str(year + (count if way == "later" else -count))


def _moved(scene: Scene, by: int, *, deictic: bool = False) -> str | None:
    """Return what was named last, `by` years off: a quarter for a quarter, a month for a month not counted from now."""
    code = scene.code
    if scene.lost:
        return None
    if code and (
        scene.quarter or code.startswith("FY") or _MONTHS.match(code) or (not deictic and dates.month_of(code))
    ):
        return dates.years_later(code, by)
    year = scene.year or (scene.report.year if scene.report else None)
    return None if year is None else str(year + by)


def _step(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    by = 1 if (match["step_way"] or "").lower() in {"later", "after"} else -1
    if (match["step_unit"] or "quarter").lower() == "quarter":
        return quarters.stepped(scene, by)
    month = dates.month_of(scene.code or "")
    return dates.shifted_month(*month, by) if month else None


def _year_close(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the report's year for "the end of the year", None where another was named or the year is young.

    A year to come that another sentence names leaves it the report's.
    """
    report = scene.report
    if report is None or report.month is None or report.month <= _YOUNG:
        return None
    parted = scene.year is not None and scene.year > report.year and _STOP.search(text, scene.at, match.start())
    return str(report.year) if parted or scene.year in {None, report.year} else None


def _led_part(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the part of the year that stands before it, or all of the year."""
    year = year_of(match["led_year"] or match["led_shift"], scene)
    if year is None:
        return None
    if number := match["led_quarter2"] or match["led_quarter"]:
        return dates.quarter_code(year, quarters.number_of(number))
    if number := match["led_half2"] or match["led_half"]:
        first = (int(number) if number.isdecimal() else halves()[number.lower()]) == 1
        return dates.span_of_months(year, 1, 6) if first else dates.span_of_months(year, 7, 12)
    return str(year)


def _coming(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the years from the report's on for "the next three years"."""
    count, report = counts()[match["coming_count"].lower()], scene.report
    return f"{report.year}/{report.year + count}" if report else None


def _decade(_match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the year by which the report's decade is over however its years are counted."""
    report = scene.report
    return str(report.year // 10 * 10 + 10) if report and report.year % 10 else None


def _whole(_match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the report's year as a whole where it is no longer young and no other was named shortly before.

    Early in a year it is the one named, if that is the report's or the one before.
    """
    if fiscal.differs(scene):
        return fiscal.whole(scene)
    report = scene.report
    if report is None or report.month is None:
        return str(report.year) if report and scene.running else None
    if report.month > RESULTS:
        return str(report.year) if scene.year in {None, report.year} else None
    return str(scene.year) if scene.year in {report.year, report.year - 1} else None


def _to_date(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the report's year for "year to date" and "since the start of the year", none where it names another."""
    year = str(scene.report.year) if scene.report else None
    return year if match["begun_year"] in {None, year} else None


def _next_too(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the year behind the report's where that was just named: "$35 billion this year and $50 billion next"."""
    report = scene.report
    named = report is not None and scene.code == str(report.year) and match.start() - scene.at <= _BESIDE
    return str(report.year + 1) if report and named else None


def _years(match: re.Match[str], _scene: Scene, _text: str) -> str | None:
    low, high = match["years_low"], match["years_high"]
    high = high if len(high) > 2 else low[:2] + high  # noqa: PLR2004 - "2024-25"
    return f"{low}/{high}" if low < high else None


def _year(match: re.Match[str], _scene: Scene, _text: str) -> str | None:
    """Return the year without the letter by which analysts mark one that is still ahead ("2026E")."""
    return match["year"].rstrip("EF")


def _weekday(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    if match["weekday_shift"]:
        return None
    return dates.weekday(weekdays()[match["weekday_name"].lower()], scene.report)


def _season(_match: re.Match[str], _scene: Scene, _text: str) -> str | None:
    return None


RESOLVERS: Mapping[str, Callable[[re.Match[str], Scene, str], str | None]] = {
    "iso": _iso,
    "fiscal_end": fiscal.ending,
    "fiscal_years": fiscal.spanning,
    "fiscal_led": quarters.led,
    "fiscal": fiscal.named,
    "fiscal_start": fiscal.starting,
    "fiscal_over": fiscal.over,
    "fiscal_shift": fiscal.relative,
    "quarter_end": _quarter_end,
    "stretch": _stretch,
    "opening": _opening,
    "half": _half,
    "led_part": _led_part,
    "quarter": quarters.named,
    "listed_quarter": quarters.listed,
    "next_part": quarters.next_of,
    "shift_one": quarters.this_one,
    "day": _day,
    "month": _month,
    "same_of": _same_of,
    "shift": _shift,
    "ago": _ago,
    "later": _later,
    "years_off": _years_off,
    "step": _step,
    "year_close": _year_close,
    "coming": _coming,
    "decade": _decade,
    "whole": _whole,
    "to_date": _to_date,
    "next_too": _next_too,
    "years": _years,
    "year": _year,
    "coded": _coded,
    "weekday": _weekday,
    "season": _season,
}

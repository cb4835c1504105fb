"""Quarters of a year: those of the calendar, and those of a company whose fiscal year is another's."""

import re

from kg.extract.rules.temporal import dates, fiscal
from kg.extract.rules.temporal.outlook import to_come
from kg.extract.rules.temporal.scene import MONTHS, OF_THE_YEAR, STEPS, Scene, spaced, year_of
from kg.extract.rules.temporal.timewords import quarters, shifts

_QUARTERS, _MONTHS = 4, 3
_FLAGS = ("quarter_fiscal", "quarter_fiscal2", "quarter_fiscal3", "quarter_fiscal4", "quarter_year3")
_HALVES = 2
_NEAR = 80
_OF_TIME = re.compile(r"\b(?:in|for|during|of)\s(?:the\s)?\Z")
_BESIDE, _AT_REACH = 160, 12
_AT_THE = re.compile(r"\b(?:[Ii]n|[Ff]or|[Dd]uring|from|of|than|to)\sthe\s\Z")
_HALF = re.compile(r"([0-9]{4})-Q(?:1/\1-Q2|3/\1-Q4)")
_YEARS = ("quarter_year4", "quarter_year3", "quarter_year", "quarter_year2", "quarter_year5")


def named(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the quarter that a number names: "the fiscal third quarter", "Q3 FY26", "the second quarter of 2025"."""
    number = called(match)
    of_year, report = _first(match, _YEARS), scene.report
    if _first(match, _FLAGS):
        return fiscal.quarter(number, of_year, scene, ahead=to_come(*match.span(), text))
    if fiscal.differs(scene) and not of_year and scene.numbered and scene.numbered[0] == number:
        return scene.numbered[1]
    if fiscal.differs(scene) and not fiscal.of_market(*match.span(), text):
        code = fiscal.unmarked_quarter(number, of_year, scene, ahead=to_come(*match.span(), text))
        if code or not of_year:
            return code
    if (
        not of_year
        and report
        and report.quarter
        and to_come(*match.span(), text)
        and not just_over(number * 3, 3, scene)
    ):
        return dates.quarter_code(report.year + (number < report.quarter), number)
    return _of_calendar(number, of_year, scene)


def listed(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return one of the quarters that are listed before their noun: "the third and fourth quarters of 2023"."""
    number, of_year = number_of(match["listed_name"]), match["listed_year"] or match["listed_last"] or ""
    if fiscal.differs(scene) and not of_year and not fiscal.of_market(*match.span(), text):
        return fiscal.unmarked_quarter(number, of_year, scene, ahead=False)
    return _of_calendar(number, of_year, scene)


def led(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the quarter behind its fiscal year, or all of that: "fiscal 2026 third quarter", "FY26 Q3"."""
    printed = match["ledf_year"] or match["ledf_year2"] or match["ledf_year3"]
    number = match["ledf_quarter"] or match["ledf_quarter2"]
    if number:
        return fiscal.quarter(number_of(number), printed, scene, ahead=to_come(*match.span(), text))
    return fiscal.numbered(year_of(printed, scene), scene)


def of_year(number: int, year: str, scene: Scene) -> str | None:
    """Return the quarter of a number in a year that is named: the company's own where it counts its own."""
    if fiscal.differs(scene):
        return fiscal.quarter(number, year, scene, ahead=False)
    return dates.quarter_code(int(year), number)


def shifted(shift: str, scene: Scene) -> str | None:
    """Return the quarter that "last", "this" or "the previous" stands for."""
    report = scene.report
    if shift in STEPS:
        return stepped(scene, STEPS[shift])
    if report is None or report.quarter is None:
        return None
    by = int(shift)
    if fiscal.differs(scene):
        running, told = fiscal.running_quarter(scene, 0), fiscal.running_quarter(scene, by)
    else:
        running, told = (
            dates.quarter_code(report.year, report.quarter),
            dates.shifted_quarter(report.year, report.quarter, by),
        )
    return running if by == 1 and running is not None and running in _next_of_told(scene) else told


def _next_of_told(scene: Scene) -> set[str]:
    """Return the quarters behind those told of, of which the running one is "the next" where that before it is told."""
    ends = (dates.end_of_quarter(code) for code in (scene.code, scene.numbered and scene.numbered[1]) if code)
    return {dates.ending(end + _MONTHS, _MONTHS) for end in ends if end is not None}


def stepped(scene: Scene, by: int) -> str | None:
    """Return the quarter `by` quarters from the one named last."""
    end = dates.end_of_quarter(scene.code or "")
    return None if end is None else dates.ending(end + by * _MONTHS, _MONTHS)


def next_of(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the quarter or half whose noun was said with another one just before: "9% in the third, 8% in the second".

    None for other things that are first or second.
    """
    start, number = match.start(), number_of(match["next_part_name"])
    if start - scene.at > _BESIDE or not _AT_THE.search(text, start - _AT_REACH, start):
        return None
    end = dates.end_of_quarter(scene.code or "")
    if end is not None and scene.numbered and scene.numbered[1] == scene.code:
        return dates.ending(end + (number - scene.numbered[0]) * _MONTHS, _MONTHS)
    half = _HALF.fullmatch(scene.code or "")
    if half is None or number > _HALVES:
        return None
    return dates.span_of_months(int(half[1]), 6 * number - 5, 6 * number)


def this_one(match: re.Match[str], scene: Scene, text: str) -> str | None:
    """Return the quarter or year that "the current one" stands for behind another, None for other things."""
    shift, code = shifts()[spaced(match["one_shift"])], scene.code or ""
    if match.start() - scene.at > _NEAR or not _OF_TIME.search(text, max(0, match.start() - 8), match.start()):
        return None
    if dates.end_of_quarter(code) is not None:
        return shifted(shift, scene)
    if shift in STEPS or not code.startswith("FY"):
        year = year_of(f"{match['one_shift']} year", scene) if dates.YEAR.fullmatch(code) else None
        return None if year is None else str(year)
    return dates.years_later(code, int(shift) + 1)


def just_over(month: int, length: int, scene: Scene) -> bool:
    """Tell whether what ends with `month` was over so few months ago: its results may still be expected."""
    now = scene.report.month if scene.report else None
    return now is not None and 0 < (now - month) % MONTHS <= length


def called(match: re.Match[str]) -> int:
    """Return the number by which a quarter is called."""
    return number_of(match["quarter_name"] or match["quarter_number"] or match["quarter_number2"])


def number_of(printed: str) -> int:
    """Return the number of the quarter that a word or digit names; "the last quarter of 2025" is the fourth."""
    return int(printed) if printed.isdecimal() else quarters().get(printed.lower(), _QUARTERS)


def _first(match: re.Match[str], names: tuple[str, ...]) -> str:
    return next((found for name in names if (found := match[name])), "")


def _of_calendar(number: int, of_year: str, scene: Scene) -> str | None:
    """Return the quarter: of the year named, else the last one up to the report, else the one next to the last named.

    A text that is known to be of the year whose results it tells has its first three quarters in that year.
    """
    year, report = year_of(of_year, scene), scene.report
    if year is None and (not of_year or OF_THE_YEAR.search(of_year)):
        if report and report.quarter:
            year = report.year - (number > report.quarter)
        else:
            year = _beside(number, scene.quarter) if not of_year and scene.quarter else None
            if year is None and report and scene.running and number < _QUARTERS:
                year = report.year
    return None if year is None else dates.quarter_code(year, number)


def _beside(number: int, named: tuple[int, int]) -> int | None:
    """Return the year of the quarter that lies nearest to the one named, None where two lie equally near."""
    year, last = named
    ahead = (number - last) % _QUARTERS
    if not ahead:
        return year
    if ahead == _QUARTERS // 2:
        return None
    return year + (number < last) if ahead == 1 else year - (number > last)

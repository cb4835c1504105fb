"""Calendar arithmetic over partial dates and period codes (2025, 2024-12, 2025-Q3, 2024-Q1/2024-Q3, FY2024-06)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_QUARTER = re.compile(r"(?P<year>[0-9]{4})-Q(?P<quarter>[1-4])")
_STRETCH = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{4})-([0-9]{2})")
_PARTED = re.compile(r"(?P<fiscal>(?:FY)?)(?P<year>[0-9]{4})(?P<part>(?:-Q[1-4]|-[0-9]{2})?)")
_MONTHS = 12
_QUARTERS = 4
_LAST_DAY = 31
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
FISCAL_YEAR = re.compile(r"FY([0-9]{4})-([0-9]{2})")
"""The code of a fiscal year: the year and the month it ends in."""
_YEARS = range(1000, 9900)
"""Years from which a text can count back and ahead without leaving those of four digits."""


@dataclass(frozen=True, slots=True)
class Day:
    """The date of a report as far as it is known: a year, perhaps a month, perhaps a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def quarter(self) -> int | None:
        """The quarter of the year, 1 to 4."""
        return None if self.month is None else (self.month + 2) // 3


def parsed(iso: str | None) -> Day | None:
    """Return the partial ISO date at the start of `iso`, None for what is none ("", "undated", "2025-13", "0001")."""
    found = _ISO.match(iso or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    if year is None or year not in _YEARS or (month is not None and not valid(year, month, day or 1)):
        return None
    return Day(year, month, day)


def is_day(code: str | None) -> bool:
    """Tell whether a code of a period is a single day, "2025-01-31"."""
    return _DAY.fullmatch(code or "") is not None


def valid(year: int, month: int, day: int) -> bool:
    """Tell whether the three make a date of the calendar."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def month_code(year: int, month: int) -> str:
    """Return `2024-12`."""
    return f"{year:04d}-{month:02d}"


def quarter_code(year: int, quarter: int) -> str:
    """Return `2025-Q3`."""
    return f"{year:04d}-Q{quarter}"


def shifted_quarter(year: int, quarter: int, by: int) -> str:
    """Return the code of the quarter `by` quarters later."""
    index = year * _QUARTERS + quarter - 1 + by
    return quarter_code(index // _QUARTERS, index % _QUARTERS + 1)


def shifted_month(year: int, month: int, by: int) -> str:
    """Return the code of the month `by` months later."""
    index = year * _MONTHS + month - 1 + by
    return month_code(index // _MONTHS, index % _MONTHS + 1)


def year_before(code: str) -> str | None:
    """Return the like period of the year before: `2024`, `2024-Q1`, `2024-05`, `FY2024-06`, both ends of a stretch."""
    ends = [_PARTED.fullmatch(end) for end in code.split("/")]
    found = [f"{one['fiscal']}{int(one['year']) - 1:04d}{one['part']}" for one in ends if one]
    return "/".join(found) if len(found) == len(ends) else None


def quarter_before(code: str) -> str | None:
    """Return the three months before a quarter, of the calendar or any three months; None where `code` is none."""
    if named := quarter_of(code):
        return shifted_quarter(*named, -1)
    found = _STRETCH.fullmatch(code) if end_of_quarter(code) else None
    return found and "/".join(shifted_month(int(found[at]), int(found[at + 1]), -3) for at in (1, 3))


def month_before(code: str) -> str | None:
    """Return the month before a month, None where `code` is none."""
    month = month_of(code)
    return shifted_month(*month, -1) if month else None


def quarter_of(code: str) -> tuple[int, int] | None:
    """Return year and quarter of a quarter's code, None for another code."""
    found = _QUARTER.fullmatch(code)
    return (int(found["year"]), int(found["quarter"])) if found else None


def month_of(code: str) -> tuple[int, int] | None:
    """Return year and month of a month's code, None for another code."""
    found = _ISO.fullmatch(code)
    alone = found is not None and found["month"] and not found["day"]
    return (int(found["year"]), int(found["month"])) if found and alone else None


def year_in(code: str) -> int:
    """Return the year that a code names, the last of several."""
    return int(YEAR.findall(code)[-1])


def years_later(code: str, years: int) -> str:
    """Return the like period so many years later."""
    return YEAR.sub(lambda year: str(int(year[0]) + years), code)


def year_of_month(month: int, day: int | None, report: Day | None, *, ahead: bool) -> int | None:
    """Return the year of a month named without one.

    It is the last such month up to the report's date, with `ahead` the next. None without a month to start from.
    """
    if report is None or report.month is None:
        return None
    here = (report.month, report.day or _LAST_DAY)
    there = (month, day or (report.day or _LAST_DAY if month == report.month else 1))
    if ahead:
        return report.year + (month < report.month)
    return report.year - (there > here)


def span_of_months(year: int, first: int, last: int) -> str:
    """Return months `first` to `last` as one code: a quarter, a half or the first quarters of a year, or its months."""
    if first == 1 and last == _MONTHS:
        return f"{year:04d}"
    whole = first == 1 or last - first == 2 or (first, last) == (7, _MONTHS)  # noqa: PLR2004 - a quarter, a half
    if whole and first % 3 == 1 and last % 3 == 0:
        low, high = quarter_code(year, (first + 2) // 3), quarter_code(year, last // 3)
        return low if low == high else f"{low}/{high}"
    return f"{month_code(year, first)}/{month_code(year, last)}"


def ending(end: int, length: int) -> str:
    """Return the `length` months up to the one counted through (`year * 12 + month - 1`) as one code."""
    year, month = end // _MONTHS, end % _MONTHS + 1
    if month >= length:
        return span_of_months(year, month - length + 1, month)
    return f"{shifted_month(year, month, 1 - length)}/{month_code(year, month)}"


def end_of_quarter(code: str) -> int | None:
    """Return the last month of a quarter, of the calendar or any three months, counted through; None for another."""
    if found := _QUARTER.fullmatch(code):
        return int(found["year"]) * _MONTHS + int(found["quarter"]) * 3 - 1
    if found := _STRETCH.fullmatch(code):
        first, last = (int(found[at]) * _MONTHS + int(found[at + 1]) - 1 for at in (1, 3))
        return last if last - first == 2 else None  # noqa: PLR2004 - three months
    return None


def is_part(code: str, year: str) -> bool:
    """Tell whether a part of a year is one of this: `2024-Q4` of `2024`, `2023-11/2024-01` of `FY2024-01`."""
    if year.isdecimal():
        return code != year and all(end.startswith(f"{year}-") for end in code.split("/"))
    found, end = _ISO.fullmatch(year.removeprefix("FY")), end_of_quarter(code)
    if found is None or not found["month"] or end is None:
        return False
    return 0 <= int(found["year"]) * _MONTHS + int(found["month"]) - 1 - end < _MONTHS


def weekday(number: int, report: Day | None) -> str | None:
    """Return the last such day of the week (ISO number) up to the report's date."""
    if report is None or report.month is None or report.day is None:
        return None
    there = date(report.year, report.month, report.day)
    return (there - timedelta(days=(there.isoweekday() - number) % 7)).isoformat()

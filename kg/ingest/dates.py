"""Dates as headers write them, to ISO 8601. What is incomplete, impossible or could be read in two ways is None."""

import re
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})(?P<mark>[-/.])(?P<number>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/-])",
    )
)
_NO_YEAR = re.compile(
    rf"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?P<day>\d{{1,2}})\s+{_MONTH}", re.IGNORECASE
)
_MONTH_OF_YEAR = re.compile(rf"(?<![\d/.-])\b(?=[A-Z])(?i:{_MONTH}),?\s+(?P<year>(?:19|20)\d{{2}})\b(?![\d/.-])")
_PARTIAL = re.compile(r"\A\s*(\d{4}(?:-\d{2})?)\s*\Z")


class Written(NamedTuple):
    """A full date as ISO 8601 and where it stands in the text."""

    iso: str
    start: int
    end: int


def iso_date(text: str) -> str | None:
    """Return the first full date in `text` as YYYY-MM-DD; a text that is only a year or month stays partial."""
    if partial := _PARTIAL.match(text):
        return partial[1] if "-" not in partial[1] or 1 <= int(partial[1][5:]) <= len(_MONTHS) else None
    found = written(text)
    return found.iso if found else None


def written(text: str) -> Written | None:
    """Return the first full date in `text` that is a day of the calendar and can be read in one way only."""
    found = (match for form in _FORMS for match in form.finditer(text))
    days = [Written(iso, *match.span()) for match in found if (iso := _day(match.groupdict()))]
    return min(days, key=lambda day: day.start, default=None)


def month_written(text: str) -> Written | None:
    """Return the month of a year that `text` names without a day ("September 2025") as YYYY-MM, the first one."""
    found = _MONTH_OF_YEAR.search(text)
    if found is None:
        return None
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    return Written(f"{found['year']}-{month:02d}", *found.span())


def dated_by_weekday(text: str, year: int) -> str | None:
    """Return the date of "Wed, 22 Jan" in `year` if the weekday fits that year, else None."""
    found = _NO_YEAR.search(text)
    day = _day({**found.groupdict(), "year": str(year)}) if found else None
    if found is None or day is None:
        return None
    fits = date.fromisoformat(day).weekday() == _WEEKDAYS.index(found["weekday"].lower())
    return day if fits else None


def _day(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if parts.get("one"):
        one, other = int(parts["one"] or 0), int(parts["other"] or 0)
        readings = {day for day in (_iso(year, one, other), _iso(year, other, one)) if day}
        return readings.pop() if len(readings) == 1 else None
    if parts.get("number"):
        return _iso(year, int(parts["number"] or 0), int(parts["day"] or 0))
    return _iso(year, _MONTHS.index((parts["month"] or "")[:3].lower()) + 1, int(parts["day"] or 0))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

"""Dates as headers write them, to ISO 8601. What is incomplete or impossible is None."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
    )
)
_NO_YEAR = re.compile(
    rf"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?P<day>\d{{1,2}})\s+{_MONTH}", re.IGNORECASE
)
_PARTIAL = re.compile(r"\A\s*(\d{4}(?:-\d{2})?)\s*\Z")


def iso_date(text: str) -> str | None:
    """Return the first full date in `text` as YYYY-MM-DD; a text that is only a year or month stays partial."""
    if partial := _PARTIAL.match(text):
        return partial[1] if "-" not in partial[1] or 1 <= int(partial[1][5:]) <= len(_MONTHS) else None
    for form in _FORMS:
        if found := form.search(text):
            return _day(found.groupdict())
    return None


def dated_by_weekday(text: str, year: int) -> str | None:
    """Return the date of "Wed, 22 Jan" in `year` if the weekday fits that year, else None."""
    found = _NO_YEAR.search(text)
    day = _day({**found.groupdict(), "year": str(year)}) if found else None
    if found is None or day is None:
        return None
    fits = date.fromisoformat(day).weekday() == _WEEKDAYS.index(found["weekday"].lower())
    return day if fits else None


def _day(parts: dict[str, str]) -> str | None:
    month = int(parts["number"]) if parts.get("number") else _MONTHS.index(parts["month"].lower()) + 1
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None

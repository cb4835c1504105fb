"""The year of what is only said to have grown since the one before: "expects sales to rise 9% compared with 2024"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import STILL_AHEAD
from kg.extract.rules.subjects.calendars import calendar_of
from kg.extract.rules.temporal.dates import Day, is_day, parsed
from kg.extract.rules.temporal.scene import MONTHS, RESULTS
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Period

_BASE = Construction(
    r"\b(?:{comparison}|from|on|over|(?<!more )(?<!less )(?<!fewer )than)\s(?:(?:in|that|those)\s|that\sof\s)?\Z"
)
_REACH = 30


def year_behind_base(case: Case, who: Entity | None, how: str, read: Annotated) -> Dated | None:
    """Return the year behind the one that a sentence, which names no other, holds its results or forecasts against.

    It is the year just over, told of in the first months of the next, or for a forecast the report's own.
    """
    report, calendar = parsed(read.document.as_of), calendar_of(who) if who else None
    if report is None or case.figure.role == "from" or (calendar and calendar.month != MONTHS):
        return None
    listed = read.within(read.timexes, case.sentence)
    times = [time for time in listed if not (time.period and is_day(time.period.code))]
    if len(times) != 1 or times[0].period is None or not times[0].span.of(read.text).isdecimal():
        return None
    start, year = times[0].span.start, int(times[0].period.code) + 1
    if not _is_told_of(year, how, report) or not _BASE.search(
        read.fold, max(case.sentence.start, start - _REACH), start
    ):
        return None
    return Dated(Period(str(year)), "year-behind-base", times[0].span)


def _is_told_of(year: int, how: str, report: Day) -> bool:
    if how in STILL_AHEAD and year == report.year:
        return True
    return year == report.year - 1 and report.month is not None and report.month <= RESULTS

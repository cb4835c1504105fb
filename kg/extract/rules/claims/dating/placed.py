"""Where a time stands that is surely the figure's own, of several in its sentence.

Right behind it, at the start of its clause, behind what is to be done, or as the part of a year that names it.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Timex
from kg.extract.rules.claims.dating.sight import Dated, Sight
from kg.extract.rules.temporal.dates import is_part
from kg.model import Period, Span

OWN = re.compile(r"\s(?:(?:in|for|during)\s(?:(?:the|its|their)\s)?)?")
"""What stands between a figure and its own time: "$4 billion in FY25, $6 billion in FY26"."""
_OF_YEAR, ENDS = " of ", re.compile(r"[.,;:)’'”]|\s(?:and|but|to|or|by|with)\b|\s*\Z")
_OPENS_CLAUSE = re.compile(r"[,;]\s(?:and|but|while|whereas)\s(?:in|for|during|by|at|over)\s(?:the\s)?\Z")
_TO_VALUE = re.compile(r":\s(?:an?\s)?(?:[a-z]+\s(?:of\s)?)?")
_YEARS, _UP_TO = re.compile(r"[0-9]{4}/[0-9]{4}"), re.compile(r"(?:\s[a-z]+){0,2}\sto\s(?:[a-z]+\s){0,2}")
_PARTS = re.compile(r"[,;]|\s(?:and|but|or|as|while|after|that|which|who)\s")
_JOINS = re.compile(r"\sand\s(?:an?|its|their)\s(?:[a-z-]+\s){0,2}\Z")
"""What joins a figure to what a time before it is of: "a drop in first-quarter sales and a $9 billion hit"."""
_NEAR = 24
_TO_DO = re.compile(r"\sto\s[a-z]+\s[^,;]*\Z")
_NAMES_PART = re.compile(r"(?:[a-z]+|[1-4][a-z]{2})-(?:quarter|half)|q[1-4]|[1-4]q|h[12]")


def right_behind(time: Span, sight: Sight) -> bool:
    """Tell whether a time stands right behind the figure: "$4 billion in FY25", "the $4 billion of 2024"."""
    end = sight.figure.span.end
    of_year = time.start - end == len(_OF_YEAR) and sight.text.startswith(_OF_YEAR, end)
    return OWN.fullmatch(sight.text, end, time.start) is not None or (
        of_year and ENDS.match(sight.text, time.end) is not None
    )


def led(time: Span, sight: Sight) -> bool:
    """Tell whether a time stands in brackets before the figure: "(2022: a loss of $9 billion)"."""
    colon = sight.text.startswith(": ", time.end) and sight.text.endswith("(", 0, time.start)
    return colon and _TO_VALUE.fullmatch(sight.text, time.end, sight.figure.span.start) is not None


def at_end_of_range(sight: Sight, times: Sequence[Timex]) -> Dated | None:
    """Return the year in which a stretch began or ended for what rose from or to: "from 1 to 2 from 2020 to 2023"."""
    ranges = [time for time in times if time.period and _YEARS.fullmatch(time.period.code)]
    named = len(ranges) == len(times) == 1 and sight.text[ranges[0].span.end - 1].isdecimal()
    if not named or ranges[0].period is None:
        return None
    first, last = ranges[0].period.code.split("/")
    figure = sight.figure
    if figure.role == "from":
        return Dated(Period(first), "end-of-range", ranges[0].span, seen=True)
    start, text = figure.span.start, sight.text
    risen = any(one.role == "from" and _UP_TO.fullmatch(text, one.span.end, start) for one in sight.others)
    return Dated(Period(last), "end-of-range", ranges[0].span, seen=True) if risen else None


def of_clause(times: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the time that opens the clause of the figure: "sold 9 million until July, and in July alone 2 million"."""
    first, start = sight.sentence.start, sight.figure.span.start
    before = (time for time in reversed(times) if time.span.end <= start)
    opening = (
        time
        for time in before
        if _OPENS_CLAUSE.search(sight.text, max(first, time.span.start - _NEAR), time.span.start)
    )
    last = next(opening, None)
    return None if last is None or any(last.span.end <= one.span.start < start for one in sight.others) else last


def of_conjunct(times: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the time behind a figure that is joined to what those before are of: "Q1 sales and a $9 hit in 2026"."""
    start, end, text = sight.figure.span.start, sight.figure.span.end, sight.text
    before = [time for time in times if time.span.end <= start]
    behind = [time for time in times if time.span.start >= end and not _PARTS.search(text, end, time.span.start)]
    if not before or len(behind) != 1 or any(end <= one.span.start < behind[0].span.start for one in sight.others):
        return None
    joined = all(_JOINS.search(text, time.span.end, start) for time in before)
    return behind[0] if joined else None


def of_infinitive(times: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the time of what is to be done where one before dates the decision: "agreed in May to cut 9% by 2030"."""
    start, end = sight.figure.span.start, sight.figure.span.end
    decided = [time for time in times if time.span.end <= start and _TO_DO.match(sight.text, time.span.end, start)]
    behind = [time for time in times if time.span.start >= end]
    return behind[0] if decided and len(decided) + len(behind) == len(times) and behind else None


def of_part(year: Timex, times: Sequence[Timex], sight: Sight) -> Timex | None:
    """Return the part of a year behind the figure that names what is measured: "Q4 revenue of $9 billion for 2024"."""
    start, end = sight.figure.span.start, sight.figure.span.end
    if year.period is None or year.span.start < end:
        return None
    before = (time for time in times if time.span.end <= start and "," not in sight.text[time.span.end : start])
    before = (time for time in before if not _JOINS.search(sight.text, time.span.end, start))
    named = next((time for time in before if _NAMES_PART.fullmatch(time.span.of(sight.read.fold))), None)
    return named if named and named.period and is_part(named.period.code, year.period.code) else None

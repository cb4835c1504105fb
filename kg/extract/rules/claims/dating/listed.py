"""The period of figures listed line by line under a line that names it: that of the list's heading or first entry.

"Third-quarter results:", "- Revenue of $4 billion, up 9%", "- Operating margin of 21%".
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import Told
from kg.extract.rules.temporal.dates import end_of_quarter
from kg.model import Entity, Span

_MARK = re.compile(r"[ \t]*[-*•–—·▪‣][ \t]+")


def in_list(case: Case, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the period of the list of results that the figure stands in, told by its heading or the entries before."""
    text = read.text
    line = text.rfind("\n", 0, case.figure.span.start) + 1
    if not line or "true" not in case.facts.get("perPeriod", ()) or not _MARK.match(text, line):
        return None
    top = _top(line, text)
    for one in reversed(told):
        if one.figure.span.start < top:
            break
        stands = one.period and _is_stretch(one.period.code)
        if stands and (one.subject == who or None in (one.subject, who)):
            return Dated(one.period, "listed", one.figure.span)
    return _of_heading(top, read)


def _top(line: int, text: str) -> int:
    """Return where the list begins whose entry stands in the line that begins at `line`."""
    top = end = line
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        if _MARK.match(text, start):
            top = start
        elif text[start:end].strip():
            break
        end = start
    return top


def _of_heading(top: int, read: Annotated) -> Dated | None:
    """Return the one reporting period that the line above a list names."""
    text = read.text
    end = len(text[:top].rstrip())
    start = text.rfind("\n", 0, end) + 1
    times = [time for time in read.within(read.timexes, Span(start, end)) if time.period]
    named = [time for time in times if time.period and _is_stretch(time.period.code)]
    one = len({time.period for time in named}) == 1
    return Dated(named[0].period, "listed", named[0].span) if one else None


def _is_stretch(code: str) -> bool:
    """Tell whether results are told for a period: a quarter, half or fiscal year, no month or day."""
    return end_of_quarter(code) is not None or code.startswith("FY")

"""What expressions of time are resolved against, and the year that a part of one names."""

import re
from dataclasses import dataclass

from kg.extract.rules.temporal.dates import Day
from kg.extract.rules.temporal.timewords import shifts

STEPS = {"previous": -1, "following": 1, "same": 0}
"""Shifts that count from what was named last, not from the report."""
RECENT = 400
"""Characters behind which what was named last is forgotten."""
_CENTURY = 2000
MONTHS = 12
RESULTS = 4
"""Months of a year in which results of the year before are still reported."""
_OF = re.compile(r"^(?:of|in) (?:the (?=[0-9]))?")
OF_THE_YEAR = re.compile(r"of (?:the|that) year")


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a company's fiscal year ends, and how far the calendar year of its end may lie behind its number.

    "Fiscal 2026" that ends in January 2026 has the offset 0, "fiscal 2025" that ends then the offset 1; where usage is
    divided both are possible.
    """

    month: int
    offsets: tuple[int, ...] = (0, 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is resolved against: the report's date, what was named last and the end of the fiscal year.

    `lost` tells that what was named last is a part of a year and nobody knows of which; `ahead` that it is a year to
    come, of which "the first half of the year" is no part; `running`, with a report of which only the year is known,
    that it tells results of this very year, and with its month that this is the first in which it can have told them.
    `calendar` is that of the company that the expression is said of; `numbered` is the number by which a quarter was
    called last, and its code; `aside` is the year of an old time named since, which only "that year" stands for;
    `undated` is the number of the quarter that is `lost`.
    """

    report: Day | None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    at: int = -RECENT
    code: str | None = None
    fiscal: tuple[int, int] | None = None
    lost: bool = False
    ahead: bool = False
    running: bool = False
    calendar: Calendar | None = None
    numbered: tuple[int, str] | None = None
    aside: int | None = None
    undated: int | None = None

    @property
    def now(self) -> int | None:
        """The month of the report counted through, None where that is not known."""
        return self.report.year * MONTHS + self.report.month - 1 if self.report and self.report.month else None


def year_of(printed: str | None, scene: Scene) -> int | None:
    """Return the year that "2024", "'24" or "last year" stands for."""
    words = spaced(printed or "").strip(" ,'’")
    words = _OF.sub("", words)
    if not words:
        return None
    if words.isdecimal():
        return int(words) if len(words) > 2 else _CENTURY + int(words)  # noqa: PLR2004 - "24" is 2024
    shift = shifts().get(words.rsplit(maxsplit=1)[0])
    if scene.aside is not None and words == "that year":
        return scene.aside
    if shift in {"previous", "following", "same"}:
        return None if scene.year is None else scene.year + STEPS[shift]
    return scene.report.year + int(shift) if shift and scene.report else None


def year_of_part(printed: str | None, scene: Scene) -> int | None:
    """Return the year of a part: "of the year" is the report's, or the one named last where the report's is young."""
    if printed is None or not OF_THE_YEAR.search(printed):
        return year_of(printed, scene)
    report = scene.report
    if scene.lost or (scene.ahead and report is None):
        return None
    if scene.year is not None and not scene.ahead:
        return scene.year
    return report.year if report and report.month and report.month > RESULTS else None


def spaced(printed: str) -> str:
    """Return words in lower case with one space between them."""
    return re.sub(r"\s+", " ", printed.lower())

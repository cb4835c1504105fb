"""Fiscal years, as far as words give their end."""

import re

from kg.extract.rules.temporal import dates
from kg.extract.rules.temporal.scene import MONTHS, STEPS, Scene, spaced, year_of
from kg.extract.rules.temporal.timewords import months, shifts
from kg.extract.rules.text.constructions import Construction

_ENDING = Construction(r"\b{period-ending}\b")


def named(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that a number names, with the month it ends in where that is told behind it."""
    year = year_of(match["fiscal_year"] or match["fiscal_year2"] or match["fiscal_year3"], scene)
    if year is None:
        return None
    month = match["fiscal_month"]
    return f"FY{dates.month_code(year, months()[month])}" if month else f"FY{year}"


def ending(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the year that ends in a month: a calendar year where that is December and nothing calls it fiscal."""
    month = months()[match["fend_month"] or match["fend_month2"]]
    ahead = bool(match["fend_next"])
    ahead = ahead or _ENDING.search(match[0]) is not None
    year = year_of(match["fend_year"], scene) or dates.year_of_month(month, None, scene.report, ahead=ahead)
    if year is None or (month == MONTHS and not match["fend_fiscal"]):
        return None if year is None else str(year)
    return f"FY{dates.month_code(year, month)}"


def starting(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that "began this month" or "started in April": it ends eleven months later."""
    report = scene.report
    if match["fstart_shift"]:
        shift = shifts()[match["fstart_shift"].lower()]
        return (
            f"FY{dates.shifted_month(report.year, report.month, int(shift) + 11)}" if report and report.month else None
        )
    month = months()[match["fstart_month"]]
    year = year_of(match["fstart_year"], scene) or dates.year_of_month(month, None, report, ahead=False)
    return None if year is None else f"FY{dates.shifted_month(year, month, 11)}"


def over(_match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that has just ended."""
    return _running_fiscal(scene, -1)


def relative(match: re.Match[str], scene: Scene, _text: str) -> str | None:
    """Return the fiscal year that is so many from the running one."""
    shift = shifts().get(spaced(match["fshift_word"] or ""))
    return _running_fiscal(scene, int(shift)) if shift and shift not in STEPS else None


def _running_fiscal(scene: Scene, by: int) -> str | None:
    """Return the fiscal year `by` years from the running one, None while no words have given its end."""
    return f"FY{dates.month_code(scene.fiscal[0] + by, scene.fiscal[1])}" if scene.fiscal else None

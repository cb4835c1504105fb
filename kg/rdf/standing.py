"""How long a figure holds: plans, outlooks and estimates until they are revised, a running total for its day.

Two figures of one question that were told at different times need not contradict each other: a later plan replaces an
earlier one, and what has come about of a year in May is not what has by August.
"""

from datetime import date

from kg.rdf.periods import bounds

REVISED = 45
"""Days after which another plan, outlook or estimate is taken for a later one: half a quarter."""
_SAME_DAY = 1
"""Days between tellings of one running total: news goes around the world in a night."""
_FULL = len("2025-01-21")


def days_apart(one: str | None, other: str | None) -> int | None:
    """Return the days from `one` to `other`; None unless both are whole dates."""
    if one is None or other is None or len(one) != _FULL or len(other) != _FULL:
        return None
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def replaced(mode: str, period: str | None, one: str | None, other: str | None) -> bool:
    """Tell whether a figure in this mode (its code) for this period may hold first told on one day, not on the other.

    Of what is not known, when it was told or when its period ends, nothing is assumed.
    """
    apart = days_apart(one, other)
    if apart is None:
        return False
    if mode != "actual":
        return abs(apart) > REVISED
    return abs(apart) > _SAME_DAY and _running(period, min(one or "", other or ""))


def _running(period: str | None, day: str) -> bool:
    """Tell whether a period that has an end had not ended on a day."""
    last = bounds(period)[1] if period else None
    return last is not None and day[: len(last)] <= last and (len(last) < _FULL or day < last)

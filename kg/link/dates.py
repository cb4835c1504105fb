"""Partial dates as news gives them: how far apart, and which came first, as far as both tell."""

from collections.abc import Iterable

from kg.rdf.standing import days_apart

LATE = "9999"
"""Stands for an unknown date: behind all known ones."""
BACK = 45
"""Days an undated citation ("the newspaper reported") may reach back from the article that makes it."""
WITHIN = 2
"""Days between the day a citation names and the date on the report: time zones, night and print editions."""


def not_after(one: str | None, other: str | None) -> bool:
    """Tell whether `one` can be no later than `other`: partial dates compare as far as both go, unknown ones fit."""
    if one is None or other is None:
        return True
    length = min(len(one), len(other))
    return one[:length] <= other[:length]


def agree(one: str | None, other: str | None, within: int) -> bool:
    """Tell whether two dates are at most `within` days apart; partial ones must agree as far as both go."""
    apart = days_apart(one, other)
    if apart is not None:
        return abs(apart) <= within
    return not_after(one, other) and not_after(other, one)


def in_time(said: str | None, dates: Iterable[str | None], day: str | None) -> bool:
    """Tell whether a report of a day can be one cited with a date, or without one in articles of these dates."""
    if said is not None:
        return agree(said, day, WITHIN)
    apart = ((citing, days_apart(day, citing)) for citing in dates)
    return any(not_after(day, citing) and (days is None or days <= BACK) for citing, days in apart)

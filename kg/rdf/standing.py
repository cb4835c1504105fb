"""Which figures can be held against each other, and how long they hold.

What is left open ("some part", a growth rate of anything) answers no question that another figure answers as well. And
two figures of one question that were told at different times need not contradict each other: a later plan replaces an
earlier one, and what has come about of a year in May is not what has by August.
"""

from datetime import date
from functools import cache

from kg import vocab
from kg.lexicon import codes
from kg.rdf.periods import bounds

REVISED = 45
"""Days after which another plan, outlook or estimate is taken for a later one: half a quarter."""
_SAME_DAY = 1
"""Days between tellings of one running total: news goes around the world in a night."""
_FULL = len("2025-01-21")
_OTHER, _SOME_PART = vocab.CODES + "other", vocab.CODES + "scope-part"


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


def left_open(measure: str, measure_text: str | None, scope: str | None, whole: str | None) -> str | None:
    """Return in words why a claim's question (IRIs) is not known to be another's that looks the same; None if it is."""
    if (measure == _OTHER and measure_text is None) or measure in _of_anything():
        return "what they measure is not known to be the same"
    if scope == _SOME_PART:
        return "parts of the subject that are not known to be the same"
    return "steps between levels, no levels" if measure == whole else None


@cache
def _of_anything() -> frozenset[str]:
    """Return the measures (IRIs) that do not say of what they are, such as a growth rate."""
    listed = codes.scheme("measures").values()
    return frozenset(one.iri for one in listed if "true" in one.facts.get("ofAnything", ()))


def _running(period: str | None, day: str) -> bool:
    """Tell whether a period that has an end had not ended on a day."""
    last = bounds(period)[1] if period else None
    return last is not None and day[: len(last)] <= last and (len(last) < _FULL or day < last)

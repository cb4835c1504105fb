"""Figures and times that are listed in one order: "$35 billion and $50 billion in 2025 and 2026 respectively"."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.text.constructions import Construction
from kg.model import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Listed = TypeVar("Listed", bound=_Spanned)

_JOINT = re.compile(r",?\s(?:and|then)\s(?:another\s|(?:in\s)?the\s)?|,\s")
_LEADS = Construction(r"(?:\s[a-z-]+){0,2}\s(?:in|for|during|over)\s(?:the\s(?:{time-nouns:reporting}s?\s)?)?")
_TWO = 2


def respective(figure: Figure, figures: Sequence[Figure], times: Sequence[Timex], text: str) -> Timex | None:
    """Return the time that has the place in its list that `figure` has in its own, None where no such lists stand."""
    listed = _run(figure, figures, text)
    if len(listed) < _TWO:
        return None
    first = next((time for time in times if _LEADS.fullmatch(text, listed[-1].span.end, time.span.start)), None)
    if first is None:
        return None
    told = _run(first, times, text)
    return told[listed.index(figure)] if told[0] is first and len(told) == len(listed) else None


def _run(one: Listed, among: Sequence[Listed], text: str) -> list[Listed]:
    """Return the list that `one` stands in, with nothing but commas and "and" between its members."""
    run = [one]
    for other in among:
        if _JOINT.fullmatch(text, run[-1].span.end, other.span.start):
            run.append(other)
    for other in reversed(among):
        if _JOINT.fullmatch(text, other.span.end, run[0].span.start):
            run.insert(0, other)
    return run

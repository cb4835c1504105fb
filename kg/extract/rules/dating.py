"""The period of a figure, chosen among the time expressions of its sentence, else taken over from what it refers to.

Left aside are times that date something else: when the report was made ("said in June"), what the figure is compared
with ("up from last year"), another action joined to the figure's own, and single days, which date an event and hardly
ever a figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Reported, Timex
from kg.extract.rules.clauses import Breaks, nearness
from kg.model import Period, Span

_BESIDE = 0.7
"""The nearness at which a time stands beside an older value."""
_DAY = len("2025-01-31")
_COMPARED = re.compile(
    r"\b(?:from|than|compared (?:with|to)|versus|over|against|since|that of|level of)\s+(?:\w+\s+)?(?:the\s+)?\Z"
)
_SAME = re.compile(r"\b(?:(?:the|that) same|that) (?:year|quarter|month|period|time span)\b")
_JOINED = re.compile(
    r",?\s+and\s+(?!the\b|a\b|an\b|its\b|another\b|about\b|over\b|around\b|some\b|nearly\b|more\b)(?=[a-z]{3})"
)
_OPENED = re.compile(
    r"(?:Although|Though|While|Whereas|After|When|Since|Because|If|Having|Despite|Once|Before|Unlike)\s[^,.;]*,"
)
_EARLIER_VIEW = re.compile(
    r"\b(?:earlier|previous|prior|initial|original|former|old)\s+(?:\w+\s+)?(?:estimate|forecast|outlook|guidance|target|plan|range|projection)"
)
_AFTER_CUE = 18
"""How far (characters) behind the words of reporting a time may stand that dates the reporting."""
_OPENING = 25
"""A time within so many characters from the start of the sentence holds for all of it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The period chosen, the rule and the words; `seen` tells that the sentence has a time that may be the figure's."""

    period: Period | None
    rule: str
    span: Span | None = None
    seen: bool = False


def dated(  # noqa: PLR0913 - days and last are options
    figure: Figure, sentence: Span, read: Annotated, around: Breaks, *, days: bool, last: Period | None
) -> Dated:
    """Return the period that the figure's own sentence gives; `last` is what "the same period" stands for."""
    acts = [act for act in read.reported if sentence.overlaps(act.cue)]
    times = [
        time for time in read.within(read.timexes, sentence) if _may_date(time, figure, acts, read.text, days=days)
    ]
    others = read.within(read.figures, sentence)
    if figure.role == "from":
        times = [
            time
            for time in times
            if nearness(figure.span, time.span, around, others) > _BESIDE and time.span.start > figure.span.end
        ]
    elsewhere = [time for time in times if _of_other_action(time, figure, sentence, read.text)]
    times = [time for time in times if time not in elsewhere]
    if not times and not elsewhere and (same := _SAME.search(read.text, sentence.start, sentence.end)):
        return Dated(last, "same-period", Span(*same.span()), seen=last is not None)
    if not times:
        return Dated(None, "other-action" if elsewhere else "no-time", seen=bool(elsewhere))
    best = min(times, key=lambda time: (-_near(time, figure, sentence, around, others), time.span))
    if best.period is None:
        return Dated(None, "unresolved-period", best.span, seen=True)
    return Dated(best.period, "time-in-sentence", best.span, seen=True)


def earlier_view(figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether the figure is an earlier forecast of the same thing ("up from a previous estimate of")."""
    return bool(_EARLIER_VIEW.search(text, max(sentence.start, figure.span.start - 60), figure.span.start))


def _near(time: Timex, figure: Figure, sentence: Span, around: Breaks, others: Sequence[Figure]) -> float:
    near = nearness(figure.span, time.span, around, others)
    opens = time.span.start - sentence.start <= _OPENING
    return max(near, 0.5) if opens else near


def _may_date(time: Timex, figure: Figure, acts: Sequence[Reported], text: str, *, days: bool) -> bool:
    if time.span.overlaps(figure.span):
        return False
    if (
        time.period is not None
        and len(time.period.code.removeprefix("by-")) == _DAY
        and "/" not in time.period.code
        and not days
    ):
        return False
    ranged = time.period is not None and "/" in time.period.code
    if _COMPARED.search(text, max(0, time.span.start - 25), time.span.start) and figure.role != "from" and not ranged:
        return False
    if figure.quantity.unit == "ratio" and time.span.start > figure.span.end:
        return False
    return not any(_dates_reporting(time.span, figure.span, act) for act in acts)


def _of_other_action(time: Timex, figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether `time` dates an action joined before the figure's, or a clause that opens the sentence."""
    if time.span.end > figure.span.start:
        return False
    if _JOINED.match(text, time.span.end, figure.span.start):
        return True
    opening = _OPENED.match(text, sentence.start, figure.span.start)
    return opening is not None and time.span.end <= opening.end()


def _dates_reporting(time: Span, figure: Span, act: Reported) -> bool:
    """Tell whether `time` says when `act` took place: it stands outside what is said, or right behind the cue."""
    spoken = any(span.covers(figure) for span in act.content)
    if spoken and not any(span.overlaps(time) for span in act.content):
        return True
    heads = [act.cue, *([act.source] if act.source else [])]
    return any(0 <= time.start - head.end <= _AFTER_CUE for head in heads) and not any(
        span.covers(figure) and span.overlaps(time) for span in act.content
    )

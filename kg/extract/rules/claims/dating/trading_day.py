"""The day on which a price moved, where that is told as trading goes on: "fell 4% in early trading".

It is the day that the text is of. So are the moves told beside it and in the next sentence that have no time of their
own: "Acme rose 4% at midday, while Borealis fell 2%".
"""

from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.temporal.dates import is_day
from kg.extract.rules.text.constructions import Construction
from kg.model import Period, Span

_RULE = "trading-day"
_GOES_ON = Construction(r"(?:,?\s(?!{breaks:none}\b)[^\s,;]+){0,7}?\s(?:(?:in|at|by|during)\s)?{trading-hours}\b")
_HOURS = Construction(r"\b{trading-hours}\b")
_REACH = 1


def in_trading(case: Case, story: Story) -> Dated | None:
    """Return the report's day for the move of a price in its trading hours, or beside one that is of that day."""
    as_of = story.read.document.as_of
    if "dayPeriod" not in case.facts or as_of is None or not is_day(as_of) or case.figure.role == "from":
        return None
    found = _GOES_ON.match(story.read.text, case.figure.span.end, case.sentence.end)
    if found:
        return Dated(Period(as_of), _RULE, Span(*found.span()))
    last = story.told[-1] if story.told else None
    if last is None or case.index - last.sentence > _REACH or "dayPeriod" not in facts(last.reading.measure):
        return None
    told = story.read.sentences[last.sentence].span
    traded = _HOURS.search(story.read.text, told.start, told.end) is not None
    beside = traded and last.period is not None and last.period.code == as_of and last.mode == "actual"
    return Dated(last.period, _RULE, last.figure.span) if beside else None

"""The period of a plan or forecast from the one before that it goes on with, or from a headline that tells of a year.

"Acme will spend $4 billion on plants in 2027. It will also spend $1 billion on cables."
"""

import re

from kg.extract.rules.claims.dating import older_side
from kg.extract.rules.claims.dating.results import compares, only_held
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import FORESEEN, STILL_AHEAD, Told, goes_on
from kg.extract.rules.measures.terms import OTHER, facts
from kg.model import Entity

_GUIDANCE = "guidance"
_YEAR = re.compile(r"(?:by-)?20[0-9]{2}")
_GUIDED_REACH = 2
_HEADLINES = 4
"""Sentences from a headline within which what it announces is told."""
MONTH_OR_DAY = re.compile(r"(?:by-)?[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
"""What plans are hardly made for, but dates what is done at once or said."""
_POINTS_BACK = re.compile(r"(?:That|This|It|These|Those|They)\b")
_PLAN_REACH = 4
"""How many sentences the time of a plan is gone on with."""
_RATIO_REACH = 1
"""How many sentences back a multiple takes its period from."""


def guided_on(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the forecast right before, which a further one of the same company goes on with.

    "It expects sales of $4 billion in the second quarter. It also forecast a margin of 20%." So does what others
    foresee of the same measure: "plans to make 600,000 next year. Output could reach 900,000".
    """
    if how not in FORESEEN or who is None or "true" not in case.facts.get("perPeriod", ()):
        return None
    for one in reversed(story.told):
        if case.index - one.sentence > _GUIDED_REACH or one.subject != who:
            return None
        same = one.mode in STILL_AHEAD and one.reading.measure == case.code
        if one.period and (same or how == one.mode == _GUIDANCE):
            return Dated(one.period, "guided-on", one.figure.span)
    return None


def going_on(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the plan of the same subject that a plan or a ratio goes on about."""
    figure = case.figure
    multiple = figure.quantity.unit == "ratio"
    relative = multiple or (figure.quantity.unit == "percent" and compares(case.index, story.read))
    unknown = case.code == OTHER and figure.quantity.unit != "percent"
    if not relative and (how != "planned" or unknown):
        return None
    if figure.role == "from" or "true" in case.facts.get("state", ()):
        return None
    back = multiple and _POINTS_BACK.match(story.read.text, case.sentence.start) is not None
    pointed = relative and not multiple
    for one in reversed(story.told):
        if only_held(one.figure, story.read.text):
            continue
        if case.index - one.sentence > (_RATIO_REACH if multiple or how != "planned" else _PLAN_REACH):
            return None
        lasts = one.period and (back or not MONTH_OR_DAY.fullmatch(one.period.code))
        span = story.read.sentences[one.sentence].span
        older = older_side.stands_on(one.figure, story.read.within(story.read.figures, span), span, story.read.text)
        current = not older and (relative or (one.mode == "planned" and _is_of_plan(case, one)))
        if current and lasts and (one.subject == who or (who is None and pointed)):
            return Dated(one.period, "discourse", one.figure.span)
    return None


def _is_of_plan(case: Case, plan: Told) -> bool:
    """Tell whether the figure can be the plan or a part of it, or is one more of what is planned, not done at once."""
    code, planned = case.code, plan.reading.measure
    return goes_on(code, planned) or "announcedMode" in case.facts.keys() & facts(planned).keys()


def announced(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the year of which the headline or the sentence before tells, without a figure, what is to come.

    "Acme set out its plans for 2025. It will spend $12 billion." A year that is over by the report's date is none of a
    plan.
    """
    read = story.read
    ahead = how == "planned" or (how == _GUIDANCE and "true" in case.facts.get("perPeriod", ()))
    plan = ahead and case.figure.role != "from" and "true" not in case.facts.get("state", ())
    if not plan or who is None or read.document.as_of is None:
        return None
    before = [index for index in range(max(0, case.index - _HEADLINES), case.index) if read.sentences[index].headline]
    for index in (*([case.index - 1] if case.index else []), *reversed(before)):
        span = read.sentences[index].span
        times = [time for time in read.within(read.timexes, span) if time.period and _YEAR.fullmatch(time.period.code)]
        told_of = any(name.entity == who for name in read.within(read.names, span))
        ahead = bool(times) and times[0].period is not None and times[0].period.code[-4:] >= read.document.as_of[:4]
        if told_of and ahead and len({time.period for time in times}) == 1 and not read.within(read.figures, span):
            return Dated(times[0].period, "announced", times[0].span)
    return None

"""The period of one figure: the sentence's own, that of the amount it goes with, or the one the text is about."""

import re
from collections.abc import Sequence

from kg.extract.rules.claims.dating import Dated, Sight, dated, earlier_view
from kg.extract.rules.claims.results import named_before, running_period
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told
from kg.extract.rules.measures.reading import OTHER_NOUN
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity

_ACTUAL = "actual"
_HEADLINES = 4
"""Sentences from a headline within which what it announces is told."""
_OF_COMPANY = frozenset({"actual", "guidance"})
_FORESEEN = frozenset({"estimated", "guidance"})
_EXPECTED = Construction(
    r"\b(?:had|were|was|been)\s(?:[a-z]+\s){0,2}{forecasts:verb|estimating}\b"
    r"|\b{notions:watcher}\b[^.;]{0,40}?\s(?=[a-z]+ed\s){forecasts:verb}\s"
    r"|\b(?:above|below|ahead\sof|short\sof|{surpassing|outstripping|comparison})\s(?:[\w’'-]+\s){0,4}{expectation}\b"
)
_OTHERS_EXPECT = Construction(r"\b{foreseers}\b[^.;]{0,60}\b{forecasts:verb}\b", re.IGNORECASE)
_EXPECTED_REACH = 2
"""How many sentences a result may stand before what had been expected of it."""
_YEAR = re.compile(r"(?:by-)?20[0-9]{2}")
_HELD = Construction(r"\b{outstripping}\sthe\s(?:[\w’'-]+\s){0,3}\Z")
"""What makes an amount one that a plan is only held against: "would exceed the $2 billion it spends this year"."""
_HELD_REACH = 40
_RATIO_REACH = 1
"""How many sentences back a multiple takes its period from."""


def period_of(case: Case, story: Story, who: Entity | None, how: str) -> Dated:
    """Return the period of the figure, or why there is none, and what it rests on; `how` is the figure's mode."""
    figure, told = case.figure, story.told
    days = "true" in case.facts.get("dayPeriod", ())
    last = told[-1].period if told else None
    found = dated(_sight(case, story), days=days, last=last, state="true" in case.facts.get("state", ()))
    if found.seen:
        return found
    earlier = case.carried.earlier
    if earlier and earlier.period and earlier.subject == who and same_time(case, story.read.text):
        return Dated(earlier.period, case.carried.reading.rule, earlier.figure.span)
    if earlier_view(figure, case.sentence, story.read.text) and (newer := _newer(case, who, told)):
        return Dated(newer.period, "forecast-of", newer.figure.span)
    told_of_period = "true" in case.facts.get("perPeriod", ()) or case.own.rule == OTHER_NOUN
    reported = how == _ACTUAL and told_of_period and figure.role != "from"
    if reported and (running := running_period(case.index, who, story.told, story.read)):
        return running
    return (
        named_before(figure, case.sentence, case.index, told, story.read.text)
        or _had_expected(case, who, how, story)
        or _going_on(case, who, how, story)
        or _announced(case, who, how, story)
        or found
    )


def _had_expected(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the result, or of the company's own forecast, that others had foreseen differently.

    "Acme's revenue was $4 billion in the second quarter. Analysts had expected $5 billion."
    """
    start = case.figure.span.start
    text, first = story.read.text, case.sentence.start
    if how not in _FORESEEN or not (_EXPECTED.search(text, first, start) or _OTHERS_EXPECT.search(text, first, start)):
        return None
    told = [one for one in story.told if one.figure.role != "from"]
    for one in reversed(told):
        if case.index - one.sentence > _EXPECTED_REACH or (one.sentence != told[-1].sentence):
            return None
        if one.mode != _ACTUAL and one.reading.measure != case.code:
            return None
        same = one.reading.measure == case.code and one.figure.quantity.unit == case.figure.quantity.unit
        if same and one.subject == who and one.mode in _OF_COMPANY and one.figure.role != "from":
            return Dated(one.period, "expected-before", one.figure.span) if one.period else None
    return None


def _going_on(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the plan of the same subject that a plan or a ratio goes on about."""
    figure = case.figure
    relative = figure.quantity.unit == "ratio"
    lasting = "true" in case.facts.get("state", ())
    if (how == "planned" or relative) and figure.role != "from" and not lasting:
        for one in reversed(story.told):
            start = one.figure.span.start
            if _HELD.search(story.read.text, max(0, start - _HELD_REACH), start):
                continue
            if relative and case.index - one.sentence > _RATIO_REACH:
                break
            current = one.mode == "planned" and one.figure.role != "from"
            if (current or relative) and one.subject == who and one.period:
                return Dated(one.period, "discourse", one.figure.span)
    return None


def _announced(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the year of which the headline or the sentence before tells, without a figure, what is planned.

    "Acme set out its plans for 2025. It will spend $12 billion." A year that is over by the report's date is none of a
    plan.
    """
    read = story.read
    plan = how == "planned" and case.figure.role != "from" and "true" not in case.facts.get("state", ())
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


def _newer(case: Case, who: Entity | None, told: Sequence[Told]) -> Told | None:
    """Return the dated figure of the same sentence that takes the place of an earlier view of the same thing."""
    alike = (one for one in reversed(told) if one.reading.measure == case.code and one.subject == who)
    return next((one for one in alike if one.sentence == case.index and one.period), None)


def _sight(case: Case, story: Story) -> Sight:
    others = story.read.within(story.read.figures, case.sentence)
    acts = tuple(act for act in story.read.acts_at(case.index) if case.sentence.overlaps(act.cue))
    return Sight(case.figure, case.sentence, story.read, story.around, others, acts)


def same_time(case: Case, text: str) -> bool:
    """Tell whether the figure is of the same time as the earlier one that it goes with."""
    if case.figure.role == "from":
        return earlier_view(case.figure, case.sentence, text)
    return case.carried.whole or case.carried.reading.rule in ("named-again", "forecast-of")

"""The mode of one figure: what its measure, its words, an earlier amount or the plan that is gone on about tell."""

import re
from collections.abc import Sequence

from kg.extract.rules.claims import followed
from kg.extract.rules.claims.foretelling import foretold
from kg.extract.rules.claims.modes import FORETOLD, announced, mode, supposed
from kg.extract.rules.claims.reach import contrasted
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.times import same_time
from kg.extract.rules.claims.told import Told
from kg.extract.rules.measures.terms import OTHER, ancestors, facts, whole_of
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

ACTUAL = "actual"
_PLAN_REACH = 4
"""How many sentences a plan is gone on about."""
_BY_OLDER = 25
"""Characters behind an older value within which a word tells its mode."""
_COMPARED = Construction(r"\b(?:{comparison}|against|{outstripping}\sthe)\s(?:[\w’'-]+\s){0,5}\Z")
_COMPARED_REACH = 60
_LAST = Construction(
    r"\b(?:last|{former})\s{time-nouns:reporting}['’]s\s(?:(?!{outlook|expectation})[\w-]+\s){0,5}(?:of\s)?\Z"
)
_AT_PRESENT = Construction(r"\b{time-adverbs:present}\b")
_POSSESSED = re.compile(r"(?:['’]s?|\b(?:its|their|our))\s\Z")
_OWNER_REACH = 8
_TO_DO = re.compile(r"\s(to\s(?!(?:be|have)\b)[a-z]{2,})\s")
_NEXT_CLAUSE = re.compile(r"[;:.]|,\s(?:and|but|as|while|after)\b|\s(?:as|after|while|when|amid)\s")


def mode_of(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode.

    That is the measure's own, the earlier one's for an amount named again, what the sentence's words or its last figure
    tell, or that of the plan of the same subject that the text is going on about.
    """
    earlier, figure = case.carried.earlier, case.figure
    if usual := case.facts.get("usualMode"):
        return usual[0], case.carried.reading.span
    again = case.carried.reading.rule == "named-again"
    if earlier and (again or (figure.role == "from" and same_time(case, story.read.text))):
        return earlier.mode, earlier.figure.span
    how, span = (ACTUAL, figure.span) if _of_last(case, story.read.text) else _worded(case, who, story)
    older = figure.role == "from" and earlier is not None
    if older and earlier and (span is None or not _of_older(span, earlier.figure.span, figure.span)):
        return ACTUAL, None
    return (how, span) if span else (_unsaid(case, who, story) or (how, span))


def _unsaid(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of a figure that no words tell.

    That is a plan in a headline's infinitive, its whole's ("$9 billion, including $2 billion"), its measure's, that of
    a clause of condition, or what the text goes on with.
    """
    if case.headline and (plan := _to_do(case, story)):
        return "planned", plan
    whole = case.carried.total
    if whole and whole.sentence == case.index:
        return whole.mode, whole.figure.span
    if implied := case.facts.get("impliedMode"):
        return implied[0], case.carried.reading.span
    if condition := supposed(case.figure, case.sentence, story.read.text):
        return "estimated", condition
    return _went_on(case, who, story)


def _to_do(case: Case, story: Story) -> Span | None:
    """Return the infinitive by which a headline tells what somebody will do: "Acme to hike prices by 9%"."""
    text, start = story.read.text, case.figure.span.start
    for name in story.read.within(story.read.names, case.sentence):
        found = _TO_DO.match(text, name.span.end, start) if name.span.end < start else None
        if found and not _NEXT_CLAUSE.search(text, found.end(), start):
            return Span(found.start(1), found.end(1))
    return None


def _worded(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode that the sentence's own words tell, with those words."""
    sources = [act.source for act in case.acts if act.source and not act.source.overlaps(case.figure.span)]
    said = Span(case.figure.span.start, case.sentence.end) if _presupposed(case, story.read.text) else case.sentence
    how, span = mode(case.figure, said, story.read, story.around, sources)
    if how == FORETOLD and span:
        return foretold(span, case.index, who, story.read), span
    if how == "planned" and span and followed.reckoned(case, span, who, story.read):
        return "estimated", span
    if how == "planned" and (forecast := followed.comes_to(case, story.told, story.read.text)):
        return forecast.mode, forecast.figure.span
    if how in ("planned", ACTUAL) and (anew := followed.set_anew(case, story.read.text)):
        return "guidance", anew
    later = case.facts.get("announcedMode") if how == ACTUAL else None
    word = announced(case.figure, case.sentence, story.read, span) if later else None
    return (later[0], word) if later and word else (how, span)


def _of_last(case: Case, text: str) -> bool:
    """Tell whether the figure is one of a time that is over: "more than last year's profit of $9 billion"."""
    start = case.figure.span.start
    last = _LAST.search(text, max(case.sentence.start, start - _COMPARED_REACH), start) is not None
    return last or followed.done_before(case, text)


def _presupposed(case: Case, text: str) -> bool:
    """Tell whether the figure is of a state that somebody has: no verb before makes "its 9 million users" a plan."""
    start = case.figure.span.start
    state = case.code == OTHER or "true" in case.facts.get("state", ())
    return state and _POSSESSED.search(text, max(0, start - _OWNER_REACH), start) is not None


def _went_on(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of the sentence's last figure, or of a plan, where the figure has no words of its own."""
    told, start = story.told, case.figure.span.start
    if _COMPARED.search(story.read.text, max(0, start - _COMPARED_REACH), start):
        return ACTUAL, None
    if (
        told
        and told[-1].sentence == case.index
        and not (told[-1].reading.measure != case.code and "true" in case.facts.get("state", ()))
        and not contrasted(told[-1].figure.span, case.figure.span, story.read.text)
    ):
        return told[-1].mode, told[-1].figure.span
    plan = _plan(case, who, told, story.read.text)
    return (plan.mode, plan.figure.span) if plan else None


def _of_older(cue: Span, newer: Span, older: Span) -> bool:
    """Tell whether a word stands by the older value itself: "up from the $4 billion expected"."""
    return newer.end <= cue.start and cue.end <= older.end + _BY_OLDER


def _plan(case: Case, who: Entity | None, told: Sequence[Told], text: str) -> Told | None:
    """Return the planned amount of the same subject, a few sentences before, that a figure without own mode goes on."""
    if case.figure.quantity.unit == "count" or "true" in case.facts.get("state", ()):
        return None
    if _AT_PRESENT.search(text, case.sentence.start, case.figure.span.start):
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PLAN_REACH:
            return None
        if one.subject == who and who is not None:
            return one if one.mode == "planned" and _goes_on(case, one) else None
    return None


def _goes_on(case: Case, plan: Told) -> bool:
    """Tell whether the figure can be the plan or a part of it: of its measure, of none that is told, or a share."""
    code, planned = case.code, plan.reading.measure
    part = any("perPeriod" not in facts(whole) for whole in whole_of(code))
    return part or code in (OTHER, planned) or code in ancestors(planned) or planned in ancestors(code)

"""The mode of one figure: what its measure, its words, an earlier amount or the plan that is gone on about tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.claims.dating.actions import AT_PRESENT
from kg.extract.rules.claims.dating.times import same_time
from kg.extract.rules.claims.dating.views import earlier_view
from kg.extract.rules.claims.modes import claimed, followed, priced
from kg.extract.rules.claims.modes.again import formerly, named_before, of_the_view, of_them, said_again
from kg.extract.rules.claims.modes.foretelling import GUIDANCE, foretold
from kg.extract.rules.claims.modes.futures import believed_of_itself, foreseen, on_course, possible, told_by_others
from kg.extract.rules.claims.modes.modes import FORETOLD, announced, mode, supposed, worded
from kg.extract.rules.claims.modes.surpassed import held_against
from kg.extract.rules.claims.reach import contrasted, reaches
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told, goes_on
from kg.extract.rules.claims.topics.speaking import sets_target
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

ACTUAL = "actual"
_SETTABLE = frozenset({ACTUAL, "planned", GUIDANCE})
_SHARE_PRICE, _GROWTH = "price-per-share", "growth-rate"
_PLAN_REACH = 4
"""How many sentences a plan is gone on about."""
_BY_OLDER = 25
"""Characters behind an older value within which a word tells its mode."""
_COMPARED = Construction(
    r"(?:\b(?:{comparison}|against|{outstripping}\sthe)\s(?:[\w’'-]+\s){0,5}|,\safter\s(?:an?\s)?(?:{bounds:about}\s)?)\Z"
)
_COMPARED_REACH = 60
_LAST = Construction(
    r"\b(?:last|{former})\s{time-nouns:reporting}['’]s\s(?:(?!{outlook|expectation})[\w-]+\s){0,5}(?:of\s)?\Z"
)
_POSSESSED = Construction(
    r"(?:['’]s?|\b(?:its|their|our))\s"
    r"(?:{had-now}\s|(?:(?!{outlook|expectation|plan|estimating}\b)[\w-]+\s){1,4}of\s)?\Z"
)
_HAS_NOW = Construction(
    r"\b(?:(?:its|their|our|the|[\w-]+['’]s?)\s{of-now}\s|{had-now}\s(?!{outlook|expectation|plan|estimating}\b)[a-z]+\sof\s)\Z"
)
_FORESEEN_BEHIND = Construction(r"(?:\s[\w-]+){0,3}?\s(?:{outlook|expectation|plan|undertaking}|{forecasts:noun})\b")
_OWNER_REACH = 48
_BESIDE = 12
"""Characters behind a figure that somebody has within which a word still tells its mode: "its 4 planned plants"."""
_MOVED_TO = re.compile(r"(?:\s[\w-]+){0,6}?,?\sto\s(?:\w+\s){0,3}?")
"""What leads from an older value to the one that it changes to: "from $4 billion over three years to more than"."""
_TO_DO = re.compile(r"\s(?:[a-z]+ly\s)?(to\s(?!(?:be|have)\b)[a-z]{2,})\s", re.IGNORECASE)
_IN_A_DEAL = Construction(r"\b(?:in|via|through)\s(?:an?|the)\s(?:[\w$€£.,-]+\s){0,4}?{dealings}\b[^,;.]*\Z")
"""What tells how big a deal is of which the sentence tells before: "agreed to buy Acme, a bakery, in a deal worth"."""
_DEAL_REACH = 60
_FOR_A_STAKE = re.compile(
    r"(?:\s[\w-]+){0,2}?,?\sfor\s(?:an?\s)?(?:[a-z-]+\s){0,3}|(?:\s[\w’'&-]+){0,6}?,?\s(?:also\s)?at\s(?:an?\s)?(?:[a-z-]+\s){0,3}"
)
"""What leads from a sum to the stake or the valuation that it is paid for: "$4 billion for 9%", "at a valuation of"."""
_FACES = Construction(r"\b{facing-now}\s(?:an?\s)?(?:[a-z-]+\s){0,5}?(?:{bounds:*}\s)?\Z")
_FACES_REACH = 60
_OFFERED = Construction(r"(?:\san?\s[a-z]+)?\s(?:[a-z-]+\s){0,2}?{bid-noun}\b")
"""What makes a price one that somebody would pay: "a $4 billion takeover bid"."""
_MADE_GOOD = Construction(r"\b{deal-done}\s[^,;]*\Z")
_WITH_IT = re.compile(r",\s(?:with\s(?:[\w’'-]+\s){1,5}?)?[a-z]+ing\s[^,;]*\Z")
_INCLUDED = Construction(r",\sincluding\s(?:{grammar:focus|bounds:*}\s)*\Z")
_COUNTED_OR_ANOTHER = re.compile(r"[0-9]|\s(?:and|but|while|as|which|who)\s")
_PAYING = Construction(r",\s{paying-now}\s")
_LARGE = 1_000_000
_CLOSING = Construction(r"\b{closing-plants}(?:\sof)?(?:\s(?:its|the|their))?\s(?:{grammar:focus|bounds:*}\s)*\Z")
_DUE = Construction(r"(?:\s[a-z-]+){1,4},\s(?:(?:all|both|each)\s)?({scheduled}\s(?:to|for))\s")
_NEXT_CLAUSE = re.compile(r"[;:.]|,\s(?:and|but|as|while|after)\b|\s(?:as|after|while|when|amid)\s")


def mode_of(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode.

    That is the measure's own, the earlier one's for an amount named again, what the sentence's words or its last figure
    tell, or that of the plan of the same subject that the text is going on about.
    """
    earlier, figure = case.carried.earlier, case.figure
    if usual := case.facts.get("usualMode"):
        return usual[0], case.carried.reading.span
    if view := of_the_view(case, story.told, story.read.text) or formerly(case, story.told, story.read.text):
        return view.mode, view.figure.span
    again = case.carried.reading.rule == "named-again" and earlier is not None and earlier.subject in (who, None)
    if earlier and (again or (figure.role == "from" and same_time(case, story.read.text))):
        return earlier.mode, earlier.figure.span
    how, span = (ACTUAL, figure.span) if _of_last(case, story.read.text) else _worded(case, who, story)
    viewed = span is not None and span.overlaps(figure.span)
    older = figure.role == "from" and not viewed and not earlier_view(figure, case.sentence, story.read.text)
    if older and (span is None or not _of_older(span, earlier.figure.span if earlier else figure.span, figure.span)):
        return ACTUAL, None
    if span is None:
        return _moved(case, who, story) or _unsaid(case, who, story) or (how, span)
    return how, span


def _moved(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of a change that the words before its older value tell: "will lift it from $4 billion to"."""
    last = story.told[-1] if story.told else None
    if last is None or last.sentence != case.index or last.figure.role != "from":
        return None
    if not _MOVED_TO.fullmatch(story.read.text, last.figure.span.end, case.figure.span.start):
        return None
    how, span = _worded(replace(case, figure=last.figure), who, story)
    return (how, span) if span else None


def _unsaid(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of a figure that no words tell.

    That is a plan in a headline's infinitive, its whole's ("$9 billion, including $2 billion"), its measure's, that of
    a clause of condition, or what the text goes on with.
    """
    if agreed := (_to_do(case, story) if case.headline else None) or _of_deal(case, story) or _due(case, story):
        return "planned", agreed
    whole = case.carried.total or of_them(case, story.told, story.read.text)
    if whole and whole.sentence == case.index:
        return whole.mode, whole.figure.span
    if implied := case.facts.get("impliedMode"):
        return implied[0], case.carried.reading.span
    if led := _led(case, who, story):
        return led
    if before := named_before(case, who, story.told):
        return before.mode, before.figure.span
    condition = supposed(case.figure, case.sentence, story.read.text)
    return ("estimated", condition) if condition else _went_on(case, who, story)


def _of_deal(case: Case, story: Story) -> Span | None:
    """Return the words of planning a deal whose size the figure tells."""
    text, start = story.read.text, case.figure.span.start
    found = _IN_A_DEAL.search(text, max(case.sentence.start, start - _DEAL_REACH), start)
    cues = worded(text, story.read.fold, case.sentence) if found else ()
    before = [cue for cue in cues if found and cue[0].end <= found.start()]
    return before[-1][0] if before and before[-1][1] == "planned" else None


def _due(case: Case, story: Story) -> Span | None:
    """Return the words that tell when what is counted will come: "four plants, slated to open in May"."""
    found = _DUE.match(story.read.text, case.figure.span.end, case.sentence.end)
    return Span(*found.span(1)) if found else None


def _led(case: Case, who: Entity | None, story: Story) -> tuple[str, Span] | None:
    """Return the mode of a participle's clause behind its main clause: "will open 4 shops, creating 90 jobs"."""
    read, start = story.read, case.figure.span.start
    found = _WITH_IT.search(read.text, case.sentence.start, start)
    if found and "dayPeriod" in case.facts and not _PAYING.match(read.text, found.start()):
        return None  # "will cut 900 jobs, sending its shares down 9%"
    cues = [cue for cue in worded(read.text, read.fold, case.sentence) if found and cue[0].end <= found.start()]
    if not cues or cues[-1][1] == ACTUAL:
        return None
    part = _of_uncounted(case, cues[-1][0], read.text)
    if not part and not reaches(cues[-1][0], case.figure.span, case.sentence, read.text, ()):
        return None
    span, how = cues[-1][0], cues[-1][1]
    if how == FORETOLD:
        return foretold(span, case.index, who, read), span
    return (foreseen(case, span, who, read) if how == "planned" else None) or how, span


def _of_uncounted(case: Case, cue: Span, text: str) -> bool:
    """Tell whether a figure is part of what no figure tells: "plans to spend billions, including $4 billion in May"."""
    start = case.figure.span.start
    included = _INCLUDED.search(text, cue.end, start)
    return included is not None and _COUNTED_OR_ANOTHER.search(text, cue.end, included.start()) is None


def _to_do(case: Case, story: Story) -> Span | None:
    """Return the infinitive by which a headline tells what somebody will do: "Acme to hike prices by 9%"."""
    text, start = story.read.text, case.figure.span.start
    names = story.read.within(story.read.names, case.sentence)
    for name in names:
        found = _TO_DO.match(text, name.span.end, start) if name.span.end < start else None
        if found and any(one.span.start == found.start(1) + 3 for one in names):
            continue  # "from Acme to Borealis"
        if found and not _NEXT_CLAUSE.search(text, found.end(), start):
            return Span(found.start(1), found.end(1))
    return None


def _worded(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None]:
    """Return the mode that the sentence's own words tell, with those words."""
    sources = [act.source for act in case.acts if act.source and not act.source.overlaps(case.figure.span)]
    figure = case.figure.span
    near = min(case.sentence.end, figure.end + _BESIDE)
    said = Span(figure.start, near) if _presupposed(case, story.read.text) else case.sentence
    said = Span(figure.start, figure.end) if priced.asked(case.sentence, figure, story.read.text) else said
    how, span = mode(case.figure, said, story.read, story.around, sources)
    if how == FORETOLD and span:
        whose = foretold(span, case.index, who, story.read)
        others = whose == GUIDANCE and (_is_nobodys(case, who) or told_by_others(case, span, who, story.read))
        how = "estimated" if others else whose
    elif (
        how == "estimated"
        and span
        and (believed_of_itself(case, span, who, story.read) or on_course(case, span, who, story.read))
    ):
        how = GUIDANCE
    elif how == "planned":
        how, span = _not_planned(case, span, who, story) or (how, span)
    return _set_or_announced(case, how, span, who, story)


def _is_nobodys(case: Case, who: Entity | None) -> bool:
    """Tell whether a figure is of what no firm has a forecast of its own of: how an economy or prices grow."""
    of_place = who is not None and who.kind == "Place" and case.code == _GROWTH
    return of_place or "estimated" in case.facts.get("foreseenMode", ())


def _not_planned(case: Case, span: Span | None, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of what "will" be by the reckoning of somebody, or is what a forecast comes to."""
    if span and (seen := foreseen(case, span, who, story.read)):
        return seen, span
    forecast = followed.comes_to(case, story.told, story.read.text)
    return (forecast.mode, forecast.figure.span) if forecast else None


def _set_or_announced(
    case: Case, how: str, span: Span | None, who: Entity | None, story: Story
) -> tuple[str, Span | None]:
    """Return the mode of a target, of a range that is set anew, and of what is announced, else the one told."""
    if how in _SETTABLE and case.code == _SHARE_PRICE and sets_target(case, story.read):
        return "estimated", span
    if claim := _claimed(case, how, story.read.text):
        return claim
    if how == "estimated" and span and possible(case, span, who, story.read):
        return "planned", span
    held = span if how == "planned" and _is_view_before(case, story) else None
    if how in ("planned", ACTUAL) and (anew := held or followed.set_anew(case, story.read.text)):
        return GUIDANCE, anew
    later = (case.facts.get("announcedMode") or _large_thing(case, story.read.text)) if how == ACTUAL else None
    word = announced(case.figure, case.sentence, story.read, span) if later else None
    return (later[0], word) if later and word else (how, span)


def _claimed(case: Case, how: str, text: str) -> tuple[str, Span] | None:
    """Return the mode of what somebody offers, faces or claims of another."""
    if how == ACTUAL and (_is_offer(case, text) or _is_faced(case, text)):
        return "planned", case.figure.span
    if how in _SETTABLE and (wanted := claimed.sought(case, text)):
        return "demanded", wanted
    pay = claimed.offered_pay(case, text) if how == ACTUAL else None
    return ("planned", pay) if pay else None


def _is_view_before(case: Case, story: Story) -> bool:
    """Tell whether a target is what guidance is held against: "expects a margin of 6%, against an old goal of 7%"."""
    last = story.told[-1] if story.told else None
    if last is None or last.sentence != case.index or last.mode != GUIDANCE:
        return False
    return earlier_view(case.figure, case.sentence, story.read.text)


def _large_thing(case: Case, text: str) -> tuple[str, ...]:
    """Return how something for millions is meant that is announced: "a $9 billion campus", not "a $900 phone".

    So are works that are to close: "announced the closure of seven plants".
    """
    span, quantity = case.figure.span, case.figure.quantity
    if case.code == OTHER and quantity.unit == "count":
        return ("planned",) if _CLOSING.search(text, max(0, span.start - _OWNER_REACH), span.start) else ()
    large = case.code == OTHER and quantity.unit.isupper() and quantity.value >= _LARGE
    return ("planned",) if large and text.endswith((" a ", " an "), 0, span.start) else ()


def _is_offer(case: Case, text: str) -> bool:
    """Tell whether an amount is one that somebody would pay, and no deal was closed at it."""
    span, money = case.figure.span, case.figure.quantity.unit.isupper()
    if not money or not _OFFERED.match(text, span.end):
        return False
    return _MADE_GOOD.search(text, case.sentence.start, span.start) is None


def _is_faced(case: Case, text: str) -> bool:
    """Tell whether an amount still threatens somebody: "Acme faces a fine of $4 billion"."""
    start = case.figure.span.start
    threat = "facedMode" in case.facts
    return threat and _FACES.search(text, max(case.sentence.start, start - _FACES_REACH), start) is not None


def _of_last(case: Case, text: str) -> bool:
    """Tell whether the figure is one of a time that is over, or of now: "more than last year's $9 billion"."""
    start = case.figure.span.start
    last = _LAST.search(text, max(case.sentence.start, start - _COMPARED_REACH), start) is not None
    if _HAS_NOW.search(text, max(case.sentence.start, start - _OWNER_REACH), start):
        last = _FORESEEN_BEHIND.match(text, case.figure.span.end) is None
    return last or followed.done_before(case, text)


def _presupposed(case: Case, text: str) -> bool:
    """Tell whether the figure is of a state that somebody has: no verb before makes "its 9 million users" a plan."""
    start = case.figure.span.start
    state = case.code == OTHER or "true" in case.facts.get("state", ())
    return state and _POSSESSED.search(text, max(0, start - _OWNER_REACH), start) is not None


def _went_on(case: Case, who: Entity | None, story: Story) -> tuple[str, Span | None] | None:
    """Return the mode of the sentence's last figure, or of a plan, where the figure has no words of its own."""
    told, start = story.told, case.figure.span.start
    text = story.read.text
    if _COMPARED.search(story.read.text, max(0, start - _COMPARED_REACH), start):
        return ACTUAL, None
    here = (one for one in reversed(told) if one.sentence == case.index)
    last = next((one for one in here if not held_against(one.figure.span, case.sentence, text)), None)
    if last and "dayPeriod" in case.facts and last.reading.measure != case.code:
        return None  # "will book $4 billion, sending its shares down 9%"
    if (
        last
        and not (last.reading.measure != case.code and _of_state(last, case, text))
        and not contrasted(last.figure.span, case.figure.span, text)
    ):
        return last.mode, last.figure.span
    if plans := said_again(case, told, text):
        return plans.mode, plans.figure.span
    plan = _plan(case, who, told, story.read.text)
    return (plan.mode, plan.figure.span) if plan else None


def _of_state(last: Told, case: Case, text: str) -> bool:
    """Tell whether the figure is of how something stands and none that a sum is paid for: "$4 billion for 9% of it"."""
    if "true" not in case.facts.get("state", ()):
        return False
    return _FOR_A_STAKE.fullmatch(text, last.figure.span.end, case.figure.span.start) is None


def _of_older(cue: Span, newer: Span, older: Span) -> bool:
    """Tell whether a word stands by the older value itself: "up from the $4 billion expected"."""
    return newer.end <= cue.start and cue.end <= older.end + _BY_OLDER


def _plan(case: Case, who: Entity | None, told: Sequence[Told], text: str) -> Told | None:
    """Return the planned amount of the same subject, a few sentences before, that a figure without own mode goes on."""
    if case.figure.quantity.unit == "count" or "true" in case.facts.get("state", ()):
        return None
    if AT_PRESENT.search(text, case.sentence.start, case.figure.span.start):
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PLAN_REACH:
            return None
        if one.subject == who and who is not None:
            return one if one.mode == "planned" and goes_on(case.code, one.reading.measure) else None
    return None

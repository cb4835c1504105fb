"""The period of one figure: the sentence's own, that of the amount it goes with, or the one the text is about."""

import re

from kg.extract.rules.claims.dating import older_side
from kg.extract.rules.claims.dating.base_year import year_behind_base
from kg.extract.rules.claims.dating.clauses import PART, of_joined_clause
from kg.extract.rules.claims.dating.dating import dated
from kg.extract.rules.claims.dating.listed import in_list
from kg.extract.rules.claims.dating.opened_with import of_half, opened_with, part_over, year_of_old, year_over
from kg.extract.rules.claims.dating.peers import gone_with, in_brackets, of_month
from kg.extract.rules.claims.dating.plans import MONTH_OR_DAY, announced, going_on, guided_on
from kg.extract.rules.claims.dating.results import (
    compares,
    named_before,
    of_named_results,
    previewed,
    running_period,
    year_ahead,
)
from kg.extract.rules.claims.dating.sight import Dated, Sight
from kg.extract.rules.claims.dating.trading_day import in_trading
from kg.extract.rules.claims.dating.views import earlier_view
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import FORESEEN, STILL_AHEAD, Told
from kg.extract.rules.measures.reading import OTHER_NOUN
from kg.extract.rules.measures.terms import OTHER, facts
from kg.extract.rules.temporal.dates import end_of_quarter, ending, year_before, year_in, years_later
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Period, Span

_ACTUAL = "actual"
_OF_COMPANY = frozenset({"actual", "guidance"})
_EXPECTED = Construction(
    r"\b(?:had|were|was|been)\s(?:[a-z]+\s){0,2}{forecasts:verb|estimating}\b"
    r"|\b{notions:watcher}\b[^.;]{0,40}?\s(?=[a-z]+ed\s){forecasts:verb}\s"
    r"|\b(?:above|below|ahead\sof|short\sof|{surpassing|outstripping|comparison})\s(?:[\w’'-]+\s){0,4}{expectation}\b"
    r"|\b(?:{surpassing|outstripping|comparison|beside-mark|over-mark})\s(?:the\s)?(?:[\w’'-]+\s){0,2}{forecasts:verb}\s\Z"
)
_OTHERS_EXPECT = Construction(r"\b{foreseers}\b(?:[^.;]|\.(?=[0-9])){0,80}\Z", re.IGNORECASE)
"""Those who foresee, behind whom a foreseen value is theirs: "the Street is looking for $9 billion"."""
_EXPECTED_REACH = 2
"""How many sentences a result may stand before what had been expected of it."""
_LIKE = Construction(r"(?:the|that)\ssame\s(?!year){time-nouns:reporting}")
_BACK = Construction(
    r"(?:a|one)\syear\s(?:{time-adverbs:relative}|before)|the\syear\sbefore|year-{time-adverbs:relative}.*"
)
_BY_THEN = re.compile(r"\bby then\b(?=(?:,\s)?[^,;:.]*\Z)")
_YEAR_BEFORE = Construction(r"{time-shifts:previous|time-shifts:-1}\syear")
_LAST_QUARTER = Construction(r"(?:{time-shifts:-1|time-shifts:previous})\s(?:quarter|three\s{time-nouns:month})")
_BRACKETED = Construction(r"\((?:[a-z]+\s){0,2}\Z")
_LIKE_REACH = 3
_MARK = Construction(r"\b{surpassing|outstripping|comparison|beside-mark|over-mark}\s(?:the\s)?(?:[\w’'-]+\s){0,3}\Z")
_MARK_REACH = 50
_SEEN_BEHIND = Construction(
    r"\s(?:[\w-]+\s){0,2}?(?:(?:that|which)\s)?(?:(?:was|were|had\sbeen)\s)?(?:{foreseers}|{forecasts:verb}|{expectation})\b"
)
_IS_VIEW = Construction(
    r"\s(?:had\sbeen|was|were|is)\s(?:the\s)?[^,.;]{0,30}?\b(?:{estimating|expectation|forecasts:noun}\b|{notions:watcher}s?['’])"
)
"""What tells behind a value that it is what had been foreseen: "$2.6 billion had been the average of estimates"."""
_AND_VIEW = Construction(r",?\sand\s(?:an?\s|its\s)?(?:[a-z-]+\s){1,3}(?:of|at|to)\s(?:{bounds:*}\s)?")
_YEAR = re.compile(r"(?:by-)?20[0-9]{2}")
_AT_PRESENT = Construction(r"\b{time-adverbs:present}\b[^,;]*\Z")
_PRESENT_REACH = 40
_VIEW_OF = Construction(r"\b{outlook|expectation}\s(?:of|for)\s(?:{grammar:focus|bounds:*}\s)?\Z")
_GIVEN = Construction(
    r"\s(?:(?:that|which)\s)?(?:it|they|he|she|was|were|had)?\s?(?:had\s|been\s)*(?:{former-adverb}\s)?"
    r"(?:{publicising|guiding|forecasts:verb|view-given}|{planning})\b"
)
"""What tells behind an older value that it is the view held before: "the 24% announced in mid-April"."""
_IT_SAW = Construction(r"\s(?:(?:that|which)\s)?(?:it|they|he|she)\s(?:had\s)?{forecasts:verb|guiding}\b")


def period_of(case: Case, story: Story, who: Entity | None, how: str) -> Dated:
    """Return the period of the figure, or why there is none, and what it rests on; `how` is the figure's mode."""
    days = "true" in case.facts.get("dayPeriod", ())
    last = next((one.period for one in reversed(story.told) if one.figure.role != "from"), None)
    found = _by_then(case, story) or dated(
        _sight(case, story), days=days, last=last, state="true" in case.facts.get("state", ())
    )
    own = in_brackets(case, story.told, story.read.text)
    if own is None and found.seen:
        own = _view_held(found, case, who, story) or _counted_back(found, case, story)
        own = own or _like_before(found, case, story)
        own = own or of_joined_clause(found, case, who, how, story) or found
    if how == _ACTUAL and not own:
        own = in_trading(case, story)
    return own or _of_same(case, who, story) or _of_account(case, who, how, story) or found


def _of_same(case: Case, who: Entity | None, story: Story) -> Dated | None:
    """Return the period of the figure that this one is a share of, says anew, or takes the place of as a view."""
    earlier = case.carried.earlier
    if earlier and earlier.period and earlier.subject == who and same_time(case, story.read.text):
        return Dated(earlier.period, case.carried.reading.rule, earlier.figure.span)
    viewed = earlier_view(case.figure, case.sentence, story.read.text) or _is_view(case, story.read.text)
    newer = _newer(case, who, story) if viewed or case.figure.role == "from" else None
    if newer is None or not (viewed or _are_intervals(newer, case)):
        return None
    return Dated(newer.period, "forecast-of", newer.figure.span)


def _are_intervals(newer: Told, case: Case) -> bool:
    """Tell whether one interval that is foreseen takes the place of another: "$40-42bn, up from $38-42bn"."""
    intervals = newer.figure.quantity.high is not None and case.figure.quantity.high is not None
    return intervals and newer.mode in STILL_AHEAD


def _of_account(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of what the text goes on to tell, of results or of what is to come."""
    figure = case.figure
    told_of_period = "true" in case.facts.get("perPeriod", ()) or case.own.rule == OTHER_NOUN
    named = _named(case, how, story)
    if named and named.period and PART.fullmatch(named.period.code):
        return named
    reported = how == _ACTUAL and told_of_period and figure.role != "from" and not _at_present(case, story.read.text)
    foreseen = how in STILL_AHEAD and told_of_period and figure.role != "from"
    if (reported or foreseen) and (own := of_named_results(figure, case.sentence, story.read)):
        return own
    if (reported or foreseen) and (own := year_behind_base(case, who, how, story.read)):
        return own
    if reported and (results := _of_held(case, story) or named or _of_results(case, who, story)):
        return results
    return (
        (in_list(case, who, story.told, story.read) if reported else None)
        or (previewed(case.index, who, story.told, story.read) if foreseen else None)
        or named
        or (year_ahead(figure, case.sentence, who, story.read) if how in FORESEEN else None)
        or _had_expected(case, who, how, story)
        or _beside_view(case, who, how, story)
        or guided_on(case, who, how, story)
        or going_on(case, who, how, story)
        or announced(case, who, how, story)
        or _last_asked(case, who, how, story)
        or gone_with(case, who, how, story.told, story.read)
        or of_month(case, who, story.told)
    )


def _of_held(case: Case, story: Story) -> Dated | None:
    """Return the time of a value that the one before is held against: "$53 million, compared with $18 million"."""
    last = story.told[-1] if story.told else None
    if last is None or last.sentence != case.index or last.reading.measure != case.code:
        return None
    held = older_side.opens(case.figure, case.sentence, story.read.text)
    return year_of_old(case, story.told) if held else None


def _of_results(case: Case, who: Entity | None, story: Story) -> Dated | None:
    """Return the period of a result: the year just over, that of the result beside or of those that go on.

    What is called quarterly is of no year that goes on.
    """
    last = story.told[-1] if story.told else None
    beside = last and last.sentence == case.index and last.mode == _ACTUAL and last.subject == who
    if over := year_over(case, who, story.told, story.read):
        return over
    running = running_period(case.index, who, story.told, story.read)
    if running and of_half(case, running.period, story.read.text):
        return None
    if running is None or running.period is None or end_of_quarter(running.period.code) is not None:
        return running
    part = part_over(case, who, story.read)
    if part is None and last and beside and last.period and end_of_quarter(last.period.code) is not None:
        part = Dated(last.period, "quarter-over", last.figure.span)
    return part or running


def _by_then(case: Case, story: Story) -> Dated | None:
    """Return the deadline told last for what is to be "by then"."""
    read, reach = story.read, (case.sentence.start, case.figure.span.start)
    if read.fold.find("by then", *reach) < 0:
        return None
    then = _BY_THEN.search(read.fold, *reach)
    near = (one for one in reversed(story.told) if case.index - one.sentence <= _LIKE_REACH)
    due = next((one.period for one in near if one.period and one.period.code.startswith("by-")), None)
    return Dated(due, "by-then", Span(*then.span()), seen=True) if then and due else None


def _last_asked(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period that a result has where neither its sentence nor those before name one."""
    per_period = "true" in case.facts.get("perPeriod", ())
    if how == "estimated" and per_period:
        return part_over(case, who, story.read)
    if how != _ACTUAL or _at_present(case, story.read.text):
        return None
    if case.figure.role == "from":
        return year_of_old(case, story.told) if per_period else None
    over = part_over(case, who, story.read) if per_period else None
    return over or opened_with(case, who, story.told, story.read)


def _at_present(case: Case, text: str) -> bool:
    """Tell whether the figure is of the present: "deliveries now come to 9,000"."""
    start = case.figure.span.start
    return _AT_PRESENT.search(text, max(case.sentence.start, start - _PRESENT_REACH), start) is not None


def _named(case: Case, how: str, story: Story) -> Dated | None:
    """Return the quarter or year that the figure is said to be for; what was done is of none that is only foreseen."""
    told = (
        one
        for one in reversed(story.told)
        if one.figure.role != "from"
        and (how != _ACTUAL or one.mode not in FORESEEN)
        and (one.sentence == case.index or not compares(one.sentence, story.read))
    )
    return named_before(case.figure, case.sentence, case.index, told, story.read)


def _counted_back(found: Dated, case: Case, story: Story) -> Dated | None:
    """Return the year before that of the newer value for one "a year earlier", which is not of the newer's year."""
    words = found.span.of(story.read.fold) if found.span else ""
    if found.period is None or not _YEAR.fullmatch(found.period.code) or not _BACK.fullmatch(words):
        return None
    before = _year_before(found, case, story)
    year = before.period.code if before and before.period else ""
    return before if _YEAR.fullmatch(year) and year < found.period.code else None


def _like_before(found: Dated, case: Case, story: Story) -> Dated | None:
    """Return the part of a year that "the same period last year" stands for: that of the figure told before, a year on.

    So does "a year ago" behind a value that one of a part of a year is held against.
    """
    code = found.period.code if found.period else ""
    words = found.span.of(story.read.fold) if found.span else ""
    like, back = _LIKE.match(words), _BACK.fullmatch(words) or _is_older(words, case, story)
    if _LAST_QUARTER.fullmatch(words) and older_side.opens(case.figure, case.sentence, story.read.text):
        return _quarter_before(found, case, story)
    if found.rule == "unresolved-period" and (like or back):
        return _year_before(found, case, story)
    if found.rule != "time-in-sentence" or not _YEAR.fullmatch(code) or not (like or back):
        return None
    for one in reversed(story.told):
        if case.index - one.sentence > (_LIKE_REACH if like else 0):
            return None
        part = one.period.code if one.period and PART.fullmatch(one.period.code) else ""
        if part and (like or year_in(part) == int(code) + 1):
            return Dated(Period(_in_year(int(code), part)), "like-before", found.span, seen=True)
    return None


def _year_before(found: Dated, case: Case, story: Story) -> Dated | None:
    """Return the like period a year before that of the newer value in the sentence, of which nobody knows otherwise."""
    words = found.span.of(story.read.fold) if found.span else ""
    held = older_side.opens(case.figure, case.sentence, story.read.text) or _is_older(words, case, story)
    if not held:
        return None
    here = (one.period for one in reversed(story.told) if one.sentence == case.index and one.figure.role != "from")
    newer = next((period for period in here if period), None)
    code = year_before(newer.code) if newer else None
    return Dated(Period(code), "like-before", found.span, seen=True) if code else None


def _quarter_before(found: Dated, case: Case, story: Story) -> Dated | None:
    """Return the quarter before the one told of, to which "up from 8% last quarter" goes back."""
    for one in reversed(story.told):
        if one.sentence != case.index:
            return None
        end = end_of_quarter(one.period.code) if one.period and one.figure.role != "from" else None
        if end is not None:
            return Dated(Period(ending(end - 3, 3)), "quarter-before", found.span, seen=True)
    return None


def _is_older(words: str, case: Case, story: Story) -> bool:
    """Tell whether a year is the time of a value that one of a part of a year is held against.

    That is "last year", or any year in brackets before the value: "$4 billion in the third quarter (2024: $3 billion)".
    """
    text, start = story.read.text, case.figure.span.start
    if text[start - 2 : start] == ": " and _BRACKETED.search(text, max(0, start - 40), start - 2 - len(words)):
        return True
    return _YEAR_BEFORE.fullmatch(words) is not None and older_side.opens(case.figure, case.sentence, text)


def _in_year(year: int, part: str) -> str:
    """Return the same part of another year."""
    return years_later(part, year - year_in(part))


def _had_expected(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the result, or of the company's own forecast, that others had foreseen differently.

    "Acme's revenue was $4 billion in the second quarter. Analysts had expected $5 billion."
    """
    if how not in FORESEEN:
        return None
    text, first = story.read.text, case.sentence.start
    start, end = case.figure.span.start, case.figure.span.end
    marked = _MARK.search(text, max(first, start - _MARK_REACH), start) and _SEEN_BEHIND.match(text, end)
    others = (
        _EXPECTED.search(text, first, start) or _OTHERS_EXPECT.search(text, first, start) or _IS_VIEW.match(text, end)
    )
    if not (marked or others):
        return None
    told = [one for one in story.told if one.figure.role != "from"]
    for one in reversed(told):
        if case.index - one.sentence > _EXPECTED_REACH or (one.sentence != told[-1].sentence):
            return None
        if one.mode != _ACTUAL and one.reading.measure not in (case.code, OTHER):
            return None
        same = one.sentence == case.index or one.reading.measure == case.code
        if (
            same
            and one.figure.quantity.unit == case.figure.quantity.unit
            and who in (None, one.subject)
            and one.mode in _OF_COMPANY
        ):
            beside = [other.period for other in told if other.sentence == one.sentence and other.period]
            latest = max(beside, key=lambda period: period.code, default=None) if one.period else None
            return Dated(latest, "expected-before", one.figure.span) if latest else None
    return None


def _beside_view(case: Case, who: Entity | None, how: str, story: Story) -> Dated | None:
    """Return the period of the view to which another is joined: "had forecast a profit of $4bn and sales of $9bn"."""
    last = story.told[-1] if story.told and how in FORESEEN and case.figure.role != "from" else None
    if last is None or last.sentence != case.index or (last.mode, last.subject) != (how, who):
        return None
    joined = _AND_VIEW.fullmatch(story.read.text, last.figure.span.end, case.figure.span.start)
    results = joined and all("true" in one.get("perPeriod", ()) for one in (case.facts, facts(last.reading.measure)))
    return Dated(last.period, "beside-view", last.figure.span) if results and last.period else None


def _newer(case: Case, who: Entity | None, story: Story) -> Told | None:
    """Return the dated figure of the same sentence that takes the place of an earlier view of the same thing."""
    here = (one for one in reversed(story.told) if one.sentence == case.index and one.period)
    alike = (one for one in here if one.reading.measure == case.code and one.subject == who)
    return next((one for one in alike if not older_side.opens(one.figure, case.sentence, story.read.text)), None)


def _view_held(found: Dated, case: Case, who: Entity | None, story: Story) -> Dated | None:
    """Return the period of a forecast of which its sentence only says when it was held: "from $9 billion in July"."""
    month = found.period is not None and MONTH_OR_DAY.fullmatch(found.period.code)
    newer = _newer(case, who, story) if month and _is_view(case, story.read.text) else None
    if newer is None or newer.period is None or newer.mode not in STILL_AHEAD:
        return None
    return None if MONTH_OR_DAY.fullmatch(newer.period.code) else Dated(newer.period, "forecast-of", newer.figure.span)


def _is_view(case: Case, text: str) -> bool:
    """Tell whether an older value is said to be a forecast: "from a forecast of $9 billion", "from the $9bn it saw"."""
    figure, start = case.figure, case.sentence.start
    if _GIVEN.match(text, figure.span.end) and older_side.opens(figure, case.sentence, text):
        return True
    if figure.role != "from":
        return False
    viewed = _VIEW_OF.search(text, start, figure.span.start) or _IT_SAW.match(text, figure.span.end)
    return viewed is not None or earlier_view(figure, case.sentence, text)


def _sight(case: Case, story: Story) -> Sight:
    others = story.read.within(story.read.figures, case.sentence)
    acts = tuple(act for act in story.read.acts_at(case.index) if case.sentence.overlaps(act.cue))
    return Sight(case.figure, case.sentence, story.read, story.around, others, acts)


def same_time(case: Case, text: str) -> bool:
    """Tell whether the figure is of the same time as the earlier one that it goes with."""
    if case.figure.role == "from":
        return earlier_view(case.figure, case.sentence, text)
    return case.carried.whole or case.carried.reading.rule in ("named-again", "forecast-of")

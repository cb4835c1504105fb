"""The reporting period that goes on, as in "Acme grew in the first quarter. Its revenue was $2 billion".

Results are told period by period. Where a sentence gives none, the quarter, half, month or fiscal year that the
sentences right before speak of still holds, as long as they are about the same subject and are no comparison; what was
expected or is forecast does not end it. In the first sentences it is the one that the headline names.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Timex
from kg.extract.rules.claims.dating.older_side import stands_on
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.told import INTENDED, STILL_AHEAD, Told
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.subjects.calendars import calendar_of
from kg.extract.rules.temporal.dates import end_of_quarter, is_day, month_of
from kg.extract.rules.temporal.scene import MONTHS
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.model import Entity, Period, Span

_BACK, _FAR_BACK = 3, 6
"""How many sentences with figures, and how many in all, a reporting period holds."""
_CALENDAR_YEAR = re.compile(r"20[0-9]{2}")
_REPORTING = re.compile(r"FY.*|.*-(?:Q|H)[1-4].*|[0-9]{4}-[0-9]{2}(?:/[0-9]{4}-[0-9]{2})?")
_OF_RESULTS = Construction(r"\b{booking|change-verb|growth}\b")
_RULE = "running-period"
_TO_REPORT = Construction(
    r"\b(?:(?:will|would|to)\s(?:[a-z]+ly\s)?{presenting}|ahead\sof|before)\s(?:[\w’'-]+\s){0,8}?{earnings-report}\b"
)
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")
_THE_QUARTER = Construction(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver|[Aa]t\sthe\s{time-nouns:edge}\sof)\s(?:the|that)\s{time-nouns:quarter}\b(?!\s(?:end|to|through|of|from))"
)
_THE_PERIOD = Construction(
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver)\s(?:the|that)\s(?!year|quarter){time-nouns:reporting}\b"
    r"(?!\s(?:end|to|through|of|from|when|that|in|before|after|since))"
)
"""What points back to a stretch of time just told of: "during the period"."""
_YEAR = re.compile(r"20[0-9]{2}|FY20[0-9]{2}(?:-[0-9]{2})?")
_THE_YEAR = re.compile(
    r"\b[Ff]or\s(?:the|that)\syear\b(?!\s(?:to|through|end\w*|before|earlier|since|after|in|of|as|20))"
)
_BY_YEAR = Construction(
    r"\b{time-adverbs:each-year}\s(?:[a-z]+\s)?{earnings-report|growth|change-noun|notions:margin}\b"
)
"""What makes a share foreseen one of a year: "expects growth of 5% in annual sales"."""
_BESIDE, _QUARTER_BACK, _YEAR_BACK = 60, 12, 2
_YEAR_WAS = Construction(r"\b(20[0-9]{2})\s(?:was|{proving})\b")
_RESULTS_NAMED = Construction(
    r"[\s-](?:[a-z-]+\s){0,2}?{earnings-report|results-noun}\b(?:[^;.]|\.(?=[0-9]))*,\s(?:[a-z]+ly\s)?[a-z]+ing\s[^;]*"
)
"""What leads from a quarter to a clause on its results: "a rise in third-quarter profit, booking $4 billion"."""
_EARLIER = Construction(
    r"(?:the\s)?same\s|an?\syear\s|the\syear\sbefore|year-|{time-shifts:previous}[\s-]{time-nouns:reporting}"
)
_HAD_BEEN = Construction(
    r"(?:It|They|He|She|(?:[\w’'.&-]+\s){1,4}?)\s?had\s(?:[a-z]+ly\s)?(?:been|[a-z]{2,}ed|{irregular-doing|grammar:finite})\b"
)
"""What tells of a time before the one that is told of: "It had reported a jump of 9% for the first quarter"."""
_HELD, _HELD_REACH = Construction(r"\b{outstripping}\sthe\s(?:[\w’'-]+\s){0,3}\Z"), 40
"""What makes an amount one that another is only held against: "would exceed the $2 billion it spends this year"."""
_COMPARES = Construction(
    r"(?:That|This|It|Which|The\s{amount|outcome})\s(?:\w+ly\s)?(?:is|was|{comparing|representing|surpassing})\b"
)


def running_period(index: int, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the reporting period that holds for the sentence `index`, None where the text gives none."""
    for before in _before(index, told):
        span = read.sentences[before].span
        if read.sentences[before].headline:
            if any(one.mode in STILL_AHEAD for one in told if one.sentence == before):
                return None
            if named := _companies(span, read):
                one = next(iter(named)) if len(named) == 1 else None
                return _of_headline(span, read) if one and same_house(one, who) else None
            continue  # a line with the date, or a kicker
        here = [one for one in told if one.sentence == before]
        if compares(before, read) or _only_moves(here):
            continue
        if not all(same_house(one.subject, who) for one in here if one.subject or one.mode not in STILL_AHEAD):
            return None
        if found := _of_sentence(span, here, who, read, next_to=before == index - 1):
            return found if found.period else None
    return None


def _of_sentence(
    span: Span, here: Sequence[Told], who: Entity | None, read: Annotated, *, next_to: bool
) -> Dated | None:
    """Return the reporting period that the figures `here` or the words of a sentence give.

    One without a period says that the sentence tells of no such; None lets the sentences before it speak.
    """
    printed = [one.figure for one in here]
    figures = [one for one in here if not stands_on(one.figure, printed, span, read.text)]
    figures = [one for one in figures if not only_held(one.figure, read.text)]
    if _looks_back(span, figures, read):
        return None
    if figures and all(one.mode in STILL_AHEAD for one in figures):
        return _beside_plans(figures, span, who, read)
    if figures := [one for one in figures if one.mode not in INTENDED]:
        found = _of_figures(figures) or (_of_past_year(figures, read) if next_to else None)
        return found or Dated(None, _RULE)
    return told_without_figures(span, who, read)


def _beside_plans(figures: Sequence[Told], span: Span, who: Entity | None, read: Annotated) -> Dated | None:
    """Return the quarter that a sentence names beside plans without a time.

    "Acme reported a loss for the third quarter, but announced a buyback of $3 billion".
    """
    if not figures or any(one.period or one.mode not in STILL_AHEAD for one in figures):
        return None
    found = told_without_figures(span, who, read)
    quarter = found and found.seen and found.period and _QUARTER.fullmatch(found.period.code)
    return found if quarter else None


def of_named_results(figure: Figure, sentence: Span, read: Annotated) -> Dated | None:
    """Return the quarter whose results a sentence names before the clause that tells them.

    "Acme forecast a rebound in its third-quarter earnings, putting operating profit at $4 billion".
    """
    ahead = Span(sentence.start, figure.span.start)
    if read.text.find("ing ", ahead.start, ahead.end) < 0:
        return None
    times = [time for time in read.within(read.timexes, ahead) if not (time.period and is_day(time.period.code))]
    if len(times) != 1 or times[0].period is None or end_of_quarter(times[0].period.code) is None:
        return None
    led = _RESULTS_NAMED.fullmatch(read.text, times[0].span.end, ahead.end)
    return Dated(times[0].period, "results-named", times[0].span) if led else None


def _before(index: int, told: Sequence[Told]) -> Iterator[int]:
    """Yield the sentences before a sentence over which a reporting period may hold, the nearest first."""
    figured, left = {one.sentence for one in told}, _BACK
    for before in range(index - 1, max(-1, index - 1 - _FAR_BACK), -1):
        left -= before in figured
        if left < 0:
            return
        yield before


def previewed(index: int, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the period whose results the sentences before the sentence `index` say are still to be reported.

    "Acme will report third-quarter results on Wednesday. Analysts expect revenue of $4 billion".
    """
    for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
        span = read.sentences[before].span
        here = [one for one in told if one.sentence == before]
        if not all(one.mode in STILL_AHEAD and same_house(one.subject, who) for one in here):
            return None
        named = _companies(span, read)
        if _TO_REPORT.search(read.text, span.start, span.end) and any(same_house(one, who) for one in named):
            times = [time for time in read.within(read.timexes, span) if time.period]
            return _of_times([time for time in times if time.period and _QUARTER.fullmatch(time.period.code)])
    return None


def compares(index: int, read: Annotated) -> bool:
    """Tell whether a sentence only holds what was told against something: "The result compared with $4 billion"."""
    return _COMPARES.match(read.text, read.sentences[index].span.start) is not None


def only_held(figure: Figure, text: str) -> bool:
    """Tell whether an amount is one that a plan or result is only held against."""
    start = figure.span.start
    return _HELD.search(text, max(0, start - _HELD_REACH), start) is not None


def _only_moves(figures: Sequence[Told]) -> bool:
    """Tell whether a sentence only says how the shares went, which ends no account of results."""
    return bool(figures) and all("true" in facts(one.reading.measure).get("dayPeriod", ()) for one in figures)


def told_without_figures(sentence: Span, who: Entity | None, read: Annotated) -> Dated | None:
    """Return the period of a sentence without figures: not `seen` where it tells of others, or of other times."""
    if year := _year_told(sentence, read):
        return year
    named = _companies(sentence, read)
    if named and not any(same_house(one, who) for one in named):
        return Dated(None, _RULE)
    times = [time for time in read.within(read.timexes, sentence) if time.period and not is_day(time.period.code)]
    months = bool(times) and all(time.period and month_of(time.period.code) for time in times)
    if months and not _OF_RESULTS.search(read.text, sentence.start, sentence.end):
        return Dated(None, _RULE)  # a month in which something else happened
    return (_of_times(times) or Dated(None, _RULE)) if times else None


def _companies(span: Span, read: Annotated) -> set[Entity | None]:
    return {name.entity for name in read.within(read.names, span) if name.entity.kind == "Company"}


def _of_headline(headline: Span, read: Annotated) -> Dated | None:
    return _of_times([time for time in read.within(read.timexes, headline) if time.period])


def _of_times(times: Sequence[Timex]) -> Dated | None:
    """Return the reporting period among the times of one sentence, if they have one: a quarter, else another."""
    reporting = [time for time in times if time.period and _REPORTING.fullmatch(time.period.code)]
    reporting = [time for time in reporting if time.period and end_of_quarter(time.period.code)] or reporting
    same = len({time.period for time in reporting}) == 1
    return Dated(reporting[0].period, _RULE, reporting[0].span, seen=True) if same else None


def _year_told(sentence: Span, read: Annotated) -> Dated | None:
    """Return the year that a sentence without figures is about: "For Acme, 2024 was a hard year"."""
    found = _YEAR_WAS.search(read.text, sentence.start, sentence.end)
    times = read.within(read.timexes, sentence) if found and not read.within(read.figures, sentence) else ()
    if found is None or len(times) != 1 or times[0].period is None or times[0].period.code != found[1]:
        return None
    return Dated(times[0].period, _RULE, times[0].span, seen=True)


def _looks_back(sentence: Span, figures: Sequence[Told], read: Annotated) -> bool:
    """Tell whether a sentence only tells of a year before: "In the same quarter of 2023 it was $2 billion"."""
    times = read.within(read.timexes, sentence)
    if times and _HAD_BEEN.match(read.text, sentence.start):
        return True
    if not times or not all(_EARLIER.match(read.fold, time.span.start) for time in times):
        return False
    back = {time.period for time in times}
    return not any(one.period and one.period not in back for one in figures)


def same_house(one: Entity | None, other: Entity | None) -> bool:
    """Tell whether two are one, or a company and what it makes or owns, whose results are told together."""
    if one == other or one is None or other is None:
        return one == other
    return other in _house(one) or one in _house(other)


@lru_cache(maxsize=1024)
def _house(entity: Entity) -> frozenset[Entity]:
    return frozenset((*registry().related(entity, "makes"), *registry().related(entity, "parentOf")))


def _of_figures(figures: Sequence[Told]) -> Dated | None:
    """Return the reporting period of the figures of a sentence, if they have one in common but for the year."""
    dated = [one for one in figures if one.period and _REPORTING.fullmatch(one.period.code) and not _is_deal(one)]
    latest = max(dated, key=lambda one: one.period.code if one.period else "", default=None)
    same = latest and len({_CALENDAR_YEAR.sub("", one.period.code) for one in dated if one.period}) == 1
    return Dated(latest.period, _RULE, latest.figure.span) if latest and same else None


def _is_deal(one: Told) -> bool:
    """Tell whether a figure is of what was done once in a month: no result, nor a rate."""
    month = one.period is not None and month_of(one.period.code) is not None
    return month and one.figure.quantity.unit != "percent" and "perPeriod" not in facts(one.reading.measure)


def _of_past_year(figures: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the year, over by the report's date, that all figures of one sentence are of."""
    codes = {one.period.code if one.period else "" for one in figures}
    code, as_of = next(iter(codes)), read.document.as_of
    if len(codes) != 1 or not _CALENDAR_YEAR.fullmatch(code) or as_of is None or code >= as_of[:4]:
        return None
    return Dated(figures[0].period, _RULE, figures[0].figure.span)


def named_before(figure: Figure, sentence: Span, index: int, told: Iterator[Told], read: Annotated) -> Dated | None:
    """Return the quarter or year last told where the figure is one "for the quarter", "for the year", else None.

    `told` is what was told before, the last first. What stands behind the figure, up to the next, tells before what
    stands before it.
    """
    start, end = figure.span.start, figure.span.end
    last = min(sentence.end, end + _BESIDE)
    following = (one.span.start for one in read.within(read.figures, Span(end, last)))
    behind = end, min(following, default=last)
    for first, stop in (behind, (max(sentence.start, start - _BESIDE), start)):
        if found := _points_back(read.text, first, stop):
            kind, back, span = found
            return _last_told(kind, index - back, told, span)
    return None


def _points_back(text: str, first: int, last: int) -> tuple[re.Pattern[str], int, Span] | None:
    """Return what "the quarter", "the period" or "the year" points back to, how far, and its words."""
    quarter = text.find("quarter", first, last) >= 0 or text.find("three", first, last) >= 0
    if quarter and (found := _THE_QUARTER.search(text, first, last)):
        return _QUARTER, _QUARTER_BACK, Span(*found.span())
    if found := _THE_PERIOD.search(text, first, last):
        return _REPORTING, _YEAR_BACK, Span(*found.span())
    if text.find(" year", first, last) >= 0 and (found := _THE_YEAR.search(text, first, last)):
        return _YEAR, _YEAR_BACK, Span(*found.span())
    return None


def year_ahead(figure: Figure, sentence: Span, who: Entity | None, read: Annotated) -> Dated | None:
    """Return the report's year for what a company foresees "for the year", none where its year is another."""
    near = max(sentence.start, figure.span.start - _BESIDE), min(sentence.end, figure.span.end + _BESIDE)
    found = _THE_YEAR.search(read.text, *near) if read.text.find(" year", *near) >= 0 else None
    if found is None and figure.quantity.unit == "percent":
        found = _BY_YEAR.search(read.text, *near)
    calendar = calendar_of(who) if who else None
    if found is None or read.document.as_of is None or (calendar and calendar.month != MONTHS):
        return None
    return Dated(Period(read.document.as_of[:4]), "year-ahead", Span(*found.span()))


def _last_told(kind: re.Pattern[str], first: int, told: Iterator[Told], span: Span) -> Dated | None:
    """Return the last period of a kind told since the sentence `first`, the latest of those its sentence tells."""
    last: Told | None = None
    codes: list[str] = []
    for one in told:
        if one.sentence < (last.sentence if last else first):
            break
        if one.period and kind.fullmatch(one.period.code):
            last = one
            codes.append(one.period.code)
    return Dated(Period(max(codes)), _RULE, span) if codes else None

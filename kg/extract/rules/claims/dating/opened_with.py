"""The results that a story opens with, the quarter just over, and the year before that a value fell or rose from.

A story about results names their period once, in its first sentences, and goes on with margins, costs and segments for
paragraphs. These rules are asked last, where the sentences right before tell nothing.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.dating import older_side
from kg.extract.rules.claims.dating.results import compares, only_held, same_house, told_without_figures
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import Told
from kg.extract.rules.measures.terms import ancestors, facts
from kg.extract.rules.subjects.calendars import calendar_of
from kg.extract.rules.temporal.dates import (
    end_of_quarter,
    parsed,
    quarter_before,
    quarter_of,
    shifted_quarter,
    span_of_months,
    year_before,
)
from kg.extract.rules.temporal.scene import MONTHS, RESULTS
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Period, Span

_HELD_REACH = 2
_OPENING = 6
"""How many sentences from the start the results are announced in."""
_STRETCH = re.compile(r"FY.*|[0-9]{4}|.*-(?:Q|H)[1-4].*|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")
"""Periods that results are told for; no single month."""
_LASTING = Construction(r"\b(?:has|have|{time-adverbs:present|time-adverbs:each-year}|a\syear|per\syear)\b")
"""What makes a figure one of more than the period told of: "has saved $3 billion", "costs $4 billion a year"."""
_THE_QUARTER = (
    r"\b(?:[Ii]n|[Ff]or|[Dd]uring)\sthe\s{time-nouns:quarter}\b(?!\s(?:[a-z]+ed|to|of|when|that|after|before)\b)"
)
_QUARTERLY = Construction(
    r"(?:\b(?i:{time-adverbs:each-quarter})\s|" + _THE_QUARTER + r")(?=[^,;:.]*(?:,\sat\s[^,;:.]*)?\Z)"
)
_FOR_QUARTER = Construction(r"[^,;:.]*" + _THE_QUARTER)
_IN_QUARTERLY = Construction(r"\s{change-noun}\s(?:in|of)\s(?:its\s)?(?:[a-z-]+\s)?{time-adverbs:each-quarter}\s[a-z]")
_HALF_YEARLY = Construction(r"\b(?i:{time-adverbs:each-half}|(?P<longer>{time-adverbs:nine-months}))\s")
_THE_YEAR = (
    r"\b(?:[Ii]n|[Ff]or|[Oo]ver|[Dd]uring)\sthe\s(?:(?:{whole-of})\s)?year\b(?:\sas\sa\swhole\b)?"
    r"(?!\s(?:to|through|until|[a-z]+ed|of|when|that|before|after|earlier|since|in|20)\b)"
)
_YEARLY = Construction(
    r"(?:\b(?i:{year-as-a-whole}|{time-adverbs:each-year})\s(?:[a-z-]+\s){1,4}(?:{change-verb|notions:amounts-to}|was|were)\s"
    r"|\b{booking}\s(?:an?\s)?(?i:{year-as-a-whole}|{time-adverbs:each-year})\s|" + _THE_YEAR + r")(?=[^;:.]*\Z)"
)
_FOR_YEAR = Construction(r"[^,;:.]*" + _THE_YEAR)
_SINCE_WHEN = re.compile(r"\bsince\s[^;.]*,\swhen\s[^;]*\Z")
"""What makes a result an old one: "the most since the second quarter of 2022, when it earned $4 billion"."""
_NAMES = ("uarter", "alf-year", "-month")
_BESIDE = 70
_QUARTER = 3
_PROFIT, _LOSS = "profit", "loss"


def opened_with(case: Case, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the period of the results that the text opens with, unless it has told of another since.

    "Acme earned $2 billion in the third quarter. [...] Its cloud unit brought in $9 billion, up 8%."
    """
    of_period = "true" in case.facts.get("perPeriod", ())
    if who is None or not (of_period or case.figure.quantity.unit == "percent") or compares(case.index, read):
        return None
    first = _first_and_only(told, who, case.code, read)
    if first is None:
        announced = _announced(case, who, told, read) if of_period else None
        return None if announced and of_half(case, announced.period, read.text) else announced
    if first.period is None or not _goes_on(case, first):
        return None
    if _LASTING.search(read.text, case.sentence.start, case.figure.span.start):
        return None
    if of_half(case, first.period, read.text):
        return None
    return Dated(first.period, "opened-with", first.figure.span)


def _goes_on(case: Case, first: Told) -> bool:
    """Tell whether a figure can be one more of the results: another rate of a month, anything reached in a stretch.

    A year's budget is none: "spent $9 billion in 2024" says nothing of the sales told later.
    """
    code = first.period.code if first.period else ""
    if not _STRETCH.fullmatch(code):
        rate = case.figure.quantity.unit == "percent"
        lasts = not {"perPeriod", "dayPeriod"} & case.facts.keys()
        return rate and lasts and first.reading.measure == case.code
    budget = code.isdecimal() and "announcedMode" in facts(first.reading.measure)
    return "true" in case.facts.get("perPeriod", ()) and not budget


def of_half(case: Case, period: Period | None, text: str) -> bool:
    """Tell whether a result is called one of half a year or more, while `period` is a quarter."""
    end = case.figure.span.end
    if period is None or end_of_quarter(period.code) is None:
        return False
    return _HALF_YEARLY.search(text, end, min(case.sentence.end, end + _BESIDE)) is not None


def _announced(case: Case, who: Entity, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the quarter that one of the first sentences, of figures with none but those of shares, tells of.

    "Acme's shares fell 6% on Thursday after a third quarter of cheaper freight. It earned $3 billion."
    """
    if any(one.period and _is_result(one, who, case.code) for one in told):
        return None
    figured = {one.sentence for one in told if "true" not in facts(one.reading.measure).get("dayPeriod", ())}
    for index, sentence in enumerate(read.sentences[: min(_OPENING, case.index)]):
        if sentence.headline:
            continue
        if index in figured:
            return None
        found = told_without_figures(sentence.span, who, read)
        if found and found.period and end_of_quarter(found.period.code):
            return Dated(found.period, "opened-with", found.span)
    return None


def _first_and_only(told: Sequence[Told], who: Entity, code: str, read: Annotated) -> Told | None:
    """Return the result told first, where what was told since is of its period or a year or quarter back."""
    first: Told | None = None
    before: set[str | None] = set()
    for one in told:
        if first is None and one.sentence > _OPENING:
            return None
        if not _is_result(one, who, code) or one.period is None or (first and one.period == first.period):
            continue
        if one.period.code in before or _is_base(one, read):
            continue
        if first is not None:
            return None
        first, before = one, {year_before(one.period.code), quarter_before(one.period.code)}
    return first


def _is_base(one: Told, read: Annotated) -> bool:
    """Tell whether a figure is one that another is held against."""
    sentence = read.sentences[one.sentence].span
    if _SINCE_WHEN.search(read.text, sentence.start, one.figure.span.start):
        return True
    return only_held(one.figure, read.text) or older_side.opens(one.figure, sentence, read.text)


def _is_result(one: Told, who: Entity, code: str) -> bool:
    """Tell whether a figure is what somebody, or somebody's parts, reached in a period."""
    if one.mode != "actual" or one.figure.role == "from" or not same_house(one.subject, who):
        return False
    return one.reading.measure == code or "true" in facts(one.reading.measure).get("perPeriod", ())


def part_over(case: Case, who: Entity | None, read: Annotated) -> Dated | None:
    """Return the part of a year that was over last by the report's date, for what is called quarterly or half-yearly.

    Half a year, or three quarters, is told of in the quarter behind it.
    """
    start, end = case.figure.span.start, case.figure.span.end
    first, last = max(case.sentence.start, start - _BESIDE), min(case.sentence.end, end + _BESIDE)
    if all(read.text.find(word, first, last) < 0 for word in _NAMES):
        return None
    found = (
        _QUARTERLY.search(read.text, first, start)
        or _FOR_QUARTER.match(read.text, end, last)
        or _IN_QUARTERLY.match(read.text, end, last)
    )
    half = None if found else _HALF_YEARLY.search(read.text, first, last)
    report = parsed(read.document.as_of)
    calendar = calendar_of(who) if who else None
    if not (found or half) or report is None or report.quarter is None:
        return None
    if found:
        quarterly = calendar is None or not calendar.month % _QUARTER
        code = shifted_quarter(report.year, report.quarter, -1)
        return Dated(Period(code), "quarter-over", Span(*found.span())) if quarterly else None
    months = 2 * _QUARTER + (_QUARTER if half and half["longer"] else 0)
    if half is None or (report.quarter - 1) * _QUARTER != months or (calendar and calendar.month != MONTHS):
        return None
    return Dated(Period(span_of_months(report.year, 1, months)), "quarter-over", Span(*half.span()))


def year_over(case: Case, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the year just over for a result of a full year, told in the first months of the next.

    It is that of the fourth quarter told of before, if one is. An annual amount is one only where it is said to have
    become so much.
    """
    start, end = case.figure.span.start, case.figure.span.end
    first, last = max(case.sentence.start, start - _BESIDE), min(case.sentence.end, end + _BESIDE)
    if all(read.fold.find(word, first, last) < 0 for word in ("year", "annual")):
        return None
    calendar = calendar_of(who) if who else None
    year = None if calendar and calendar.month != MONTHS else _year_over(told, read)
    found = year and (_YEARLY.search(read.text, first, start) or _FOR_YEAR.match(read.text, end, last))
    return Dated(Period(str(year)), "year-over", Span(*found.span())) if found else None


def _year_over(told: Sequence[Told], read: Annotated) -> int | None:
    """Return the year of the quarter told last, if that is its fourth, else the one before that of an early report."""
    last = next((quarter for one in reversed(told) if one.period and (quarter := quarter_of(one.period.code))), None)
    if last and last[1] == MONTHS // _QUARTER:
        return last[0]
    report = parsed(read.document.as_of)
    return report.year - 1 if report and report.month and report.month <= RESULTS else None


def _are_one_result(newer: str, older: str) -> bool:
    """Tell whether two values are of one measure, or one a profit and the other a loss, into which that turned."""
    if newer == older:
        return True
    kinds = {newer, older}
    return _LOSS in kinds and (kinds - {_LOSS}).issubset(
        {_PROFIT, *(one for one in kinds if _PROFIT in ancestors(one))}
    )


def year_of_old(case: Case, told: Sequence[Told]) -> Dated | None:
    """Return the like period of the year before for a value that a result rose or fell from.

    "Revenue in the quarter fell to $2 billion from $3 billion".
    """
    newer = told[-1] if told else None
    if newer is None or newer.sentence != case.index or newer.period is None or newer.figure.role == "from":
        return None
    alike = (
        _are_one_result(newer.reading.measure, case.code) and newer.figure.quantity.unit == case.figure.quantity.unit
    )
    if not alike or newer.mode != "actual" or not _STRETCH.fullmatch(newer.period.code):
        return None
    if held := _held_before(newer, told):
        return Dated(held.period, "year-before", held.figure.span)
    code = year_before(newer.period.code)
    return Dated(Period(code, newer.period.of), "year-before", newer.figure.span) if code else None


def _held_before(newer: Told, told: Sequence[Told]) -> Told | None:
    """Return the older value that the result before, of the same period, was held against.

    "Profit was $2 billion, down from $3 billion in the fourth quarter. Sales were $8 billion, down from $9 billion".
    """
    for newest, old in zip(reversed(told[:-1]), reversed(told), strict=False):
        if newer.sentence - old.sentence > _HELD_REACH:
            return None
        if old.figure.role == "from" and old.period and newest.sentence == old.sentence != newer.sentence:
            return old if newest.period == newer.period and newest.subject == newer.subject else None
    return None

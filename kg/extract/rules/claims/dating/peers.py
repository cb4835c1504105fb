"""The time of a figure from the one it goes with: a part, the same said another way, or what somebody else reached.

"Acme cut 9,000 jobs in January, 4,000 of them in Spain", "$9 billion, or 8% of sales", "Acme sold 9 million phones in
2024. Borealis sold 8 million." Asked where neither the sentence nor the account of results before gives a time.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.dating import older_side
from kg.extract.rules.claims.dating.clauses import RATE
from kg.extract.rules.claims.dating.results import only_held
from kg.extract.rules.claims.dating.sight import Dated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.claims.told import INTENDED, Told, goes_on
from kg.extract.rules.measures.terms import GROWTH, OTHER, ancestors
from kg.extract.rules.temporal.dates import month_of
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity

_ACTUAL = "actual"
_INFLATION = "inflation-rate"
_YEAR = re.compile(r"20[0-9]{2}")
_LASTING = Construction(
    r"\b(?:is|are|has|have|{time-adverbs:present|time-adverbs:each-year}|(?:an?|per|each|every)\s{time-nouns:reporting})\b"
)
"""What makes a figure one of now, or of more than the time told of."""
_THEM = re.compile(r"\sof\s(?:them|those|these)\b")
_BRACKET, _BRACKETED = 24, re.compile(r"\s\((?:(?!from\b|than\b)[a-z]+\s){0,2}")
_CLOSED = re.compile(r"(?:\s(?:an?|per)\s[a-z]+)?\)")
_PEER_REACH, _PLAN_REACH = 1, 3


def gone_with(case: Case, who: Entity | None, how: str, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the period of the figure that this one is a part of, says another way or is set beside."""
    if case.figure.role == "from":
        return None
    total = case.carried.total
    if total and total.period and total.mode == how and case.index - total.sentence <= _PEER_REACH:
        return Dated(total.period, "part-of", total.figure.span)
    last = told[-1] if told else None
    if last and last.mode == how and _of_them(last, case, read.text):
        return Dated(last.period, "part-of", last.figure.span) if last.period else None
    return _of_peer(case, who, told, read) if how == _ACTUAL else _of_peers_plan(case, who, how, told, read)


def in_brackets(case: Case, told: Sequence[Told], text: str) -> Dated | None:
    """Return the period of the figure that this one says again in brackets right behind: "$2 billion ($0.64)"."""
    last, span = told[-1] if told else None, case.figure.span
    if last is None or last.sentence != case.index or not 0 < span.start - last.figure.span.end < _BRACKET:
        return None
    again = _BRACKETED.fullmatch(text, last.figure.span.end, span.start) and _CLOSED.match(text, span.end)
    if not again or last.period is None or case.figure.role == "from":
        return None
    return Dated(last.period, "another-way", last.figure.span, seen=True)


def of_month(case: Case, who: Entity | None, told: Sequence[Told]) -> Dated | None:
    """Return the month whose statistics a report goes on with: "Prices rose 4% in May. Food inflation held at 5%."."""
    if case.figure.quantity.unit != "percent" or not _is_statistic(case.code, who) or case.figure.role == "from":
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PEER_REACH:
            return None
        if _is_statistic(one.reading.measure, one.subject) and one.figure.role != "from" and one.mode == _ACTUAL:
            month = one.period and month_of(one.period.code)
            return Dated(one.period, "statistics", one.figure.span) if month else None
    return None


def _is_statistic(code: str, who: Entity | None) -> bool:
    """Tell whether a rate is one that an office of statistics counts by the month."""
    place = who is not None and who.kind == "Place"
    if code in (_INFLATION, OTHER):
        return place or (who is None and code == _INFLATION)
    return (place or who is None) and GROWTH in (code, *ancestors(code))


def _of_them(last: Told, case: Case, text: str) -> bool:
    """Tell whether some of those counted right before are counted: "4,000 of them"."""
    counted = case.figure.quantity.unit == last.figure.quantity.unit == "count"
    near = case.index - last.sentence <= _PEER_REACH
    return counted and near and _THEM.match(text, case.figure.span.end) is not None


def _of_peers_plan(case: Case, who: Entity | None, how: str, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the year, not over yet, for which another company right before has planned so much of the same."""
    as_of = read.document.as_of
    if who is None or as_of is None or how not in INTENDED or "announcedMode" not in case.facts:
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PLAN_REACH:
            return None
        if one.period is None or one.figure.quantity.unit != case.figure.quantity.unit or one.figure.role == "from":
            continue
        code = one.period.code
        planned = one.mode in INTENDED and one.subject is not None and goes_on(case.code, one.reading.measure)
        ahead = _YEAR.fullmatch(code) is not None and code >= as_of[:4]
        return Dated(one.period, "peer", one.figure.span) if planned and ahead else None
    return None


def _beside_count(case: Case, who: Entity, last: Told, read: Annotated) -> Dated | None:
    """Return the period of a count right before for the change told with it: "sold 9 million, 28% more"."""
    beside = last.sentence == case.index and last.subject == who and last.figure.quantity.unit == "count"
    if not beside or case.figure.quantity.unit != "percent" or last.period is None:
        return None
    older = older_side.opens(last.figure, case.sentence, read.text)
    return None if older else Dated(last.period, "peer", last.figure.span)


def _of_peer(case: Case, who: Entity | None, told: Sequence[Told], read: Annotated) -> Dated | None:
    """Return the period in which somebody else, right before, counted so many of the same."""
    if who is None or "true" not in case.facts.get("perPeriod", ()):
        return None
    if case.figure.quantity.unit != "count":
        return _beside_count(case, who, told[-1], read) if told else None
    if _LASTING.search(read.text, case.sentence.start, case.figure.span.start) or RATE.match(
        read.text, case.figure.span.end
    ):
        return None
    for one in reversed(told):
        if case.index - one.sentence > _PEER_REACH:
            return None
        sentence = read.sentences[one.sentence].span
        held = only_held(one.figure, read.text) or older_side.opens(one.figure, sentence, read.text)
        alike = one.reading.measure == case.code and one.figure.quantity.unit == case.figure.quantity.unit
        if alike and not held and one.subject not in (None, who):
            return Dated(one.period, "peer", one.figure.span) if one.period and one.mode == _ACTUAL else None
    return None

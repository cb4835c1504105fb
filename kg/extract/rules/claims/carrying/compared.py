"""The older or other value that a figure of its sentence is compared with: "$9 billion, up from $7 billion".

Both measure the same, whatever else the sentence goes on to tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.told import Carried, Told, taken
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import GROWTH, OTHER, at_most, generic
from kg.extract.rules.text.constructions import Construction

_AGAINST = Construction(
    r"\b(?:{comparison}|against|than|(?:up|down) from|{outstripping}(?=\sthe))\s(?:the\s|its\s)?(?:[a-z]+\s)?\Z"
)
_CHANGED_ON = Construction(r"\ban?\s(?:[a-z-]+\s)?{change-noun}\s(?:on|from)\s(?:the\s|its\s)(?:[a-z]+\s)?\Z")
"""What leads to an older value by a noun for a change: "inflation was 3%, a jump on the 2% in May"."""
_TO = Construction(r"\sto\s(?:{grammar:focus|bounds:*}\s)*")
_IT_SPENT = Construction(
    r"\s(?:that\s|which\s)?(?:it|they|[A-Z][\w&.-]+)\s(?:has\s|had\s|have\s|also\s|will\s|would\s)?(?:{awaiting|planning}\s(?:to\s)?)?{notions:spend|notions:invest}\b"
)
_IT_PAID = Construction(
    r"\s(?:that\s|which\s)?(?:it|they|he|she|[A-Z][\w&.-]+(?:\s[A-Z][\w&.-]+)?)\s(?:had\s)?(?:[a-z]+ly\s)?{paid-for-firm}\b"
)
_WORTHS = frozenset({"market-capitalisation", "valuation"})
_IT_WOULD = re.compile(r"\s(?:that\s|which\s)?(?:it|they|he|she|[A-Z][\w&.-]+)\s(?:would|could|might)\shave\b")
"""What did not come true of the amount that another is held against: "than the $9 billion it would have made"."""
_PAST = re.compile(r"\b(?:above|below|beyond|short\sof)\s(?:the\s)?\Z")
_PLEDGED = Construction(
    r"\s(?:that\s|which\s)?(?:(?:it|they)\s)?(?:[a-z]+ly\s|had\s|was\s|were\s)?{notions:commit|estimating|planning}\b"
)
_FORECAST_OF = Construction(
    r"\b(?:{comparison}|against|than|from|above|below|ahead\sof|short\sof|{surpassing|outstripping})\s"
    r"(?:[\w’'-]+\s){0,4}?{outlook|expectation}\s(?:of|at|for)\s(?:[a-z]+\s){0,3}\Z"
)
LEAD_REACH = 60
"""How far (characters) before a value the words that lead to it are looked for."""
_FORECAST_REACH = 90
_MARK_BEFORE = Construction(r"\b{comparison|beside-mark|over-mark|surpassing|outstripping}\s(?:the\s)?(?:[a-z]+\s)?\Z")
_FORESEEN_BEHIND = Construction(
    r"\s(?:[\w-]+\s){0,2}?(?:(?:that|which)\s)?(?:(?i:{foreseers})\b|(?:was\s|had\sbeen\s)?{forecasts:verb}\b)"
    r"|\s{mean-of}\s(?:of|among|from|in)\s(?:[\w’'-]+\s){0,3}?{expectation}\b"
)
_WHOSE_MARK = Construction(
    r"\b{comparison|beside-mark|over-mark|surpassing|outstripping}\s(?:the\s|an?\s)?(?:(?:[A-Z]\w+\s)?[A-Z]\w+['’]s?\s|(?i:{foreseers})['’]\s|[a-z]+\s)?\Z"
)
_ESTIMATE_BEHIND = Construction(r"(?:\s|-)(?:(?!(?:and|as|after|in|of|on|for)\s)[\w-]+\s){0,3}?{expectation}\b")
_NEXT_CLAUSE = re.compile(r"[,—–]|\s-\s|\b(?:and|as|after|when|because|while|since|before|although|though)\b")
_APART = 10_000
"""So many times as large as its older value no amount is."""
_STAFF, _RIGHT_BEHIND = "employees", 4
_OUTLAYS = frozenset({"spending", "investment"})
_SHARE_MOVE = "stock-price-change"
"""What no forecast is of that a company misses: "shares fell 4% as sales were flat, missing the 5% growth forecast"."""


def older(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read the older value of a figure before in the sentence, or what that is compared with."""
    return (_it_paid(figure, own, here[-1], text) or _older(figure, own, here, text)) if here else None


def _older(figure: Figure, own: Reading, here: Sequence[Told], text: str) -> Carried | None:
    """Read an older value told after the newer one, or what the newer one is compared with."""
    fitting = [one for one in here if _is_of_size(figure, one)] or here
    last = next((one for one in reversed(fitting) if one.figure.per == figure.per), fitting[-1])
    foreseen = _is_of_forecast(figure, own, text) or _is_estimate(figure, own, text)
    if foreseen and not (last.reading.measure == _SHARE_MOVE and _tells_much(own)):
        return taken(replace(own, measure=OTHER), last, "older-value")
    if figure.role == "from":
        loose = (
            _says_little(own)
            or _tells_what_follows(own, figure, text)
            or (own.measure in _OUTLAYS and _PLEDGED.match(text, figure.span.end))
        )
        told_before = own.span is not None and own.span.start <= last.figure.span.end + _RIGHT_BEHIND
        loose = loose or (told_before and figure.quantity.unit == "percent")
        loose = loose or (last.reading.measure == _STAFF and figure.noun is None)
        loose = loose and (last.reading.measure != OTHER or not _says_little(own))
        return taken(replace(own, measure=OTHER) if loose else own, last, "older-value")
    at_rate = figure.per is not None and here[-1].figure.per == figure.per
    would = _IT_WOULD.match(text, figure.span.end) is not None and _held_against(figure, text)
    if _is_of_before(figure, own, here[-1], text):
        return taken(replace(own, measure=OTHER), last, "older-value")
    elsewhere = figure.quantity.unit == "percent" and _tells_what_follows(own, figure, text)
    open_ = own.measure == OTHER or at_rate or would or elsewhere or _it_laid_out(figure, own, last, text)
    if not open_ or not (would or is_compared(figure, text)):
        return None
    return taken(replace(own, measure=OTHER), last, "older-value")


def _it_paid(figure: Figure, own: Reading, last: Told, text: str) -> Carried | None:
    """Read what a buyer gave for what is worth more or less now: "$9 billion, below the $12 billion Acme paid"."""
    if last.reading.measure not in _WORTHS or not _IT_PAID.match(text, figure.span.end):
        return None
    return Carried(Reading("acquisition-price", own.score, "older-price", own.span), last)


def _is_of_before(figure: Figure, own: Reading, before: Told, text: str) -> bool:
    """Tell whether how a value is led to ties it to the one before: the one foreseen, the older or the newer one."""
    if own.measure == OTHER and _was_foreseen(figure, text):
        return True
    return _is_newer(figure, own, before, text) or (own.measure in (OTHER, GROWTH) and _is_changed_on(figure, text))


def _is_newer(figure: Figure, own: Reading, before: Told, text: str) -> bool:
    """Tell whether it is what a value moved to, told by a later clause alone: "from $7bn to $9bn, and bought"."""
    if before.figure.role != "from" or before.figure.quantity.unit != figure.quantity.unit or figure.noun is not None:
        return False
    if own.measure in (OTHER, before.reading.measure) or not _tells_what_follows(own, figure, text):
        return False
    return _TO.fullmatch(text, before.figure.span.end, figure.span.start) is not None


def _is_changed_on(figure: Figure, text: str) -> bool:
    """Tell whether a noun for a change leads to an older value: "a jump on the 2% in May"."""
    start = figure.span.start
    return _CHANGED_ON.search(text, max(0, start - LEAD_REACH), start) is not None


def _is_of_size(figure: Figure, one: Told) -> bool:
    """Tell whether a figure can measure what an earlier one does: no share earns $9 billion."""
    value, before = figure.quantity.value, one.figure.quantity.value
    if unit_kind(figure.quantity.unit) == "money" and min(value, before) * _APART < max(value, before):
        return False
    return at_most(figure.quantity.value, one.reading.measure)


def _was_foreseen(figure: Figure, text: str) -> bool:
    """Tell whether a value is the one foreseen of the value before: "short of the 9 million that analysts expected"."""
    led = _MARK_BEFORE.search(text, max(0, figure.span.start - 30), figure.span.start)
    return led is not None and _FORESEEN_BEHIND.match(text, figure.span.end) is not None


def _held_against(figure: Figure, text: str) -> bool:
    start = figure.span.start
    return is_compared(figure, text) or _PAST.search(text, max(0, start - 30), start) is not None


def _it_laid_out(figure: Figure, own: Reading, last: Told, text: str) -> bool:
    """Tell whether only a verb of spending tells the measure: "$9 billion in capex, against $8 billion it spent"."""
    spent = own.measure in _OUTLAYS and last.reading.measure != OTHER
    return spent and _IT_SPENT.match(text, figure.span.end) is not None


def _is_of_forecast(figure: Figure, own: Reading, text: str) -> bool:
    """Tell whether it is what was expected of the value told: "revenue of $9bn, above forecasts of $8bn"."""
    found = _foreseen(figure, text)
    end = figure.span.end + len(" in ")
    named = found is not None and own.span is not None and found.start() <= own.span.start <= end
    return found is not None and not named


def is_foreseen(figure: Figure, text: str) -> bool:
    """Tell whether a figure is a forecast that a value is held against: "above forecasts of $8 billion"."""
    return _foreseen(figure, text) is not None


def _is_estimate(figure: Figure, own: Reading, text: str) -> bool:
    """Tell whether it is what was foreseen of the value told: "revenue of $9bn, above its $8bn forecast"."""
    behind = _ESTIMATE_BEHIND.match(text, figure.span.end)
    led = _WHOSE_MARK.search(text, max(0, figure.span.start - LEAD_REACH), figure.span.start)
    if behind is None or led is None:
        return False
    return own.span is None or own.measure == OTHER or not led.start() <= own.span.start < behind.end()


def _foreseen(figure: Figure, text: str) -> re.Match[str] | None:
    return _FORECAST_OF.search(text, max(0, figure.span.start - _FORECAST_REACH), figure.span.start)


def _tells_what_follows(own: Reading, figure: Figure, text: str) -> bool:
    """Tell whether the clause behind a figure has the words that told it, or some: "from $8bn, as it bought chips"."""
    if own.span is None or own.span.end <= figure.span.end:
        return False
    return _NEXT_CLAUSE.search(text, figure.span.end, max(own.span.start, own.span.end - 1)) is not None


def _says_little(own: Reading) -> bool:
    return own.measure != OTHER and generic(own.measure)


def _tells_much(own: Reading) -> bool:
    return own.measure != OTHER and not generic(own.measure)


def is_compared(figure: Figure, text: str) -> bool:
    """Tell whether an amount stands behind words that hold it against another: "against $8 billion"."""
    return bool(_AGAINST.search(text, max(0, figure.span.start - 30), figure.span.start))

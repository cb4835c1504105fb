"""Amounts that only their verb and their period tell of: what a company takes, foresees for a quarter, or puts by.

"Acme took $9bn in the quarter", "it guides to $9bn for the next quarter", "Beta Bank set aside $9m for claims".
"""

from kg.extract.rules.measures.kinds import MONEY
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.rule import asked
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_REVENUE, _ADVERTISING, _CHARGE, _ROUND = "revenue", "advertising-revenue", "charge", "funding-round"
_FILLED = r"\s(?:{grammar:focus|bounds:*|additive}\s)*\Z"
_TOOK = Construction(r"\b{taking-money}(?:\s(?:in\s)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)?)?" + _FILLED)
_IN_PERIOD = Construction(
    r"\s(?:in|over|for|during)\s(?:the\s|its\s|their\s|that\s|this\s)?(?:[\w-]+\s){0,3}?{time-nouns:unit}s?\b"
    r"|\s(?:last|this)\s(?:[a-z]+\s)?{time-nouns:unit}\b|\sin\s(?:[A-Z][a-z]+\s)?20[0-9]{2}\b"
)
_OF_QUARTER = Construction(r"\s(?:for|in)\s(?:the|its|this)\s(?:[a-z-]+\s){0,3}?quarter\b")
_GUIDES = Construction(r"\b{guiding}" + _FILLED)
_FOR_QUARTER = Construction(
    r"(?:\A|[.!?\n]\s?)(?i:for|in)\s(?:the|this|its)\s(?:[a-z-]+\s){0,3}?quarter\b,?\s"
    r"(?:[A-Za-z][\w’'&.-]*\s){1,8}?{guiding}" + _FILLED
)
_PUTS_BY = Construction(r"\b{putting-by}" + _FILLED)
_FOR_REDRESS = Construction(r"\s(?:for|against|on|over)\s(?:[\w’'-]+\s){0,5}?{redress}\b")
_BANKS = Construction(r"\b(?i:{redress|redress-payer})\b")
_FROM_INVESTORS = Construction(r"\sfrom\s(?:(?!and\b)[\w’'-]+\s){0,3}?(?:{investor-noun}\sand\s)?{investor-noun}\b")
_BRINGS_IN = Construction(r"\b{grossing}" + _FILLED)
_IN_PROFIT = Construction(r"\s(?:in|of)\s(?:[\w-]+\s){0,3}?{notions:profit}\b")
_PROFITS = frozenset({"operating-profit", "profit"})
_BEFORE_CHARGE = frozenset({OTHER, "fine", "grant-funding", "settlement", "spending"})
_MAY_BE = _PROFITS | _BEFORE_CHARGE | {_REVENUE}
_LEAST, _REACH, _NEAR, _LEAD, _AROUND = 1_000_000, 60, 36, 140, 2_000


@asked(MONEY, of=_MAY_BE)
def taken_in(sight: Sight, best: Reading) -> Reading | None:
    """Read what a company takes, guides to or puts by, where no word tells more; None where the verb is another."""
    if sight.figure.quantity.value < _LEAST:
        return None
    return (
        _from_investors(sight, best)
        or _put_by(sight, best)
        or _brought_in(sight, best)
        or _taken_or_guided(sight, best)
    )


def _from_investors(sight: Sight, best: Reading) -> Reading | None:
    """Read what investors give: "took $9bn from lenders and investors"."""
    given = best.measure in (OTHER, _REVENUE) and _FROM_INVESTORS.match(sight.read.text, sight.figure.span.end)
    return Reading(_ROUND, LEAST, "from-investors", sight.figure.span) if given else None


def _put_by(sight: Sight, best: Reading) -> Reading | None:
    """Read what is put by for others who suffered, in its sentence or in a text that tells of such."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    if best.measure not in _BEFORE_CHARGE or not _PUTS_BY.search(text, max(0, start - _NEAR), start):
        return None
    told = _FOR_REDRESS.match(text, end) is not None
    if not told and not text.startswith((" for ", " to "), end):
        told = len({found[0].lower() for found in _BANKS.finditer(text, max(0, start - _AROUND), start)}) > 1
    return Reading(_CHARGE, LEAST, "put-by", sight.figure.span) if told else None


def _brought_in(sight: Sight, best: Reading) -> Reading | None:
    """Read what a period brings in where a profit told beside it is another amount: "2025 will bring in $9bn"."""
    text, start = sight.read.text, sight.figure.span.start
    if best.measure not in _PROFITS or _IN_PROFIT.match(text, sight.figure.span.end):
        return None
    found = _BRINGS_IN.search(text, max(0, start - _NEAR), start)
    return Reading(_REVENUE, LEAST, "taken-in", sight.figure.span) if found else None


def _taken_or_guided(sight: Sight, best: Reading) -> Reading | None:
    """Read what is taken in a period, or foreseen for a quarter, of which no word says what it is."""
    text, start, end = sight.read.text, sight.figure.span.start, sight.figure.span.end
    if best.measure != OTHER:
        return None
    behind = _IN_PERIOD.match(text, end)
    if behind and (found := _TOOK.search(text, max(0, start - _REACH), start)):
        led = text[max(0, found.start() - _REACH) : found.start()].rsplit(maxsplit=1)[-1:]
        advertised = bool(led) and led[0].lower() in words("notions", "advertising")
        return Reading(_ADVERTISING if advertised else _REVENUE, LEAST, "taken-in", sight.figure.span)
    if _OF_QUARTER.match(text, end):
        guided = _GUIDES.search(text, max(0, start - _NEAR), start)
    else:
        lead = max(0, start - _LEAD), start
        guided = _FOR_QUARTER.search(text, *lead) if text.find("quarter", *lead) >= 0 else None
    if guided:
        return Reading(_REVENUE, LEAST, "guided-to", sight.figure.span)
    return None

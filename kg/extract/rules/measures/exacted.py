"""Sums told by the verb around them: what somebody makes from something, and what a court orders them to pay."""

from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.text.constructions import Construction

_PROFIT, _REVENUE, _ADVERTISING = "profit", "revenue", "advertising-revenue"
_FINE, _CONTRACT = "fine", "contract-value"
_MADE = Construction(r"\b{made-money}\s(?:{grammar:focus|bounds:*}\s)*\Z")
_FROM = Construction(r"\s(?:{grammar:adverb}\s)?from\s(?:(?P<advertising>(?:[a-z]+\s)?{notions:advertising})\b)?")
_ORDERED_TO_PAY = Construction(
    r"\b{obliging}\s(?:the\s)?(?:[\w’'&.-]+\s){1,6}?to\s{paying-out}\s(?:{grammar:focus|bounds:*|additive}\s)*\Z"
)
_REACH = 90


def made_from(sight: Sight, best: Reading) -> Reading | None:
    """Read what somebody makes from customers or goods as revenue: "made $9 billion from advertising", no profit."""
    figure, text = sight.figure, sight.read.text
    if unit_kind(figure.quantity.unit) != MONEY or best.measure not in (_PROFIT, _REVENUE):
        return None
    found = _FROM.match(text, figure.span.end)
    if found is None or not _MADE.search(text, max(0, figure.span.start - _REACH), figure.span.start):
        return None
    measure = _ADVERTISING if found["advertising"] else _REVENUE
    return Reading(measure, LEAST, "made-from", figure.span, frame=best.frame)


def ordered_to_pay(sight: Sight, best: Reading) -> Reading | None:
    """Read what somebody is ordered to pay as a fine, where the word for ordering told a contract."""
    figure, text = sight.figure, sight.read.text
    if unit_kind(figure.quantity.unit) != MONEY or best.measure != _CONTRACT:
        return None
    start = figure.span.start
    found = _ORDERED_TO_PAY.search(text, max(0, start - _REACH), start)
    return Reading(_FINE, LEAST, "ordered-to-pay", figure.span, frame=best.frame) if found else None

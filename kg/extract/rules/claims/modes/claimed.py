"""Amounts that somebody claims of another or is offered: in court, as a penalty, or as pay.

"The suit seeks $4 billion", "asked Acme for $4 billion in damages", "is suing it for $4 billion" and "workers sought a
raise of 9%" are demands; "offered a 9% pay rise" is a plan of whoever offers it.
"""

from kg.extract.rules.claims.story import Case
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_DAMAGES = Construction(r"\s(?:in|of)\s(?:[a-z-]+\s){0,2}?{court-money}\b")
_SEEKS = Construction(r"\b(?:{seeking-in-court}\s[^,;]{0,40}|{asking}\s[^,;]{1,40}?\sfor\s(?:{bounds:*}\s)*)\Z")
_CLAIMANT = Construction(
    r"\b(?i:{claimants})\s(?:(?:at|in|of|for)\s(?:[\w’'&.-]+\s){1,3}?|against\s(?:[\w’'&.-]+\s){1,4}?)?"
    r"(?:(?:has|have|had|is|are|was|were|also|now)\s){0,2}{seeking-in-court}\s(?:(?!(?:to|for)\b)[\w’'-]+\s){0,5}\Z"
)
_SUES_FOR = Construction(r"\b{suing}\s[^,;]{1,60}?\sfor\s(?:{grammar:focus|bounds:*}\s)*\Z")
_SOUGHT_PAY = Construction(
    r"\b{seeking-in-court|asking}\s(?:for\s)?(?P<of>(?:an?\s)?{pay-rise}\sof\s)?(?:(?:an?|{bounds:*})\s)*\Z"
)
_OFFERED_PAY = Construction(
    r"\b{making-offers}\s(?:(?:its|their|the|his|her)\s(?:[a-z]+\s){1,3}?|[a-z]+\s)?"
    r"(?P<of>(?:an?\s)?{pay-rise}\sof\s)?(?:(?:an?|{bounds:*})\s)*\Z"
)
_RISE = Construction(r"\s{pay-rise}\b")
_REACH = 90


def sought(case: Case, text: str) -> Span | None:
    """Return the word by which somebody demands the amount of another: "the suit seeks $4 billion in damages"."""
    span, money = case.figure.span, case.figure.quantity.unit.isupper()
    start = max(case.sentence.start, span.start - _REACH)
    patterns = [_SEEKS] if _DAMAGES.match(text, span.end) else []
    if money:
        patterns += [_CLAIMANT, _SUES_FOR]
    found = next((one for pattern in patterns if (one := pattern.search(text, start, span.start))), None)
    if found:
        return Span(*found.span())
    return _of_pay(_SOUGHT_PAY, case, text)


def offered_pay(case: Case, text: str) -> Span | None:
    """Return the word by which a rise in pay is offered: "offered its staff a 9% pay rise"."""
    return _of_pay(_OFFERED_PAY, case, text)


def _of_pay(pattern: Construction, case: Case, text: str) -> Span | None:
    span = case.figure.span
    if case.figure.quantity.unit != "percent":
        return None
    found = pattern.search(text, max(case.sentence.start, span.start - _REACH), span.start)
    return Span(*found.span()) if found and (found["of"] or _RISE.match(text, span.end)) else None

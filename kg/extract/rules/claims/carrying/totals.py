"""Amounts that are a part of one told before: "$9bn, of which $2bn", "including $2bn from Acme", "Of that, $2bn"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.claims.told import Carried, Told, taken
from kg.extract.rules.measures.kinds import MONEY, unit_kind
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.terms import OTHER, facts
from kg.extract.rules.text.constructions import Construction

_OF_WHICH = re.compile(r"\b(?:(?:out )?of which|including)[,\s]\s?(?:[\w’'-]+\s){0,4}\Z")
_FROM = re.compile(r"\s(?:each\s)?from\s[A-Z]")
_AND_FROM = re.compile(r"\bincluding\s[^.;:]{2,60}?\sfrom\s[^.;:]{2,60}?(?:,|\sand)\s(?:[\w’'-]+\s){0,2}\Z")
_OF_THAT = Construction(
    r"[.!?][”\"]?\s+(?:Out )?[Oo]f (?:that|this|the {amount})(?: {amount|expenditure})?,?\s(?:[\w’'-]+\s){0,4}\Z"
)


def total_of(figure: Figure, sentence: int, text: str, told: Sequence[Told]) -> Told | None:
    """Return the amount that this one is a part of: the nearest larger one."""
    if unit_kind(figure.quantity.unit) != MONEY:
        return None
    for one in reversed(told):
        if sentence - one.sentence > 1:
            return None
        between = text[one.figure.span.end : figure.span.start]
        joined = _OF_WHICH if sentence == one.sentence else _OF_THAT
        shared = _FROM.match(text, figure.span.end) is not None and _AND_FROM.search(between)
        larger = one.figure.quantity.unit == figure.quantity.unit and one.figure.quantity.value > figure.quantity.value
        worth = "valued" in facts(one.reading.measure).get("subjectRole", ())
        if larger and not worth and (shared or joined.search(between)):
            return one
    return None


def part_of(total: Told | None, figure: Figure, own: Reading, text: str) -> Carried | None:
    """Read who gives a part of the whole: "raise $9bn at a valuation of $60bn, including $2bn from Acme"."""
    if total is None or total.reading.measure == OTHER or _FROM.match(text, figure.span.end) is None:
        return None
    ahead = own.span is not None and total.figure.span.end < own.span.start < figure.span.start
    apart = ahead or own.measure == OTHER
    return taken(replace(own, measure=OTHER), total, "part-of-total") if apart else None

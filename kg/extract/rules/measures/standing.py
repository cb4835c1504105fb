"""What a figure measures by how it stands, where words tell nothing or no more than that it is a change."""

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.frames import CHANGE
from kg.extract.rules.measures.kinds import MONEY, RANK, unit_kind
from kg.extract.rules.measures.modifiers import word_behind
from kg.extract.rules.measures.nearby import LEAST
from kg.extract.rules.measures.reading import Reading
from kg.extract.rules.measures.sight import Sight
from kg.extract.rules.measures.terms import GROWTH, OTHER
from kg.extract.rules.text.constructions import Construction
from kg.lexicon import codes
from kg.lexicon.wordlists import words
from kg.model import Span

_SHARE_MOVE, _SHARE_PRICE, _SHARE_COSTS = "stock-price-change", "price-per-share", 1_000
_SHARES = "share-price"
_PRICE, _INVESTED = "price", "investment"
_THOSE = "those"
"""Stands for the noun told before, which alone tells the measure: "prices of A rose 4% and those of B 9%"."""
_TO_PRICE = Construction(
    r"\s(?:to|at)\s(?:{bounds:about|bounds:more_than|bounds:at_least|bounds:up_to|bounds:at_most}\s)?"
)
_EACH = Construction(r"\s{notions:each}\b")
_EACH_AT = Construction(r"\beach\s(?:{pricing}\s(?:at|for)|{costing})\s(?:{grammar:focus|bounds:about}\s)?\Z")
_EACH_REACH, _PIECE_COSTS = 40, 1_000_000
_AT_OR_FOR = Construction(r"\s(?:at|for)\s(?:{grammar:focus|bounds:about}\s)?\Z")
_AT = Construction(r"\s(?:at|to)\s(?:{grammar:focus|bounds:about}\s)?\Z")

_BEFORE = r"\s(?:{grammar:focus|bounds:about|bounds:more_than|bounds:at_least}\s)?\Z"
_COSTS = Construction(r"\b{costing}" + _BEFORE)
_PUT = Construction(r"\b{putting}\s(?:[a-z]+\s){0,2}\Z")
_INTO = re.compile(r"\s(?:into|in)\s")
_TRADED = Construction(r"\s{trading}\sat" + _BEFORE)
_MOVED = Construction(r"\s(?:{adverb}\s)?{verbs:moving}" + _BEFORE)


def by_place(sight: Sight, best: Reading) -> Reading:
    """Return what a figure measures by how it stands, where words tell nothing or no more than that it is a change."""
    figure, kind = sight.figure, unit_kind(sight.figure.quantity.unit)
    if kind == "percent":
        return _percentage(sight, best)
    if best.measure != OTHER:
        return best
    if kind == MONEY and _prices_share(figure, sight):
        return Reading(_SHARE_PRICE, LEAST, "share-price", figure.span)
    if kind == MONEY and (stands := _amount_by_verb(sight)):
        return Reading(stands, LEAST, "verb", figure.span)
    if figure.per in _prices():
        return Reading(_prices()[figure.per], LEAST, "per", figure.span)
    return Reading(RANK, 0.0, "unit", figure.span) if kind == RANK else best


def _percentage(sight: Sight, best: Reading) -> Reading:
    """Return what a percentage measures by how it stands: a move of a share's price, or some change."""
    figure, asked = sight.figure, best.frame
    if _moves_share_price(figure, sight):
        return Reading(_SHARE_MOVE, LEAST, "to-price", figure.span, frame=asked)
    if asked != CHANGE:
        return best
    if _of_a_company(_MOVED, sight):
        return Reading(_SHARE_MOVE, LEAST, "moved-as-shares-do", figure.span, frame=asked)
    return Reading(GROWTH, LEAST, "frame", figure.span, frame=asked) if best.measure == OTHER else best


def measures_else(sight: Sight, asked: str | None) -> bool:
    """Tell whether a percentage is one of a noun that no measure stands for: "a 9% premium", "coal stocks rose 9%"."""
    figure, head = sight.figure, sight.head
    if asked == CHANGE and head is not None and (not head.vague or head.word == _THOSE) and not sight.heads(sight.told):
        return True
    if figure.quantity.unit != "percent":
        return False
    return word_behind(sight.read.text, figure.span.end) in words("notions", "unmeasured")


def price_of_each(sight: Sight, best: Reading) -> Reading | None:
    """Read what one of several things costs: "30 cars at $20,000 each", "cars, each valued at $20,000"; else None."""
    figure, text = sight.figure, sight.read.text
    if unit_kind(figure.quantity.unit) != MONEY or best.measure in (_PRICE, _SHARE_PRICE):
        return None
    counted = any(one.quantity.unit == "count" and one.span.end <= figure.span.start for one in sight.others)
    before = max(0, figure.span.start - _EACH_REACH), figure.span.start
    led = _EACH_AT.search(text, *before) or (_EACH.match(text, figure.span.end) and _AT_OR_FOR.search(text, *before))
    piece = counted or figure.quantity.value < _PIECE_COSTS
    return Reading(_PRICE, LEAST, "each", figure.span) if led and piece else None


@cache
def _prices() -> Mapping[str | None, str]:
    """Return what an amount is per -> the measure that it then has unless words tell another (`kg:priceOf`)."""
    listed = codes.scheme("measures").values()
    return {noun: measure.code for measure in listed for noun in measure.facts.get("priceOf", ())}


def _prices_share(figure: Figure, sight: Sight) -> bool:
    """Tell whether a small amount is led to by shares, however far: "Shares in Acme, which ..., closed at 337p"."""
    led = any(hit.sign.code == _SHARES and hit.span.end <= figure.span.start for hit in sight.told)
    return (
        led
        and figure.per is None
        and figure.quantity.value < _SHARE_COSTS
        and _AT.search(sight.read.text, max(0, figure.span.start - len(" at about ")), figure.span.start) is not None
    )


def _amount_by_verb(sight: Sight) -> str | None:
    """Return what an amount of money is by its verb alone: "Acme closed at $118", "it costs $900", "put $2bn into"."""
    figure, text = sight.figure, sight.read.text
    before = max(0, figure.span.start - _EACH_REACH), figure.span.start
    if figure.quantity.value < _SHARE_COSTS and _of_a_company(_TRADED, sight):
        return _SHARE_PRICE
    if figure.quantity.value < _PIECE_COSTS and figure.per is None and _COSTS.search(text, *before):
        return _PRICE
    return _INVESTED if _PUT.search(text, *before) and _INTO.match(text, figure.span.end) else None


def _of_a_company(verb: Construction, sight: Sight) -> bool:
    """Tell whether a company's name stands right before the verb that leads to the figure."""
    start = sight.figure.span.start
    found = verb.search(sight.read.text, max(0, start - _EACH_REACH), start)
    if found is None or sight.head is not None:
        return False  # "inventories at Acme fell" is of inventories
    names = sight.read.within(sight.read.names, Span(max(0, found.start() - _EACH_REACH), found.start()))
    return any(name.span.end == found.start() and name.entity.kind == "Company" for name in names)


def _moves_share_price(figure: Figure, sight: Sight) -> bool:
    """Tell whether a percentage leads to the price of a share: "rose 8.7% to $33.92"."""
    behind = next((one for one in sight.others if one.span.start >= figure.span.end), None)
    if behind is None or unit_kind(behind.quantity.unit) != MONEY or behind.quantity.value >= _SHARE_COSTS:
        return False
    return _TO_PRICE.fullmatch(sight.read.text, figure.span.end, behind.span.start) is not None

"""Figures: the quantities that say how much or how many of something, with the conversions beside them folded in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules import labels, units
from kg.extract.rules.annotations import Figure
from kg.extract.rules.numerals import plain
from kg.extract.rules.quantities import quantities
from kg.lexicon import codes
from kg.lexicon.matcher import folded
from kg.model import Quantity, Span

_OPENS = re.compile(r"\s?\((?:or |equal to |equivalent to |equivalent of |i\.e\. |worth |US)*\Z")
_OR = re.compile(r",? or (?:the equivalent of )?\Z")
_NEXT = re.compile(r"\s?[;,/](?: or)? ?\Z| or \Z")
_CLOSES = re.compile(r"[^()\n]{0,30}\)")
_EQUATED = re.compile(r"\s?=|\s(?:was |is )?(?:equal to|equals) ")
_PARTS = frozenset({"percent", "percentage-point", "basis-point", "ratio", "rank", "count"})
_BIG = 10_000
_SMALL = 13
_REACH = 70


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of `text` in order. Cents and pence become their currency; durations that are claims count. Never raises."""
    fold = folded(text)
    found = quantities(text)
    kept: list[Figure] = []
    for figure in found:
        if kept and (also := _conversion(text, kept[-1], figure)):
            kept[-1] = also
        elif _states(text, fold, figure):
            kept.append(_in_currency(fold, figure))
    return tuple(kept)


def _conversion(text: str, held: Figure, figure: Figure) -> Figure | None:
    """Return `held` with `figure` as its conversion, None if it is a figure of its own."""
    if held.span.covers(figure.span):
        return replace(held, also=(*held.also, figure.quantity))
    if not _convertible(held.quantity.unit, figure.quantity.unit) or held.span.end > figure.span.start:
        return None
    between = text[held.span.end : figure.span.start]
    if len(between) > 30:
        return None
    inside = "(" in between
    more = bool(held.also) and text[held.span.end - 1] != ")" and _NEXT.match(between)
    if (inside and _OPENS.match(between)) or more:
        closing = _CLOSES.match(text, figure.span.end)
        end = closing.end() if closing else figure.span.end
    elif _OR.match(between):
        end = figure.span.end
    else:
        return None
    return replace(held, span=Span(held.span.start, end), also=(*held.also, figure.quantity))


def _convertible(one: str, other: str) -> bool:
    if one == other or one in _PARTS or other in _PARTS:
        return False
    return units.is_money(one) == units.is_money(other)


def _in_currency(fold: str, figure: Figure) -> Figure:
    """Return cents as dollars and a duration as a count of days."""
    quantity = figure.quantity
    if part := units.parts_of_money().get(quantity.unit):
        currency, parts = part
        high = None if quantity.high is None else plain(quantity.high / parts)
        return replace(figure, quantity=replace(quantity, value=plain(quantity.value / parts), unit=currency, high=high))
    if units.is_time(quantity.unit):
        return replace(figure, quantity=replace(quantity, unit="count"))
    return figure


def _states(text: str, fold: str, figure: Figure) -> bool:
    unit = figure.quantity.unit
    if unit == "count":
        return _counts(text, fold, figure)
    if units.is_time(unit):
        return _lasts(fold, figure)
    if codes.scheme("units").get(unit) is not None and "namesProcess" in codes.scheme("units")[unit].facts:
        return False
    return not (units.is_money(unit) and _EQUATED.match(fold, figure.span.end))


def _lasts(fold: str, figure: Figure) -> bool:
    if labels.aged_behind(fold, figure.number.start, figure.number.end):
        return False
    noun = figure.noun and fold[figure.noun.start : figure.noun.end].split(" ")[0]
    return labels.claimed_duration(fold, figure.span, noun)


def _counts(text: str, fold: str, figure: Figure) -> bool:
    number, noun = figure.number, figure.noun
    if labels.dated(text, fold, number) or labels.listed(text, number) or labels.aged(text, fold, number):
        return False
    large = figure.quantity.scale > 2 or "," in number.of(text)
    if not large and labels.named(text, fold, number, counted=noun is not None):
        return False
    bounded = figure.quantity.bound != "exact"
    if noun is None:
        return large or (bounded and number.of(text)[:1].isdigit())
    if labels.sources(fold, noun):
        return False
    if number.of(text)[:1].isalpha() and not large:
        return _words_count(fold, figure, bounded=bounded)
    return not _joined(fold, number)


def _words_count(fold: str, figure: Figure, *, bounded: bool) -> bool:
    """Tell whether a small number in words counts: "one" and "the two firms" point at things instead."""
    number = figure.number
    if _joined(fold, number) or (figure.quantity.value <= 1 and not bounded):
        return False
    return bounded or figure.quantity.value >= _SMALL or not labels.definite(fold, number.start)


def _joined(fold: str, number: Span) -> bool:
    return fold[number.end : number.end + 1] == "-"

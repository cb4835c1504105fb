"""Figures: the quantities that say how much or how many of something, with the conversions beside them folded in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.rules.annotations import Figure
from kg.extract.rules.numbers import labels, nouns, units
from kg.extract.rules.numbers.elliptical import elliptical
from kg.extract.rules.numbers.numerals import orders_of_magnitude, plain
from kg.extract.rules.numbers.quantities import expressions
from kg.extract.rules.numbers.shared_signs import told_apart
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.foreign import foreign, mixed
from kg.lexicon import codes
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import words
from kg.model import Quantity, Span

_OPENS = Construction(
    r"\s?\((?:(?:or|i\.e\.|worth|which is|that is|that’s|that's|[a-z]+ly(?= {equation|equivalence})"
    r"|{equation|equivalence}) )*\Z"
)
_OR = Construction(r",? or (?:{equivalence} )?\Z")
_NEXT = re.compile(r"\s?[;,/](?: or)? ?\Z| or \Z")
_CLOSES = re.compile(r"[^()\n]{0,30}\)")
_EQUATED = Construction(r"\s?=|\s(?:was |is )?{equation} ")
_PERCENT_OF = Construction("{units:percent} of")
_SMALL_WORD = 13
_HUNDREDS = 2
_OFTEN = 100
"""From so many on, how often something was done is what a sentence states: "broke the rules 243 times"."""
_MODEL_SIZES = frozenset("KBT")
_OF_ITS = re.compile(r"\s(?:out\s)?of\s(?:its|their|the|the\s[a-z-]+['’]s|[A-Z][\w&.-]*['’]s?)\s|\sout\sof\s")
_LISTED = re.compile(r",?\s(?:and|or)\s|,\s")
_NEAR = 30
_RATES = 10_000_000
_SAMPLE = 2000
_LETTER_BEHIND = re.compile(r"\s?[^\W\d_]")
_POINTED_THOUSANDS = re.compile(r".*[0-9]\.[0-9]{3}(?![0-9])")


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of `text` in order. Never raises.

    Cents and pence become their currency, a duration that is itself the claim becomes a count. An order of magnitude
    ("tens of millions") states no amount and is none. In a line of another language only amounts behind a currency sign
    are read.
    """
    fold = folded(text)
    kept: list[Figure] = []
    for figure in _english(text, expressions(text, fold)):
        if kept and kept[-1].noun is not None and kept[-1].noun.covers(figure.number):
            modifies = figure.quantity.unit != "count"  # "five 30-megawatt sites"
            if not modifies and not (_is_part(text, kept[-1], figure) and _states(text, fold, figure)):
                continue
            kept[-1] = kept[-1] if modifies else replace(kept[-1], noun=figure.noun)
        folded_in = _conversion(text, kept[-1], figure) if kept else None
        if folded_in is not None:
            kept[-1] = folded_in
        elif _states(text, fold, figure) or elliptical(text, kept[-1] if kept else None, figure):
            if kept and kept[-1].noun is None and _is_part(text, kept[-1], figure):
                kept[-1] = replace(kept[-1], noun=figure.noun)
            kept.append(_in_currency(figure))
            _share_noun(text, kept)
    return told_apart(tuple(kept), text, fold)


def _is_part(text: str, part: Figure, whole: Figure) -> bool:
    """Tell whether a bare number is a part of the next, which names what both count: "90 of its 600 shops"."""
    counts = part.quantity.unit == whole.quantity.unit == "count"
    return counts and _OF_ITS.fullmatch(text, part.span.end, whole.span.start) is not None


def _share_noun(text: str, kept: list[Figure]) -> None:
    """Give numbers that the last one ends a list of the noun that it alone has: "900 and 600 shops"."""
    last = kept[-1]
    for index in reversed(range(len(kept) - 1)):
        one, later = kept[index], kept[index + 1]
        counts = one.quantity.unit == last.quantity.unit == "count" and last.noun is not None
        if not counts or one.noun is not None or not _LISTED.fullmatch(text, one.span.end, later.span.start):
            return
        kept[index] = replace(one, noun=last.noun)


def _english(text: str, found: tuple[Figure, ...]) -> Iterator[Figure]:
    end, other = -1, False
    for figure in found:
        if _signed(text, figure):
            yield figure
            continue
        if figure.span.start >= end:
            start = text.rfind("\n", 0, figure.span.start) + 1
            end = text.find("\n", figure.span.start)
            end = len(text) if end < 0 else end
            cut = end - start > _SAMPLE  # maybe within a word, which may then look like one of another language
            other = (cut or mixed(text)) and foreign(text[start : min(end, start + _SAMPLE)])
        if not other:
            yield figure


def _signed(text: str, figure: Figure) -> bool:
    """Tell whether an amount says its currency by a sign and leaves no foreign scale word or separator behind."""
    printed = figure.number.of(text)
    if not units.is_money(figure.quantity.unit) or printed[:1].isdigit() or _POINTED_THOUSANDS.match(printed):
        return False
    return bool(figure.quantity.scale) or not _LETTER_BEHIND.match(text, figure.number.end)


def _conversion(text: str, held: Figure, figure: Figure) -> Figure | None:
    """Return `held` with `figure` as its conversion, None if it is a figure of its own."""
    also = (*held.also, _in_currency(figure).quantity)
    if held.span.covers(figure.span):
        return replace(held, also=also)
    gap = figure.span.start - held.span.end
    if not (0 <= gap <= _NEAR and _convertible(held.quantity, also[-1])):
        return None
    between = text[held.span.end : figure.span.start]
    more = held.also and text[held.span.end - 1] != ")" and _NEXT.match(between)
    if figure.per != held.per and figure.per is not None:
        return None  # "a loss of $9 million (12 cents per share)"
    if _OPENS.match(between) or more:
        closing = _CLOSES.match(text, figure.span.end)
        return replace(held, span=Span(held.span.start, closing.end() if closing else figure.span.end), also=also)
    if _OR.match(between) and _in_currency(figure).quantity.unit != held.quantity.unit:
        return replace(held, span=Span(held.span.start, figure.span.end), also=also)
    return None


def _convertible(one: Quantity, other: Quantity) -> bool:
    """Tell whether an amount can be the conversion of another; no two currencies are as far apart as some sums are.

    "A dividend of €1.1 billion or 15 cents gross per share" is none: the strongest currency buys some million of the
    weakest.
    """
    if not units.convertible(one.unit, other.unit):
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    return not units.is_money(one.unit) or low * _RATES >= high


def _in_currency(figure: Figure) -> Figure:
    """Return cents as dollars and a duration as a count."""
    quantity = figure.quantity
    if part := units.parts_of_money().get(quantity.unit):
        currency, parts = part
        high = None if quantity.high is None else plain(quantity.high / parts)
        return replace(
            figure, quantity=replace(quantity, value=plain(quantity.value / parts), unit=currency, high=high)
        )
    if units.is_time(quantity.unit):
        return replace(figure, quantity=replace(quantity, unit="count"))
    return figure


def _states(text: str, fold: str, figure: Figure) -> bool:
    unit = figure.quantity.unit
    if orders_of_magnitude(fold, figure.number) or _PERCENT_OF.match(fold, figure.number.start):
        return False
    if unit == "count":
        return _counts(text, fold, figure)
    if labels.typed(text, figure.span):
        return False
    if units.is_time(unit):
        return labels.lasting(fold, figure.span, figure.noun)
    known = codes.scheme("units").get(unit)
    if known is not None and known.facts.keys() & {"namesProcess", "age"}:
        return False
    return not (units.is_money(unit) and _EQUATED.match(fold, figure.number.end))


def _counts(text: str, fold: str, figure: Figure) -> bool:
    """Tell whether a bare number counts something, and is no label, age, model, date, source or word for "one"."""
    number, noun = figure.number, figure.noun
    if labels.listed(text, number) or labels.aged(text, number) or labels.modelled(text, fold, number):
        return False
    plural = noun is not None and nouns.plural(text, noun)
    large = figure.quantity.scale > _HUNDREDS or "," in number.of(text)
    if not large and labels.named(text, number, counted=plural):
        return False
    if noun is None or not plural:
        sized = large and number.of(text)[-1] not in _MODEL_SIZES
        points = fold.startswith("one ", number.start)  # "two apps, including one for photos"
        told = labels.part(fold, number.end) or labels.compared(fold, figure.span, number.end)
        return sized or (told and not points)
    if (
        labels.base(fold, number.start, figure.quantity.value)
        or labels.sources(fold, noun, figure.quantity.value)
        or (noun.of(fold) == "times" and not large and figure.quantity.value < _OFTEN)
        or (fold[number.end] == "-" and figure.span.end == number.end)
        or _is_time(noun.of(fold))
    ):
        return False
    return large or number.of(text)[:1].isdigit() or _words_count(text, fold, figure)


def _is_time(noun: str) -> bool:
    """Tell whether what is counted are stretches of time, which only date another figure: "eight straight quarters"."""
    last = noun.rsplit(" ", maxsplit=1)[-1]
    return units.is_time(units.of_word(last) or "") or last.removesuffix("s") in words("time-nouns", "unit", "quarter")


def _words_count(text: str, fold: str, figure: Figure) -> bool:
    """Tell whether a number in words counts: "one" and "the two firms" point at things instead."""
    bounded, value = figure.quantity.bound != "exact", figure.quantity.value
    if value <= 1 or value >= _SMALL_WORD:
        return (bounded and figure.span.end == figure.number.end) or value > 1
    if figure.noun is not None and labels.pointing(text, fold, figure.number, figure.noun):
        return False
    return bounded or not labels.definite(fold, figure.number.start)

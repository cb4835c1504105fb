"""Which of the currencies that share a sign a text means: "¥4 billion" is yuan in a text on China that never says yen.

The words that decide are data (`kg:signOfText` and `kg:textSays` of the currencies). A text that speaks of both
countries, or of neither, leaves the sign to the currency that has it as its own.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.extract.rules.annotations import Figure
from kg.lexicon import codes
from kg.lexicon.wordlists import alternation, code_of


def told_apart(figures: tuple[Figure, ...], text: str, fold: str) -> tuple[Figure, ...]:
    """Return the figures with the currencies that the text means by its signs; `fold` is the text in lower case."""
    meant = {
        own: other for sign, own, other in _shared() if sign in text and _says(other, fold) and not _says(own, fold)
    }
    if not meant:
        return figures
    signs = {own: sign for sign, own, _ in _shared()}
    return tuple(_in_currency(figure, meant, signs, text) for figure in figures)


def _in_currency(figure: Figure, meant: Mapping[str, str], signs: Mapping[str, str], text: str) -> Figure:
    own, other = figure.quantity.unit, meant.get(figure.quantity.unit)
    if other is None or not text.startswith(signs[own], figure.number.start) or _others(figure, other):
        return figure
    return replace(figure, quantity=replace(figure.quantity, unit=other))


def _others(figure: Figure, code: str) -> bool:
    """Tell whether the conversion beside the amount is in this currency already."""
    return any(quantity.unit == code for quantity in figure.also)


def _says(code: str, fold: str) -> bool:
    return _words_of(code).search(fold) is not None


@cache
def _words_of(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(codes.scheme('currencies')[code].facts.get('textSays', ()))}\b")


@cache
def _shared() -> tuple[tuple[str, str, str], ...]:
    """Return sign, the currency that has it as its own, and one that a text may mean by it."""
    own = code_of("currencies", "sign")
    return tuple((sign, own[sign], code) for sign, code in code_of("currencies", "signOfText").items())

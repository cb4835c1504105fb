"""The figures of tables: an entry has the unit that the head of its column marks, and may be a bare number."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.rules.annotations import Cell, Figure
from kg.extract.rules.numbers.numerals import plain
from kg.extract.rules.numbers.quantities import quantities
from kg.extract.rules.numbers.units import is_money
from kg.extract.rules.tables.marks import Mark, mark
from kg.model import Quantity, Span

_COUNT = "count"
_AROUND = re.compile(r"[\s*†‡]*")


def entered(figures: Sequence[Figure], cells: Sequence[Cell], text: str) -> tuple[Figure, ...]:
    """Return the figures with those of the tables in the units of their columns, bare numbers of a column among them.

    A number is read as a figure where its column marks a unit: 44.5 below "Capex ($B)" is 44.5 billion dollars. Never
    raises.
    """
    starts = [figure.span.start for figure in figures]
    found = {figure.span.start: figure for figure in figures}
    for cell in cells:
        if marked := _mark(cell, text):
            here = figures[bisect_left(starts, cell.span.start) : bisect_left(starts, cell.span.end)]
            told = [replace(one, quantity=_in_unit(one.quantity, marked, shared=cell.shared)) for one in here]
            found.update((one.span.start, one) for one in (told or _bare(cell, marked, text)))
    return tuple(found[start] for start in sorted(found))


def _mark(cell: Cell, text: str) -> Mark | None:
    """Return what the head says of the unit, or where it says nothing the nearest line above that does."""
    above = (*([cell.head] if cell.head else []), *([cell.label] if cell.label else []), *cell.titles)
    return next((found for span in above if (found := mark(span.of(text)))), None)


def _in_unit(quantity: Quantity, marked: Mark, *, shared: bool) -> Quantity:
    """Return an amount in the unit of its column; one that names another unit or its own scale stays as it is."""
    bare = quantity.unit == _COUNT and not shared
    if quantity.scale or not (
        bare or quantity.unit == marked.unit or (marked.unit == _COUNT and is_money(quantity.unit))
    ):
        return quantity
    unit = marked.unit if bare else quantity.unit
    high = None if quantity.high is None else plain(quantity.high.scaleb(marked.scale))
    return replace(quantity, value=plain(quantity.value.scaleb(marked.scale)), unit=unit, high=high, scale=marked.scale)


def _bare(cell: Cell, marked: Mark, text: str) -> Iterator[Figure]:
    """Yield the figure that an entry of digits alone is, in a column of its own."""
    if cell.shared or cell.label is None:
        return
    printed = cell.span.of(text)
    for one in _read(printed):
        start = cell.span.start
        rest = printed[: one.span.start] + printed[one.span.end :]
        if _AROUND.fullmatch(rest):
            quantity = _in_unit(one.quantity, marked, shared=False)
            place, number = (Span(span.start + start, span.end + start) for span in (one.span, one.number))
            yield Figure(place, number, quantity)


@lru_cache(maxsize=256)
def _read(printed: str) -> tuple[Figure, ...]:
    return quantities(printed)

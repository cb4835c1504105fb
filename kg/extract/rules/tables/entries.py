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
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NAMED = re.compile(r"[^\W\d_]{3}")
_AROUND = re.compile(r"[\s*†‡]*")


def entered(figures: Sequence[Figure], cells: Sequence[Cell], text: str) -> tuple[Figure, ...]:
    """Return the figures with those of the tables in the units of their columns, bare numbers of a column among them.

    A bare number has the unit that its label or the head which names its column marks: 44.5 below "Capex ($B)" is 44.5
    billion dollars. A head that names none, or a line above the table, stands over counts too ("Employees"), so that
    it tells only the scale of amounts with a currency. Never raises.
    """
    starts = [figure.span.start for figure in figures]
    found = {figure.span.start: figure for figure in figures}
    for cell in cells:
        if marked := _mark(_above(cell), text):
            of_column = None if cell.shared else _mark(_naming(cell, text), text)
            here = figures[bisect_left(starts, cell.span.start) : bisect_left(starts, cell.span.end)]
            told = [replace(one, quantity=_in_unit(one.quantity, marked, of_column)) for one in here]
            found.update((one.span.start, one) for one in (told or _bare(cell, of_column, text)))
    return tuple(found[start] for start in sorted(found))


def _above(cell: Cell) -> tuple[Span, ...]:
    """Return what may mark the unit of an entry, the surest first."""
    return (*([cell.head] if cell.head else []), *([cell.label] if cell.label else []), *cell.titles)


def _naming(cell: Cell, text: str) -> tuple[Span, ...]:
    """Return what says of which kind the entry is: the head, where it is more than a time and a mark, and the label."""
    named = cell.head is not None and _NAMED.search(_BRACKETED.sub("", cell.head.of(text))) is not None
    return (*([cell.head] if named and cell.head else []), *([cell.label] if cell.label else []))


def _mark(spans: Sequence[Span], text: str) -> Mark | None:
    return next((found for span in spans if (found := mark(span.of(text)))), None)


def _in_unit(quantity: Quantity, marked: Mark, of_column: Mark | None) -> Quantity:
    """Return an amount in the unit of its column; one that names another unit or its own scale stays as it is."""
    bare = quantity.unit == _COUNT and of_column is not None
    marked = of_column if bare and of_column else marked
    if quantity.scale or not (
        bare or quantity.unit == marked.unit or (marked.unit == _COUNT and is_money(quantity.unit))
    ):
        return quantity
    unit = marked.unit if bare else quantity.unit
    high = None if quantity.high is None else plain(quantity.high.scaleb(marked.scale))
    return replace(quantity, value=plain(quantity.value.scaleb(marked.scale)), unit=unit, high=high, scale=marked.scale)


def _bare(cell: Cell, marked: Mark | None, text: str) -> Iterator[Figure]:
    """Yield the figure that an entry of digits alone is, in a column of its own."""
    if marked is None or cell.label is None:
        return
    printed = cell.span.of(text)
    for one in _read(printed):
        start = cell.span.start
        rest = printed[: one.span.start] + printed[one.span.end :]
        if _AROUND.fullmatch(rest):
            quantity = _in_unit(one.quantity, marked, marked)
            place, number = (Span(span.start + start, span.end + start) for span in (one.span, one.number))
            yield Figure(place, number, quantity)


@lru_cache(maxsize=256)
def _read(printed: str) -> tuple[Figure, ...]:
    return quantities(printed)

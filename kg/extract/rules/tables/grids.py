"""Where a text holds tables: each entry with its row, the label of the row, the head of its column, the lines above.

Pages and Markdown leave bars or tabs between entries. Of a table that was copied as plain text only spaces are left:
its rows are lines of a label and amounts, and the line above them is the head of all columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from kg.extract.rules.annotations import Cell, Figure
from kg.extract.rules.numbers.units import is_money
from kg.extract.rules.tables.marks import end_of_mark, mark
from kg.extract.rules.text.paragraphs import LINE
from kg.model import Span

_RULE = re.compile(r"[|\s:+=-]*-[|\s:+=-]*")
"""The line that Markdown draws between the head and the rows."""
_BAR, _TAB = "|", "\t"
_END = re.compile(r"[.!?:;,…]['\"”’)\]]*\Z")
_BULLET = re.compile(r"(?:[-*•–—·▪◦>#]|\d{1,2}[.)])\s")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"\W{0,4}[0-9]|[A-Z]{1,3}\W?[0-9]")
_LEAST = 2
"""A table has at least as many columns, and as many lines."""
_LABEL, _NOTE, _HEAD = 5, 6, 14
"""Words of a label, of a note behind the amounts and of a head at most, where only spaces part the columns."""
_TITLE, _TITLES = 90, 2
"""Characters of a line above that tells what the table holds, and how many such lines are looked at."""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    cells: tuple[Span, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """The head (one cell that all columns share, one for each column, or none) and the rows of one table."""

    top: Span
    head: tuple[Span, ...]
    rows: tuple[_Line, ...]
    shared: bool


def cells(text: str, figures: Sequence[Figure]) -> tuple[Cell, ...]:
    """Return the entries of the tables of `text`, in order; `figures` are those of the text. Never raises."""
    lines = _lines(text, figures)
    grids = [grid for block in _blocks(text, lines) for grid in (*_barred(text, block), *_spaced(text, block))]
    grids.sort(key=lambda grid: grid.top)
    places = {line.span: index for index, line in enumerate(lines)}
    above = (_titles(text, lines, places[grid.top]) for grid in grids)
    return tuple(cell for grid, titles in zip(grids, above, strict=True) for cell in _entries(text, grid, titles))


def _lines(text: str, figures: Sequence[Figure]) -> list[_Line]:
    found: list[_Line] = []
    waiting = list(reversed(figures))
    for match in LINE.finditer(text):
        if match[0].isspace():
            continue
        line = _trimmed(text, *match.span())
        here: list[Figure] = []
        while waiting and waiting[-1].span.start < line.end:
            here.append(waiting.pop())
        whole = all(line.covers(figure.span) for figure in here)
        found.append(_Line(line, _split(text, line), tuple(here) if whole else ()))
    return found


def _split(text: str, line: Span) -> tuple[Span, ...]:
    """Return what stands between the bars or tabs of a line, none where it has neither."""
    sign = _BAR if text.find(_BAR, line.start, line.end) >= 0 else _TAB
    parts = line.of(text).split(sign)
    if len(parts) < _LEAST:
        return ()
    found, start = [], line.start
    for part in parts:
        found.append(_trimmed(text, start, start + len(part)))
        start += len(part) + 1
    outer = slice(parts[0].strip() == "" and sign == _BAR, len(found) - (parts[-1].strip() == "" and sign == _BAR))
    return tuple(found[outer])


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return Span(start + left, max(start + left, start + len(part.rstrip())))


def _blocks(text: str, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the runs of lines without an empty one between them."""
    block: list[_Line] = []
    for line in lines:
        if block and text.count("\n", block[-1].span.end, line.span.start) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _barred(text: str, block: Sequence[_Line]) -> Iterator[_Grid]:
    """Yield the tables of a block whose entries bars or tabs part: lines of as many entries each."""
    for width, run in groupby(block, key=lambda line: len(line.cells)):
        lines = list(run)
        if width < _LEAST:
            continue
        ruled = len(lines) > 1 and _RULE.fullmatch(lines[1].span.of(text)) is not None
        rows = [line for line in lines if not _RULE.fullmatch(line.span.of(text))]
        headed = bool(rows) and (ruled or not _filled(rows[0]))
        body = tuple(rows[1:] if headed else rows)
        if len(rows) >= _LEAST and any(_NUMBER.match(cell.of(text)) for line in body for cell in line.cells[1:]):
            yield _Grid(lines[0].span, rows[0].cells if headed else (), body, shared=False)


def _filled(line: _Line) -> bool:
    """Tell whether an entry of the row, not its label, holds an amount."""
    return any(cell.start <= figure.span.start < cell.end for cell in line.cells[1:] for figure in line.figures)


def _spaced(text: str, block: Sequence[_Line]) -> Iterator[_Grid]:
    """Yield the tables of a block whose entries only spaces part: a head and lines of a label and amounts."""
    start = 0
    for row, run in groupby(block, key=lambda line: _is_row(text, line)):
        rows = tuple(run)
        above = block[start - 1] if row and start else None
        start += len(rows)
        if above is None or not _is_head(text, above):
            continue
        if mark(above.span.of(text)) or sum(len(line.figures) >= _LEAST for line in rows) >= _LEAST:
            yield _Grid(above.span, (above.span,), rows, shared=True)


def _is_row(text: str, line: _Line) -> bool:
    """Tell whether a line is a short label, then amounts with nothing but signs between them, then a short note."""
    words = line.span.of(text)
    if line.cells or not line.figures or _END.search(words) or _BULLET.match(words):
        return False
    amounts = _amounts(text, line)
    label = text[line.span.start : amounts[0].span.start]
    note = text[amounts[-1].span.end : line.span.end]
    counted = amounts[0].quantity.unit == "count"
    return not counted and 0 < len(label.split()) <= _LABEL and len(note.split()) <= _NOTE


def _amounts(text: str, line: _Line) -> tuple[Figure, ...]:
    """Return the figures of a row before its note: the first and those that only signs part from the one before."""
    apart = (_LETTER.search(text, one.span.end, two.number.start) for one, two in pairwise(line.figures))
    index = next((place for place, letter in enumerate(apart, start=1) if letter), len(line.figures))
    return line.figures[:index]


def _is_head(text: str, line: _Line) -> bool:
    words = line.span.of(text)
    return not line.cells and not line.figures and not _END.search(words) and len(_WORD.findall(words)) <= _HEAD


def _titles(text: str, lines: Sequence[_Line], first: int) -> tuple[Span, ...]:
    """Return the short lines right above the table that starts at line `first`, the nearest first."""
    above = reversed(lines[max(0, first - _TITLES) : first])
    return tuple(line.span for line in takewhile(lambda line: _is_title(text, line), above))


def _is_title(text: str, line: _Line) -> bool:
    """Tell whether a line may say what a table holds: it is short, ends no sentence and gives no amount."""
    words = line.span.of(text)
    measured = any(figure.quantity.unit != "count" for figure in line.figures)
    return not line.cells and not measured and len(words) <= _TITLE and not _END.search(words)


def _entries(text: str, grid: _Grid, titles: tuple[Span, ...]) -> Iterator[Cell]:
    for line in grid.rows:
        if grid.shared:
            yield from _amounts_of(text, line, grid, titles)
            continue
        label = line.cells[0] if line.cells[0].of(text) else None
        if label and any(label.start <= figure.span.start < label.end for figure in line.figures):
            yield Cell(label, line.span, None, None, titles)
        for index, cell in enumerate(line.cells[1:], start=1):
            head = grid.head[index] if index < len(grid.head) and grid.head[index].of(text) else None
            if cell.of(text):
                yield Cell(cell, line.span, label, head, titles)


def _amounts_of(text: str, line: _Line, grid: _Grid, titles: tuple[Span, ...]) -> Iterator[Cell]:
    """Yield the figures of a row; what its note tells is in no column."""
    amounts = _amounts(text, line)
    label = _trimmed(text, line.span.start, amounts[0].span.start)
    for index, figure in enumerate(line.figures):
        head = _part_of_head(text, grid.head[0], figure) if index < len(amounts) else None
        yield Cell(figure.span, line.span, label, head, titles, shared=True)


def _part_of_head(text: str, head: Span, figure: Figure) -> Span:
    """Return the part of a shared head that an amount stands below: up to the mark of its unit, or what follows."""
    cut = head.start + end_of_mark(head.of(text))
    money = is_money(figure.quantity.unit) or cut == head.end
    return _trimmed(text, head.start, cut) if money else _trimmed(text, cut, head.end)

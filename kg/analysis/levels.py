"""The levels at which articles put one thing, as a drawing: each amount with what its wording and rounding allow.

A bar reaches from the least to the greatest number that the wording holds for possible; an open side ends in an arrow.
The drawing depends on the amounts alone, so that the same graph gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from itertools import groupby
from math import log10

from kg.analysis.facts import Amount
from kg.analysis.story import Level

_WIDTH, _LABELS, _ROW, _FOOT = 760, 340, 22, 24
_SHOWN = 48
"""Characters of a label that are shown; all of it is in the title."""
_WIDE = 100
"""From how many times the least number on the greatest lies, the scale is logarithmic."""
_NEAR = 3
"""Below how many times the least number the greatest lies where the scale need not begin at nothing."""
_ROOM = 0.12
"""Part of the scale's length that is left for the arrow of an open side."""
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"))


def drawings(levels: Sequence[Level]) -> Iterator[str]:
    """Yield an SVG for each unit in which there are two levels or more."""
    for unit, listed in groupby(sorted(levels, key=lambda one: one.amount.unit), key=lambda one: one.amount.unit):
        rows = tuple(listed)
        if len(rows) > 1:
            yield _drawing(unit, rows)


def short(value: Decimal) -> str:
    """Return a number in few letters: `12 billion`, `0.5`, `1,250`."""
    for power, word in _SCALES[:-1]:
        if abs(value) >= Decimal(10) ** power:
            return f"{_plain(value.scaleb(-power))} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    rounded = round(value, 2)
    return f"{rounded:,f}".rstrip("0").rstrip(".") if rounded % 1 else f"{rounded:,.0f}"


def _drawing(unit: str, rows: Sequence[Level]) -> str:
    scale = _Scale([row.amount for row in rows])
    height = _ROW * len(rows) + _FOOT
    head = f'<svg class="levels" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="amounts in {escape(unit)}">'
    axis = _ROW * len(rows) + 4
    ends = (
        f'<path class="axis" d="M{_LABELS} {axis}H{_WIDTH - 8}"/>'
        f'<text class="end" x="{_LABELS}" y="{height - 4}">{short(scale.low)}</text>'
        f'<text class="end" x="{_WIDTH - 8}" y="{height - 4}" text-anchor="end">'
        f"{short(scale.high)} {escape(unit)}</text>"
    )
    return "".join([head, *(_row(place, row, scale) for place, row in enumerate(rows)), ends, "</svg>\n"])


class _Scale:
    """From amounts in one unit to places in pixels."""

    def __init__(self, amounts: Sequence[Amount]) -> None:
        low = min(amount.value if amount.low is None else min(amount.low, amount.value) for amount in amounts)
        high = max(amount.value if amount.high is None else max(amount.high, amount.value) for amount in amounts)
        self.logarithmic = low > 0 and high > low * _WIDE
        near = low > 0 and high < low * _NEAR
        self.low = low if self.logarithmic or near or low < 0 else Decimal(0)
        self.high = high if high > self.low else self.low + 1

    def place(self, value: Decimal) -> float:
        """Return where a number stands, rounded to a tenth of a pixel."""
        low, high, at = (log10(one) if self.logarithmic else float(one) for one in (self.low, self.high, value))
        room = (_WIDTH - 8 - _LABELS) * _ROOM
        length = _WIDTH - 8 - _LABELS - 2 * room
        return round(_LABELS + room + length * (at - low) / (high - low), 1)


def _row(place: int, row: Level, scale: _Scale) -> str:
    middle = _ROW * place + _ROW // 2
    amount, first = row.amount, row.first
    said = f"{first.printed} ({first.publisher}, {first.date or 'undated'})"
    label = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    left = _LABELS if amount.low is None else scale.place(max(amount.low, scale.low))
    right = _WIDTH - 8 if amount.high is None else scale.place(amount.high)
    arrows = [
        *([f"M{left + 5} {middle - 4}L{left} {middle}L{left + 5} {middle + 4}"] if amount.low is None else []),
        *([f"M{right - 5} {middle - 4}L{right} {middle}L{right - 5} {middle + 4}"] if amount.high is None else []),
    ]
    many = f"{len(row.articles)} article" + ("" if len(row.articles) == 1 else "s")
    return (
        f"<g><title>{escape(said)}: {many}</title>"
        f'<text x="0" y="{middle + 4}">{escape(label)}</text>'
        f'<path class="span" d="M{left} {middle}H{right}{"".join(arrows)}"/>'
        f'<circle cx="{scale.place(amount.value)}" cy="{middle}" r="{min(3 + len(row.articles), 8)}"/></g>'
    )

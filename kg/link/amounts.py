"""When two amounts are the same figure, near enough to be it rounded or recomputed, or another figure."""

import math
from collections.abc import Iterable
from decimal import Decimal

from kg.link.records import Amount

_NEAR = Decimal("0.12")
"""How far apart, as a share of the larger, two amounts may lie that a relay rounded ("a third" for 30 per cent)."""
_WIDTH = -math.log1p(-float(_NEAR)) * (1 + 1e-9)
"""Width of a logarithmic bucket: near amounts differ by less, rounding errors included, so their buckets are beside."""


def same(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts have one unit and one value."""
    return one.unit == other.unit and one.value == other.value


def near(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts have one unit and values that a journalist might print for each other."""
    if one.unit != other.unit:
        return False
    larger = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= larger * _NEAR


def overlapping(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts of one unit, near each other, allow a common value."""
    if not near(one, other):
        return False
    starts = [end for end in (one.low, other.low) if end is not None]
    ends = [end for end in (one.high, other.high) if end is not None]
    return not starts or not ends or max(starts) <= min(ends)


def buckets(amount: Amount) -> tuple[int, ...]:
    """Return the buckets that amounts near to this one are filed under: its own and the two beside it."""
    own = bucket(amount)
    return (own - 1, own, own + 1)


def bucket(amount: Amount) -> int:
    """Return the logarithmic bucket an amount is filed under; zero has one of its own."""
    size = abs(float(amount.value))
    return math.floor(math.log(size) / _WIDTH) if size else -(10**6)


def shared(ones: Iterable[Amount], others: Iterable[Amount]) -> str | None:
    """Return how two figures with their conversions agree at best: "same", "overlapping", "near" or None."""
    pairs = [(one, other) for one in ones for other in others]
    for name, holds in (("same", same), ("overlapping", overlapping), ("near", near)):
        if any(holds(one, other) for one, other in pairs):
            return name
    return None

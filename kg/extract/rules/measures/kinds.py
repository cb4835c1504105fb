"""What kind of unit a quantity has, which says what it may measure."""

import re
from functools import cache

RANK = "rank"
"""The unit, and the measure, of a place in an order that no words tell more of."""
_CURRENCY = re.compile(r"[A-Z]{3}")
MONEY, POWER, PERCENT, COUNT = "money", "power", "percent", "count"
_POWERS = frozenset({"W", "kW", "MW", "GW", "TW"})


@cache
def unit_kind(unit: str) -> str:
    """Return what kind of unit a quantity has: money, power, or the unit itself (percent, count, ratio, rank, ...)."""
    if _CURRENCY.fullmatch(unit):
        return MONEY
    return POWER if unit in _POWERS else unit

"""The interval of a quantity: every number that its wording and its rounding allow.

Journalists cut as often as they round, so "$20bn" allows 19 to 21: one unit of the last digit before the scale word
to either side. "About" allows 5 % or that unit, whichever is wider.
"""

from decimal import Context, Decimal

from kg.model import Quantity

_EXACT = Context(prec=80)
_ABOUT = Decimal("0.05")
_FROM = frozenset({"more_than", "at_least"})
_TO = frozenset({"up_to", "at_most"})


def interval(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest number allowed, in the quantity's unit; None where that side is open.

    A range reaches one step beyond either end; where its ends are printed to different digits, the finer one counts.
    """
    value, high = quantity.value, quantity.high
    if quantity.bound in _FROM:
        return value, None
    if quantity.bound in _TO:
        return None, value
    margin = _step(value, quantity.scale)
    if high is not None:
        margin = min(margin, _step(high, quantity.scale))
    elif quantity.bound == "about":
        margin = max(margin, _EXACT.multiply(abs(value), _ABOUT))
    return _EXACT.subtract(value, margin), _EXACT.add(value if high is None else high, margin)


def mantissa(value: Decimal, scale: int) -> Decimal:
    """Return the number before the scale word: 40 for 40e9 printed with "billion"."""
    return value.scaleb(-scale, _EXACT)


def _step(value: Decimal, scale: int) -> Decimal:
    """One unit of the last digit before the scale word; trailing decimal zeros do not count as digits."""
    exponent = mantissa(value, scale).normalize(_EXACT).as_tuple().exponent
    return Decimal(1).scaleb(scale + min(int(exponent), 0), _EXACT)

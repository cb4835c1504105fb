"""Rates of exchange that articles state: a figure printed in two currencies implies one.

Rates of one pair of currencies agree if they are within TOLERANCE of each other: the same rule, and the same mean, as
`queries/conversion-check.rq` has, and a test holds the two together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.analysis.facts import Amount, Facts, Passage

TOLERANCE = Decimal("0.02")
"""How far two conversions that are right may lie apart, as a share of the rate: figures are rounded, rates move."""
_CODE = 3
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of `currency` one unit of `into` is worth, according to a passage that states both amounts."""

    currency: str
    into: str
    value: Decimal
    passage: Passage

    @property
    def words(self) -> str:
        """The rate with who states it."""
        return f"{digits(self.value)} {self.currency} for 1 {self.into}, as in {self.passage.stated}"


Rates = Mapping[tuple[str, str], tuple[Rate, ...]]
Means = Mapping[tuple[str, str], Decimal]
"""The mean rate of each pair of currencies."""


def rates(known: Facts) -> Rates:
    """Return the rates stated for each pair of currencies, of which the passages state the first first; oldest first.

    A claim states its rate once, in the first passage.
    """
    found: dict[tuple[str, str], dict[str, Rate]] = {}
    for passage in known.passages:
        for rate in _stated(passage):
            found.setdefault((rate.currency, rate.into), {}).setdefault(passage.claim.iri, rate)
    return {pair: tuple(listed.values()) for pair, listed in sorted(found.items())}


def nearest(known: Rates, currency: str, into: str, day: str | None) -> Rate | None:
    """Return the rate stated nearest to a day, in either direction; None where no article states one."""
    there = known.get((currency, into), ())
    back = (Rate(currency, into, 1 / one.value, one.passage) for one in known.get((into, currency), ()))
    return min((*there, *back), key=lambda rate: _distance(rate, day), default=None)


def off(known: Rates, of_all: Means | None = None) -> tuple[tuple[Rate, Decimal], ...]:
    """Return the rates that do not agree with the mean of all of their pair of currencies, each with that mean.

    The means are given where the rates are not all there are.
    """
    means = of_all if of_all is not None else {pair: mean(one.value for one in known[pair]) for pair in known}
    return tuple(
        (rate, means[pair])
        for pair, listed in known.items()
        for rate in listed
        if abs(rate.value - means[pair]) > means[pair] * TOLERANCE
    )


def mean(values: Iterable[Decimal]) -> Decimal:
    """Return the mean of at least one number."""
    listed = tuple(values)
    return sum(listed, Decimal()) / len(listed)


def is_money(unit: str) -> bool:
    """Tell whether a unit is the code of a currency."""
    return len(unit) == _CODE and unit.isupper()


def converted(amount: Amount, rate: Rate) -> Amount:
    """Return an amount of the rate's currency in the other one, as much wider as two right conversions may differ."""
    return Amount(
        unit=rate.into,
        value=amount.value / rate.value,
        bound=amount.bound,
        low=None if amount.low is None else amount.low / rate.value / (1 + TOLERANCE),
        high=None if amount.high is None else amount.high / rate.value * (1 + TOLERANCE),
    )


def digits(value: Decimal) -> str:
    """Return a rate with the four digits that count."""
    return f"{float(value):.4g}"


def _stated(passage: Passage) -> Iterator[Rate]:
    money = [amount for amount in passage.claim.amounts if is_money(amount.unit) and amount.value > 0]
    if money and money[0] is passage.claim.amounts[0]:
        for other in money[1:]:
            if other.unit != money[0].unit:
                yield Rate(money[0].unit, other.unit, money[0].value / other.value, passage)


def _distance(rate: Rate, day: str | None) -> tuple[int, str, str]:
    stated = rate.passage.date
    apart = abs((begun(stated) - begun(day)).days) if stated and day else _FAR
    return apart, stated or "9999", rate.passage.mention


def begun(day: str) -> date:
    """Return the first day of a partial date."""
    return date.fromisoformat(day + "-01-01"[len(day) - len("2025") :])

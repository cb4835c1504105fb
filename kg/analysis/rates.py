"""Rates of exchange that articles state: a figure printed in two currencies implies one.

A conversion is odd where no rounding brings it within ODD of the mean of its pair of currencies, which is what
`queries/conversion-check.rq` has, nor of any other conversion: over the years currencies move, but a right one is not
alone.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.analysis.facts import Amount, Facts, Passage
from kg.rdf.concepts import is_currency

TOLERANCE = Decimal("0.02")
"""How far two conversions of one time that are right may lie apart, as a share of the rate: rates move."""
ODD = Decimal("0.1")
"""How far a conversion may lie from the mean of all times: in some years currencies move by as much."""
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of `currency` one unit of `into` is worth, according to a passage that states both amounts.

    `low` and `high` are what the rounding of these amounts allows.
    """

    currency: str
    into: str
    value: Decimal
    passage: Passage
    low: Decimal
    high: Decimal

    @property
    def turned(self) -> "Rate":
        """The same rate the other way round."""
        return Rate(self.into, self.currency, 1 / self.value, self.passage, 1 / self.high, 1 / self.low)

    @property
    def words(self) -> str:
        """The rate with who states it."""
        return f"{digits(self.value)} {self.currency} for 1 {self.into}, as in {self.passage.stated}"


Rates = Mapping[tuple[str, str], tuple[Rate, ...]]
Stated = Mapping[tuple[str, str], Sequence[Decimal]]
"""All rates of each pair of currencies that claims imply, sorted."""


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
    back = (one.turned for one in known.get((into, currency), ()))
    return min((*there, *back), key=lambda rate: _distance(rate, day), default=None)


def off(known: Rates, of_all: Stated | None = None) -> tuple[tuple[Rate, Decimal], ...]:
    """Return the rates that are far from all others of their pair of currencies, each with the mean of all.

    All that are stated are given where the rates are not all there are.
    """
    stated = of_all if of_all is not None else {pair: sorted(one.value for one in known[pair]) for pair in known}
    return tuple(
        (rate, average)
        for pair, listed in known.items()
        for average in (mean(stated[pair]),)
        for rate in listed
        if _far(rate, average) and _alone(rate, stated[pair])
    )


def _far(rate: Rate, average: Decimal) -> bool:
    return rate.low > average * (1 + ODD) or rate.high < average * (1 - ODD)


def _alone(rate: Rate, stated: Sequence[Decimal]) -> bool:
    """Tell whether none but the rate itself is near it, among all that are stated, sorted."""
    near = bisect_right(stated, rate.high * (1 + ODD)) - bisect_left(stated, rate.low * (1 - ODD))
    return near <= 1


def mean(values: Iterable[Decimal]) -> Decimal:
    """Return the mean of at least one number."""
    listed = tuple(values)
    return sum(listed, Decimal()) / len(listed)


def converted(amount: Amount, rate: Rate) -> Amount:
    """Return an amount of the rate's currency in the other one, as much wider as the rate allows and it may move."""
    return Amount(
        unit=rate.into,
        value=amount.value / rate.value,
        bound=amount.bound,
        low=None if amount.low is None else amount.low / rate.high / (1 + TOLERANCE),
        high=None if amount.high is None else amount.high / rate.low * (1 + TOLERANCE),
    )


def digits(value: Decimal) -> str:
    """Return a rate with the four digits that count."""
    return f"{float(value):.4g}"


def _stated(passage: Passage) -> Iterator[Rate]:
    money = [amount for amount in passage.claim.amounts if is_currency(amount.unit) and amount.value > 0]
    if money and money[0] is passage.claim.amounts[0]:
        units = Counter(amount.unit for amount in money)
        for other in money[1:]:
            # Two amounts in one currency are the ends of something: which belongs to the one stated is not told.
            if other.unit != money[0].unit and units[other.unit] == 1:
                yield _implied(money[0], other, passage)


def _implied(stated: Amount, converted: Amount, passage: Passage) -> Rate:
    (low, high), (least, most) = _ends(stated), _ends(converted)
    return Rate(stated.unit, converted.unit, stated.value / converted.value, passage, low / most, high / least)


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    """Return what an amount is at least and at most, above nothing; its value where a side is open."""
    low = amount.low if amount.low is not None and amount.low > 0 else amount.value
    return low, amount.high if amount.high is not None else amount.value


def _distance(rate: Rate, day: str | None) -> tuple[int, str, str]:
    stated = rate.passage.date
    apart = abs((begun(stated) - begun(day)).days) if stated and day else _FAR
    return apart, stated or "9999", rate.passage.mention


def begun(day: str) -> date:
    """Return the first day of a partial date."""
    return date.fromisoformat(day + "-01-01"[len(day) - len("2025") :])

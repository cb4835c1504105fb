"""The mean rate of exchange of each pair of currencies, kept up: what a conversion is held against.

It follows from all claims of a pair, of which there may be very many; so they are counted in parts, and a claim that
comes or goes touches one part and the sum of the parts.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from kg.link.implied import Implied, mean
from kg.link.propagation import Look, Stage
from kg.link.said import Entry, Said


class Parts(Stage):
    """The rates of a part of the claims of a pair, added up. Nodes: pairs with the number of a part."""

    name = "rate parts"

    def say(self, name: str, look: Look) -> Said | None:
        """Say what the rates add up to, and how many they are."""
        listed = [int(found.value) for found in look.under(self.name, name)]
        if not listed:
            return None
        pair, _, part = name.rpartition(" ")
        said = f"{sum(listed)} {len(listed)}"
        return Said((Entry((Rates.name, pair), part, value=said, wakes=(Rates.name, pair)),))


class Rates(Stage):
    """The mean rate of a pair of currencies. Nodes: pairs."""

    name = "rates"

    def __init__(self, base: str) -> None:
        self._base = base

    def say(self, name: str, look: Look) -> Said | None:
        """Say the mean of all parts."""
        parts = [tuple(map(int, found.value.split())) for found in look.under(self.name, name)]
        if not parts:
            return None
        currency, _, into = name.partition(" ")
        total, number = map(sum, zip(*parts, strict=True))
        return Said((), tuple(sorted(map(str, mean(self._base, (currency, into), total, number)))))


def entries(implied: Iterable[Implied]) -> Iterator[Entry]:
    """Yield what a document says of its claims."""
    for claim, currency, into, rate in implied:
        part = f"{currency} {into} {blake2b(claim.encode(), digest_size=1).hexdigest()}"
        yield Entry((Parts.name, part), claim, value=str(rate), wakes=(Parts.name, part))

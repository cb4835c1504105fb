"""What contradictions of some subjects follow from, read passage by passage instead of reading the whole store.

That is what documents state about them, the figures given as parts of these or as their wholes, what they restate, and
of the rates of exchange that articles state those at which any of them can be compared.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.analysis.facts import Facts, read
from kg.analysis.following import followed, having, values
from kg.analysis.rates import Stated, begun
from kg.rdf.concepts import is_currency
from kg.rdf.reading import nodes
from kg.store.protocol import Store
from kg.store.results import Select

_LATE = "9999"
_RATES = """SELECT DISTINCT ?claim ?mention ?date ?currency ?into ?much ?less ?converted WHERE {
  { SELECT ?claim ?stated WHERE { ?claim kg:statedQuantity ?stated } }
  { SELECT ?claim ?converted WHERE { ?claim kg:quantity ?converted } }
  FILTER(?stated != ?converted)
  { SELECT ?stated ?currency ?much WHERE { ?stated schema:currency ?currency ; schema:value ?much } }
  { SELECT ?converted ?into ?less WHERE { ?converted schema:currency ?into ; schema:value ?less } }
  FILTER(?currency != ?into && ?much > 0 && ?less > 0)
  { SELECT ?mention ?claim WHERE { ?mention kg:states ?claim } }
  MINUS { ?mention kg:negated ?any }
  { SELECT ?mention ?document WHERE { ?mention kg:inDocument ?document } }
  OPTIONAL { SELECT ?document ?date WHERE { ?document schema:datePublished ?date } }
}"""
"""A sub-query for each property: an engine reads it once, instead of looking it up for each of very many claims."""


@dataclass(frozen=True, slots=True, order=True)
class _Implied:
    """A rate and the first passage that states it."""

    day: str
    mention: str
    value: Decimal


def facts_about(store: Store, subjects: Collection[str]) -> tuple[Facts, Stated]:
    """Return the facts that contradictions of these subjects (IRIs) follow from, and all rates that are stated."""
    own = stated_about(store, subjects)
    beside = {*having(store, own, "partOf"), *values(store, own, "partOf"), *values(store, own, "restates")}
    return with_rates(store, {*own, *beside})


def stated_about(store: Store, subjects: Collection[str]) -> set[str]:
    """Return the passages (IRIs) about these subjects."""
    return having(store, having(store, subjects, "subject"), "states")


def with_rates(store: Store, passages: Collection[str]) -> tuple[Facts, Stated]:
    """Read passages, and with them the rates at which they may be compared; return all rates that are stated, too.

    Where no two currencies are in them, no rate is read.
    """
    known = read(nodes(followed(store, passages), store.base).rows, store.base)
    units = {one.unit for passage in known.passages for one in passage.claim.amounts if is_currency(one.unit)}
    if len(units) < 2:  # noqa: PLR2004 - a rate is of two
        return known, {}
    implied = _implied(store)
    days = {passage.date for passage in known.passages} | {None}
    pairs = [implied[pair] for pair in permutations(sorted(units), 2) if pair in implied]
    first = {of[claim] for of in pairs for claim in of.keys() & {one.claim.iri for one in known.passages}}
    near = first.union(*(_nearest(of.values(), days) for of in pairs))
    rows = nodes(followed(store, {*passages, *(one.mention for one in near)}), store.base).rows
    return read(rows, store.base), {pair: sorted(one.value for one in of.values()) for pair, of in implied.items()}


def _implied(store: Store) -> Mapping[tuple[str, str], Mapping[str, _Implied]]:
    """Return the rates that all passages state, of each pair of currencies and claim, as `kg.analysis.rates` has."""
    spaces = f"PREFIX kg: <{vocab.KG}> PREFIX schema: <{vocab.SCHEMA}> "
    answer = store.query(spaces + _RATES)
    rows = answer.rows if isinstance(answer, Select) else ()
    found: dict[tuple[str, str], dict[str, _Implied]] = {}
    told = [tuple(cell.value if isinstance(cell, (NamedNode, Literal)) else "" for cell in row) for row in rows]
    amounts = Counter((row[0], row[1], row[4]) for row in told)
    for claim, mention, day, currency, into, much, less, _ in sorted(
        told, key=lambda row: (row[2] or _LATE, row[1], row[7])
    ):
        if is_currency(currency) and is_currency(into) and amounts[claim, mention, into] == 1:
            rate = _Implied(day or _LATE, mention, Decimal(much) / Decimal(less))
            found.setdefault((currency, into), {}).setdefault(claim, rate)
    return found


def _nearest(listed: Collection[_Implied], days: Iterable[str | None]) -> Iterator[_Implied]:
    """Yield those stated nearest to any of some days, before and after, and the one that is taken without a day."""
    yield min(listed)
    first: dict[int, _Implied] = {}
    for one in listed:
        if one.day != _LATE:
            at = begun(one.day).toordinal()
            first[at] = min(one, first.get(at, one))
    known = sorted(first)
    for day in filter(None, days):
        place = bisect_right(known, begun(day).toordinal())
        yield from (first[at] for at in known[max(place - 1, 0) : place + 1])

"""What changed in a figure on one hop, in types: each relay is compared with the passage it restates."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kg.analysis.facts import Amount, Facts, Passage
from kg.analysis.lineage import lineage
from kg.lexicon.names import registry
from kg.rdf.concepts import is_currency
from kg.rdf.iris import Iris

KINDS = (
    "rounding",
    "number-changed",
    "bound-dropped",
    "bound-changed",
    "conversion-added",
    "conversion-recomputed",
    "scope-widened",
    "scope-changed",
    "share-whole-swapped",
    "measure-swapped",
    "period-shifted",
    "planned-became-actual",
    "attribution-swapped",
    "hedge-dropped",
    "name-garbled",
)
Cited = Mapping[str, frozenset[str]]
"""Report -> the reports that it credits, those of the corpus as these."""
_ROUNDED = Decimal("0.12")
"""How far, as a share of the larger, a rounded figure may lie from the exact one ("a third" for 30 per cent)."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One way in which a relay differs from its source; `before` and `after` in words."""

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A passage, the passage it restates, and what changed between them."""

    relay: Passage
    source: Passage
    changes: tuple[Change, ...]


def hops(known: Facts) -> tuple[Hop, ...]:
    """Return every hop between documents in order of the relays' dates; a faithful one has no changes."""
    graph, parts, cited = lineage(known), parts_of(known), cited_by(known)
    return tuple(
        Hop(relay, source, changes(relay, source, parts.get(source.mention, ()), known, cited))
        for relay in known.passages
        for source in (graph.passages[node] for node in sorted(graph.graph.successors(relay.mention)))
        if source.document != relay.document
    )


def parts_of(known: Facts) -> Mapping[str, list[Passage]]:
    """Return mention of a whole -> the passages that its document presents as its parts."""
    parts: dict[str, list[Passage]] = {}
    for passage in known.passages:
        if passage.part_of is not None:
            parts.setdefault(passage.part_of, []).append(passage)
    return parts


def cited_by(known: Facts) -> Mapping[str, frozenset[str]]:
    """Return report -> the reports that its passages credit."""
    found: dict[str, set[str]] = {}
    for passage in known.passages:
        found.setdefault(passage.report, set()).update(filter(None, (one.known or one.report for one in passage.chain)))
    return {report: frozenset(cited) for report, cited in found.items()}


def changes(
    relay: Passage, source: Passage, parts: Iterable[Passage], known: Facts, cited: Cited = MappingProxyType({})
) -> tuple[Change, ...]:
    """Return what `relay` changed.

    `parts` are the figures that the source's document presents as parts of its own; `cited`: what each report credits.
    """
    found = [
        *_number(relay, source),
        *_conversion(relay, source),
        *_scope(relay, source, known),
        *_measure(relay, source, parts, known),
        *_manner(relay, source, known),
        *_attribution(relay, source, cited, known),
    ]
    return tuple(sorted(set(found)))


def _number(relay: Passage, source: Passage) -> Iterator[Change]:
    pair = _stated(relay, source)
    if pair is None:
        return
    after, before = pair
    if before.value != after.value:
        apart = abs(before.value - after.value) > _ROUNDED * max(abs(before.value), abs(after.value))
        rounded = not apart and _digits(after.value) < _digits(before.value)
        yield Change("rounding" if rounded else "number-changed", source.printed, relay.printed)
    told = before.value != after.value and (before.bound, after.bound) == ("exact", "about")
    if before.bound != after.bound and not told:
        yield Change("bound-dropped" if after.bound == "exact" else "bound-changed", before.bound, after.bound)


def _stated(relay: Passage, source: Passage) -> tuple[Amount, Amount] | None:
    """Return the relay's and the source's amount in the unit the relay states first that the source has too."""
    before = {amount.unit: amount for amount in reversed(source.claim.amounts)}
    for amount in relay.claim.amounts:
        if amount.unit in before:
            return amount, before[amount.unit]
    return None


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _conversion(relay: Passage, source: Passage) -> Iterator[Change]:
    before = {amount.unit: amount for amount in source.claim.amounts}
    after = {amount.unit: amount for amount in relay.claim.amounts}
    shared = sorted(before.keys() & after.keys())
    equal = [unit for unit in shared if before[unit].value == after[unit].value]
    if not equal and (shared or not all(map(is_currency, (*before, *after)))):
        return
    if added := sorted(after.keys() - before.keys()):
        yield Change("conversion-added", source.printed, f"{relay.printed} in {', '.join(added)}")
    if len(equal) < len(shared):
        yield Change("conversion-recomputed", source.printed, relay.printed)


def _scope(relay: Passage, source: Passage, known: Facts) -> Iterator[Change]:
    before, after = source.claim.scope, relay.claim.scope
    if before == after:
        return
    wider = before is not None and (after is None or not _is_place(after, known) or _within(before, after, known))
    yield Change("scope-widened" if wider else "scope-changed", known.name(before), known.name(after))


def _is_place(iri: str, known: Facts) -> bool:
    entity = registry().entities.get(Iris(known.base).slug(iri) or "")
    return entity is not None and entity.kind == "Place"


def _within(inner: str, outer: str, known: Facts) -> bool:
    lexicon, iris = registry(), Iris(known.base)
    entity = lexicon.entities.get(iris.slug(inner) or "")
    return entity is not None and (iris.slug(outer) or "") in lexicon.places(entity)


def _measure(relay: Passage, source: Passage, parts: Iterable[Passage], known: Facts) -> Iterator[Change]:
    before, after = source.claim, relay.claim
    if (before.measure, before.whole) == (after.measure, after.whole):
        return
    of_part = any(part.claim.measure == after.measure for part in parts)
    swapped = before.measure != after.measure and not of_part
    words = (known.name(before.measure), known.name(after.measure))
    yield Change("measure-swapped" if swapped else "share-whole-swapped", *words)


def _manner(relay: Passage, source: Passage, known: Facts) -> Iterator[Change]:
    before, after = source.claim, relay.claim
    if before.period is not None and after.period is not None and before.period != after.period:
        yield Change("period-shifted", before.period, after.period)
    modes = known.name(before.mode), known.name(after.mode)
    if modes[0] != "actual" and modes[1] == "actual":
        yield Change("planned-became-actual", *modes)
    if source.hedge is not None and relay.hedge is None:
        yield Change("hedge-dropped", source.hedge, "")
    for name in sorted(set(relay.misspelt) - set(source.misspelt)):
        yield Change("name-garbled", "", name)


def _attribution(relay: Passage, source: Passage, cited: Cited, known: Facts) -> Iterator[Change]:
    """Yield a swap of outlets or of speakers: others are credited by name. Leaving out is no swap.

    Nor is it one to name a company for its chief executive, or the other way round.
    """
    if not relay.chain:
        return
    if credited := miscredited(relay, source, cited):
        yield Change("attribution-swapped", source.outlet or "", " and ".join(credited))
    if not source.chain:
        return
    last, first = relay.chain[-1], source.chain[-1]
    if last.outlet or first.outlet or (last.unnamed and first.unnamed):
        return
    agents = set(last.agents), set(first.agents)
    if agents[0].isdisjoint(agents[1] | _chiefs(agents[1], known)) and agents[1].isdisjoint(_chiefs(agents[0], known)):
        yield Change("attribution-swapped", " and ".join(first.names), " and ".join(last.names))


def _chiefs(agents: Iterable[str], known: Facts) -> frozenset[str]:
    """Return the chief executives of companies among these, as far as the registry knows them."""
    lexicon, iris = registry(), Iris(known.base)
    companies = (lexicon.entities.get(iris.slug(agent) or "") for agent in agents)
    return frozenset(iris.entity(chief) for one in companies for chief in lexicon.related(one, "chiefExecutive"))


def miscredited(relay: Passage, source: Passage, cited: Cited) -> tuple[str, ...]:
    """Return the outlets a relay credits, where neither the source's report nor one that it cites is among them.

    Nor may one of them pass on what any of these say. Of a source whose outlet is not known nobody can tell.
    """
    if source.outlet is None:
        return ()
    credited, passing = ([step for step in one.chain if step.report is not None] for one in (relay, source))
    reports = {source.report, *(step.known or step.report for step in passing)}
    names = {source.outlet, *(name for step in passing for name in step.names)}
    if any((step.known or step.report) in reports or names & set(step.names) for step in credited):
        return ()
    if any(cited.get(step.known or "", frozenset()) & reports for step in credited):
        return ()
    return tuple(name for step in credited for name in step.names)

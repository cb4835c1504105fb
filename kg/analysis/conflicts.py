"""Figures that contradict each other, and those that only look so, with the reason.

The rule is that of `queries/figure-conflicts.rq`, and a test holds the two together: like with like, disjoint intervals
in a shared unit, an open side reaching the value times (1 + slack), never within one report, nor a part against its
whole, nor plans told weeks apart or what had come about by different days. Amounts that share no currency are compared
at the rate that an article states nearest in time, and not at all where none states one; that the query leaves out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, product

from kg.analysis.facts import Amount, Claim, Facts
from kg.analysis.rates import Rate, Rates, converted, nearest, rates
from kg.lexicon import codes
from kg.rdf.concepts import is_currency
from kg.rdf.standing import left_open, replaced

SLACK = Decimal("0.25")
REPLACED = "replaced"
_FIELDS = {
    "measure": "measure",
    "scope": "scope",
    "period": "period",
    "mode": "mode",
    "whole": "whole",
    "compared_with": "period compared with",
}
"""What has to agree, and how it is called."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that contradict each other: hard, or soft where it rests on how far an open side reaches.

    `rate` is the one their amounts were compared at, where they share no unit.
    """

    one: Claim
    other: Claim
    strength: str
    rate: Rate | None = None


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why two claims do not conflict: the kind (`measure`, `scope`, `overlap`, `rate`, ...), and in words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Apparent:
    """Two claims whose numbers differ but that do not conflict, and why not."""

    one: Claim
    other: Claim
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All pairs, each with the claim of the lower IRI first, sorted."""

    conflicts: tuple[Conflict, ...]
    apparent: tuple[Apparent, ...]

    @property
    def look_alikes(self) -> tuple[Apparent, ...]:
        """The pairs that one thing alone keeps from being a conflict."""
        return tuple(pair for pair in self.apparent if len(pair.reasons) == 1)


@dataclass(frozen=True, slots=True)
class _Known:
    """What pairs are judged by: reports, first date and parts of each claim, and the rates that articles state."""

    facts: Facts
    reports: Mapping[str, frozenset[str]]
    since: Mapping[str, str | None]
    wholes: Mapping[str, frozenset[str]]
    rates: Rates


def conflicts(
    known: Facts, slack: Decimal = SLACK, subjects: Collection[str] | None = None, claims: Collection[str] | None = None
) -> Findings:
    """Compare the figures of each subject whose measures are related.

    Of these subjects alone where they are given, and of pairs with one of these claims; both by IRI.
    """
    asked = [one for one in _claims(known) if subjects is None or one.subject in subjects]
    found = _judgements(known, _related(asked, claims), slack)
    return Findings(
        tuple(one for one in found if isinstance(one, Conflict)),
        tuple(one for one in found if isinstance(one, Apparent)),
    )


def contradicting(known: Facts, slack: Decimal = SLACK) -> tuple[Conflict, ...]:
    """Return the conflicts alone: only figures of one question are compared."""
    shelves: dict[tuple[object, ...], dict[str, Claim]] = {}
    for claim in _claims(known):
        if claim.subject is not None and claim.period is not None:
            question = (claim.subject, *(getattr(claim, name) for name in _FIELDS))
            shelves.setdefault(question, {})[claim.iri] = claim
    found = _judgements(known, _pairs(shelves.values(), None), slack)
    return tuple(one for one in found if isinstance(one, Conflict))


def _claims(known: Facts) -> Collection[Claim]:
    return {passage.claim.iri: passage.claim for passage in known.passages}.values()


def _judgements(known: Facts, pairs: Iterable[tuple[Claim, Claim]], slack: Decimal) -> list[Conflict | Apparent]:
    around = _around(known)
    return [found for one, other in pairs if (found := _judged(one, other, around, slack)) is not None]


def _around(known: Facts) -> _Known:
    reports: dict[str, set[str]] = {}
    since: dict[str, str | None] = {}
    wholes: dict[str, set[str]] = {}
    claim_of = {passage.mention: passage.claim.iri for passage in known.passages}
    for passage in known.passages:
        claim = passage.claim.iri
        reports.setdefault(claim, set()).add(passage.report)
        since.setdefault(claim, passage.date)
        if passage.part_of in claim_of:
            wholes.setdefault(claim, set()).add(claim_of[passage.part_of])
    sets = ({claim: frozenset(found) for claim, found in listed.items()} for listed in (reports, wholes))
    in_reports, in_wholes = sets
    return _Known(known, in_reports, since, in_wholes, rates(known))


def _related(asked: Iterable[Claim], claims: Collection[str] | None) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of one subject with related measures, in order of their IRIs."""
    shelves: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in asked:
        for measure in _family(claim.measure) if claim.subject is not None else ():
            shelves.setdefault((claim.subject or "", measure), {})[claim.iri] = claim
    return _pairs(shelves.values(), claims)


def _pairs(shelves: Iterable[Mapping[str, Claim]], claims: Collection[str] | None) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs on each shelf, each once, in order of their IRIs; with one of these claims, if they are given."""
    found: dict[tuple[str, str], tuple[Claim, Claim]] = {}
    for shelf in shelves:
        wanted = shelf.keys() if claims is None else shelf.keys() & claims
        for one, other in product(wanted, shelf) if claims is not None else combinations(sorted(shelf), 2):
            if one != other:
                lower, upper = min(one, other), max(one, other)
                found[lower, upper] = (shelf[lower], shelf[upper])
    for key in sorted(found):
        yield found[key]


def _judged(one: Claim, other: Claim, around: _Known, slack: Decimal) -> Conflict | Apparent | None:
    """Return whether two claims conflict, or why they do not; None where their numbers do not even differ."""
    pairs, rate = _comparable(one, other, around)
    strength = _apart(pairs, slack)
    if strength is None:
        agreeing = _agreeing(one, other, pairs, rate)
        alike = agreeing is not None and next(_unlike(one, other, around), None) is None
        return Apparent(one, other, (agreeing,)) if agreeing is not None and alike else None
    unlike = tuple(_unlike(one, other, around))
    return Apparent(one, other, unlike) if unlike else Conflict(one, other, strength, rate)


def _comparable(one: Claim, other: Claim, around: _Known) -> tuple[list[tuple[Amount, Amount]], Rate | None]:
    """Return the amounts that two claims have in a unit they share, else in a currency that one is converted to."""
    pairs = [(a, b) for a in one.amounts for b in other.amounts if a.unit == b.unit]
    if pairs or not _in_currencies(one, other):
        return pairs, None
    day = max(filter(None, (around.since[one.iri], around.since[other.iri])), default=None)
    known = (nearest(around.rates, a.unit, b.unit, day) for a, b in product(one.amounts, other.amounts))
    rate = next(filter(None, known), None)
    if rate is None:
        return [], None
    pairs = [
        (converted(a, rate), b)
        for a, b in product(one.amounts, other.amounts)
        if (a.unit, b.unit) == (rate.currency, rate.into)
    ]
    return pairs, rate


def _in_currencies(one: Claim, other: Claim) -> bool:
    return all(claim.amounts and is_currency(claim.amounts[0].unit) for claim in (one, other))


def _apart(pairs: Collection[tuple[Amount, Amount]], slack: Decimal) -> str | None:
    """Return hard or soft where amounts in one unit are disjoint and closed ones overlap in none."""
    if any(_closed(a) and _closed(b) and not _disjoint(a, b, slack) for a, b in pairs):
        return None
    strengths = {_strength(a, b) for a, b in pairs if _disjoint(a, b, slack)}
    return min(strengths, default=None)


def _agreeing(one: Claim, other: Claim, pairs: Collection[tuple[Amount, Amount]], rate: Rate | None) -> Reason | None:
    """Return why two different numbers of like figures do not conflict."""
    if any(a.value == b.value for a, b in pairs):
        return None
    if pairs:
        at = f", at {rate.words}" if rate else ""
        return Reason("overlap", f"bound overlaps: some values fit both{at}")
    if _in_currencies(one, other):
        units = " and ".join(sorted(claim.amounts[0].unit for claim in (one, other)))
        return Reason("rate", f"no rate stated between {units}")
    return None


def _disjoint(a: Amount, b: Amount, slack: Decimal) -> bool:
    return _low(a, slack) > _high(b, slack) or _low(b, slack) > _high(a, slack)


def _strength(a: Amount, b: Amount) -> str:
    lower, upper = sorted((a, b), key=lambda amount: (amount.value, amount.unit))
    return "hard" if lower.high is not None and upper.low is not None else "soft"


def _low(amount: Amount, slack: Decimal) -> Decimal:
    return amount.low if amount.low is not None else (amount.high or amount.value) / (1 + slack)


def _high(amount: Amount, slack: Decimal) -> Decimal:
    return amount.high if amount.high is not None else (amount.low or amount.value) * (1 + slack)


def _closed(amount: Amount) -> bool:
    return amount.low is not None and amount.high is not None


def _unlike(one: Claim, other: Claim, around: _Known) -> Iterator[Reason]:
    known = around.facts
    if len(around.reports[one.iri] | around.reports[other.iri]) == 1:
        yield Reason("report", "both stand in one report")
    if other.iri in around.wholes.get(one.iri, ()) or one.iri in around.wholes.get(other.iri, ()):
        yield Reason("part", "part of the other: an article presents one as part of the other")
    for name, called in _FIELDS.items():
        here, there = getattr(one, name), getattr(other, name)
        if here != there:
            yield Reason(name, f"other {called}: {known.name(here) or 'none'} and {known.name(there) or 'none'}")
    if replaced(one.mode.rpartition("/")[2], one.period, around.since[one.iri], around.since[other.iri]):
        yield Reason(REPLACED, "told at different times: the later one may replace the earlier one")
    if one.period is None and other.period is None:
        yield Reason("undated", "neither says for which period")
    if one.objects and other.objects and not set(one.objects) & set(other.objects):
        about = (", ".join(map(known.name, claim.objects)) for claim in (one, other))
        yield Reason("object", f"about different things: {' and '.join(about)}")
    if one.measure_text != other.measure_text:
        sorts = " and ".join(claim.measure_text or "none" for claim in (one, other))
        yield Reason("sort", f"other sort of it: {sorts}")
    elif one.measure == other.measure and (why := left_open(one.measure, one.measure_text, one.scope, one.whole)):
        yield Reason("unnamed", why)


@cache
def _family(measure: str) -> frozenset[str]:
    """Return a measure and those right above it: two measures are related if they share one of these."""
    broader = {concept.iri: concept.broader for concept in codes.scheme("measures").values()}
    return frozenset({measure, *broader.get(measure, ())})

"""Figures that contradict each other, and those that only look so, with the reason.

The rule is that of `queries/figure-conflicts.rq`, and a test holds the two together: like with like, disjoint intervals
in a shared unit, an open side reaching the value times (1 + slack), never within one report.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations

from kg import vocab
from kg.analysis.facts import Amount, Claim, Facts, Passage
from kg.lexicon import codes

SLACK = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that contradict each other: hard, or soft where it rests on how far an open side reaches."""

    one: Claim
    other: Claim
    strength: str


@dataclass(frozen=True, slots=True)
class Apparent:
    """Two claims whose numbers differ but that do not conflict, and why not, in words."""

    one: Claim
    other: Claim
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All pairs, each with the claim of the lower IRI first, sorted."""

    conflicts: tuple[Conflict, ...]
    apparent: tuple[Apparent, ...]


def conflicts(known: Facts, slack: Decimal = SLACK) -> Findings:
    """Compare the figures of each subject whose measures are related."""
    reports: dict[str, set[str]] = {}
    claims: dict[str, Claim] = {}
    for passage in known.passages:
        claims[passage.claim.iri] = passage.claim
        reports.setdefault(passage.claim.iri, set()).add(passage.report)
    found: list[Conflict] = []
    apparent: list[Apparent] = []
    for one, other in _candidates(claims.values()):
        strength = _apart(one, other, slack)
        if strength is None:
            continue
        reasons = tuple(_reasons(one, other, reports[one.iri] | reports[other.iri], known))
        if reasons:
            apparent.append(Apparent(one, other, reasons))
        else:
            found.append(Conflict(one, other, strength))
    return Findings(tuple(found), tuple(apparent))


def passages_of(known: Facts, claim: Claim) -> tuple[Passage, ...]:
    """Return the passages that state a claim, oldest first."""
    return tuple(passage for passage in known.passages if passage.claim.iri == claim.iri)


def _candidates(claims: Iterable[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Yield pairs of one subject with related measures, in order of their IRIs."""
    shelves: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in claims:
        for measure in _family(claim.measure) if claim.subject is not None else ():
            shelves.setdefault((claim.subject or "", measure), {})[claim.iri] = claim
    pairs = {
        (one, other): (shelf[one], shelf[other])
        for shelf in shelves.values()
        for one, other in combinations(sorted(shelf), 2)
    }
    for key in sorted(pairs):
        yield pairs[key]


def _apart(one: Claim, other: Claim, slack: Decimal) -> str | None:
    """Return hard or soft where two claims are disjoint in a shared unit and closed amounts overlap in none."""
    pairs = [(a, b) for a in one.amounts for b in other.amounts if a.unit == b.unit]
    if any(_closed(a) and _closed(b) and not _disjoint(a, b, slack) for a, b in pairs):
        return None
    strengths = {_strength(a, b) for a, b in pairs if _disjoint(a, b, slack)}
    return min(strengths, default=None)


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


def _reasons(one: Claim, other: Claim, reports: set[str], known: Facts) -> Iterable[str]:
    if len(reports) == 1:
        yield "both stand in one report"
    fields: Mapping[str, tuple[str | None, str | None]] = {
        "measures": (one.measure, other.measure),
        "scopes": (one.scope, other.scope),
        "periods": (one.period, other.period),
        "modes": (one.mode, other.mode),
        "wholes": (one.whole, other.whole),
    }
    for name, (here, there) in fields.items():
        if here != there:
            yield f"different {name}: {known.name(here) or 'none'} and {known.name(there) or 'none'}"
    if one.period is None and other.period is None:
        yield "neither says for which period"
    if one.objects and other.objects and not set(one.objects) & set(other.objects):
        here, there = (", ".join(map(known.name, claim.objects)) for claim in (one, other))
        yield f"about different things: {here} and {there}"
    other_measure = vocab.CODES + "other"
    if one.measure == other_measure and (one.measure_text is None or one.measure_text != other.measure_text):
        yield "what they measure is not known to be the same"


@cache
def _family(measure: str) -> frozenset[str]:
    """Return a measure and those right above it: two measures are related if they share one of these."""
    broader = {concept.iri: concept.broader for concept in codes.scheme("measures").values()}
    return frozenset({measure, *broader.get(measure, ())})

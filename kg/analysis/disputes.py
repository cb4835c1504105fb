"""Pairs that contradict each other, put together by the question they answer: who says what of it, who said it first.

Wordings that can hold together ("about 100 billion yuan", "$14 billion") are one side, however many articles have them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.analysis.conflicts import Apparent, Conflict
from kg.analysis.facts import Claim, Facts, Passage
from kg.analysis.rates import Rate

_LATE = "9999"
_QUESTION = ("subject", "measure", "mode", "scope", "period", "whole", "compared_with", "measure_text")
_Pair = TypeVar("_Pair", Conflict, Apparent)


@dataclass(frozen=True, slots=True)
class Side:
    """What can hold together: the passage that says it first, and the number of reports that say it."""

    first: Passage
    reports: int

    @property
    def told(self) -> str:
        """The figure as printed, with who says it first, of whom they have it, and how many reports do."""
        said = (" and ".join(step.names) for step in self.first.chain)
        who = " citing ".join(filter(None, (self.first.outlet or self.first.path, *said)))
        many = f"; {self.reports} reports" if self.reports > 1 else ""
        return f"“{self.first.printed}” ({who}, {self.first.date or 'undated'}{many})"

    @property
    def passage(self) -> str:
        """The passage, with its file."""
        return f"“{self.first.quote}” ({self.first.path})"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One question and the sides of it, the first said first; `strength` and `rate` as in the surest pair."""

    claim: Claim
    sides: tuple[Side, ...]
    strength: str = ""
    rate: Rate | None = None


def disputes(known: Facts, found: Iterable[Conflict]) -> Iterator[Dispute]:
    """Yield a dispute for each question on which claims conflict; it is hard if any two do so whatever their bounds."""
    for pairs in _by_question(found):
        surest = min(pairs, key=lambda pair: (pair.strength, pair.rate is not None))
        yield Dispute(surest.one, _sides(known, pairs), surest.strength, surest.rate)


def revisions(known: Facts, found: Iterable[Apparent]) -> Iterator[Dispute]:
    """Yield the same of pairs that were told so far apart that the later one may replace the earlier one."""
    for pairs in _by_question(found):
        yield Dispute(pairs[0].one, _sides(known, pairs))


def first_passages(known: Facts) -> Mapping[str, Passage]:
    """Return the passage that states each claim first, first-hand if it can be."""
    stating: dict[str, Passage] = {}
    for passage in sorted(known.passages, key=lambda passage: bool(passage.restates)):
        stating.setdefault(passage.claim.iri, passage)
    return stating


def _by_question(found: Iterable[_Pair]) -> Iterator[Sequence[_Pair]]:
    groups: dict[tuple[object, ...], list[_Pair]] = {}
    for pair in found:
        groups.setdefault(tuple(getattr(pair.one, name) for name in _QUESTION), []).append(pair)
    yield from groups.values()


def _sides(known: Facts, pairs: Sequence[Conflict] | Sequence[Apparent]) -> tuple[Side, ...]:
    """Return what can hold together: each claim goes to the first side of which it contradicts nobody, oldest first."""
    apart = {frozenset((pair.one.iri, pair.other.iri)) for pair in pairs}
    firsts = first_passages(known)
    claims = sorted({iri for pair in apart for iri in pair}, key=lambda iri: _age(firsts[iri]))
    sides: list[list[str]] = []
    for claim in claims:
        fitting = (side for side in sides if not any(frozenset((claim, one)) in apart for one in side))
        side = next(fitting, None)
        if side is None:
            sides.append([claim])
        else:
            side.append(claim)
    return tuple(Side(firsts[side[0]], len(_reports(known, side))) for side in sides)


def _reports(known: Facts, claims: Iterable[str]) -> frozenset[str]:
    listed = frozenset(claims)
    return frozenset(passage.report for passage in known.passages if passage.claim.iri in listed)


def _age(passage: Passage) -> tuple[str, bool, str]:
    return passage.date or _LATE, bool(passage.restates), passage.mention

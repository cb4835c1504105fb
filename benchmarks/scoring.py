"""Precision, recall and F1 of read quantities against annotated ones.

A reading is right if value and unit agree; each annotation is matched once. A range counts as its two ends, because
some tools print ranges as two quantities. Values agree within 0.001 %.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peers import Reading

from kg.lexicon import codes

KINDS = {"all": None, "money": "money", "percent": "percent", "other": "other"}
_TOLERANCE = 1e-5
_SIDES = {"about": "about", "more_than": "above", "at_least": "above", "up_to": "below", "at_most": "below"}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, annotated and printed items."""

    right: int = 0
    annotated: int = 0
    printed: int = 0

    def plus(self, other: "Score") -> "Score":
        """Return the sum of two counts."""
        return Score(self.right + other.right, self.annotated + other.annotated, self.printed + other.printed)

    def rates(self) -> tuple[float, float, float]:
        """Return precision, recall and F1 in percent, 0 where nothing was printed or annotated."""
        precision = 100 * self.right / self.printed if self.printed else 0.0
        recall = 100 * self.right / self.annotated if self.annotated else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


def scores(pairs: Iterable[tuple[Sequence[Reading], Sequence[Reading]]]) -> dict[str, Score]:
    """Return a score per kind of unit and one for `bounds`, over pairs of (annotated, printed) of each text."""
    totals = dict.fromkeys([*KINDS, "bounds"], Score())
    for annotated, printed in pairs:
        gold, found = list(_ends(annotated)), list(_ends(printed))
        for name, kind in KINDS.items():
            chosen = [[one for one in side if kind in (None, _kind(one.unit))] for side in (gold, found)]
            matched = len(_matches(*chosen))
            totals[name] = totals[name].plus(Score(matched, len(chosen[0]), len(chosen[1])))
        totals["bounds"] = totals["bounds"].plus(_bounds(annotated, printed))
    return totals


def _bounds(annotated: Sequence[Reading], printed: Sequence[Reading]) -> Score:
    """Score "about", "above" and "below" where they are annotated or printed."""
    right = sum(
        _SIDES.get(gold.bound or "") == _SIDES.get(found.bound or "") is not None
        for gold, found in _matches(annotated, printed)
    )
    count = [sum((one.bound or "") in _SIDES for one in side) for side in (annotated, printed)]
    return Score(right, *count)


def _ends(read: Sequence[Reading]) -> Iterable[Reading]:
    for one in read:
        yield Reading(one.value, one.unit)
        if one.high is not None:
            yield Reading(one.high, one.unit)


def _matches(annotated: Sequence[Reading], printed: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    left = list(printed)
    found = []
    for gold in annotated:
        same = [one for one in left if one.unit == gold.unit and _near(one.value, gold.value)]
        if same:
            best = next((one for one in same if one.bound == gold.bound), same[0])
            left.remove(best)
            found.append((gold, best))
    return found


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))


def _kind(unit: str) -> str:
    if unit in codes.scheme("currencies"):
        return "money"
    return "percent" if unit == "percent" else "other"

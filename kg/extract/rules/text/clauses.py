"""Clauses: how far a figure's own words reach inside its sentence.

A sentence is not cut once for all: what stands between a figure and another word keeps the two apart, a comma little, a
contrast ("whereas") more, another figure most. The costs are data (`ontology/codes/breaks.ttl`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.extract.rules.annotations import Figure
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.model import Span

_STRONG = ("semicolon", "contrast", "subordinate", "relative", "part")
_PARTING = frozenset({"semicolon", "contrast", "subordinate"})
_CLAUSES = frozenset({"relative", "subordinate"})
_OTHER_FIGURE = 0.35
"""What another figure in between costs: words behind it are mostly its own."""
_OTHER_KIND = 0.15
"""What a percentage in between costs an amount: "profit fell 8%, to $2 billion" has one topic."""
_PERCENT = frozenset({"percent", "percentage-point", "ratio"})
_COMPLEMENT = 0.35
"""What it costs a word that stands right beside another figure: it says what that one is."""
_COMPLEMENT_REACH, _HEAD_REACH, _PART_REACH = 12, 5, 40
_MANY = 16
_SHORT_FORM = re.compile(r"\([a-z.]{2,6}\)")
"""A short form in brackets behind what it stands for, "artificial intelligence (AI)", parts nothing."""
_PER_CHARACTER = 0.0025
"""What each character in between costs: 40 characters count like a comma."""


class Break(NamedTuple):
    """A word or mark at which a clause may end. `cost` is the dearest kind of the words that overlap here."""

    start: int
    end: int
    kind: str
    cost: float


@dataclass(frozen=True, slots=True)
class Breaks:
    """The breaks of a text, in order, with running sums of their costs and the number of words for parts so far."""

    found: tuple[Break, ...]
    starts: tuple[int, ...]
    sums: tuple[float, ...]
    parts: tuple[int, ...]

    def between(self, low: int, high: int) -> tuple[Break, ...]:
        """Return the breaks that start in `[low, high)`."""
        return self.found[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def aside_cost(self, position: int, low: int, high: int) -> float:
        """Return what it costs a word at `position` to stand in an aside before the figure.

        An aside says what a part is for ("mainly for servers") or is a clause that a comma in `[low, high)` closes
        ("which makes chips,").
        """
        index = bisect_left(self.starts, position) - 1
        if index < 0 or position - self.found[index].end > _PART_REACH:
            return 0.0
        opened = self.found[index]
        closed = opened.kind in _CLAUSES and any(one.kind == "comma" for one in self.between(low, high))
        return opened.cost if closed or opened.kind == "part" else 0.0

    def cost(self, low: int, high: int) -> float:
        """Return what the breaks that start in `[low, high)` cost together."""
        return self.sums[bisect_left(self.starts, high)] - self.sums[bisect_left(self.starts, low)]

    def cost_ahead(self, position: int, low: int, high: int) -> float:
        """Return what the breaks in `[low, high)` cost a word at `position`, which stands before the figure.

        Words for parts cost nothing there: they open a mere aside. A word right before the figure stands in no other
        aside than the figure: "including layoffs of 900 staff".
        """
        if high - low <= 1:
            return 0.0
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        cost = self.sums[last] - self.sums[first]
        if self.parts[last] == self.parts[first]:
            return cost + self.aside_cost(position, low, high)
        parts = sum(one.cost for one in self.found[first:last] if one.kind == "part")
        return cost + (self.aside_cost(position, low, high) - parts)


def breaks(fold: str) -> Breaks:
    """Return the breaks of `fold`, a text passed through `matcher.folded`."""
    kept: list[Break] = []
    last = 0
    for start, end, (kind, cost) in sorted(_matcher().hits(fold), key=_outermost):
        if kind == "comma" and fold[end : end + 1].isdigit() and fold[start - 1 : start].isdigit():
            continue
        if kind == "bracket" and _short_form(fold, start):
            continue
        if start >= last:
            kept.append(Break(start, end, kind, cost))
            last = end
    sums, parts = [0.0], [0]
    for one in kept:
        sums.append(sums[-1] + one.cost)
        parts.append(parts[-1] + (one.kind == "part"))
    return Breaks(tuple(kept), tuple([one.start for one in kept]), tuple(sums), tuple(parts))


def _short_form(fold: str, bracket: int) -> bool:
    """Tell whether the bracket at this place stands around a short form."""
    opening = bracket if fold[bracket] == "(" else fold.rfind("(", 0, bracket)
    return opening >= 0 and _SHORT_FORM.match(fold, opening) is not None


def _outermost(hit: tuple[int, int, tuple[str, float]]) -> tuple[int, int]:
    return hit[0], -hit[1]


def nearness(figure: Span, word: Span, around: Breaks, figures: Sequence[Figure]) -> float:
    """Return how surely `word` belongs to `figure`, from 1 (beside it or inside it) down to 0 (not at all)."""
    ahead = word.end <= figure.start
    low, high = (word.end, figure.start) if ahead else (figure.end, word.start)
    if low >= high:
        return 1.0
    cost = around.cost_ahead(word.start, low, high) if ahead else around.cost(low, high)
    near = 1.0 - _PER_CHARACTER * (high - low) - cost
    if near > 0.0 and (len(figures) > 1 or (figures and figures[0].span != figure)):
        close = _beside(figures, min(low, word.start) - _COMPLEMENT_REACH, max(high, word.end) + _HEAD_REACH)
        between = Span(low, high)
        near -= sum([_other_cost(other, figure, between, word, around) for other in close])
    return max(0.0, near)


def _beside(figures: Sequence[Figure], low: int, high: int) -> Sequence[Figure]:
    """Return the figures that touch `[low, high]`: a line of thousands is not gone through for each of its words."""
    if len(figures) < _MANY:
        return [figure for figure in figures if figure.span.end >= low and figure.span.start <= high]
    first = bisect_left(figures, low, key=lambda figure: figure.span.end)
    return figures[first : bisect_right(figures, high, key=lambda figure: figure.span.start)]


def _other_cost(other: Figure, figure: Span, between: Span, word: Span, around: Breaks) -> float:
    if other.span == figure:
        return 0.0
    low, high = between.start, between.end
    behind, gap = word.start - other.span.end, high - low
    if 0 <= behind <= min(_COMPLEMENT_REACH, gap) and not low <= other.span.start < high:
        apart = any(one.kind in _PARTING for one in around.between(other.span.end, word.start))
        return 0.0 if apart else _COMPLEMENT  # "sales of $9bn, while profit reached $2bn"
    if 0 <= other.span.start - word.end <= min(_HEAD_REACH, gap) and word.start >= figure.end:
        return _COMPLEMENT
    if low <= other.span.start < high or low < other.span.end <= high:
        return _OTHER_KIND if other.quantity.unit in _PERCENT else _OTHER_FIGURE
    return 0.0


def clause(figure: Span, sentence: Span, around: Breaks) -> Span:
    """Return the stretch around `figure` up to the nearest strong breaks of its sentence."""
    before = [one.start for one in around.between(sentence.start, figure.start) if one.kind in _STRONG]
    behind = [one.start for one in around.between(figure.end, sentence.end) if one.kind in _STRONG]
    return Span(before[-1] if before else sentence.start, behind[0] if behind else sentence.end)


@cache
def _matcher() -> Matcher[tuple[str, float]]:
    words: dict[str, tuple[str, float]] = {}
    for concept in codes.scheme("breaks").values():
        cost = float(concept.facts.get("cost", ("0",))[0])
        words.update(dict.fromkeys(concept.words, (concept.code, cost)))
    return Matcher(words)

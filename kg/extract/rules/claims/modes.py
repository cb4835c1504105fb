"""In what way a figure is meant (planned, actual, estimated, guidance, demanded), and whether it is asserted at all."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.clauses import Breaks, nearness
from kg.extract.rules.text.latest import latest
from kg.lexicon import codes
from kg.lexicon.matcher import Matcher
from kg.model import Span

Told: TypeAlias = tuple[str, Span | None]
"""A mode and the words that tell it."""
_LEAST = 0.6
_HEDGED = 0.4
_DEFAULT = "actual"
_MONTH = re.compile(r"May")
_INFINITIVE = re.compile(r"\b(?:is|are|was|were) to (?!(?:blame|date)\b)[a-z]{3,}")
_PAST = re.compile(r"(?<!\bto )(?<!\bbe )(?<!\bbeing )\b([a-z]{2,}ed)\s+(?:(?:by|to|a|an|at|up)\s+)?\Z")
_PAST_REACH = 24
_RANKS = {"planned": 2.0, "actual": 1.0}
_NOT_REACH = 45
"""How far (characters) a negation may stand before the figure it takes back."""
_ONLY = re.compile(r"not (?:only|just|merely|to mention|including|immediately|count)|does not (?:include|count)")


def mode(figure: Figure, sentence: Span, read: Annotated, around: Breaks, sources: Sequence[Span]) -> Told:
    """Return the mode whose words stand nearest to `figure`, with those words; `actual` where none stand near.

    Words inside `sources` ("people familiar with the plan") tell nothing. A past tense right before the figure tells
    as much as a listed word, as does an infinitive that stands for the future ("is to spend").
    """
    others = read.within(read.figures, sentence)
    best: tuple[float, float, str, Span | None] = (_LEAST, 0.0, _DEFAULT, None)
    for span, code, rank in _told(figure, sentence, read):
        if any(source.covers(span) for source in sources):
            continue
        near = nearness(figure.span, span, around, others) + rank / 20
        if near > best[0]:
            best = (near, rank, code, span)
    return best[2], best[3]


def _told(figure: Figure, sentence: Span, read: Annotated) -> Iterator[tuple[Span, str, float]]:
    """Yield the words that tell a mode, of overlapping ones the longest, with code and rank."""
    yield from _worded(read.text, read.fold, sentence)
    for found in _INFINITIVE.finditer(read.text, sentence.start, figure.span.end):
        yield Span(*found.span()), "planned", _RANKS["planned"]
    past = _PAST.search(read.text, max(sentence.start, figure.span.start - _PAST_REACH), figure.span.start)
    if past:
        yield Span(*past.span(1)), _DEFAULT, _RANKS["actual"]


@latest
def _worded(text: str, fold: str, sentence: Span) -> tuple[tuple[Span, str, float], ...]:
    """Return the listed words of a sentence that tell a mode; kept, since each of its figures asks for them."""
    found: list[tuple[Span, str, float]] = []
    for start, stop, (code, rank) in sorted(_modes().hits(sentence.of(fold)), key=lambda hit: (hit[0], -hit[1])):
        span = Span(start + sentence.start, stop + sentence.start)
        if (not found or span.start >= found[-1][0].end) and not _MONTH.fullmatch(text, span.start, span.end):
            found.append((span, code, rank))
    return tuple(found)


def negated(figure: Figure, clause: Span, read: Annotated) -> Span | None:
    """Return the word in the figure's clause by which it is negated or supposed only, None where it is asserted."""
    start = max(clause.start, figure.span.start - _NOT_REACH)
    window = read.fold[start : figure.span.start]
    for low, high, kind in _negations().hits(window):
        if kind == "not" and _ONLY.match(window, low):
            continue
        if kind == "if" and start + low > clause.start + 3:
            continue
        return Span(low + start, high + start)
    return None


def hedge(figure: Figure, sentence: Span, read: Annotated, around: Breaks) -> str | None:
    """Return the word by which the writer holds back from vouching ("reportedly"), the one nearest to the figure."""
    others = read.within(read.figures, sentence)
    near = [(nearness(figure.span, span, around, others), span) for span in _hedging(read.fold, sentence)]
    close = [item for item in near if item[0] > _HEDGED]
    return max(close, key=lambda item: (item[0], -item[1].start))[1].of(read.fold) if close else None


@latest
def _hedging(fold: str, sentence: Span) -> tuple[Span, ...]:
    """Return the hedges in a sentence; kept, since each of its figures asks for them."""
    start = sentence.start
    return tuple(Span(low + start, high + start) for low, high, _ in _hedges().hits(sentence.of(fold)))


@cache
def _hedges() -> Matcher[str]:
    return Matcher({word: concept.code for concept in codes.scheme("hedges").values() for word in concept.words})


@cache
def _modes() -> Matcher[tuple[str, float]]:
    return Matcher(
        {
            word: (concept.code, float(concept.facts.get("rank", ("0",))[0]))
            for concept in codes.scheme("modes").values()
            for word in concept.words
        }
    )


@cache
def _negations() -> Matcher[str]:
    return Matcher({word: concept.code for concept in codes.scheme("negations").values() for word in concept.words})

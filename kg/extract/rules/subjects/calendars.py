"""Whose fiscal calendar quarters and fiscal years are counted by: that of the company which the words are said of.

Only a sentence tells, by the company nearest before the words, or the next behind them; where it names none the words
are of the company that the headline or the first sentence is about. One whose calendar is not known
gives way to the company that the text is about beside it. Firms that watch others and banks that foresee what
others do count only where the text is about them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.references.watchers import lends, watches
from kg.extract.rules.temporal.scene import Calendar
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.matcher import folded
from kg.lexicon.names import registry
from kg.model import Entity, Span

_SPEAKS_OF = ("quarter", "half", "fiscal", "financial year", "full year", "full-year", "whole year", "annual")
_SHORTENED = re.compile(r"q[1-4]|fy ?'?[0-9]")
_MADE_BY = Construction(r"\b(?:{neighbours:maker}s?)\sof\s(?:the\s)?\Z")
_START = attrgetter("span.start")
_OFFSETS = {"end": (0,), "start": (1,)}


def whose_calendar(
    text: str, sentences: Sequence[Sentence], names: Iterable[Name]
) -> Callable[[int], Calendar | None] | None:
    """Return what tells the calendar for a position of the text; None for a text that needs none."""
    companies = tuple(name for name in names if name.entity.kind == "Company")
    if not any(calendar_of(name.entity) for name in companies):
        return None
    fold = folded(text)
    if not any(word in fold for word in _SPEAKS_OF) and _SHORTENED.search(fold) is None:
        return None
    starts = tuple(sentence.span.start for sentence in sentences)
    return _Whose(text, tuple(sentences), starts, companies, _main(sentences, companies))


@lru_cache(maxsize=4096)
def calendar_of(entity: Entity) -> Calendar | None:
    """Return the fiscal calendar that the registry knows of a company, or of its parent company."""
    lexicon = registry()
    for one in (entity, *lexicon.having("parentOf", entity)):
        for month in lexicon.fact(one, "fiscalYearEnd"):
            numbering = lexicon.fact(one, "fiscalYearNumbering")
            return Calendar(int(month.removeprefix("--")), _OFFSETS[numbering[0]] if numbering else (0, 1))
    return None


@dataclass(frozen=True, slots=True)
class _Whose:
    text: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    companies: tuple[Name, ...]
    main: Entity | None

    def __call__(self, position: int) -> Calendar | None:
        """Return the calendar of the company that what stands at `position` is said of."""
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return None
        span = self.sentences[index].span
        named = [name for name in _inside(self.companies, span) if self._counts(name.entity)]
        named = [name for name in named if not _MADE_BY.search(self.text, span.start, name.span.start)]
        if len({name.entity for name in named}) > 1:
            passed_over = asides(span, Span(position, position + 1), self.text)
            named = [name for name in named if not any(one.covers(name.span) for one in passed_over)]
        before = [name.entity for name in named if name.span.start <= position]
        who = before[-1] if before else named[0].entity if named else self.main
        known = calendar_of(who) if who else None
        beside = known is None and self.main and any(name.entity == self.main for name in named)
        return calendar_of(self.main) if beside and self.main else known

    def _counts(self, entity: Entity) -> bool:
        return entity == self.main or not (watches(entity) or lends(entity))


def _inside(companies: Sequence[Name], span: Span) -> list[Name]:
    """Return those of the companies, which are in order, that a sentence names."""
    low, high = (bisect_left(companies, position, key=_START) for position in (span.start, span.end))
    return [name for name in companies[low:high] if name.span.end <= span.end]


def _main(sentences: Sequence[Sentence], companies: Sequence[Name]) -> Entity | None:
    """Return the one company that the headline, or else the first sentence that names any, is about."""
    for sentence in sentences:
        named = [name.entity for name in _inside(companies, sentence.span)]
        others = [one for one in named if not (watches(one) or lends(one))] or named
        if others:
            return others[0] if not sentence.headline or len(set(others)) == 1 else None
    return None

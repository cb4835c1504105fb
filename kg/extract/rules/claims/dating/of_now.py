"""Values of the report's own time in a sentence whose times are of others: a stock, what came after, a sum since then.

"Orders of 2 million for 2026, far above its current stock of 700,000", "fell to $50 billion in 2023 before recovering
to $70 billion", "a loss of $4 billion in the quarter, bringing its losses since 2020 to $70 billion".
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Timex
from kg.extract.rules.claims.dating.sight import Dated, Sight
from kg.extract.rules.temporal.periods import WHEN_SO_MUCH
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_REACH = 60
_CURRENT = Construction(
    r"\b{of-now}\s(?:(?!{outlook|expectation|expenditure|time-nouns:reporting|time-nouns:fiscal}\b)[a-z-]+\s){0,3}?(?:of\s)?\Z"
)
_THERE = Construction(
    r"(?:\s(?!{breaks:none}\b)[\w’'-]+){0,4}?\s(?:{time-adverbs:present}(?:\s[a-z]+|(?=[,;.)]|\Z))|{at-hand}\b(?!\s(?:in|for|during)\s))",
    re.IGNORECASE,
)
"""What tells behind a value that it is there now: "the 41,000 it now employs", "the 9,000 that Acme has in stock"."""
_AFTERWARDS = Construction(
    r"[^;]{0,40}?(?:\sbefore\s[a-z]+ing\s|(?:[,;]\s|\s(?:and|but)\s)[^;]{0,30}?\b(?:{afterwards|time-adverbs:present})\s)[^;]*"
)
_SINCE_THEN = re.compile(r"\bsince (?:then|that time)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:\s(?!(?:in|on|for|at|by|was|were|is|are|the|an?|its|their|his|her)\b)[\w’'-]+){0,6}?\ssince\s(?!(?:it|they|he|she)\b)"
)
"""What leads from a sum to since when it was reached: "$14 billion that it has raised since 2023"."""
_OF_OTHER = re.compile(r"\s(?:(?:in|for|during|at|by)\s(?:(?:the|its|their)\s)?)?")


def of_now(sight: Sight, times: Sequence[Timex]) -> Dated | None:
    """Return that the figure has no period where words beside it tell that none of the sentence's times is its own."""
    since_then = sight.read.fold.find("since th", sight.sentence.start, sight.figure.span.start) >= 0
    if since_then and _SINCE_THEN.search(sight.text, sight.sentence.start, sight.figure.span.start):
        return Dated(None, "since-then", seen=True)
    return _apart(sight, times) if times else None


def _apart(sight: Sight, times: Sequence[Timex]) -> Dated | None:
    if any(_OF_OTHER.fullmatch(sight.text, sight.figure.span.end, time.span.start) for time in times):
        return None
    start = sight.figure.span.start
    first = max(sight.sentence.start, start - _REACH)
    after = any(one.span.end < start for one in sight.others)
    if after and (_CURRENT.search(sight.text, first, start) or _THERE.match(sight.text, sight.figure.span.end)):
        return Dated(None, "of-now", seen=True)
    if sight.read.fold.find("since ", first, sight.sentence.end) >= 0 and _is_sum_since(sight, times):
        return Dated(None, "sum-since", seen=True)
    return Dated(None, "afterwards", seen=True) if after and _came_after(sight, times) else None


def _is_sum_since(sight: Sight, times: Sequence[Timex]) -> bool:
    """Tell whether a figure is what came together since some time."""
    start, end = sight.figure.span.start, sight.figure.span.end
    since = _SINCE.search(sight.text, max(sight.sentence.start, start - _REACH), start)
    if since and not any(_in_its_clause(time.span, start, sight.text) for time in times):
        return not any(time.span.start >= end for time in times)
    found = None if sight.figure.quantity.unit in ("percent", "ratio") else _SINCE.match(sight.text, end)
    return found is not None and any(time.span.end <= start or time.span.start > found.end() for time in times)


def _in_its_clause(time: Span, figure: int, text: str) -> bool:
    """Tell whether a figure stands in the clause on a time: "the most since 2019, when it sold 900 jets"."""
    when = WHEN_SO_MUCH.match(text, time.end)
    return when is not None and when.end() < figure and text.find(",", when.end(), figure) < 0


def _came_after(sight: Sight, times: Sequence[Timex]) -> bool:
    """Tell whether a figure was reached after the last time before it, which is that of another."""
    start = sight.figure.span.start
    last = next((time.span for time in reversed(times) if time.span.end <= start), None)
    if last is None or not any(_is_own(one.span, last, sight.text) for one in sight.others):
        return False
    return _AFTERWARDS.fullmatch(sight.text, last.end, start) is not None


def _is_own(figure: Span, time: Span, text: str) -> bool:
    return figure.end < time.start and _OF_OTHER.fullmatch(text, figure.end, time.start) is not None

"""Older values that are an earlier view of the same thing, of the time that the newer one is of.

"Up from a previous estimate of $6 billion", "raised its forecast to $7 billion from $6 billion".
"""

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_VIEW_NOW = Construction(r"\bnow\s{forecasts:verb|forecasts:reporting}\s[^;]{0,120}\Z")
_OLD_TIME = Construction(
    r"(?:\s[\w-]+){0,2}?\s(?:(?:in|for|during)\s|an?\s{time-nouns:reporting}\s|{time-shifts:*}\s|the\s)"
)
"""What makes an older value one that was reached: "now sees $9 billion, from $8 billion last year"."""
_VIEW_BEFORE = Construction(r"\b{former}\s+(?:\w+\s+)?{outlook|expectation|interval|plan}")
_REVISED = Construction(
    r"\b(?:{revising}\s[^.;]{0,80}?\b{outlook|expectation}"
    r"|{outlook|expectation}\s(?:[^,;.]{1,40}\s)?(?:was|were|is|are|been|being)\s(?:[a-z]+ly\s)?{revising}"
    r"|(?:(?<!\bto\s)(?<!\bwill\s)(?<!\bwould\s){revising}|{revising}(?=[^.;]{0,60}?\s20[0-9]{2}\s))\s[^.;]{0,80}?\b{expenditure}"
    r"|{revising}\s[^.;]{0,60}?\s(?:over|for|in|during)\sthe\s{time-nouns:coming}\s(?:[a-z0-9]+\s)?{time-nouns:unit})"
    r"\b(?:\s|,)[^;]{0,80}\Z"
)
"""What makes an older value the view that was held before: "raised its forecast to $7 billion from"."""


def earlier_view(figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether the figure is an earlier forecast of the same thing.

    "Up from a previous estimate of $6 billion", "raised its forecast to $7 billion from $6 billion".
    """
    if figure.role == "from" and _REVISED.search(text, sentence.start, figure.span.start):
        return True
    if figure.role == "from" and _VIEW_NOW.search(text, sentence.start, figure.span.start):
        return _OLD_TIME.match(text, figure.span.end) is None
    return bool(_VIEW_BEFORE.search(text, max(sentence.start, figure.span.start - 60), figure.span.start))

"""Which figures an answer is to: those that the words for what is answered tell themselves ("denied it would cut 900").

What these words only mention beside ("the unit it bought for $5 billion", "900 of its 7,200 jobs") is not answered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.text.clauses import Breaks, breaks
from kg.extract.rules.text.constructions import Construction
from kg.model import FigureClaim, Mention, Response, Span

_ABOUT = "about"
_APART = frozenset({"bracket", "comma", "contrast", "dash", "part", "semicolon", "subordinate"})
_SAYING = Construction(
    r"(?:[\w’'-]+\s){0,5}(?:{denials:matter}|{sources:publication|sources:published})"
    r"(?:\s(?:that|(?:which|that|saying|says|said)(?:\s[a-z]+)?\sthat|saying|claiming|suggesting))?\s"
)
"""Nouns for something said, and how what they say goes on: "a newspaper report that", "a story which says that"."""
_OWN_CLAUSE = re.compile(r"[a-z’']\s(?:it|they|he|she|we)\s")
"""Who does something in a clause that goes on without "that": "the unit it bought"."""
_PRESUPPOSED = re.compile(r"\b(?:from|of\s(?:its|their|his|her|our|the))\s\Z")


def answered(responses: Sequence[Response], mentions: Sequence[Mention], read: Annotated) -> tuple[Response, ...]:
    """Return the responses with the claims they answer."""
    around = breaks(read.fold)
    return tuple(replace(one, claims=tuple(_claims(one, mentions, around, read))) for one in responses)


def _claims(response: Response, mentions: Sequence[Mention], around: Breaks, read: Annotated) -> Iterator[FigureClaim]:
    about = next((one.span for one in response.evidence if one.field == _ABOUT), None)
    seen: set[FigureClaim] = set()
    for mention in mentions if about else ():
        claim = mention.claim
        if isinstance(claim, FigureClaim) and claim not in seen and _tells(about, mention.figure, around, read):
            seen.add(claim)
            yield claim


def _tells(about: Span | None, figure: Span, around: Breaks, read: Annotated) -> bool:
    """Tell whether the words for what is answered tell the figure in their own clause."""
    if about is None or not about.covers(figure):
        return False
    said = _SAYING.match(read.fold, about.start, figure.start)
    start = said.end() if said else about.start
    between = around.between(start + 1, figure.start)
    if any(one.kind in _APART or one.kind == "relative" for one in between):
        return False
    if _OWN_CLAUSE.search(read.fold, start, figure.start):
        return False
    return _PRESUPPOSED.search(read.fold, start, figure.start) is None

"""Which figures an answer is to: those that the words for what is answered tell themselves ("denied it would cut 900").

Who denies a figure is not whom it is credited to. What these words only mention beside ("the unit it bought for $5
billion", "900 of its 7,200 jobs") is not answered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.text.clauses import Breaks, breaks
from kg.extract.rules.text.constructions import Construction
from kg.model import Agent, FigureClaim, Mention, Response, Span

_ABOUT, _DENIES = "about", "denies"
_APART = frozenset({"bracket", "comma", "contrast", "dash", "part", "semicolon", "subordinate"})
_SAYING = Construction(
    r"it\s(?:is|was)\s(?:[a-z]+\s){1,3}that\s"
    r"|(?:[\w’'-]+\s){0,5}(?:{denials:matter}|{sources:publication|sources:published})"
    r"(?:\s(?:that|(?:which\s|that\s)?{asserting}\sthat|[a-z]+ing(?:\sthat)?))?\s"
)
"""Nouns for something said, and how what they say goes on: "a newspaper report that", "a story which says that"; else
what puts a clause last: "it is not true that"."""
_OWN_CLAUSE = re.compile(r"[a-z’']\s(?:it|they|he|she|we)\s")
"""Who does something in a clause that goes on without "that": "the unit it bought"."""
_PRESUPPOSED = re.compile(r"\b(?:from|of\s(?:its|their|his|her|our|the))\s\Z")


def answered(
    responses: Sequence[Response], mentions: Sequence[Mention], read: Annotated
) -> tuple[tuple[Response, ...], tuple[Mention, ...]]:
    """Return the responses with the claims they answer, and the mentions without whom denies what they state.

    "Acme called a report of 900 job cuts wrong" is no statement of Acme's that there are 900.
    """
    around = breaks(read.fold)
    told = [tuple(_told(one, mentions, around, read)) for one in responses]
    deniers: dict[Mention, frozenset[Agent]] = {}
    for one, about in zip(responses, told, strict=True):
        for mention in about if one.stance == _DENIES else ():
            if _of_what_is_said(one, mention.figure, read):
                deniers[mention] = deniers.get(mention, frozenset()) | {one.agent}
    claims = (tuple(dict.fromkeys(one.claim for one in about)) for about in told)
    return (
        tuple(replace(one, claims=listed) for one, listed in zip(responses, claims, strict=True)),
        tuple(_without(one, deniers.get(one, frozenset())) for one in mentions),
    )


def _without(mention: Mention, deniers: frozenset[Agent]) -> Mention:
    if not deniers:
        return mention
    via = tuple(step for step in mention.via if not deniers.issuperset(step.agents))
    return replace(mention, via=via, contextual=mention.contextual and bool(via))


def _told(response: Response, mentions: Sequence[Mention], around: Breaks, read: Annotated) -> Iterator[Mention]:
    """Yield the mentions of the figures that the words for what is answered tell."""
    about = _about(response)
    for mention in mentions if about else ():
        if isinstance(mention.claim, FigureClaim) and _tells(about, mention.figure, around, read):
            yield mention


def _of_what_is_said(response: Response, figure: Span, read: Annotated) -> bool:
    """Tell whether what is answered is called something said, and the figure is what it says."""
    about = _about(response)
    return about is not None and _SAYING.match(read.fold, about.start, figure.start) is not None


def _about(response: Response) -> Span | None:
    return next((one.span for one in response.evidence if one.field == _ABOUT), None)


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

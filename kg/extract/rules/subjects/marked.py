"""Whose a figure is where a part of a company, a relative clause behind a mark, or shares behind it tell.

"Above Acme's chip unit's $3 billion", "Acme — which had raised $3 billion — said", "a drop of 5% in Acme's shares",
"made Acme Beta's largest customer, with $3 billion spent".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.subjects.roles import followed_by_verb
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tail import window

_ATTRIBUTES = r"(?:{amount-attribute}\s){0,2}\Z"
_OWN = Construction(r"\.?['’]s?\s" + _ATTRIBUTES)
_OF_PART = Construction(r"(?:['’]s)?\s(?:[\w-]+\s){0,3}?{neighbours:part}s?['’]s?\s" + _ATTRIBUTES)
_MARKED = re.compile(
    r"(?:\s\([^()]*\))?(?P<opens>(?:\s?(?:—|–|--)\s?|\s\()(?:which|who)\s)(?!(?:the|an?|it|its|he|she|they)\b)[^()—–;:]*\Z"
)
"""A relative clause that a dash or a bracket opens: "groups such as Acme -- which faces a duty of"."""
_MARK = re.compile(r"[(—–-]\s?wh")
_BURDENS = Construction(r"\b{costing-whom}\b")
_NEAR = 60
_ANOTHER_CLAUSE = re.compile(r"--|\b(?:which|who|that|while|whereas)\b")
_FALL_IN = Construction(
    r"(?:\s[a-z-]+){0,2}\s{change-noun}\s(?:in|for|of)\s(?:(?:the\s)?(?:shares?|stock|value|price)\s(?:of|in)\s)?(?:the\s)?(?:[a-z-]+\s){0,3}"
)
_SHARES = Construction(r"(?:\.?['’]s?)?\s(?:[a-z-]+\s)?{dealt-in}\b")
_FROM = Construction(r"\s(?:more\s)?from\s(?:the\s)?(?:[a-z-]+\s){0,3}")
_ANOTHER = Construction(r"\b(?:followed\sby|{additive}|plus|then|and)\s(?:{additive}\s)?(?:[a-z]+\s)?\Z")
_MADE = Construction(r"\b{rendering}\s\Z")
_WITH = re.compile(r"['’]s?\s[^;:.()]*?,?\s(?:with|at|after|having|by)\s[^;:]*\Z")
_ADDING = Construction(r"\b{making-sums}\s(?:[a-z]+\s){0,3}\Z")
_TO_OWN = re.compile(
    r"(?:\s(?:a\syear|in\s[a-z]+))?\s(?:to|from|off)\s(?:the\s)?(?P<noun>(?:[a-z-]+\s){1,3}of\s(?:the\s)?)?"
)


def deemed(figure: Figure, before: Sequence[Name], text: str) -> Name | None:
    """Return who is made somebody's something with so much: "made Acme Beta's largest customer, with $3 billion"."""
    for name, owner in pairwise(before):
        beside = owner.span.start - name.span.end == 1 and text.startswith(("'", "’"), owner.span.end)
        if (
            beside
            and _WITH.match(text, owner.span.end, figure.span.start)
            and _MADE.search(text, *window(name.span.start))
        ):
            return name
    return None


def added_to(figure: Figure, behind: Sequence[Name], text: str) -> Name | None:
    """Return to whose thing a sum is added, whoever adds it: "the order adds $300 million to Acme's revenue"."""
    for name in behind[:1]:
        found = _TO_OWN.fullmatch(text, figure.span.end, name.span.start)
        if found is None or name.how == "pronoun" or not _ADDING.search(text, *window(figure.span.start)):
            continue
        owner = text.startswith(("'", "’"), name.span.end)
        return name if owner != bool(found["noun"]) else None
    return None


def owns_beside(name: Name, start: int, text: str) -> bool:
    """Tell whether the possessive of a name or of a part of it stands before the figure at `start`."""
    return any(one.fullmatch(text, name.span.end, start) for one in (_OWN, _OF_PART))


def told_behind_mark(figure: Figure, before: Sequence[Name], text: str) -> Name | None:
    """Return whose clause a dash or bracket behind a name opens: "Acme (which raised $3 billion last year)"."""
    last_two = before[-2:]
    if not last_two or not _MARK.search(text, last_two[0].span.end, figure.span.start):
        return None
    for name in reversed(last_two):
        gap = (name.span.end, figure.span.start)
        found = _MARKED.fullmatch(text, *gap)
        if found is None or _BURDENS.search(text, *gap):
            continue
        last = before[-1]
        apart = last is not name and followed_by_verb(text, last.span.end, figure.span.start)
        return None if apart or _ANOTHER_CLAUSE.search(text, found.end("opens"), found.end()) else name
    return None


def whose_shares(figure: Figure, behind: Sequence[Name], read: Annotated) -> Name | None:
    """Return whose shares move by the figure, whoever moves them: "set off a 5% drop in Acme's stock"."""
    for name in behind[:1] if figure.quantity.unit == "percent" else ():
        gap = (figure.span.end, name.span.start)
        near = gap[1] - gap[0] <= _NEAR and _SHARES.match(read.text, name.span.end)
        return name if near and _FALL_IN.fullmatch(read.text, *gap) else None
    return None


def pays_more(figure: Figure, behind: Sequence[Name], text: str) -> Name | None:
    """Return from whom a further sum comes: "Acme put in $4 billion, followed by another $2 billion from Beta"."""
    for name in behind[:1]:
        more = _FROM.fullmatch(text, figure.span.end, name.span.start)
        if more and _ANOTHER.search(text, *window(figure.span.start)):
            return name
    return None

"""Clauses that leave their verb out: "Acme lost 6%, Beta 7%", "Acme leads, trailed by the retailer Beta with 9%"."""

import re

from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.subjects.roles import ends_in_trade
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_NEXT = Construction(
    r"(?:\b(?:and|while|whereas|but|then|(?:ahead|in\sfront)\sof|{relation-cues:followed}|second\s(?:only\s)?to|behind|before)|[,;])\s"
    r"(?:(?:that|those)\sof\s)?(?:the\s|an?\s)?(?:[A-Z][\w.&-]*['’]s?\s|[A-Z][a-z]+\s(?=[a-z]))?"
    r"(?P<called>(?:(?!{grammar:preposition|grammar:conjunction|grammar:subordinator}\b)[a-z][\w-]*\s){0,3})\Z"
)
_GAP = re.compile(r"\s+(?:by\s+|with\s+|to\s+|at\s+|on\s+)?(?:an?\s+)?\Z")
_REACH = 80
_IS = Construction(r"[a-z]\s(?:is|was|{lasting-being})\s(?:the\s(?:[a-z-]+\s){1,3})?\Z")
_HAVING = Construction(
    r",?\s(?:with|at|holding|owning)\s(?:(?:an?|the|some)\s)?(?:(?!{grammar:preposition}\b)[a-z-]+\s){0,3}"
)


def comes_next(figure: Figure, name: Name, text: str) -> bool:
    """Tell whether a name, or what it is called and it, stand before a figure without a verb and behind others."""
    start = name.span.start
    if _GAP.fullmatch(text, name.span.end, figure.span.start) is None:
        return False
    found = _NEXT.search(text, max(0, start - _REACH), start)
    called = found["called"].strip() if found else None
    if not called:
        return found is not None
    return called.split()[-1] in words("relation-cues", "rival") or ends_in_trade(called.removesuffix("s"))


def is_told_to_be(name: Name, figure: Figure, text: str) -> bool:
    """Tell whether a name says who somebody is who has so much: "its main owner is Acme with 9%"."""
    return (
        _HAVING.fullmatch(text, name.span.end, figure.span.start) is not None
        and _IS.search(text, max(0, name.span.start - _REACH), name.span.start) is not None
    )

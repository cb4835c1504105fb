"""Those who only put money into somebody else: "Beta led the round", "Beta also invested", "the backers include Beta".

What a round brings in or values is not theirs, and a text goes on about who is backed.
"""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tail import last_words
from kg.model import Entity

_OFTEN = (
    r"(?:,\s(?!(?:and|but)\b)[^,;:.]{3,40},|,\swhich)?\s(?:(?:{grammar:auxiliary}|{grammar:adverb}|[a-z]+ly)\s){0,3}"
)
_ROUND = (
    r"\s(?:(?:the|an?|its|that|this|another)\s|(?:[A-Z][\w.&-]*\s){0,2}[A-Z][\w.&-]*['’]s?\s)"
    r"(?:(?!(?:and|while|after)\b)[\w$€£¥.,’'-]+\s){0,5}?{round-noun}\b"
)
_PUTS_IN = r"{relation-cues:lead}(?:\sand\s[a-z]+)?(?=" + _ROUND + r"|;|\.(?!\d)|\s?\Z)"
_TAKES_PART = (
    r"(?:{relation-cues:join}|{relation-cues:invested})"
    r"(?=" + _ROUND + r"|[;.,](?!\d)|\s(?:too|again|as\swell|alongside|and)\b|\s?\Z)"
)
_IS_BACKER = (
    r"(?:{grammar:be})\s(?:(?:also|already|again)\s)?(?:among|one\sof|an?|another|the|its)\s(?:(?:the|its)\s)?"
    r"(?:[a-z-]+\s){0,2}?{backing}\b"
)
_BACKS = Construction(_OFTEN + rf"(?:{_PUTS_IN}|{_TAKES_PART}|{_IS_BACKER})")
_AMONG = Construction(
    r"\b(?i:{backing})\s(?:{relation-cues:examples-word}|{relation-cues:drawing}|are|were|is|was)\s(?:[\w’'&.-]+(?:,|\sand)?\s){0,4}\Z"
)
_LED_BY = Construction(
    r"\b(?i:{headed|relation-cues:lead|relation-cues:backed})\sby\s"
    r"(?:(?:[\w’'&.-]+,?\s){1,6}and\s)?(?:the\s)?(?:[a-z-]+\s){0,3}\Z"
)
_NEAR = 8
_REACH = 80
_AND = re.compile(r"(?:,\s|,?\s(?:and|or|&)\s)(?:the\s)?")


def backs(text: str, start: int, end: int) -> bool:
    """Tell whether who is named from `start` to `end` only puts money into somebody else there."""
    if _BACKS.match(text, end):
        return True
    before = text[max(0, start - _REACH) : start]
    last = last_words(before, _NEAR)
    return bool(_AMONG.search(before, last) or _LED_BY.search(before, last))


def backing(names: Sequence[Name], text: str) -> frozenset[Entity]:
    """Return those of the names of a sentence who only put money in, also "Alpha" of "Alpha and Beta led the round"."""
    found: set[Entity] = set()
    for name, behind in zip(reversed(names), (None, *reversed(names)), strict=False):
        joined = (
            behind is not None and behind.entity in found and _AND.fullmatch(text, name.span.end, behind.span.start)
        )
        if name.entity.kind in FIRMS and (joined or backs(text, name.span.start, name.span.end)):
            found.add(name.entity)
    return frozenset(found)

"""Who speaks for whom by what a text says of its people: "Acme spokeswoman Ann Lee", "Ann Lee, a spokesman for Acme".

Said once, it holds for the whole text: what Lee answers further down is the answer of Acme.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity

_BEFORE, _BEHIND = 60, 90
"""Characters that a title before a person takes, and one behind."""
_OWNS = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}")
"""What stands between a body and the title of its voice: "Acme's long-time"."""
_OF_WHOM = re.compile(r"\s(?:for|of|at|with)\s(?:the\s)?(?:[\w-]+\s){0,3}")
VOICE = Construction(r"\b{sources:spokesperson}\b", re.IGNORECASE)
"""A title of those who speak for a body, with or without their name."""
_APPOSITION = Construction(r",\s(?:who\s(?:is|was)\s)?(?:[\w'’&.-]+\s){0,5}?{sources:spokesperson}\b", re.IGNORECASE)


def spokespeople(text: str, names: Sequence[Name]) -> Mapping[Entity, Entity]:
    """Return for each person whom `text` calls somebody's voice the body they speak for; unknown bodies left out."""
    found: dict[Entity, Entity] = {}
    bodies = [name for name in names if name.entity.kind in BODIES and name.how != "group"]
    starts = [name.span.start for name in bodies]
    served = [name for name in names if name.entity.kind == "Product"]
    for name in names:
        if name.entity.kind != "Person" or name.how == "pronoun" or name.entity in found:
            continue
        body = (
            _serving(name, served, text)
            or _titled(name, bodies, starts, text)
            or _described(name, bodies, starts, text)
        )
        if body:
            found[name.entity] = body
    return MappingProxyType(found)


def _serving(person: Name, products: Sequence[Name], text: str) -> Entity | None:
    """Return the product for which a person speaks in its own name: "TikTok spokeswoman Ann Lee"."""
    title = _title().search(text, max(0, person.span.start - _BEFORE), person.span.start) if products else None
    behind = _APPOSITION.match(text, person.span.end, person.span.end + _BEHIND) if products and not title else None
    for product in products if title or behind else ():
        if title and _OWNS.fullmatch(text, product.span.end, title.start()):
            return product.entity
        if behind and _OF_WHOM.fullmatch(text, behind.end(), product.span.start):
            return product.entity
    return None


def _titled(person: Name, bodies: Sequence[Name], starts: Sequence[int], text: str) -> Entity | None:
    """Return whose title stands before the person: "Acme's spokesman Ann Lee", "a spokesman for Acme, Ann Lee"."""
    title = _title().search(text, max(0, person.span.start - _BEFORE), person.span.start)
    if title is None:
        return None
    inside = _first(bodies, starts, title.start(), person.span.start)
    if inside:
        return inside.entity
    before = bisect_left(starts, title.start())
    last = bodies[before - 1] if before else None
    alone = [body for body in bodies[:before] if body.span.start >= text.rfind(". ", 0, title.start())]
    if len(dict.fromkeys(body.entity for body in alone)) == 1:
        return alone[0].entity
    owning = last is not None and _OWNS.fullmatch(text, last.span.end, title.start()) is not None
    return last.entity if last and owning else main_body(bodies[:before])


def _described(person: Name, bodies: Sequence[Name], starts: Sequence[int], text: str) -> Entity | None:
    """Return for whom the words behind the person say they speak: "Ann Lee, a spokeswoman for the company"."""
    behind = _APPOSITION.match(text, person.span.end, person.span.end + _BEHIND)
    if behind is None:
        return None
    for_whom = _first(bodies, starts, behind.start(), person.span.end + _BEHIND)
    close = for_whom is not None and _OF_WHOM.fullmatch(text, behind.end(), for_whom.span.start)
    inside = for_whom is not None and for_whom.span.end <= behind.end()
    return for_whom.entity if for_whom and (close or inside) else None


def _first(bodies: Sequence[Name], starts: Sequence[int], low: int, high: int) -> Name | None:
    index = bisect_left(starts, low)
    return bodies[index] if index < len(bodies) and bodies[index].span.end <= high else None


def main_body(bodies: Sequence[Name]) -> Entity | None:
    """Return the body that a text is about: named more often than all others together."""
    named = Counter(name.entity for name in bodies)
    entity, times = named.most_common(1)[0] if named else (None, 0)
    return entity if 2 * times > named.total() else None


@cache
def _title() -> re.Pattern[str]:
    """Return the pattern of a title before a name; "Representative Lee" with a capital is a member of parliament."""
    voices = words("sources", "spokesperson")
    sent = {one for one in voices if one.startswith("representative")}
    named = rf"(?:(?i:{alternation(voices - sent)})|{alternation(sent)})"
    return re.compile(rf"\b{named}(?:\s(?:for|of|at)\s[^,.;]{{2,40}})?,?\s\Z")

"""Export rules told by what they do instead of by their name: "its export curbs", "a ban on sales of the H20"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.references.descriptions import named_places
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon
from kg.model import Entity, Span

_ON_EXPORTS = Construction(
    r"\b(?i:(?:{chip-trade}[\s-]){0,2}{exporting}[\s-](?:{export-licence}\s)?{curb})\b(?!\s{list-noun}\b)"
)
_BARE = Construction(r"\b(?i:{ban})\b")
_OVER_CHIP = Construction(
    r"\s(?:[^.;:\n]{0,60}\s)?(?:on|against)\s(?:(?:the|all|any|its|further)\s)?(?:{selling-abroad}\s(?:of\s)?)?[^.;:\n]{0,60}\Z"
)
_ON_SALES = Construction(r"\s(?:on|that|which|\w+ing)\s(?:[a-z-]+\s){0,3}?{selling-abroad}\b")
_CAUGHT = Construction(r"\s(?:[a-z]+\s){0,3}{caught-by}\s(?:[^.;,\n]|U\.S\.){0,40}\Z")
_OF_CHIP = Construction(r"\s(?:(?:{neighbours:chip|nouns:chip|selling-abroad})\s){0,2}\Z")
_PLAIN = (
    r"(?:(?!(?:to|in|for|of|after|as|by|under|from|with|at|due|despite|amid|and|or|on|because|that|which|over|following"
    r"|before|while|when|since)\b)(?:[a-z][a-z-]*|AI|\d{4})\s){0,3}\Z"
)
_OWNED = Construction(rf"(?:['’]s?)?\s(?:(?:has|had|have)\s)?(?:{{relation-cues:issue}}\s)?{_PLAIN}")
_NATION = re.compile(rf"([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)(?:['’]s?)?\s{_PLAIN}")
_ISSUED_BY = Construction(r"(?:[^.;:\n]{0,30}?\b{relation-cues:issue}\s(?:\w+\s)?by|\sfrom)\s(?:the\s)?\Z")
_EXPORTING, _EARTHS = "export", "rare earth"
_EXPORTS, _GOVERNING = "export controls", ("Authority", "Place")
_NAMES, _UNDER = 4, 2
"""How many names behind a curb, and before it, may be the chip that it is on."""
_WIDE, _BACK = 150, 60
"""Characters around a curb in which a chip or a government is looked for."""


def curbs(text: str, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the export rules that `text` tells of without their registered names, in order.

    Whose a rule is its owner or issuer tells, else the seat of the maker whose chips are told of: no other government
    may be named beside it.
    """
    if _EXPORTING not in text and not any(name.entity.kind == "Chip" for name in names):
        return
    starts = [name.span.start for name in names]
    found = sorted({match.span() for pattern in (_ON_EXPORTS, _BARE) for match in pattern.finditer(text)})
    reached = 0
    for start, end in found:
        if start < reached:
            continue
        at = bisect_left(starts, start)
        inside = (at and names[at - 1].span.end > start) or (at < len(names) and starts[at] < end)
        rule = None if inside else _rule(text, Span(start, end), names, at, lexicon)
        if rule is not None:
            reached = end
            yield Name(Span(start, end), rule, "description")


def _rule(text: str, curb: Span, names: Sequence[Name], at: int, lexicon: Lexicon) -> Entity | None:
    """Return the rule that a curb is; `names[at]` is the first name behind it."""
    chip = _chip(text, curb, names, at)
    if chip is None and "xport" not in curb.of(text):
        return None
    issuer = _issuer(text, curb, names, at)
    if issuer is not None:
        return export_rule(issuer, lexicon)
    nation = _NATION.search(text, max(0, curb.start - _BACK), curb.start)
    if nation is not None and (places := named_places(nation[1], lexicon)):
        return _of_country(places, lexicon)
    if _EARTHS in text[max(0, curb.start - _WIDE) : curb.end + _WIDE]:
        return None
    chips = {name.entity: name for name in (*((chip,) if chip else ()), *names) if name.entity.kind == "Chip"}
    makers = lexicon.having("makes", next(iter(chips))) if chips else ()
    seats = {place for maker in makers for place in lexicon.places(maker)}
    near = (name for name in names[:at] if name.entity.kind == "Authority" and curb.start - name.span.end < _WIDE)
    foreign = any(seats.isdisjoint(lexicon.places(name.entity)) for name in near)
    return None if foreign else _of_country(frozenset(seats), lexicon)


def _chip(text: str, curb: Span, names: Sequence[Name], at: int) -> Name | None:
    """Return the chip that a curb is on: "a ban on the H20", "the H20 ban", "the H20 falls under curbs on sales"."""
    before = names[at - 1] if at else None
    if before is not None and before.entity.kind == "Chip" and _OF_CHIP.match(text, before.span.end, curb.start):
        return before
    if before is not None and _ON_SALES.match(text, curb.end):
        under = (name for name in names[max(0, at - _UNDER) : at] if name.entity.kind == "Chip")
        if caught := next((name for name in under if _CAUGHT.match(text, name.span.end, curb.start)), None):
            return caught
    for name in names[at : at + _NAMES]:
        if name.entity.kind == "Chip":
            return name if _OVER_CHIP.match(text, curb.end, name.span.start) else None
    return None


def _issuer(text: str, curb: Span, names: Sequence[Name], at: int) -> Entity | None:
    """Return the government whose a curb is told to be: before it as its owner or who acts, behind it by "by"."""
    for name in reversed(names[max(0, at - _NAMES) : at]):
        if name.entity.kind in _GOVERNING and _OWNED.match(text, name.span.end, curb.start):
            return name.entity
    behind = names[at] if at < len(names) else None
    by = behind is not None and _ISSUED_BY.match(text, curb.end, behind.span.start) is not None
    return behind.entity if behind is not None and by and behind.entity.kind in _GOVERNING else None


def export_rule(issuer: Entity, lexicon: Lexicon) -> Entity | None:
    """Return the one registered rule on exports of the country that a government or place is of, None for others."""
    return _of_country(lexicon.places(issuer), lexicon)


def _of_country(places: frozenset[str], lexicon: Lexicon) -> Entity | None:
    rules = {rule for place in places for rule in _rules(lexicon).get(place, ())}
    return next(iter(rules)) if len(rules) == 1 else None


@lru_cache(maxsize=4)
def _rules(lexicon: Lexicon) -> Mapping[str, tuple[Entity, ...]]:
    """Return country -> the rules on exports in general that its authorities have issued."""
    found: dict[str, set[Entity]] = {}
    for rule in lexicon.having("kindNoun", _EXPORTS):
        for issuer in lexicon.related(rule, "issuedBy"):
            for country in lexicon.fact(issuer, "basedIn"):
                found.setdefault(country, set()).add(rule)
    return {country: tuple(rules) for country, rules in found.items()}

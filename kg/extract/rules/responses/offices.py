"""Parts of governments that the registry does not list, named by whose they are: "Germany's finance ministry"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.rules.names.offices import authorities, authority, demonyms, places
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity, Span

_LISTED = r"(?:\A|\b(?:and|or|of|for|at|from)\s|,\s)(?:[Tt]he\s)?"
_CAPITALS = r"[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}"
_OF_PLACE = Construction(
    rf"{_LISTED}(?!(?:The|An?|One|This|That|Its|Their)\b)(?P<place>(?:[A-Z][\w.-]*\s){{0,2}}[A-Z][\w.-]*(?:'s|s')?)\s"
    r"(?P<own>(?:(?!(?:and|or|at|by|for|from|in|of|on|the|to|with)\b)[\w&'-]+,?\s){0,3}?(?:and\s(?:[\w&'-]+\s){1,2}?)?)(?P<head>(?i:{sources:office}))"
    rf"(?P<of>\s(?:of|for)\s{_CAPITALS}(?:(?:,|\sand|,\sand)\s{_CAPITALS})*"
    rf")?(?P<seat>\s(?:in|to)\s(?:the\s)?{_CAPITALS})?(?=\W|\Z)"
)
_BARE = Construction(
    r"(?:\A|\b(?:and|or|of|for|at|from)\s|,\s)(?:[Tt]he\s(?P<own>[a-z&-]+(?:\s(?:and\s)?[a-z&-]+){0,2})\s(?P<head>{sources:portfolio})"
    r"|(?:[Tt]he\s)?(?P<named>[A-Z][a-z]+(?:\s(?:and\s)?[A-Z][a-z]+){0,2})\s(?i:{sources:ministry}))"
    r"(?:\sin\s(?P<seat>[A-Z]\w+))?(?=\W|\Z)"
)
"""A portfolio that only the text around gives to a country: "the commerce ministry", "Foreign Ministry spokesman"."""
_SHARED = re.compile(r"(?P<one>[\w-]+(?:\s[\w-]+)?)\sand\s(?P<other>[\w-]+(?:\s[\w-]+)?)\s\Z")
"""Two portfolios before one plural: "industry and commerce" ministries."""
_NEAR = 600
"""Characters before a bare portfolio within which its country is named."""
_IDLE = frozenset(("the", "that", "this", "its", "their", "his", "her", "another", "each"))


def offices(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the parts of governments that a phrase names, () where it names none or one that is known."""
    wording = phrase.of(speakers.text).replace("’", "'")
    found: dict[Entity, None] = {}
    for match in _OF_PLACE.finditer(wording):
        start, end = phrase.start + match.start("place"), phrase.start + match.end()
        inside = speakers.named(Span(start, end))
        if any(name.how == "name" and name.entity.kind not in ("Place", "Person") for name in inside):
            continue
        placed = any(name.entity.kind == "Place" for name in inside) or match["place"] in demonyms()
        listed = f"{match['place']} {match['own']}{match['head']}".casefold() in authorities()
        if not (placed or listed or match["own"].strip().islower()):
            continue
        found.update(dict.fromkeys(_named(match)))
    found.update(dict.fromkeys(_bare(speakers.text, phrase, wording)))
    return tuple(found)


def _named(match: re.Match[str]) -> tuple[Entity, ...]:
    place, own, head = match["place"], match["own"], match["head"]
    plural = head.lower().endswith("ies") or head.lower().endswith("nts")
    shared = _SHARED.fullmatch(own) if plural else None
    if shared:
        single = f"{head[:-3]}y" if head.lower().endswith("ies") else head[:-1]
        return tuple(authority(f"{place} {portfolio} {single}") for portfolio in shared.groups())
    seat = match["seat"] if match["seat"] and head.lower() in words("sources", "mission") else ""
    return (authority(f"{place} {own}{head}{match['of'] or ''}{seat}"),)


def _bare(text: str, phrase: Span, wording: str) -> Iterator[Entity]:
    """Yield the ministries and departments whose country only the text before tells: "the commerce ministry"."""
    for match in _BARE.finditer(wording):
        own, head = (match["own"], match["head"]) if match["own"] else (match["named"].lower(), "ministry")
        if own in _IDLE or any(word in demonyms() or word in places() for word in (match["named"] or "").split()):
            continue
        if known := authorities().get(f"{own} {head}"):
            yield known
            continue
        country = _seat(match["seat"]) or _country(text, phrase.start)
        if country and head in words("sources", "ministry"):
            yield authority(f"{country}'s {own} {head}")


def _seat(city: str | None) -> str | None:
    """Return the country in which a city lies that a phrase names behind a ministry: "the ministry in Berlin"."""
    lexicon = registry()
    place = places().get(city or "")
    return next((one.name for one in lexicon.related(place, "within") if one.name in demonyms().values()), None)


def _country(text: str, before: int) -> str | None:
    """Return the country that the text names last before a place, by its name or its demonym."""
    found = (one[0] for one in _countries().finditer(text, max(0, before - _NEAR), before))
    named = [one for one in found if demonyms().get(one, one) not in words("sources", "without-ministries")]
    return demonyms().get(named[-1], named[-1]) if named else None


@cache
def _countries() -> re.Pattern[str]:
    names = (*demonyms(), *demonyms().values())
    return re.compile(rf"\b{alternation(names)}\b")

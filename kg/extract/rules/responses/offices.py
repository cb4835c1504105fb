"""Parts of governments that the registry does not list, named by whose they are: "Germany's finance ministry"."""

import re
from functools import cache

from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import registry
from kg.model import Entity, Span

_OF_PLACE = Construction(
    r"(?:\A|\b(?:and|or|of|for|at|from)\s|,\s)(?:[Tt]he\s)?(?!(?:The|An?|One|This|That|Its|Their)\b)(?P<place>(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*(?:'s|s')?)\s"
    r"(?P<own>(?:(?!(?:and|or)\b)[\w&'-]+,?\s){0,3}?(?:and\s(?:[\w&'-]+\s){1,2}?)?)(?P<head>(?i:{sources:office}))"
    r"(?P<of>\s(?:of|for)\s[A-Z][\w-]+(?:(?:,|\sand|,\sand)\s[A-Z][\w-]+)*)?(?=\W|\Z)"
)
_SHARED = re.compile(r"(?P<one>[\w-]+(?:\s[\w-]+)?)\sand\s(?P<other>[\w-]+(?:\s[\w-]+)?)\s\Z")
"""Two portfolios before one plural: "industry and commerce" ministries."""


def offices(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the parts of governments that a phrase names, () where it names none or one that is known."""
    wording = phrase.of(speakers.text).replace("’", "'")
    found: dict[Entity, None] = {}
    for match in _OF_PLACE.finditer(wording):
        start, end = phrase.start + match.start("place"), phrase.start + match.end()
        inside = speakers.named(Span(start, end))
        if any(name.how == "name" and name.entity.kind not in ("Place", "Person") for name in inside):
            continue
        if not (any(name.entity.kind == "Place" for name in inside) or match["own"].strip().islower()):
            continue
        found.update(dict.fromkeys(_named(match)))
    return tuple(found)


def _named(match: re.Match[str]) -> tuple[Entity, ...]:
    place, own, head = match["place"], match["own"], match["head"]
    plural = head.lower().endswith("ies") or head.lower().endswith("nts")
    shared = _SHARED.fullmatch(own) if plural else None
    if shared:
        single = f"{head[:-3]}y" if head.lower().endswith("ies") else head[:-1]
        return tuple(_entity(f"{place} {portfolio} {single}") for portfolio in shared.groups())
    return (_entity(f"{place} {own}{head}{match['of'] or ''}"),)


def _entity(name: str) -> Entity:
    plain = " ".join(name.split())
    return _known().get(plain.casefold()) or Entity(plain, "Authority")


@cache
def _known() -> dict[str, Entity]:
    """Return label -> the authority that the registry lists under it."""
    lexicon = registry()
    listed = ((label.text, lexicon.entities[label.slug]) for label in lexicon.labels if label.kind == "safe")
    return {text.casefold(): entity for text, entity in listed if entity.kind == "Authority"}

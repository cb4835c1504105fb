"""Parts of governments by whose they are: "Kenya's water ministry", "the Turkish navy", "Oslo police".

What the registry lists is known anyway; any other is told by a noun for parts of a government behind the name of a
place, or the word for what is of a country, with no more than a portfolio between.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.rules.annotations import BY_PLACE, Name
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.matcher import folded
from kg.lexicon.names import registry
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_HEAD = Construction(r"\b{sources:office}\b(?!['’-]\w)")
"""Looked for in small letters: without regard to case the engine takes three times as long."""
_WORD = re.compile(r"([\w&'’-]+)(,?)\s\Z")
_PORTFOLIO = 4
"""Words of a portfolio: "water and public works"."""
_REACH = 40
_OF = re.compile(
    r"\s(?:of|for)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}(?:(?:,\sand|\sand|,)\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})*"
)
_OF_SMALL = re.compile(r"\sof\s(?!the\b|an?\b)[a-z]+(?:\sand\s[a-z]+(?=[,.;]|\s(?:has|said|will|did|was|is)\b))?")


def office_names(told: Sequence[Name], around: Surroundings) -> tuple[Name, ...]:
    """Return the names of a text, in order, with the parts of governments among them that its places name."""
    ends = {name.span.end: name for name in told if name.entity.kind == "Place"}
    sure = [name for name in told if name.entity.kind != "Place" and name.how != "unknown"]
    found: list[Name] = []
    small = around.text.lower()
    for head in _HEAD.finditer(small if len(small) == len(around.text) else folded(around.text)):
        span = None if around.titled(head.start()) else _whole(Span(*head.span()), ends, around)
        if span and not any(_overlap(span, name.span) for name in (*sure, *found)):
            found.append(Name(span, authority(_printed(span, around.text)), "unknown"))
    if not found:
        return tuple(told)
    kept = [name for name in told if not any(_overlap(name.span, office.span) for office in found)]
    return tuple(sorted((*kept, *found), key=BY_PLACE))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _printed(span: Span, text: str) -> str:
    return " ".join(span.of(text).replace("’", "'").split())


def _whole(head: Span, ends: dict[int, Name], around: Surroundings) -> Span | None:
    """Return the stretch from the place or demonym before a noun for an office to its end, None where there is none."""
    text, low = around.text, around.sentence(head.start).start
    for start in _starts(head.start, low, text):
        first = _place(start, low, ends, text)
        if first is not None:
            behind = _behind(head, text)
            return Span(first, behind.end() if behind else head.end)
    return None


def _behind(head: Span, text: str) -> re.Match[str] | None:
    """Return the portfolio behind the noun, in capitals as the noun or in small letters: "department of education"."""
    if text[head.start].isupper():
        return _OF.match(text, head.end)
    return _OF_SMALL.match(text, head.end) if head.of(text) in words("sources", "portfolio") else None


def _starts(head: int, low: int, text: str) -> Iterator[int]:
    """Yield where the office may begin: at its noun, or with each word of its portfolio before."""
    yield head
    start = head
    for _ in range(_PORTFOLIO):
        found = _WORD.search(text, max(low, start - _REACH), start)
        word = found[1].lower() if found else ""
        if found is None or (grammar().function(word) and word != "and") or word.endswith(("'s", "’s", "s'")):
            return
        start = found.start()
        yield start


def _place(start: int, low: int, ends: dict[int, Name], text: str) -> int | None:
    """Return where the place or demonym starts that ends before `start`, also with "'s"."""
    if start <= low or text[start - 1] != " ":
        return None
    for owning in ("", "'s", "’s", "'", "’"):
        end = start - 1 - len(owning)
        if text.endswith(owning, 0, start - 1) and end in ends:
            return ends[end].span.start
    found = _WORD.search(text, max(low, start - _REACH), start)
    return found.start() if found and found[1] in demonyms() and not found[2] else None


def authority(name: str) -> Entity:
    """Return the authority of this name, the registry's where it lists one under it."""
    plain = " ".join(name.split())
    return authorities().get(plain.casefold()) or Entity(plain, "Authority")


@cache
def authorities() -> dict[str, Entity]:
    """Return label -> the authority that the registry lists under it."""
    lexicon = registry()
    listed = ((label.text, lexicon.entities[label.slug]) for label in lexicon.labels if label.kind == "safe")
    return {text.casefold(): entity for text, entity in listed if entity.kind == "Authority"}


@cache
def places() -> dict[str, Entity]:
    """Return name -> place of the registry."""
    return {entity.name: entity for entity in registry().entities.values() if entity.kind == "Place"}


@cache
def of_places() -> frozenset[str]:
    """Return the words for what is of a place, also of a part of the world: "Turkish", "European"."""
    return frozenset(text for place in places().values() for text in registry().fact(place, "demonym"))


@cache
def demonyms() -> dict[str, str]:
    """Return demonym -> the country: "Turkish" -> "Turkey", no "Asian", whose place has countries in it, no "Texan"."""
    lexicon = registry()
    peopled = [place for place in places().values() if lexicon.fact(place, "demonym")]
    seats = (seat for seat in places().values() if lexicon.fact(seat, "seatOfGovernment"))
    governed = {slug for seat in seats for slug in lexicon.fact(seat, "within")}
    parts = {slug for place in peopled for slug in lexicon.fact(place, "within")} - governed
    states = (place for place in peopled if place.slug not in parts and parts.issuperset(lexicon.fact(place, "within")))
    return {text: place.name for place in states for text in lexicon.fact(place, "demonym")}

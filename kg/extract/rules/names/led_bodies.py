"""Names of bodies that begin or end with a place or a person who is known: "Ardania Investment Authority", "Lee Fund".

What is known and what is not stand beside each other, and the last word of the second is a noun for bodies.
"""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.capitalised import Stretch
from kg.extract.rules.names.offices import demonyms
from kg.extract.rules.names.unknown import BACK, CITED
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity, Span

_FIRST = ("Place", "Person")
_BODIES = ("Organization", "Authority")


def led_bodies(
    unknown: Sequence[Name], known: Sequence[Name], around: Surroundings
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the unknown and the known names, bodies with the place or person that their name begins with."""
    ends = {name.span.end: name for name in known if name.entity.kind in _FIRST}
    whole = {name.span.start: first for name in unknown if (first := _first(name, ends, around))}
    if not whole:
        return tuple(unknown), tuple(known)
    taken = {first.span.start for first in whole.values()}
    longer = (
        _joined(whole[name.span.start], name, around.text) if name.span.start in whole else name for name in unknown
    )
    return tuple(longer), tuple(name for name in known if name.span.start not in taken)


def sited_bodies(
    found: Sequence[Stretch], known: Sequence[Name], around: Surroundings
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the bodies that speak by a name which ends in a country, and the known names but for those countries."""
    starts = {name.span.start: name for name in known if name.entity.kind == "Place"}
    told = {stretch: starts[stretch.span.end + 1] for stretch in found if stretch.span.end + 1 in starts}
    sited = {stretch: place for stretch, place in told.items() if _speaks(stretch, place, around)}
    taken = {place.span.start for place in sited.values()}
    names = []
    for stretch, place in sited.items():
        span = Span(stretch.span.start, place.span.end)
        names.append(Name(span, Entity(" ".join(span.of(around.text).split()), "Organization"), "unknown"))
    return tuple(names), tuple(name for name in known if name.span.start not in taken)


def _speaks(stretch: Stretch, place: Name, around: Surroundings) -> bool:
    """Tell whether a name in front of a place is a part of what says something there: "Sport Ardania said"."""
    beside = around.text[stretch.span.end : place.span.start] == " " and not around.titled(stretch.span.start)
    if not beside or place.entity.name not in demonyms().values():
        return False
    ahead = around.text[max(0, stretch.span.start - BACK) : stretch.span.start]
    return around.after(place.span.end) in words("verbs", "saying") or bool(CITED.search(ahead))


def _first(body: Name, ends: dict[int, Name], around: Surroundings) -> Name | None:
    """Return what is known right before a body and begins its name; None in a title, whose words all have capitals."""
    first = ends.get(body.span.start - 1) if around.text[body.span.start - 1 : body.span.start] == " " else None
    if first is None or body.entity.kind not in _BODIES or around.titled(body.span.start):
        return None
    printed = body.span.of(around.text).split()
    head = printed[-1].lower() in concept_of("bodies") or (len(printed) > 1 and "of" in printed)
    owned = first.span.of(around.text).endswith(("'s", "’s"))
    return first if head and not owned and printed[0] not in words("titles", "role") else None


def _joined(first: Name, body: Name, text: str) -> Name:
    span = Span(first.span.start, body.span.end)
    return Name(span, Entity(" ".join(span.of(text).split()), body.entity.kind), body.how)

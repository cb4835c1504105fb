"""Names of bodies that begin with a place or a person who is known: "Ardania Investment Authority", "Lee Foundation".

What is known and what is not stand beside each other, and the last word of the second is a noun for bodies.
"""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
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

"""Bodies named by the noun that heads their name: "the Commission" once "the European Commission" was named."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.capitalised import Stretch
from kg.lexicon.wordlists import words

_KINDS = ("Authority", "Organization")


def short_forms(text: str, known: Sequence[Name], found: Sequence[Stretch]) -> tuple[Name, ...]:
    """Return the single capitalised nouns behind "the" that head the name of one body named before them."""
    heads: dict[str, dict[str, Name]] = {}
    for name in known:
        printed = name.span.of(text).split() if name.entity.kind in _KINDS else []
        if len(printed) > 1 and printed[-1].lower() in _nouns():
            heads.setdefault(printed[-1], {}).setdefault(name.entity.name, name)
    short = []
    for stretch in found:
        bodies = heads.get(stretch.text, {})
        definite = text[max(0, stretch.span.start - len("the ")) : stretch.span.start].lower() == "the "
        first = next(iter(bodies.values())) if definite and len(bodies) == 1 else None
        if first is not None and stretch.span.start > first.span.start:
            short.append(Name(stretch.span, first.entity, "description"))
    return tuple(short)


def _nouns() -> frozenset[str]:
    return words("nouns", "authority") | {"council", "union", "court", "bureau", "board", "committee", "institute"}

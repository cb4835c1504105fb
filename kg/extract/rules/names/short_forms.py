"""Names cut short once they were given in full.

"The Commission" once "the European Commission" was named, "Marlow" once "Marlow & Tate" was.
"""

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


def first_words(unknown: Sequence[Name], found: Sequence[Stretch]) -> tuple[Name, ...]:
    """Return the words that stand for the one company whose name, given before, begins with them.

    "Marlow said" once "Marlow & Tate" was named, "Pell Harrow said" once "Pell Harrow Shipping" was.
    """
    firsts: dict[str, dict[str, Name]] = {}
    alone = {name.entity.name for name in unknown}
    for name in unknown:
        tokens = name.entity.name.split()
        if name.entity.kind == "Company" and len(tokens[0]) >= _SHORTEST:
            for count in range(1, len(tokens)):
                firsts.setdefault(" ".join(tokens[:count]), {}).setdefault(name.entity.name, name)
    short = []
    for stretch in found:
        full = {} if stretch.text in alone else firsts.get(stretch.text, {})
        first = next(iter(full.values())) if len(full) == 1 else None
        if first is not None and stretch.span.start > first.span.start:
            short.append(Name(stretch.span, first.entity, "unknown"))
    return tuple(short)


_SHORTEST = 4


def _nouns() -> frozenset[str]:
    return words("nouns", "authority") | {"council", "union", "court", "bureau", "board", "committee", "institute"}

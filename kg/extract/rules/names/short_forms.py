"""Names cut short once they were given in full.

"The Commission" once "the European Commission" was named, "Marlow" once "Marlow & Tate" was.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.capitalised import Stretch
from kg.lexicon.wordlists import concept_of, words

_KINDS = ("Authority", "Organization")
_SHORTEST = 4


def short_forms(text: str, known: Sequence[Name], found: Sequence[Stretch]) -> tuple[Name, ...]:
    """Return the single capitalised nouns behind "the" that head the name of one body named before them."""
    heads: dict[str, dict[str, Name]] = {}
    for name in known:
        nouns = _nouns() if name.entity.kind in _KINDS else _papers() if name.entity.kind == "Outlet" else ()
        printed = name.span.of(text).split() if nouns else []
        if len(printed) > 1 and printed[-1].lower() in nouns:
            heads.setdefault(printed[-1], {}).setdefault(name.entity.name, name)
    short = []
    for stretch in found:
        bodies = heads.get(stretch.text, {})
        definite = text[max(0, stretch.span.start - len("the ")) : stretch.span.start].lower() == "the "
        first = next(iter(bodies.values())) if definite and len(bodies) == 1 else None
        if first is not None and stretch.span.start > first.span.start:
            short.append(Name(stretch.span, first.entity, "description"))
    return tuple(short)


def papers_again(text: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """Return `known` with "The Times" for the one outlet named before it whose name ends so: "The New York Times"."""
    if sum(name.entity.kind == "Outlet" for name in known) < 2:  # noqa: PLR2004 - the long name and the short one
        return tuple(known)
    ends: dict[str, dict[str, Name]] = {}
    told: list[Name] = []
    for name in known:
        printed = name.span.of(text).removeprefix("the ").removeprefix("The ").split() if _is_paper(name) else []
        before = list(ends.get(printed[0], {}).values()) if len(printed) == 1 else []
        told.append(replace(name, entity=before[0].entity) if len(before) == 1 else name)
        if len(printed) > 1:
            ends.setdefault(printed[-1], {}).setdefault(name.entity.name, name)
    return tuple(told)


def _is_paper(name: Name) -> bool:
    return name.entity.kind == "Outlet" and name.how == "name"


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


def _nouns() -> frozenset[str]:
    return words("nouns", "authority") | words("semantic-fields", "assembly")


def _papers() -> frozenset[str]:
    """Return the nouns that close the name of an outlet: "the Post" once "the Washington Post" was named."""
    return frozenset(word for word, concept in concept_of("bodies").items() if concept.code == "outlet")

"""Whose officers a text says people are: "Acme's chief executive Ann Lee", "Ann Lee, chairman of Acme".

Said once, it holds for the whole text: when Lee says "we", she speaks of Acme.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import COMMERCIAL
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity

_BESIDE = 3
"""How many names from the person's the body stands: "Acme's Beta chief, Ann Lee"."""
_REACH = 40
_ALONE = Construction(r"(?:\A|[,;(“\"]\s?|\b[a-z]+\s|\n){titles:executive},?\s\Z")


@latest
def officers(text: str, names: tuple[Name, ...]) -> Mapping[Entity, Entity]:
    """Return for each person whom `text` calls an officer the company they serve; those of two are left out."""
    found: dict[Entity, set[Entity]] = {}
    for index, name in enumerate(names):
        if name.entity.kind != "Person" or name.how == "pronoun":
            continue
        for other in names[max(0, index - _BESIDE) : index]:
            if other.entity.kind in COMMERCIAL and _before().fullmatch(text, other.span.end, name.span.start):
                found.setdefault(name.entity, set()).add(other.entity)
        for other in names[index + 1 : index + 1 + _BESIDE]:
            if other.entity.kind in COMMERCIAL and _behind(text, name, other):
                found.setdefault(name.entity, set()).add(other.entity)
    return MappingProxyType({person: next(iter(firms)) for person, firms in found.items() if len(firms) == 1})


@latest
def executives(text: str, names: tuple[Name, ...]) -> frozenset[Entity]:
    """Return the persons whom `text` calls by an office alone: "CEO Ann Lee" is that of whom the text is about."""
    return frozenset(
        name.entity
        for name in names
        if name.entity.kind == "Person"
        and name.how != "pronoun"
        and _ALONE.search(text, max(0, name.span.start - _REACH), name.span.start)
    )


def _behind(text: str, person: Name, body: Name) -> bool:
    gap = (person.span.end, body.span.start)
    if _of_body().fullmatch(text, *gap):
        return True
    return (
        re.fullmatch(r",\s(?:the\s)?", text[gap[0] : gap[1]]) is not None
        and _owned().match(text, body.span.end) is not None
    )


@cache
def _office() -> str:
    listed = words("titles", "role") | words("capitals", "role")
    return alternation(sorted(word for word in listed if word.lower() not in words("titles", "watching", "outside")))


@cache
def _before() -> re.Pattern[str]:
    """Match what stands between a body and its officer: "'s vice chairman and president, "."""
    return re.compile(
        rf"(?:['’]s?)?\s(?:[\w&-]+\s){{0,3}}?(?:{_office()}|chief)(?:\s(?:and|of|for)?\s?[\w&-]+){{0,4}}?,?\s"
    )


@cache
def _of_body() -> re.Pattern[str]:
    """Match what stands between an officer and the body: ", the chief executive of "."""
    return re.compile(
        rf",?\s(?:[\w&-]+\s){{0,4}}?{_office()}\s(?:(?:and|of)\s[\w\s-]{{1,30}})?(?:of|at|for)\s(?:the\s)?(?:[a-z-]+\s){{0,3}}"
    )


@cache
def _owned() -> re.Pattern[str]:
    """Match the office that a body owns behind its officer's name: "Ann Lee, Acme's finance chief"."""
    return re.compile(rf"['’]s?\s(?:[\w&-]+\s){{0,3}}?(?:{_office()}|chief)\b")

"""The former and the latter of two companies just named: "Acme makes chips for Borealis. The latter has ..."."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings
from kg.model import Entity, Span

_ONE = Construction(
    r"\bthe\s(?:(?P<first>{first-of-two})|{last-of-two})(?=['’]s\s|\s(?:{grammar:auxiliary|grammar:modal|grammar:finite}|[a-z]+ed)\b)",
    re.IGNORECASE,
)
"""A verb behind tells it from "the former owner" and "the latter half"."""
_TWO = 2


def pairs(around: Surroundings, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands for one of two companies, in order; where others than two are named nothing is yielded."""
    for found in _ONE.finditer(around.text):
        if two := _named_before(found.start(), around, names):
            entity = two[0] if found["first"] else two[1]
            yield Name(Span(*found.span()), entity, "description")


def _named_before(position: int, around: Surroundings, names: Sequence[Name]) -> tuple[Entity, ...]:
    """Return the two companies that the sentence up to `position` names, else those of the sentences before it."""
    index = around.index(position)
    for first in range(index, max(-1, index - _TWO - 1), -1):
        begin = around.sentences[first].span.start
        here = [name.entity for name in names if begin <= name.span.start < position and name.entity.kind == "Company"]
        found = tuple(dict.fromkeys(here))
        if len(found) >= _TWO:
            return found if len(found) == _TWO else ()
    return ()

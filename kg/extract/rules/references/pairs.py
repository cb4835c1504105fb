"""The former and the latter of two companies just named: "Acme makes chips for Borealis. The latter has ..."."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.matcher import folded
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_ONE = Construction(
    r"\bthe\s(?:(?P<first>{first-of-two})|{last-of-two})"
    r"(?=['’]s\s|\s(?:(?:{grammar:auxiliary|grammar:modal|grammar:finite}|[a-z]+ed|[a-z]+ing)\b"
    r"|(?:[a-z]{3,}s\s)?(?:(?:at|by|to|with|up|down|{grammar:focus|bounds:*})\s){0,2}{#amount}))",
    re.IGNORECASE,
)
"""A verb or an amount behind tells it from "the former owner" and "the latter half"."""
_JOINED = re.compile(r"\b(?:and|or)\b")
_TWO = 2


def pairs(around: Surroundings, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands for one of two companies, in order; where others than two are named nothing is yielded."""
    fold = folded(around.text)
    if not any(word in fold for word in words("semantic-fields", "first-of-two", "last-of-two")):
        return
    for found in _ONE.finditer(around.text):
        if two := _named_before(found.start(), around, names):
            entity = two[0] if found["first"] else two[1]
            yield Name(Span(*found.span()), entity, "description")


def _named_before(position: int, around: Surroundings, names: Sequence[Name]) -> tuple[Entity, ...]:
    """Return the two companies that the sentence up to `position` names, or, where it names none, one of two before it.

    Where it joins two other things, these may be meant.
    """
    index = around.index(position)
    for place in range(index, max(-1, index - _TWO - 1), -1):
        sentence = around.sentences[place].span
        end = min(sentence.end, position)
        here = [one for one in names if sentence.start <= one.span.start < end and one.entity.kind == "Company"]
        if here:
            two = tuple(dict.fromkeys(name.entity for name in here))
            first, last = here[0].span.end, max(one.span.start for one in here)
            joined = (mark.start() for mark in _JOINED.finditer(around.text, sentence.start, end))
            return two if len(two) == _TWO and all(first <= mark < last for mark in joined) else ()
    return ()

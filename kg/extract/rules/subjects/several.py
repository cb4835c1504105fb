"""Those whom a plural stands for: "the two companies" and "those firms" are those that were named together before."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import NAMED, Figure, Name
from kg.lexicon.nouns import several_firms
from kg.lexicon.wordlists import alternation
from kg.model import Span

SEVERAL = "several"
"""The rule for the first of those named together before."""
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_GAP = re.compile(r"(?:['’]s)?(?:,\s|,?\s(?:and|or|&)\s)(?:the\s)?(?:[a-z-]+\s){0,2}")
_BACK = 2
"""How many sentences back they are looked for."""


def several(figure: Figure, sentence: Span, read: Annotated) -> tuple[Span, tuple[Name, ...]] | None:
    """Return the plural before the figure and whom it stands for, None where the sentence names a company itself."""
    matches = list(_plural().finditer(read.text, sentence.start, figure.span.start))
    index = read.index_at(figure.span.start)
    here = read.within(read.names, Span(sentence.start, figure.span.start))
    if not matches or index is None or any(one.how in NAMED and one.entity.kind == "Company" for one in here):
        return None
    found = matches[-1]
    number = _NUMBERS.get((found["number"] or found["both"] or "").lower())
    for place in range(index - 1, max(-1, index - 1 - _BACK), -1):
        before = read.within(read.names, read.sentences[place].span)
        firms = [one for one in before if one.how in NAMED and one.entity.kind == "Company"]
        if firms:
            together = _together(firms, number, read.text)
            return (Span(*found.span()), together) if together else None
    return None


def _together(firms: Sequence[Name], number: int | None, text: str) -> tuple[Name, ...]:
    """Return those named in the last list, of `number` where that is known, or all where there are as many."""
    runs: list[list[Name]] = [[firms[0]]]
    for first, second in pairwise(firms):
        if _GAP.fullmatch(text, first.span.end, second.span.start):
            runs[-1].append(second)
        else:
            runs.append([second])
    every = {one.entity: one for one in reversed(firms)}
    for run in (*reversed(runs), sorted(every.values(), key=lambda one: one.span.start) if number else []):
        distinct = len({one.entity for one in run})
        if distinct == len(run) > 1 and number in (None, distinct):
            return tuple(run)
    return ()


@cache
def _plural() -> re.Pattern[str]:
    """Match "the two companies", "both Dutch lenders", "those firms"."""
    plurals = alternation(several_firms())
    numbers = alternation(word for word in _NUMBERS if word != "both")
    return re.compile(
        rf"\b(?:[Tt]he\s(?P<number>{numbers})|(?P<both>[Bb]oth)|[Tt]h(?:o|e)se(?:\s(?:{numbers}))?)\s(?:[\w-]+\s){{0,2}}?{plurals}\b"
    )

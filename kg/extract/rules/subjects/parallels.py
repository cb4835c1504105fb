"""Lists that run in step: as many names as figures, the first figure being the first name's.

"Acme and Beta gained 1.3% and 0.2%", "Acme and Beta sold 40 and 30 cars respectively".
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.model import Span

_AND = re.compile(r"(?:['’]s?)?\s*(?:,|,?\s+and)\s+(?:the\s+)?(?:to\s+)?")
_BREAK = re.compile(r"[;:]|\b(?:while|whereas|but)\b")
_SAID_SO = re.compile(r"\brespectively\b")
_CALLED_AND = re.compile(r"(?:['’]s?)?\s*(?:,|,?\s+and)\s+(?:(?:[A-Z]?[a-z-]+|[A-Z]{2})(?:['’]s)?\s+){0,4}")
"""What parts two names of a list that "respectively" closes: each may have words before it that say what it is."""
_RIGHT_BEHIND = len(" of the ")
"""Farther off is the noun of a list: "40 and 30 cars"."""
_Item = TypeVar("_Item", Figure, Name)


def respective(figure: Figure, names: Sequence[Name], read: Annotated) -> Name | None:
    """Return the name that stands where `figure` stands in a list of equally many figures, None where no lists match.

    `names` are those of the figure's sentence, in order.
    """
    index = read.index_at(figure.span.start)
    sentence = read.sentences[index].span if index is not None else figure.span
    amounts = _run(figure, read.within(read.figures, sentence), read.text)
    if len(amounts) < 2:  # noqa: PLR2004
        return None
    before = [name for name in names if name.span.end <= amounts[0].span.start]
    gap = _CALLED_AND if _SAID_SO.search(read.text, amounts[-1].span.end, sentence.end) else _AND
    if gap is _CALLED_AND:
        before = [name for name in before if name.entity.kind != "Place"]
        apart = max(
            (mark.end() for mark in _BREAK.finditer(read.text, sentence.start, amounts[0].span.start)), default=0
        )
        before = [name for name in before if name.span.start >= apart] or before
    listed = next((run for run in reversed(_runs(before, read.text, gap)) if len(run) == len(amounts)), None)
    if listed is None and gap is _CALLED_AND:
        listed = _as_many(before, len(amounts))
    if listed is None or _BREAK.search(read.text, listed[-1].span.end, amounts[0].span.start):
        return None
    kinds = {"Company" if name.entity.kind == "Product" else name.entity.kind for name in listed}
    if len({name.entity for name in listed}) < len(listed) or len(kinds) > 1:
        return None
    return listed[amounts.index(figure)]


def _as_many(names: Sequence[Name], number: int) -> list[Name] | None:
    """Return the companies of a sentence, where there are as many as figures: "Acme took over from Beta, with"."""
    firms = {name.entity: name for name in reversed(names) if name.entity.kind == "Company"}
    return sorted(firms.values(), key=lambda name: name.span.start) if len(firms) == number else None


def place_in_step(figure: Figure, sentence: Span, number: int, read: Annotated) -> int | None:
    """Return at which place of a list of `number` figures, told "respectively", the figure stands, None at none."""
    amounts = _run(figure, read.within(read.figures, sentence), read.text)
    stepped = len(amounts) == number and _SAID_SO.search(read.text, sentence.start, sentence.end)
    return list(amounts).index(figure) if stepped else None


def _run(figure: Figure, figures: Sequence[Figure], text: str) -> Sequence[Figure]:
    runs = _runs([one for one in figures if one.quantity.unit == figure.quantity.unit], text)
    return next((run for run in runs if figure in run), ())


def _runs(items: Sequence[_Item], text: str, gap: re.Pattern[str] = _AND) -> list[list[_Item]]:
    """Return the items in runs that only commas and "and", or what else matches `gap`, part."""
    runs: list[list[_Item]] = [[item] for item in items[:1]]
    for first, second in pairwise(items):
        if gap.fullmatch(text, _end(first), second.span.start):
            runs[-1].append(second)
        else:
            runs.append([second])
    return runs


def _end(item: Figure | Name) -> int:
    """Return where an item of a list ends: behind what a figure counts, "40 cars and 30 cars"."""
    noun = item.noun if isinstance(item, Figure) else None
    return noun.end if noun and 0 <= noun.start - item.span.end <= _RIGHT_BEHIND else item.span.end

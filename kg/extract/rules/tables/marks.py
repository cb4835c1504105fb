"""What the head of a table says of the unit of its entries: "($B)", "in millions of yuan", "%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.numbers.quantities import quantities

_BRACKETS = re.compile(r"\(([^()\n]{1,30})\)|\[([^\[\]\n]{1,30})\]")
_BEHIND = re.compile(r"(?:,\s|\s(?=in\s))((?:in\s)?[^,()\n]{1,30})\Z")
_IN = re.compile(r"\A(?:(?i:figures?|all)\s)?(?i:in)\s")
_PLURAL = re.compile(r"(?<=[a-z]{4})s\b(?:\sof\b)?")
_LONGEST = 30
_COUNT = "count"


@dataclass(frozen=True, slots=True)
class Mark:
    """The unit of a column, `count` where the head names none, and the power of ten that its entries leave out."""

    unit: str
    scale: int


@lru_cache(maxsize=64)
def mark(head: str) -> Mark | None:
    """Return the one unit that `head` marks, None where it marks none or several; of money and another, the money."""
    marks = {marked for words, _ in _stretches(head) if (marked := _marked(words.strip()))}
    scaled = {one for one in marks if one.scale} or marks
    return next(iter(scaled)) if len(scaled) == 1 else None


def end_of_mark(head: str) -> int:
    """Return where the mark of a unit with a scale ends in `head`, its end where it has none."""
    return next((end for words, end in _stretches(head) if (one := _marked(words.strip())) and one.scale), len(head))


def _stretches(head: str) -> Iterator[tuple[str, int]]:
    """Yield what may mark a unit with where it ends: what stands in brackets, behind a comma or "in", or all."""
    for found in _BRACKETS.finditer(head):
        yield found[1] or found[2], found.end()
    if behind := _BEHIND.search(head):
        yield behind[1], behind.end()
    yield head, len(head)


def _marked(words: str) -> Mark | None:
    """Return the unit that `words` are, if a number put into them makes one amount and nothing else."""
    if len(words) > _LONGEST:
        return None
    for candidate in _with_number(_PLURAL.sub("", _IN.sub("", words.replace(",", "")))):
        found = quantities(candidate)
        if len(found) != 1 or found[0].number.of(candidate) != candidate:
            continue
        quantity = found[0].quantity
        if quantity.unit != _COUNT or quantity.scale:
            return Mark(quantity.unit, quantity.scale)
    return None


def _with_number(words: str) -> Iterator[str]:
    """Yield `words` with a number in front of them, or behind a sign or word that they begin with."""
    yield f"1{words}"
    yield f"1 {words}"
    for index in range(1, len(words) + 1):
        if index == len(words) or not (words[index - 1].isalpha() and words[index].isalpha()) or words[index].isupper():
            yield f"{words[:index].rstrip()}1{words[index:]}"
            yield f"{words[:index].rstrip()} 1{words[index:]}"

"""Paragraphs: lines, with the lines of a text wrapped at a fixed width joined again."""

import itertools
import re
from functools import lru_cache

from kg.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDS = re.compile(r"""[.!?:;…。！？][\"'”’»)\]]*$""")  # fmt: skip
_BULLET = re.compile(r"(?:[-*•–—·▪◦>#|]|\d{1,2}[.)])\s|\[\d+\]|!\[")

# No printed or typed page sets longer lines; a longer one shows that lines are paragraphs.
_WIDEST_WRAP = 120
# A line of a wrapped paragraph is nearly full; a shorter one ended because its author ended it.
_FULL = 0.7
# A long next word may leave a line as short as this, but then no sentence ends with it.
_HALF = 0.5
# Fewer broken-off lines than this may be list items or titles that happen to go on in lower case.
_BROKEN_OFF = 2


@lru_cache(maxsize=2)
def paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """Return the paragraphs of `text` from `start` on, without outer white space, in order.

    A line is a paragraph, except in a text that was wrapped at a fixed width: there, full lines run on. Those of the
    last texts are kept, since sentences and quotations both ask for them.
    """
    found = (line for line in _LINE.finditer(text, start) if not line[0].isspace())
    lines = [_trimmed(text, line.start(), line.end()) for line in found]
    if not lines:
        return ()
    width = _wrap_width(text, lines)
    joined = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if width and _runs_on(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Return the width the text is wrapped at, 0 if it is not."""
    width = max(line.end - line.start for line in lines)
    if width > _WIDEST_WRAP:
        return 0
    broken = sum(
        text[line.start].islower() and not _blank_between(text, before, line) and not _ENDS.search(before.of(text))
        for before, line in itertools.pairwise(lines)
    )
    return width if broken >= _BROKEN_OFF else 0


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    if _blank_between(text, before, line) or _BULLET.match(text, line.start):
        return False
    length = before.end - before.start
    broken = length >= _HALF * width and not _ENDS.search(before.of(text))
    return length >= _FULL * width or broken or text[line.start].islower()


def _blank_between(text: str, before: Span, line: Span) -> bool:
    return text.count("\n", before.end, line.start) > 1

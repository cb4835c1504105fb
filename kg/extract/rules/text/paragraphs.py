"""Paragraphs: lines, with the lines of a text wrapped at a fixed width joined again."""

import itertools
import re
from functools import lru_cache

from kg.model import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDS = re.compile(r"""[.!?:;…。！？][\"'”’»)\]]*$""")  # fmt: skip
_OPEN_QUOTATION = re.compile(r",[\"'”’»]\Z")
"""How a line ends whose speaker is told on the next one."""
_BULLET = re.compile(r"(?:[-*•–—·▪◦>#|]|\d{1,2}[.)])\s|\[\d+\]|!\[")

# No printed or typed page sets longer lines; a longer one is a paragraph of its own.
_WIDEST_WRAP = 120
# Shorter lines that go on in small letters are entries of a menu.
_NARROWEST_WRAP = 40
# A line of a wrapped paragraph is nearly full; a shorter one ended because its author ended it.
_FULL = 0.7
# A long next word may leave a line as short as this, but then no sentence ends with it.
_HALF = 0.5
# Fewer broken-off lines than this may be list items or titles that happen to go on in lower case.
_BROKEN_OFF = 2


@lru_cache(maxsize=2)
def paragraphs(text: str, start: int = 0) -> tuple[Span, ...]:
    """Return the paragraphs of `text` from `start` on, without outer white space, in order.

    A line is a paragraph, except where paragraphs were wrapped at a fixed width: there, full lines run on. So does a
    quotation into the line that says whose it is. Those of the last texts are kept, since sentences and quotations both
    ask for them.
    """
    found = (line for line in LINE.finditer(text, start) if not line[0].isspace())
    lines = [_trimmed(text, line.start(), line.end()) for line in found]
    if not lines:
        return ()
    width = _wrap_width(text, lines)
    joined = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if _tells_speaker(text, before, line) or (width and _runs_on(text, before, line, width)):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Return the width at which paragraphs of the text are wrapped, 0 where none are."""
    printed = [pair for pair in itertools.pairwise(lines) if _may_be_wrapped(text, *pair)]
    broken = sum(_length(before) >= _NARROWEST_WRAP and _goes_on(text, before, line) for before, line in printed)
    return max(_length(line) for pair in printed for line in pair) if broken >= _BROKEN_OFF else 0


def _length(line: Span) -> int:
    return line.end - line.start


def _may_be_wrapped(text: str, before: Span, line: Span) -> bool:
    return max(_length(before), _length(line)) <= _WIDEST_WRAP and not _blank_between(text, before, line)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Tell whether a line starts in small letters below one that ends no sentence."""
    return text[line.start].islower() and not _ENDS.search(before.of(text))


def _tells_speaker(text: str, before: Span, line: Span) -> bool:
    """Tell whether a line goes on in small letters behind a quotation that ends in a comma."""
    return text[line.start].islower() and _OPEN_QUOTATION.search(text, before.end - 2, before.end) is not None


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    if not _may_be_wrapped(text, before, line) or _BULLET.match(text, line.start):
        return False
    length = _length(before)
    broken = length >= _HALF * width and not _ENDS.search(before.of(text))
    return length >= _FULL * width or broken or text[line.start].islower()


def _blank_between(text: str, before: Span, line: Span) -> bool:
    return text.count("\n", before.end, line.start) > 1

"""The text as rules read it: printed otherwise, but saying the same.

Rules know plain hyphens, spaces and brackets, and sentences on one line. Pages have others: spaces of another width,
marks that print nothing, entities of HTML that nobody decoded, lines wrapped at a fixed width, the code of a share in
six notations. A text is read with all these made plain. Characters are replaced or left out, never added, so that each
one that is read has its place in the text as printed, and every span can be told there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from operator import itemgetter

from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.paragraphs import paragraphs
from kg.extract.rules.text.share_codes import Edit, shortened
from kg.model import Span

_ODD = "\u00a0\u2007\u2008\u2009\u202f\u205f"
_BLANKS = "\x1f\u1680\u2000-\u2006\u3000"
_LINE_ENDS = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_UNLIKE = re.compile(f"[\u2010\u2011{_ODD}{_BLANKS}{_LINE_ENDS}]")
_HYPHENS = re.compile("[\u2010\u2011]")
_SPACES = re.compile(f"[{_BLANKS}]|(?<![0-9])[{_ODD}]|[{_ODD}](?![0-9]{{3}})")
"""Between a digit and three others such a space groups the digits of one number."""
_ENDS = re.compile(f"[{_LINE_ENDS}]")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]+")
"""What prints nothing: hyphens where a word may be parted, spaces without a width, the mark of a file's encoding."""
_OWN_SIGNS = re.compile("[\ue000-\uf8ff]+")
"""Signs of a page's own font, from the private use area: icons. Nobody else can tell what they show."""
_ENTITY = re.compile(r"&(?:#[0-9]{2,5}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
_MANY = re.compile(f"[ {_ODD}{_BLANKS}]{{2,}}")
_INNER = re.compile(r"(?<=\()[ \u00a0]{1,3}(?=\S)|(?<=\S)[ \u00a0]{1,3}(?=\))")
"""Spaces inside brackets: "Acme ( ACM ) said"."""
_WITHIN = Construction(
    r"[0-9](?:(?P<blank>[ \u00a0\u202f])(?={short-scale}\b|%(?![\w%]))"
    r"|(?:(?<=[$€£¥₩₹][0-9])|(?<=[$€£¥₩₹][0-9]{2}))\.(?P<gap>[ \u00a0])(?=[0-9]{1,2}\s{scales:*}\b))"
)
"""Spaces inside an amount: behind its last digit ("9 %", "9 bn"), behind its point ("$1. 49 trillion")."""
_WRAPPED = re.compile(r"[ \t]*(?:\r\n?|[\n\u2028\u2029])[ \t]*")
_BREAKS = frozenset("\r\n\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is read. `cuts`: behind which of its characters more is left out, and how much up to there."""

    text: str
    cuts: tuple[tuple[int, int], ...] = ()

    def printed(self, span: Span) -> Span:
        """Return where a stretch of what is read stands in the text as printed."""
        if not self.cuts:
            return span
        if span.start == span.end:
            return Span(self._printed(span.start), self._printed(span.start))
        return Span(self._printed(span.start), self._printed(span.end - 1) + 1)

    def read(self, position: int) -> int:
        """Return where a position of the text as printed is read; one inside what is left out, right behind it."""
        low, high = 0, min(position, len(self.text))
        while low < high:
            middle = (low + high) // 2
            if self._printed(middle) < position:
                low = middle + 1
            else:
                high = middle
        return low

    def _printed(self, position: int) -> int:
        index = bisect_right(self.cuts, position, key=itemgetter(0)) - 1
        return position + (self.cuts[index][1] if index >= 0 else 0)


def plain(text: str, body: int = 0, without: Sequence[Span] = ()) -> Plain:
    """Return `text` as it is read; lines are wrapped from `body` on, what stands before it are lines of a header.

    The stretches `without` are left out: they are in order and do not overlap.
    """
    omitted = ((span.start, span.end, "") for span in without)
    edits = sorted((*omitted, *_entities(text), *_blank(text), *_wraps(text, body), *shortened(text)))
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    end = gone = length = 0
    for start, stop, put in edits:
        if start < end:
            continue
        parts += (text[end:start], put)
        length += start - end + len(put)
        if missing := stop - start - len(put):
            gone += missing
            cuts.append((length, gone))
        end = stop
    return Plain(_alike("".join((*parts, text[end:])) if edits else text), tuple(cuts))


def apart(text: str, stretch: Span) -> Plain:
    """Return one stretch of `text` as it is read for itself."""
    copy = plain(stretch.of(text))
    return Plain(copy.text, ((0, stretch.start), *((at, gone + stretch.start) for at, gone in copy.cuts)))


def _alike(text: str) -> str:
    """Return `text` with plain hyphens, spaces and ends of lines, of the same length."""
    if not _UNLIKE.search(text):
        return text
    return _ENDS.sub("\n", _SPACES.sub(" ", _HYPHENS.sub("-", text)))


def _entities(text: str) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text) if "&" in text else ():
        told = unescape(found[0])
        if len(told) == 1 and (told.isprintable() or told == "\u00a0"):
            yield found.start(), found.end(), told


def _blank(text: str) -> Iterator[Edit]:
    """Yield what prints nothing that can be read, and spaces inside brackets and amounts or behind another."""
    yield from ((found.start(), found.end(), "") for found in _UNSEEN.finditer(text))
    yield from ((found.start() + 1, found.end(), "") for found in _MANY.finditer(text))
    for found in _OWN_SIGNS.finditer(text):
        start, end = found.span()
        joins = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        yield start, end, " " if joins else ""
    if "( " in text or " )" in text or "(\u00a0" in text or "\u00a0)" in text:
        yield from ((found.start(), found.end(), "") for found in _INNER.finditer(text))
    for found in _WITHIN.finditer(text):
        yield *found.span(found.lastgroup or 0), ""


def _wraps(text: str, body: int) -> Iterator[Edit]:
    """Yield the breaks of lines inside a paragraph: each is a space, or nothing behind the hyphen of a compound."""
    for paragraph in _wrapped(text, body):
        for found in _WRAPPED.finditer(text, paragraph.start, paragraph.end):
            joined = text[found.start() - 2 : found.start()][:1].isalnum() and text[found.start() - 1] == "-"
            yield found.start(), found.end(), "" if joined and text[found.end()].islower() else " "


def _wrapped(text: str, body: int) -> Sequence[Span]:
    return [one for one in paragraphs(text, body) if not _BREAKS.isdisjoint(one.of(text))]

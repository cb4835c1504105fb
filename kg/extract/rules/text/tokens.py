"""Words and marks of a stretch of text for rules on word order; each quotation is one token."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.extract.rules.annotations import Quoted, Sentence
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.extract.rules.text.share_codes import SHORT
from kg.lexicon.matcher import folded
from kg.model import Span

QUOTE = "“”"
DASHES = frozenset(("—", "–", "--", "-"))
_TOKEN = re.compile(
    r"[A-Za-z0-9]+(?= |,(?!\d))"
    r"|[^\W_]+(?:(?:[.&/-]|['’](?!\d)|(?<=\d),(?=\d{3}(?!\d)))[^\W_]+)*(?:(?<=[sS])['’](?=\s))?|[,;:()\[\]—–…]|-(?:-|(?<=\s-)(?=\s))"
)
"""The first branch only is for speed: most words are plain, and end at a space or comma."""
_SUM = Construction(r"(?<![A-Za-z0-9])(?=[A-Za-z]){#money}")
_SIGN = Construction(r"(?<![A-Za-z0-9]){#sign}\Z")
_SIGN_REACH = 6
"""Signs and codes of money before a number are no token of their own, whether "$5", "US$5", "USD 5" or "RMB5"."""
_SHARE = re.compile(rf"{SHORT}|\([A-Z][A-Z0-9.&-]{{1,7}}\)")
"""Codes of shares and short forms in brackets are none either: "Acme (ACM), Beta (BET) and Gamma declined"."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel: where each token starts and ends, and its lower-case form (`QUOTE` for a quotation)."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]
    text: str

    def word(self, index: int) -> str:
        """Return the word at `index`, empty beyond the end."""
        return self.words[index] if index < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the stretch from token `first` up to, not including, token `last`, with the signs beside a number."""
        start, end = self.starts[first], self.ends[last - 1]
        if self.text[start].isdigit() and (sign := _SIGN.search(self.text, max(0, start - _SIGN_REACH), start)):
            start = sign.start()
        return Span(start, end + self.text.startswith("%", end))

    def capital(self, index: int) -> bool:
        """Tell whether the token starts with a capital letter or a digit."""
        char = self.text[self.starts[index]]
        return char.isupper() or char.isdigit()


Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """One act of reporting as token ranges: cue, what is reported, who reports, and who is told."""

    cue: Range
    content: tuple[Range, ...]
    source: Range | None = None
    kind: str = "speech"
    hearer: Range | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more sentences that a quotation holds together, with the quotations inside."""

    span: Span
    paragraph: int
    headline: bool
    quotes: tuple[Quoted, ...]


def units(sentences: Sequence[Sentence], quotations: Sequence[Quoted], text: str) -> Iterator[Unit]:
    """Yield sentences, joined where a quotation reaches over their boundary or opens behind a colon."""
    ends = [quoted.span.end for quoted in quotations]
    position = 0
    while position < len(sentences):
        first = sentences[position]
        end = first.span.end
        begin = bisect_left(ends, first.span.start + 1)
        last = begin
        position += 1
        while last < len(quotations) and (
            quotations[last].span.start < end or _introduced(quotations[last].span, end, sentences, position, text)
        ):
            while position < len(sentences) and ends[last] > sentences[position].span.start:
                end = sentences[position].span.end
                position += 1
            last += 1
        span = first.span if end == first.span.end else Span(first.span.start, end)
        yield Unit(span, first.paragraph, first.headline, tuple(quotations[begin:last]))


def _introduced(quoted: Span, end: int, sentences: Sequence[Sentence], position: int, text: str) -> bool:
    """Tell whether a quotation opens the sentence at `position`, behind words that end in a colon at `end`."""
    opens = position < len(sentences) and sentences[position].span.start == quoted.start
    return opens and text.startswith(":", end - 1)


def tokens(text: str, unit: Unit) -> Tokens:
    """Return the tokens of `unit`."""
    spans: list[tuple[int, int]] = []
    quotes: list[int] = []
    begin = unit.span.start
    for quoted in unit.quotes:
        spans += [found.span() for found in _TOKEN.finditer(text, begin, max(begin, quoted.span.start))]
        quotes.append(len(spans))
        spans.append((quoted.span.start, quoted.span.end))
        begin = quoted.span.end
    spans += [found.span() for found in _TOKEN.finditer(text, begin, max(begin, unit.span.end))]
    if left_out := _left_out(text):
        spans, quotes = _without(spans, quotes, left_out)
    fold = folded(text)
    words = [fold[start:end] for start, end in spans]
    for index in quotes:
        words[index] = QUOTE
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Tokens(starts, ends, words, text)


@latest
def _left_out(text: str) -> Mapping[int, int]:
    """Return where what is no token of its own starts -> where it ends: codes of currencies, and those of shares."""
    sums = ((found.start(), found.end() - 1) for found in _SUM.finditer(text))
    return dict((*sums, *(found.span() for found in _SHARE.finditer(text))))


def _without(
    spans: Sequence[tuple[int, int]], quotes: Sequence[int], left_out: Mapping[int, int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return spans of tokens without what is left out, and which of them are quotations."""
    kept: list[tuple[int, int]] = []
    where: dict[int, int] = {}
    over = 0
    for index, (start, end) in enumerate(spans):
        over = left_out.get(start, over)
        if over < end or index in quotes:
            where[index] = len(kept)
            kept.append((max(start, over), end))
    return kept, [where[index] for index in quotes]


@latest
def lines(
    sentences: tuple[Sentence, ...], quotations: tuple[Quoted, ...], text: str
) -> tuple[tuple[Unit, Tokens], ...]:
    """Return the units of `text` with their tokens; kept, since reporting and answers both read them."""
    return tuple((unit, tokens(text, unit)) for unit in units(sentences, quotations, text))

"""Sentences: where they end in prose with its abbreviations, initials, quotes and lost spaces; which are headlines."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.rules.annotations import Sentence
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.paragraphs import paragraphs
from kg.extract.rules.text.share_codes import SHORT
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import alternation, words
from kg.model import Span

_CLOSERS = r"""[\"'”’»)\]]*"""
# An end mark with white space behind it, an end mark glued to the next sentence, or an ideographic one.
_CANDIDATE = re.compile(
    rf"[.!?…。！？](?:(?<=[.!?…])(?P<more>[.!?…]*){_CLOSERS}(?: [”»])?(?=\s|$)"
    rf"|(?<=[a-z)%”\"][.!?]){_CLOSERS}(?=[A-Z][a-z]*(?:\s[a-z0-9]|['’]s\s))"
    rf"|(?<=[。！？]){_CLOSERS})"
)
"""The first mark stands alone so that the engine skips from mark to mark."""
_BEFORE_WORD = re.compile(r"[\s(\[\"'“‘—–-]")
_NEXT = re.compile(r"\s*(?P<open>[\"'“‘«(\[—–-]*)\s*(?P<word>[^\s.,;:!?\"'”’)]*)")
_SHARE_CODE = re.compile(rf"\s{SHORT}")
_PLATFORM = "X"
"""A company, and no initial, behind a word in lower case: "the platform known as X. It has grown"."""
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_LAST_MARK = re.compile(rf"[.!?…。！？,;:]{_CLOSERS}\s*$")
_BULLET = re.compile(r"(?:[-*•–—·▪◦>]|\d{1,2}[.)])\s|!\[")
_LIST_NUMBER = re.compile(r"\d{1,2}|[A-Za-z]|[ivx]+")
_SPACE = re.compile(r"\s*")
_WHOLE_WORDS = re.compile(r".*\S(?=\s)", re.DOTALL)
_PLAIN_WORD = re.compile(r"[^\W\d_][\w'’-]*")

# Lengths beyond which a line is prose even where it lacks its full stop: the first line, any other line.
_TITLE = 220
_HEAD = 110
# Words shorter than this ("of", "the", "with") stay lower-case in titles of any style.
_SHORT = 5
# How far back the word before a full stop may reach.
_REACH = 24
# No sentence of prose is longer; a longer one is a list or a dump, and rules compare all of a sentence's words.
_LONGEST = 2000
_ONE_SAYS = Construction(r"\s(?!{weekdays:*|months:*}\b)[A-Z][\w’'-]*\s{verbs:saying}\b")
"""One name that says something and is no day: "... affiliates of Acme Ltd. Kestrin explained that"."""


def sentences(text: str, start: int = 0) -> tuple[Sentence, ...]:
    """Return the sentences of `text` from `start` on, in order, without outer white space.

    A first line without a final mark (or set in title case) and later short lines without one are headlines. A headline
    glued to the text behind it on one line is part of that line's first sentence.
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(text, start)):
        if _headline(text, paragraph, first=number == 0):
            found.append(Sentence(paragraph, number, headline=True))
        else:
            found.extend(Sentence(span, number) for span in _split(text, paragraph))
    return tuple(found)


def _headline(text: str, line: Span, *, first: bool) -> bool:
    words = line.of(text)
    if len(words) > (_TITLE if first else _HEAD) or _BULLET.match(words):
        return False
    if not _LAST_MARK.search(words):
        return True
    return first and _title_case(words)


def _title_case(words: str) -> bool:
    long = [word for word in _PLAIN_WORD.findall(words) if len(word) >= _SHORT]
    return len(long) > 2 and all(word[0].isupper() for word in long)  # noqa: PLR2004 - two names make no title


def _split(text: str, paragraph: Span) -> list[Span]:
    spans: list[Span] = []
    begin = paragraph.start
    for found in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, found) and not _LIST_NUMBER.fullmatch(text, begin, found.start()):
            spans.append(Span(begin, found.end()))
            space = _SPACE.match(text, found.end(), paragraph.end)
            begin = space.end() if space else found.end()
    if begin < paragraph.end:
        spans.append(Span(begin, paragraph.end))
    return [
        piece for span in spans for piece in ((span,) if span.end - span.start <= _LONGEST else _pieces(text, span))
    ]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield `span`, cut at white space where it is too long to be a sentence, and anywhere where it has none."""
    begin = span.start
    while span.end - begin > _LONGEST:
        words = _WHOLE_WORDS.match(text, begin, begin + _LONGEST)
        end = words.end() if words else begin + _LONGEST
        yield Span(begin, end)
        begin = _SPACE.match(text, end, span.end).end()  # type: ignore[union-attr]  # \s* always fits
    yield Span(begin, span.end)


def _ends(text: str, found: re.Match[str]) -> bool:
    if found["more"] is None:
        return True
    mark = found[0][0] + found["more"]
    follows = _NEXT.match(text, found.end())
    word = follows["word"] if follows else ""
    coded = _SHARE_CODE.match(text, found.end()) is not None
    if not word and not coded:
        return True
    if coded or word[0].islower():
        return False
    closed = text[found.start() + 1 : found.end()].strip()
    if mark != "." and closed and _said_by().match(text, found.end()):
        return False  # ""They bought it!" Ann Lee said."
    if mark != "." or closed:
        return True
    return _full_stop(text, found.start(), word)


def _full_stop(text: str, dot: int, word: str) -> bool:
    """Tell whether the full stop at `dot`, with `word` behind it, ends a sentence and not only an abbreviation."""
    before, either, openers = _abbreviations()
    last = _BEFORE_WORD.split(text[max(0, dot - _REACH) : dot])[-1]
    if last in before:
        return last in ("No", "op") and not word[0].isdigit()
    if last in either or _INITIALS.fullmatch(last):
        if word in openers or (last == _PLATFORM and text[dot - 3 : dot - 2].islower()):
            return True
        return last in words("legal-forms") and _ONE_SAYS.match(text, dot + 1) is not None
    return True


@cache
def _said_by() -> re.Pattern[str]:
    """Match who says what stands in quotation marks before: "Ann Lee said", "Lee, the chairman, said"."""
    saying = alternation(word for word in words("verbs", "saying") if word.endswith(("said", "ed", "rote", "old")))
    return re.compile(rf"\s(?:[A-Z][\w.’'-]*\s){{1,3}}{saying}\b")


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    codes = scheme("abbreviations")
    before, either, openers = (frozenset(codes[code].words) for code in ("before", "either", "opener"))
    return before, either, openers

"""Which documents are copies of one text: nearly the same passages, or the same figures and quoted words uncredited.

Two rules. Nearly equal: most passages of the shorter document stand word for word in the other one, or most of many
five-word sequences do; one passage alone is no evidence, for relays of one origin often share it. Respun: a stretch of
quoted words and several figures are shared, neither text credits the other's outlet or an outlet for these figures.
Words are quoted in passages or elsewhere in the kept texts, which are opened for candidates only. Candidates meet in
buckets, so that no text is compared with all others.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zlib import crc32

from kg.lexicon.matcher import folded
from kg.link.dates import LATE, agree
from kg.link.index import Index
from kg.link.propagation import Look, Stage
from kg.link.records import Article, Record
from kg.link.said import Entry, Key, Said
from kg.rdf.folding import folded as segment

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_SEQUENCE = 5
_QUOTED_WORDS = 4
"""Fewer quoted words in a row ("incorrect", "no comment") are not one reporter's own."""
_SKETCH = 12
_KEYS = 2
"""Sequences, quoted words and figures that two documents meet under before they are compared."""
_HALF, _MOST = 0.5, 0.8
_ENOUGH = 40
"""Shared five-word sequences that two articles do not share by chance or by relaying one sentence."""
_PASSAGES = 2
_FIGURES = 2
_WITHIN = 14
"""Days within which a copy follows."""
_DAY = len("2025-01-21")
_CACHED = 4096

TextOf = Callable[[str], str | None]
"""Gives the kept text of a document, None where the store has none."""


@dataclass(frozen=True, slots=True)
class Print:
    """What a document is recognised by. `credited` are the outlets it cites; `figures` those it cites nobody for."""

    article: Article
    passages: frozenset[str]
    sequences: frozenset[int]
    quoted: frozenset[str]
    figures: frozenset[tuple[str, Decimal]]
    credited: frozenset[str]


def fingerprint(known: Record) -> Print:
    """Return the print of a document."""
    article, outlets = known.article, {cited.report: cited.outlet for cited in known.reports}
    own = {(amount.unit, amount.value) for figure in known.figures if not figure.cited for amount in figure.amounts[:1]}
    return Print(
        article=article,
        passages=frozenset(" ".join(_words(text)) for text in article.passages),
        sequences=frozenset(hashed for text in article.passages for hashed in _sequences(text)),
        quoted=frozenset(run for text in article.passages for run in _quoted(text)),
        figures=frozenset(own),
        credited=frozenset(outlets[report] for figure in known.figures for report in figure.cited if report in outlets),
    )


def title_key(article: Article, agency: str | None) -> Key | None:
    """Return the key of documents that one outlet, or the agency whose text it is, has under one title on one day."""
    outlet = agency or article.outlet
    return None if outlet is None or article.title is None else ("titled", outlet, segment(article.title), article.date)


def meetings(one: Print) -> frozenset[Key]:
    """Return the keys under which a document meets those it may be a copy of, or they of it."""
    sketch = (("words", str(hashed)) for hashed in sorted(one.sequences)[:_SKETCH])
    return frozenset((*sketch, *(("quoted", run) for run in one.quoted), *_windows(one)))


class Copied(Stage):
    """Pairs of documents that carry one report. Its nodes are documents; the later by IRI of a pair speaks for both."""

    name = "copied"

    def __init__(self, index: Index, text_of: TextOf) -> None:
        self._index = index
        self._text_of = text_of
        self._prints: dict[str, tuple[Record, Print]] = {}

    def say(self, name: str, look: Look) -> Said | None:
        """Compare a document with those it meets and those of its outlet, title and day."""
        known = look.record(name)
        if known is None:
            return None
        found = {*self._copies(self._print(known), look), *_same_title(known, look)}
        there = Entry(("there", name), name, wakes=("grouped", name))
        return Said((there, *(entry for other in sorted(found) for entry in _pair(name, other))))

    def _copies(self, one: Print, look: Look) -> Iterator[str]:
        article = one.article
        for document, keys in look.met(meetings(one), article.date or LATE, article.document).items():
            known = self._index.record(document) if document < article.document and keys >= _KEYS else None
            if known is not None:
                other = self._print(known)
                if _nearly_equal(one, other) or self._respun(one, other, look):
                    yield document

    def _print(self, known: Record) -> Print:
        document = known.article.document
        if document not in self._prints or self._prints[document][0] is not known:
            while len(self._prints) >= _CACHED:
                del self._prints[next(iter(self._prints))]
            self._prints[document] = (known, fingerprint(known))
        return self._prints[document][1]

    def _respun(self, one: Print, other: Print, look: Look) -> bool:
        if not _alike(one, other):
            return False
        texts = [self._text_of(known.article.document) or "" for known in (one, other)]
        names = [look.items("names", known.article.outlet) if known.article.outlet else () for known in (one, other)]
        if any(name in texts[0] for name in names[1]) or any(name in texts[1] for name in names[0]):
            return False
        return bool((one.quoted | set(_quoted(texts[0]))) & (other.quoted | set(_quoted(texts[1]))))


def _pair(one: str, other: str) -> tuple[Entry, Entry]:
    return (
        Entry(("pair", one), other, wakes=("grouped", one)),
        Entry(("pair", other), one, wakes=("grouped", other)),
    )


def _same_title(known: Record, look: Look) -> Iterator[str]:
    """Yield the first document of the same outlet, title and day, if that is another one."""
    article = known.article
    (its,) = look.under("record", article.document)
    if (key := title_key(article, its.value)) is not None:
        first = look.under(*key)[0].item
        if first != article.document:
            yield first


def _windows(one: Print) -> Iterator[Key]:
    """Yield what files figures so that two documents meet if they share one and are few days apart."""
    when = one.article.date
    if when is not None and len(when) == _DAY:
        window = date.fromisoformat(when).toordinal() // _WITHIN
        for unit, value in one.figures:
            yield from (("figure", str(window + step), unit, str(value.normalize())) for step in (0, 1))


def _nearly_equal(one: Print, other: Print) -> bool:
    shared, shorter = len(one.sequences & other.sequences), min(len(one.sequences), len(other.sequences))
    if shared >= _ENOUGH and shared >= _MOST * shorter:
        return True
    verbatim, fewer = len(one.passages & other.passages), min(len(one.passages), len(other.passages))
    return verbatim >= _PASSAGES and verbatim >= _MOST * fewer


def _alike(one: Print, other: Print) -> bool:
    """Tell whether two documents share enough figures in a few days and neither credits the other's outlet for one."""
    if not agree(one.article.date, other.article.date, _WITHIN):
        return False
    if one.article.outlet in other.credited or other.article.outlet in one.credited:
        return False
    shared = len(one.figures & other.figures)
    return shared >= _FIGURES and shared >= _HALF * min(len(one.figures), len(other.figures))


def _sequences(text: str) -> Iterable[int]:
    words = _words(text)
    for start in range(len(words) - _SEQUENCE + 1):
        yield crc32(" ".join(words[start : start + _SEQUENCE]).encode())


def _quoted(text: str) -> Iterable[str]:
    for match in _QUOTED.finditer(text):
        words = _words(next(filter(None, match.groups())))
        for start in range(len(words) - _QUOTED_WORDS + 1):
            yield " ".join(words[start : start + _QUOTED_WORDS])


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))

"""Which documents are copies of one text: nearly the same passages, or the same figures and quoted words uncredited.

Two rules. Nearly equal: most passages of the shorter document stand word for word in the other one, or most of many
five-word sequences do; one passage alone is no evidence, for relays of one origin often share it. Respun: a stretch of
quoted words and several figures are shared, neither text credits the other's outlet or an outlet for these figures.
Words are quoted in passages or elsewhere in the kept texts, which are opened for candidates only. Candidates meet in
buckets, so that no text is compared with all others.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.link.dates import LATE, agree
from kg.link.index import Index
from kg.link.prints import WITHIN, Print, from_text, meetings, quoted
from kg.link.propagation import Look, Stage, by_date
from kg.link.records import Article, Record
from kg.link.said import Entry, Key, Said
from kg.rdf.folding import folded as segment

_HALF, _MOST = 0.5, 0.8
_ENOUGH = 40
"""Shared five-word sequences that two articles do not share by chance or by relaying one sentence."""
_PASSAGES = 2
_FIGURES = 2
_CACHED = 128
"""Prints at hand: documents are compared by date, with those near to them."""

TextOf = Callable[[str], str | None]
"""Gives the kept text of a document, None where the store has none."""


def title_key(article: Article, agency: str | None) -> Key | None:
    """Return the key of documents that one outlet, or the agency whose text it is, has under one title on one day."""
    outlet = agency or article.outlet
    return None if outlet is None or article.title is None else ("titled", outlet, segment(article.title), article.date)


class Copied(Stage):
    """Pairs of documents that carry one report. Its nodes are documents; one of a pair, or both, speak for both."""

    name = "copied"

    def __init__(self, index: Index, text_of: TextOf) -> None:
        self._index = index
        self._text_of = text_of
        self._prints: dict[str, Print] = {}

    def turn(self, name: str, index: Index) -> Iterable[tuple[str, str]]:
        """Have documents asked by date, so that those one meets were met a short while ago."""
        yield by_date(name, index)

    def say(self, name: str, look: Look) -> Said | None:
        """Compare a document with those it meets and those of its outlet, title and day."""
        known = look.record(name)
        if known is None:
            return None
        found = {*self._copies(name, look), *_same_title(known, look)}
        there = Entry(("there", name), name, wakes=("grouped", name))
        return Said((there, *(entry for other in sorted(found) for entry in _pair(name, other))))

    def _copies(self, document: str, look: Look) -> Iterator[str]:
        one = self._print(document)
        for other in map(self._print, look.met(meetings(one), one.date or LATE, document)):
            if _nearly_equal(one, other) or self._respun(one, other, look):
                look.under("record", other.document)
                yield other.document

    def _print(self, document: str) -> Print:
        if document not in self._prints:
            while len(self._prints) >= _CACHED:
                del self._prints[next(iter(self._prints))]
            self._prints[document] = from_text(self._index.imprint(document))
        return self._prints[document]

    def _respun(self, one: Print, other: Print, look: Look) -> bool:
        if not _alike(one, other):
            return False
        texts = [self._text_of(known.document) or "" for known in (one, other)]
        names = [look.items("names", known.outlet) if known.outlet else () for known in (one, other)]
        if any(name in texts[0] for name in names[1]) or any(name in texts[1] for name in names[0]):
            return False
        return bool((one.quoted | set(quoted(texts[0]))) & (other.quoted | set(quoted(texts[1]))))


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


def _nearly_equal(one: Print, other: Print) -> bool:
    shared, shorter = len(one.sequences & other.sequences), min(len(one.sequences), len(other.sequences))
    if shared >= _ENOUGH and shared >= _MOST * shorter:
        return True
    verbatim, fewer = len(one.passages & other.passages), min(len(one.passages), len(other.passages))
    return verbatim >= _PASSAGES and verbatim >= _MOST * fewer


def _alike(one: Print, other: Print) -> bool:
    """Tell whether two documents share enough figures in a few days and neither credits the other's outlet for one."""
    if not agree(one.date, other.date, WITHIN):
        return False
    if one.outlet in other.credited or other.outlet in one.credited:
        return False
    shared = len(one.figures & other.figures)
    return shared >= _FIGURES and shared >= _HALF * min(len(one.figures), len(other.figures))

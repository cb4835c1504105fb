"""What a document is recognised by as a copy: hashes of its passages, word sequences and quoted words, and its figures.

A print is small, so that a document is compared with many others without reading the whole record of each.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from kg.lexicon.matcher import folded
from kg.link.records import Record
from kg.link.said import Key, tight

WITHIN = 14
"""Days within which a copy follows."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_SEQUENCE = 5
_QUOTED_WORDS = 4
"""Fewer quoted words in a row ("incorrect", "no comment") are not one reporter's own."""
_SKETCH = 12
_DAY = len("2025-01-21")


@dataclass(frozen=True, slots=True)
class Print:
    """Hashes of texts, and figures as unit and value. `credited` are the outlets it cites; `figures` its uncredited."""

    document: str
    outlet: str | None
    date: str | None
    passages: frozenset[int]
    sequences: frozenset[int]
    quoted: frozenset[int]
    figures: frozenset[tuple[str, str]]
    credited: frozenset[str]


def fingerprint(known: Record) -> Print:
    """Return the print of a document."""
    article, outlets = known.article, {cited.report: cited.outlet for cited in known.reports}
    words = [_words(text) for text in article.passages]
    own = {
        (amount.unit, str(amount.value.normalize()))
        for figure in known.figures
        if not figure.cited
        for amount in figure.amounts[:1]
    }
    return Print(
        document=article.document,
        outlet=article.outlet,
        date=article.date,
        passages=frozenset(_hash(listed) for listed in words),
        sequences=frozenset(hashed for listed in words for hashed in _runs(listed, _SEQUENCE)),
        quoted=frozenset(run for text in article.passages for run in quoted(text)),
        figures=frozenset(own),
        credited=frozenset(outlets[report] for figure in known.figures for report in figure.cited if report in outlets),
    )


def meetings(one: Print) -> frozenset[Key]:
    """Return the keys under which a document meets those it may be a copy of, or they of it."""
    sketch = (("words", str(hashed)) for hashed in sorted(one.sequences)[:_SKETCH])
    return frozenset((*sketch, *(("quoted", str(run)) for run in one.quoted), *_windows(one)))


def quoted(text: str) -> Iterator[int]:
    """Yield hashes of the stretches of words that a text quotes."""
    for match in _QUOTED.finditer(text):
        yield from _runs(_words(next(filter(None, match.groups()))), _QUOTED_WORDS)


def to_text(one: Print) -> str:
    """Return a print as JSON."""
    parts = (one.passages, one.sequences, one.quoted, one.figures, one.credited)
    content = (one.document, one.outlet, one.date, *(sorted(part) for part in parts))
    return tight(content)


def from_text(text: str) -> Print:
    """Return the print that `to_text` wrote."""
    document, outlet, day, passages, sequences, runs, figures, credited = json.loads(text)
    return Print(
        document=document,
        outlet=outlet,
        date=day,
        passages=frozenset(passages),
        sequences=frozenset(sequences),
        quoted=frozenset(runs),
        figures=frozenset((unit, value) for unit, value in figures),
        credited=frozenset(credited),
    )


def _windows(one: Print) -> Iterator[Key]:
    """Yield what files figures so that two documents meet if they share one and are few days apart."""
    if one.date is not None and len(one.date) == _DAY:
        window = date.fromisoformat(one.date).toordinal() // WITHIN
        for unit, value in one.figures:
            yield from (("figure", str(window + step), unit, value) for step in (0, 1))


def _runs(words: list[str], length: int) -> Iterable[int]:
    return (_hash(words[start : start + length]) for start in range(len(words) - length + 1))


def _hash(words: Iterable[str]) -> int:
    return crc32(" ".join(words).encode())


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))

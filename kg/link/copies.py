"""Which documents are copies of one text: nearly the same passages, or the same figures and quoted words uncredited.

Two rules. Nearly equal: most passages of the shorter document stand word for word in the other one, or most of many
five-word sequences do; one passage alone is no evidence, for relays of one origin often share it. Respun: a stretch of
quoted words and several figures are shared, neither text credits the other's outlet or an outlet for these figures.
Words are quoted in passages or elsewhere in the kept texts, which are opened for candidates only. Candidates meet in
buckets, so that no text is compared with all others.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations
from zlib import crc32

from kg.lexicon.matcher import folded
from kg.link.dates import agree
from kg.link.records import Article, Figure

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»")
_SEQUENCE = 5
_QUOTED_WORDS = 4
"""Fewer quoted words in a row ("incorrect", "no comment") are not one reporter's own."""
_SKETCH = 12
_CROWD = 40
"""A bucket with more documents tells nothing: a phrase that everybody prints."""
_HALF, _MOST = 0.5, 0.8
_ENOUGH = 40
"""Shared five-word sequences that two articles do not share by chance or by relaying one sentence."""
_PASSAGES = 2
_FIGURES = 2
_WITHIN = 14
"""Days within which a copy follows."""
_DAY = len("2025-01-21")

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


def fingerprint(article: Article, figures: Iterable[Figure], outlet_of: Mapping[str, str]) -> Print:
    """Return the print of a document; `outlet_of` gives the outlet of a cited report."""
    listed = tuple(figures)
    own = {(amount.unit, amount.value) for figure in listed if not figure.cited for amount in figure.amounts[:1]}
    return Print(
        article=article,
        passages=frozenset(" ".join(_words(text)) for text in article.passages),
        sequences=frozenset(hashed for text in article.passages for hashed in _sequences(text)),
        quoted=frozenset(run for text in article.passages for run in _quoted(text)),
        figures=frozenset(own),
        credited=frozenset(outlet_of[report] for figure in listed for report in figure.cited if report in outlet_of),
    )


def copies(
    prints: Iterable[Print], names: Mapping[str, tuple[str, ...]], text_of: TextOf
) -> tuple[tuple[Print, Print], ...]:
    """Return the pairs of documents that are copies of one text, in order of their IRIs; `names`: outlet -> names."""
    buckets: dict[object, list[Print]] = {}
    for one in sorted(prints, key=lambda known: known.article.document):
        for key in (*sorted(one.sequences)[:_SKETCH], *sorted(one.quoted), *_windows(one)):
            buckets.setdefault(key, []).append(one)
    pairs = {
        (first.article.document, second.article.document): (first, second)
        for bucket in buckets.values()
        if len(bucket) <= _CROWD
        for first, second in combinations(bucket, 2)
    }
    opened = cache(text_of)

    def respun(one: Print, other: Print) -> bool:
        if not _alike(one, other) or _names(one, other, names, opened) or _names(other, one, names, opened):
            return False
        runs = (known.quoted | set(_quoted(opened(known.article.document) or "")) for known in (one, other))
        return bool(frozenset.intersection(*runs))

    return tuple(pair for _, pair in sorted(pairs.items()) if _nearly_equal(*pair) or respun(*pair))


def _windows(one: Print) -> Iterator[tuple[int, str, Decimal]]:
    """Yield what files figures so that two documents meet if they share one and are few days apart."""
    when = one.article.date
    if when is not None and len(when) == _DAY:
        window = date.fromisoformat(when).toordinal() // _WITHIN
        yield from ((window + step, unit, value) for unit, value in sorted(one.figures) for step in (0, 1))


def _names(one: Print, other: Print, names: Mapping[str, tuple[str, ...]], text_of: TextOf) -> bool:
    """Tell whether the text of a document names the outlet of another one."""
    text = text_of(one.article.document) or ""
    return any(name in text for name in names.get(other.article.outlet or "", ()))


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

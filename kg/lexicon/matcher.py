"""Finding many words at once: one Aho-Corasick pass over a text, with word boundaries and without regard to case."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick

Payload = TypeVar("Payload")

_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2010", "-"), ("\u2011", "-"))
_BLANK = (("\n", " "), ("\t", " "), ("\r", " "))


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """Return `text` in lower case with plain apostrophes, hyphens and spaces, character for character.

    The result has the length of `text`, so positions in it are positions in `text`. The last texts are kept, since each
    stage asks for the same one.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for printed, plain in _BLANK if lower.isascii() else (*_PLAIN, *_BLANK):
        lower = lower.replace(printed, plain)
    return lower


class Matcher(Generic[Payload]):
    """Words (or phrases) with a payload each, found wherever they stand as whole words."""

    def __init__(self, words: Mapping[str, Payload]) -> None:
        self._automaton = ahocorasick.Automaton()
        self._longest = 0
        for word in sorted(words):
            key = folded(word)
            if key.strip():
                self._longest = max(self._longest, len(key))
                self._automaton.add_word(key, (len(key), key[0].isalnum(), key[-1].isalnum(), words[word]))
        if len(self._automaton):
            self._automaton.make_automaton()

    def hits(self, fold: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int, Payload]]:
        """Yield (start, end, payload) for each whole word in `fold`, a text passed through `folded`; hits may overlap.

        With `low` and `high` only words that start in `[low, high)` are looked for. The letter s behind a word counts
        as a boundary (plural forms); the caller decides whether it takes it.
        """
        if not len(self._automaton):
            return
        length = len(fold)
        high = length if high is None else high
        for last, (size, opens, closes, payload) in self._automaton.iter(fold, low, min(length, high + self._longest)):
            end = last + 1
            start = end - size
            if start >= high:
                continue
            if opens and start and fold[start - 1].isalnum():
                continue
            if closes and end < length and fold[end].isalnum() and not _plural(fold, end, length):
                continue
            yield start, end, payload


def _plural(fold: str, end: int, length: int) -> bool:
    return fold[end] == "s" and (end + 1 == length or not fold[end + 1].isalnum())

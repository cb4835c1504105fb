"""Lines in another language than English, where number words and separators mean other things."""

import re

from kg.extract.rules.text.latest import latest
from kg.extract.rules.text.paragraphs import paragraphs
from kg.extract.rules.text.wording import context
from kg.model import Span

_WORDS = re.compile(r"[^\W\d_]+")
_LATIN = "\u024f"
_ENOUGH = 2
_SHARE = 0.3


def foreign(line: str) -> bool:
    """Tell whether a line is not English: other letters, or the function words of other languages in lower case.

    With a capital they are parts of names ("Le Monde", "De la Rue") or stand first.
    """
    words = _words(line)
    if not words:
        return False
    if max(words)[0] > _LATIN and sum(word[0] > _LATIN for word in words) > _SHARE * len(words):
        return True
    folded = {word.lower() for word in words}
    others = _others(words, folded)
    return others >= _ENOUGH and others > len(folded & context("english"))


def _others(words: set[str], folded: set[str]) -> int:
    return len(words & context("foreign")) + len(folded & context("foreign-noun"))


@latest
def mixed(text: str) -> bool:
    """Tell whether a text has other letters or words of other languages at all: without, no line of it is foreign."""
    words = _words(text)
    return bool(words) and (max(words)[0] > _LATIN or _others(words, {word.lower() for word in words}) >= _ENOUGH)


def foreign_lines(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text that are not English, in order."""
    return tuple(line for line in paragraphs(text) if foreign(line.of(text))) if mixed(text) else ()


def _words(line: str) -> set[str]:
    """Return the runs of letters in `line`; most stand between white space, and only the rest need a pattern."""
    parts = set(line.split())
    words = {part for part in parts if part.isalpha()}
    return words.union(_WORDS.findall(" ".join(parts - words)))

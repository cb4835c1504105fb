"""Lines in another language than English, where number words and separators mean other things."""

import re
from functools import cache

from kg.extract.rules.text.latest import latest
from kg.extract.rules.text.paragraphs import paragraphs
from kg.lexicon.wordlists import words
from kg.model import Span

_WORDS = re.compile(r"[^\W\d_]+")
_LATIN = "\u024f"
_ENOUGH = 2
_SHARE = 0.3


def foreign(line: str) -> bool:
    """Tell whether a line is not English: other letters, or the function words of other languages in lower case.

    With a capital they are parts of names ("Le Monde", "De la Rue") or stand first.
    """
    printed = _words(line)
    if not printed:
        return False
    if max(printed)[0] > _LATIN and sum(word[0] > _LATIN for word in printed) > _SHARE * len(printed):
        return True
    folded = {word.lower() for word in printed}
    others = _others(printed, folded)
    return others >= _ENOUGH and others > len(folded & words("number-contexts", "english"))


def _others(printed: set[str], folded: set[str]) -> int:
    return len(printed & words("number-contexts", "foreign")) + len(folded & _foreign_nouns())


@cache
def _foreign_nouns() -> frozenset[str]:
    """Return nouns of other languages in lower case, as a line in capitals has them."""
    return frozenset(map(str.lower, words("number-contexts", "foreign-noun")))


@latest
def mixed(text: str) -> bool:
    """Tell whether a text has other letters or words of other languages at all: without, no line of it is foreign."""
    printed = _words(text)
    if not printed:
        return False
    return max(printed)[0] > _LATIN or _others(printed, {word.lower() for word in printed}) >= _ENOUGH


def foreign_lines(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text that are not English, in order."""
    return tuple(line for line in paragraphs(text) if foreign(line.of(text))) if mixed(text) else ()


def _words(line: str) -> set[str]:
    """Return the runs of letters in `line`; most stand between white space, and only the rest need a pattern."""
    parts = set(line.split())
    whole = {part for part in parts if part.isalpha()}
    return whole.union(_WORDS.findall(" ".join(parts - whole)))

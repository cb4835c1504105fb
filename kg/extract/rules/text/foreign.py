"""Lines in another language than English, where number words and separators mean other things."""

import re

from kg.extract.rules.text.wording import context

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
    others = len(words & context("foreign"))
    return others >= _ENOUGH and others > len({word.lower() for word in words} & context("english"))


def _words(line: str) -> set[str]:
    """Return the runs of letters in `line`; most stand between white space, and only the rest need a pattern."""
    parts = set(line.split())
    words = {part for part in parts if part.isalpha()}
    return words.union(_WORDS.findall(" ".join(parts - words)))

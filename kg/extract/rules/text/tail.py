r"""What ends right before a place: where a pattern that ends in `\Z` need start, and a single word.

The engine tries such a pattern at every character; from the last few words on it finds the same match much sooner.
"""

_WINDOW = 200


def last_words(text: str, count: int) -> int:
    """Return where the last `count` words of `text`, parted by white space, start; 0 where it has no more than that."""
    parts = text.rsplit(None, count)
    return len(parts[0]) if len(parts) > count else 0


def ends_with(text: str, word: str) -> bool:
    """Tell whether `text` ends in `word`, as a whole word, and white space."""
    stem = text.rstrip()
    if len(stem) == len(text) or not stem.endswith(word):
        return False
    before = stem[-len(word) - 1 : -len(word)]
    return not (before.isalnum() or before == "_")


def window(end: int) -> tuple[int, int]:
    """Return the stretch before a place in which the few words that end there are looked for."""
    return max(0, end - _WINDOW), end

"""What is called false: the predicate of a verdict, in quotation marks or not ("called the report false")."""

from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import QUOTE, Tokens
from kg.lexicon.wordlists import by_first_word, words

_VERDICT = 16
"""How many words may stand between "called" and "false"."""
_LISTED, _TO_MATTER = 5, 3
"""How many words a list may go on for behind its first comma, and how far the noun for something said may stand."""


def predicate(line: Tokens, start: int) -> int | None:
    """Return where the first predicate that denies ends, in quotation marks or not; None for "the wrong number"."""
    last = min(len(line.words), start + _VERDICT)
    for at in range(start, last):
        word = line.words[at]
        if word in (";", ":", "because", "while", "when", "after") or (
            word == "," and at > start and not _lists(line, start, at)
        ):
            return None
        first = at - (line.words[at - 1] in ("a", "an"))  # calling it a "rumour"
        if word == QUOTE and _judged(line.text[line.starts[first] : line.ends[at]]):
            return at + 1
        for phrase in by_first_word("denials", "predicate").get(word, ()):
            before = line.words[at - 1]
            plain = before not in grammar().determiner or before in ("this", "that", "all")
            if plain and tuple(line.words[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
        if word in words("denials", "idle") and line.words[at - 1] in words("denials", "matter", "mere"):
            return at + 1
    return None


def _lists(line: Tokens, start: int, comma: int) -> bool:
    """Tell whether a comma only parts what reports are about: "calling reports about plants, staff and sales wrong"."""
    ahead = line.words[comma + 1 : comma + _LISTED]
    clause = any(word in grammar().auxiliary or word in grammar().pronoun for word in ahead)
    return (
        "and" in ahead
        and not clause
        and not words("denials", "matter").isdisjoint(line.words[start : start + _TO_MATTER])
    )


def _judged(quoted: str) -> bool:
    said = [word.strip("\"“”'‘’ .,") for word in quoted.lower().split()]
    return any(tuple(said[at : at + len(phrase)]) == phrase for at, word in enumerate(said) for phrase in _said(word))


def _said(word: str) -> tuple[tuple[str, ...], ...]:
    return by_first_word("denials", "predicate").get(word.strip(",.;"), ())

"""The noun that a figure's verb is about: "prices of chips made with old tools will rise by 10%" tells of prices.

A verb of change or of being right before the figure says something of its subject; what heads the subject tells the
measure before all that stands in between.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import concept_of, words
from kg.model import Span

_REACH = 200
"""Characters before a figure in which its verb and the verb's subject stand."""
_WORD = re.compile(r"[^\s,;:()\"“”—–]+|[,;:()\"“”—–]")
_CLOSING = frozenset(',;:()"“”—–')
_JOINING = frozenset({"and"})
_OWNER = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Head:
    """What heads the subject of a figure's verb: its place and the word in lower case."""

    span: Span
    word: str

    @property
    def vague(self) -> bool:
        """Tell whether the word only stands for what was told before, or for a company or a part of one."""
        concept = concept_of("nouns").get(self.word) or concept_of("nouns").get(self.word.removesuffix("s"))
        known = grammar()
        part = self.word.removesuffix("s") in words("neighbours", "part")
        return concept is not None or part or self.word in words("notions", "vague") or known.function(self.word)


def governing(figure: Figure, sentence: Span, text: str, names: Iterable[Name]) -> Head | None:
    """Return the head of the subject of the verb right before `figure`, None where none can be told or it is a name."""
    start = max(sentence.start, figure.span.start - _REACH)
    found = [(match[0], match.start()) for match in _WORD.finditer(text, start, figure.span.start)]
    at = len(found) - 1
    while at >= 0 and found[at][0] in _fillers():
        at -= 1
    if at < 1 or found[at][0] not in _verbs() or found[at - 1][0] in grammar().determiner:
        return None
    at -= 1
    while at >= 0 and _helps(found[at][0]):
        at -= 1
    first = _opening(found, at)
    before = _opening(found, first - 1) if first >= 0 and found[first][0] in _JOINING else first
    if not any(_says(word) for word, _ in found[before + 1 : first + 1]):
        first = before  # "profit before tax and interest rose" is of profit
    head = _head(found[first + 1 : at + 1])
    return None if head is None or any(name.span.overlaps(head.span) for name in names) else head


def _opening(found: list[tuple[str, int]], at: int) -> int:
    """Return the index of the last word or mark up to `at` that a clause begins behind, -1 without one."""
    while at >= 0 and found[at][0] not in _CLOSING and found[at][0] not in _openers():
        at -= 1
    return at


def _says(word: str) -> bool:
    """Tell whether a word is a verb, so that what stands before "and" is a clause of its own."""
    known = grammar()
    return word.endswith("ed") or word in known.finite or word in known.auxiliary or word in _verbs()


def _head(phrase: list[tuple[str, int]]) -> Head | None:
    """Return the last noun of a noun phrase before what is said of it behind: "prices" of "prices of chips made"."""
    last = 0
    while last < len(phrase) and not _follows_noun(phrase[last][0], first=last == 0):
        last += 1
    if not last:
        return None
    printed, at = phrase[last - 1]
    if printed.endswith(_OWNER) or not printed.isalpha() or (printed[0].isupper() and last > 1):
        return None
    return Head(Span(at, at + len(printed)), printed.lower())


def _follows_noun(word: str, *, first: bool) -> bool:
    known = grammar()
    participle = word.endswith("ed") or word in known.finite
    return not first and (word in known.preposition or word in known.relative or participle or word in known.auxiliary)


def _helps(word: str) -> bool:
    """Tell whether a word stands between a subject and its verb: "are expected to", "is likely to"."""
    known = grammar()
    return (
        word in known.auxiliary or word in known.modal or known.adverbial(word) or word in words("notions", "to-come")
    )


@cache
def _fillers() -> frozenset[str]:
    bounds = (word.split() for word in words("bounds"))
    return frozenset(word for parts in bounds for word in parts) | {
        "by",
        "to",
        "at",
        "up",
        "down",
        "a",
        "an",
        "further",
    }


@cache
def _verbs() -> frozenset[str]:
    """Return verbs of change and of being, as they are printed."""
    changes = (word for word in words("notions", "change") | words("verbs", "moving") if word.isalpha())
    return grammar().be | words("notions", "amounts-to") | frozenset(changes)


@cache
def _openers() -> frozenset[str]:
    """Return the words that stand before the subject of a clause."""
    known = grammar()
    words_before = words("verbs", "saying") | words("notions", "witness")
    return _JOINING | known.subordinator | known.contrast | words_before

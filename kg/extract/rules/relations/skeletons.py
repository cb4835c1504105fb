"""A sentence with one character for each name in it, so that patterns over names are plain regular expressions.

The characters are from the private use area, one block for each role a name can play, numbered in order of position.
Pronouns and descriptions that are resolved count as names; a possessive pronoun becomes its name with 's.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.rules.annotations import BY_PLACE, Name
from kg.extract.rules.references.descriptions import place_words
from kg.extract.rules.text.latest import latest
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.names import Lexicon
from kg.model import Span

_BLOCK = 0x400
_BASE = 0xE000
_ROLES = {"Company": 0, "Organization": 0, "Authority": 5, "Product": 1, "Chip": 1, "Place": 2, "Regulation": 3}
_ROLES |= {"Person": 4, "Outlet": 5}
_OTHER = 5
_FEWEST = 1
FIRST_NAME, LAST_NAME = chr(_BASE), chr(_BASE + (_OTHER + 1) * _BLOCK - 1)
"""The characters between which all names lie."""
_POSSESSIVE_PRONOUNS = frozenset({"its", "their", "his", "her"})
_QUOTES = re.compile(r"[\"“”‘«»]")
_NAMELESS = re.compile(r"\s?\([^()\ue000-\uf8ff]{1,60}\)")
"""Brackets without a name in them, which link nothing: tickers, other currencies, a name in other letters."""


def block(*roles: int) -> str:
    """Return a pattern for one name that plays one of these roles."""
    low = [_BASE + role * _BLOCK for role in roles]
    return "[" + "".join(f"{chr(start)}-{chr(start + _BLOCK - 1)}" for start in low) + "]"


def role(name: Name) -> int:
    """Return the number of the role that a name plays."""
    return _ROLES.get(name.entity.kind, _OTHER)


def role_of(char: str) -> int:
    """Return the role that a name's character stands for."""
    return (ord(char) - _BASE) // _BLOCK


ORG, THING, PLACE, RULE, PERSON, OTHER = (block(role) for role in range(6))
NAME = block(0, 1, 2, 3, 4, 5)
_NUMBERED = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """`text` is the sentence with names as single characters; character number i of a block stands for `names[i]`."""

    text: str
    names: tuple[Name, ...]
    sentence: Span

    def name(self, char: str) -> Name:
        """Return the name that a character stands for."""
        return self.names[(ord(char) - _BASE) % _BLOCK]

    def named(self, part: str) -> tuple[Name, ...]:
        """Return the names whose characters `part` (a slice of `text`) holds."""
        return tuple(map(self.name, _NUMBERED.findall(part)))


@latest
def skeleton(text: str, sentence: Span, names: Sequence[Name]) -> Skeleton | None:
    """Return the skeleton of one sentence; None where it has no name or more than the blocks can number.

    The last ones are kept: patterns and structure ask for the skeleton of the same names.
    """
    if not _FEWEST <= len(names) <= _BLOCK:
        return None
    parts, position = [], sentence.start
    for number, name in enumerate(names):
        parts += [text[position : name.span.start], _character(name, number), _ending(text, name)]
        position = name.span.end
    parts.append(text[position : sentence.end])
    return Skeleton(_plain("".join(parts)), tuple(names), sentence)


def nationals(text: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the nationalities in `text` ("Chinese") as names of the country, in order, the longest first."""
    found = []
    for start, end, (word, slug) in _nationalities(lexicon).hits(folded(text)):
        whole = (end == len(text) or not text[end].isalnum()) and text[start - 1 : start] != "-"
        if whole and text[start:end] == word:
            found.append(Name(Span(start, end), lexicon.entities[slug], "description"))
    return tuple(sorted(found, key=lambda name: (name.span.start, -name.span.end)))


def merged(names: Sequence[Name], national: Sequence[Name]) -> tuple[Name, ...]:
    """Return `names` and beside them the nationalities that are no part of them or of one another, in order."""
    starts = [name.span.start for name in names]
    free: list[Name] = []
    for name in national:
        if not _taken(name.span, names, starts) and not (free and free[-1].span.overlaps(name.span)):
            free.append(name)
    return tuple(sorted((*names, *free), key=BY_PLACE))


def ungrouped(text: str, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return `names` without groups, a country that opens one ("US tech companies") in its place."""
    known = place_words(lexicon)
    kept = []
    for name in names:
        if name.how != "group":
            kept.append(name)
            continue
        said = name.span.of(text).replace("’s ", " ").replace("'s ", " ").split()
        word = next((word for word in (said[0], " ".join(said[:2])) if word in known), "")
        if word and len(known[word]) == 1:
            span = Span(name.span.start, name.span.start + len(word))
            kept.append(Name(span, lexicon.entities[known[word][0]], "description"))
    return tuple(kept)


def _taken(span: Span, names: Sequence[Name], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, span.start)
    beside = names[max(0, index - 1) : index + 1]
    return any(name.span.overlaps(span) for name in beside)


@lru_cache(maxsize=4)
def _nationalities(lexicon: Lexicon) -> Matcher[tuple[str, str]]:
    demonyms = (word for known in lexicon.facts.values() for word in known.get("demonym", ()))
    listed = {word: place_words(lexicon).get(word, ()) for word in demonyms}
    return Matcher({word: (word, slugs[0]) for word, slugs in listed.items() if len(slugs) == 1})


def _plain(text: str) -> str:
    told = _NAMELESS.sub("", text) if "(" in text else text
    return _QUOTES.sub("", told.replace("’", "'").replace("\n", " ").replace("\u00a0", " "))


def _character(name: Name, number: int) -> str:
    return chr(_BASE + role(name) * _BLOCK + number)


def _ending(text: str, name: Name) -> str:
    return "'s" if name.how == "pronoun" and name.span.of(text).lower() in _POSSESSIVE_PRONOUNS else ""

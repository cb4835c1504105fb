"""The words of code lists as sets and as patterns, for stages that look for words in place."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from kg.errors import KgError
from kg.lexicon import codes
from kg.lexicon.codes import Concept


@cache
def words(scheme: str, *notations: str) -> frozenset[str]:
    """Return the words of a code list, of the codes given or of all. Raises KgError for an unknown list or code."""
    listed = codes.scheme(scheme)
    if unknown := sorted(set(notations) - set(listed)):
        raise KgError(f"the code list '{scheme}' has no code '{unknown[0]}': it has {', '.join(listed)}")
    return frozenset(word for code in notations or listed for word in (*listed[code].words, *listed[code].hidden))


@cache
def concept_of(scheme: str) -> dict[str, Concept]:
    """Return word (lower case) -> the concept it triggers; of two that share a word, the first by code."""
    found: dict[str, Concept] = {}
    for concept in codes.scheme(scheme).values():
        for word in (*concept.words, *concept.hidden):
            found.setdefault(word.lower(), concept)
    return found


def alternation(listed: Iterable[str]) -> str:
    """Return a pattern that matches any of these words, the longest first, white space in them being flexible.

    Words that start alike share a branch: an engine without tries then tries a handful of branches at most places.
    """
    root: _Trie = {}
    for word in sorted(set(listed)):
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return f"(?:{_branches(root)})"


def word_start(*listed: str) -> str:
    r"""Return a pattern that matches what `\b(?:first|second)` matches, for words without marks.

    The first letter stands alone before the look behind it, so that the engine skips from one of these letters to the
    next instead of asking at every character whether a word starts there.
    """
    tails: dict[str, list[str]] = {}
    for word in listed:
        tails.setdefault(word[0], []).append(word[1:])
    branches = (f"(?<={head}){alternation(rest)}" for head, rest in sorted(tails.items()))
    return rf"[{''.join(sorted(tails))}](?<!\w.)(?:{'|'.join(branches)})"


_Trie: TypeAlias = dict[str, "_Trie"]
_END = ""


def _branches(node: _Trie) -> str:
    """Return the pattern of what may follow here; what goes on comes before what may end."""
    branches = [_edge(char, below) for char, below in node.items() if char != _END]
    if not branches:
        return "(?:)"
    joined = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if _END in node else joined


def _edge(char: str, below: _Trie) -> str:
    step = r"\s+" if char == " " else re.escape(char)
    return step if set(below) == {_END} else step + _branches(below)

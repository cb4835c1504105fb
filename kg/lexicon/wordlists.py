"""The words of code lists as sets and as patterns, for stages that look for words in place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType

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


@cache
def code_of(scheme: str, fact: str | None = None) -> Mapping[str, str]:
    """Return word -> the code it stands for; with `fact`, instead of words what codes have of that ("sign")."""
    listed = codes.scheme(scheme).values()
    return MappingProxyType(
        {word: one.code for one in listed for word in (one.facts.get(fact, ()) if fact else one.words)}
    )


@cache
def by_first_word(scheme: str, *notations: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return first word -> the phrases of a list that it opens, in words, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words(scheme, *notations), key=lambda text: (-len(text), text)):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return MappingProxyType({first: tuple(phrases) for first, phrases in sorted(found.items())})


def alternation(listed: Iterable[str]) -> str:
    """Return a pattern that matches any of these words, the longest first, white space in them being flexible.

    Words that start alike share a branch: an engine without tries then tries a handful of branches at most places.
    """
    return f"(?:{_branches(sorted(set(listed)), 0)})"


def as_listed(printed: str) -> str:
    """Return words as lists have them: what `alternation` matched may have any blanks where these have one."""
    return " ".join(printed.split())


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


def _branches(listed: Sequence[str], depth: int) -> str:
    """Return the pattern of what may follow `depth` characters that sorted words share.

    What goes on comes before what may end.
    """
    ends = bool(listed) and len(listed[0]) == depth
    going_on = listed[1:] if ends else listed
    branches = [_edge(list(alike), depth) for _, alike in groupby(going_on, key=lambda word: word[depth])]
    if not branches:
        return "(?:)"
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends else joined


def _edge(alike: Sequence[str], depth: int) -> str:
    """Return the pattern of sorted words from `depth` on, where they have the same letter."""
    first, last = alike[0], alike[-1]
    end, shortest = depth + 1, min(len(first), len(last))
    while end < shortest and first[end] == last[end]:
        end += 1
    step = re.escape(first[depth:end]).replace(r"\ ", r"\s+")
    return step if len(alike) == 1 and end == len(first) else step + _branches(alike, end)

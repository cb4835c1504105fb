"""The set phrases of saying nothing: those listed, and those made of a verb of refusing and one of telling.

"Opted not to discuss" is one of {withholding} and one of {telling}, "issued no reply" one of {issuing}, "no" and one of
{reply}: a new verb or noun is a word in `v:denials`.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from types import MappingProxyType

from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.latest import latest
from kg.lexicon.wordlists import words

STANCES = ("declines_to_comment", "no_response")
_SHAPES = MappingProxyType(
    {
        "declines_to_comment": (
            "{withholding} {telling}",
            "{withholding} {answering}",
            "{withholding} {lending}",
            "{unwilling} {telling}",
            "{unwilling} {lending}",
            "{constrained} {discussing}",
            "nothing to {announcing}",
            "{forwarding} {forwarded}",
            "{forwarding} all {forwarded}",
        ),
        "no_response": (
            "{issuing} no {reply}",
            "{fruitless} no {reply}",
            "not {issuing} {reply}",
            "not {issuing} {remark}",
            "not {fruitless} {reply}",
            "yet to {issuing} {reply}",
            "yet to {issuing} {remark}",
            "{failing} {issuing} {reply}",
            "{failing} {issuing} {remark}",
            "{failing} {answering}",
            "{answering} with {automatic} {returned}",
            "{issuing} {automatic} {returned}",
        ),
    }
)
_INFLECTED = frozenset(("withholding", "issuing", "fruitless", "failing", "answering", "forwarding"))
"""Slots whose words open with a verb in any of its forms, where the slot opens the phrase or follows "not"."""
_SLOT = re.compile(r"\{([a-z]+)\}")

Phrase = tuple[str, ...]


@cache
def phrases(stance: str) -> MappingProxyType[str, tuple[Phrase, ...]]:
    """Return the set phrases of a stance by their first word, the longest first."""
    composed = (phrase for shape in _SHAPES[stance] for phrase in _composed(shape))
    return _grouped({tuple(phrase.split()) for phrase in (*words("stances", stance), *composed)})


@cache
def negated(stance: str) -> MappingProxyType[str, tuple[Phrase, ...]]:
    """Return the set phrases that start with "not", without it, by their next word, the longest first."""
    return _grouped({phrase[1:] for phrase in phrases(stance)["not"]})


@cache
def by_second(stance: str, *, after_not: bool) -> MappingProxyType[str, MappingProxyType[str, tuple[Phrase, ...]]]:
    """Return first word -> second word ("" for none) -> the phrases, so that few of them are tried at a word."""
    listed = (negated if after_not else phrases)(stance)
    return MappingProxyType({first: _grouped(set(found), at=1) for first, found in listed.items()})


@cache
def seconds() -> MappingProxyType[str, frozenset[str]]:
    """Return first word -> the second words of all phrases, also of those behind "neither": most words have no such."""
    listed = [by_second(stance, after_not=after) for stance in STANCES for after in (False, True)]
    firsts = {first for known in listed for first in known}
    return MappingProxyType({first: frozenset().union(*(known.get(first, ()) for known in listed)) for first in firsts})


@cache
def forwarding() -> frozenset[str]:
    """Return the forms of verbs of sending those who ask to somebody or something else."""
    return frozenset(form for phrase in words("denials", "forwarding") for form in _forms(phrase))


@cache
def openers() -> frozenset[str]:
    """Return the words that a set phrase may start with, also behind "neither"."""
    return frozenset(word for stance in STANCES for word in (*phrases(stance), *negated(stance)))


def _grouped(found: set[Phrase], at: int = 0) -> MappingProxyType[str, tuple[Phrase, ...]]:
    groups: dict[str, list[Phrase]] = {}
    for phrase in sorted(found, key=lambda parts: (-len(parts), parts)):
        groups.setdefault(phrase[at] if at < len(phrase) else "", []).append(phrase)
    return MappingProxyType({word: tuple(listed) for word, listed in sorted(groups.items())})


def _composed(shape: str) -> Iterator[str]:
    """Yield the phrases of a shape: of an infinitive behind "to" only the base form of its verb."""
    parts = shape.split()
    options = [_options(part, base=_infinitive(parts, at)) for at, part in enumerate(parts)]
    return (" ".join(chosen) for chosen in product(*options))


def _infinitive(parts: list[str], at: int) -> bool:
    return at > 0 and parts[at - 1] != "not"


def _options(part: str, *, base: bool) -> tuple[str, ...]:
    slot = _SLOT.fullmatch(part)
    if slot is None:
        return (part,)
    listed = words("denials", slot[1])
    if base or slot[1] not in _INFLECTED:
        return tuple(sorted(listed))
    return tuple(sorted({form for phrase in listed for form in _forms(phrase)}))


def _forms(phrase: str) -> Iterator[str]:
    lemma, *rest = phrase.split()
    return (" ".join((word, *rest)) for _, word in inflected(lemma))


def plain(word: str) -> str:
    """Return "not" for a contracted negation; "wouldn't" and "won't" refuse and are words of their own."""
    return "not" if word.endswith("n't") and word not in ("wouldn't", "won't") else word


@latest
def plain_words(listed: list[str]) -> tuple[str, ...]:
    """Return the words of a unit, "not" for each contracted negation; kept, since many phrases may start in a unit."""
    return tuple(map(plain, listed))

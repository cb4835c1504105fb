"""Constructions of English as patterns: the rule shows how words stand together, the code lists say which words.

In a template `{forecast}` stands for any word of the concept `forecast` of the code list `semantic-fields`,
`{notions:account}` for one of a concept of another list, `{scales:*}` for one of a whole list, and
`{forecast|notions:account}` for one of either. `{#amount}`, `{#money}` and `{#sign}` stand for how an amount
begins (`text/sums.py`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Protocol, TypeVar

from kg.extract.rules.text.once import once
from kg.extract.rules.text.sums import amount, money, sign
from kg.lexicon.wordlists import alternation, words

Found_co = TypeVar("Found_co", covariant=True)

_FIELDS = "semantic-fields"
_ALL = "*"
_SLOT = re.compile(r"\{(#?[a-z][a-z0-9*:|_-]*)\}")
_BUILT = {"#amount": amount, "#money": money, "#sign": sign}


class _Finder(Protocol[Found_co]):
    def __call__(self, string: str, pos: int = ..., endpos: int = ..., /) -> Found_co: ...


class Construction:
    """A pattern whose words are looked up, and which is compiled, when it is first used.

    From then on `search` and the like are those of the compiled pattern itself. Raises KgError, when first used, for a
    code list or concept that does not exist.
    """

    def __init__(self, template: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._template = template
        self._flags = flags

    @once
    def compiled(self) -> re.Pattern[str]:
        """Return the pattern with its words."""
        return re.compile(filled(self._template), self._flags)

    @once
    def search(self) -> _Finder[re.Match[str] | None]:
        """Find the first place where the construction stands."""
        return self.compiled.search

    @once
    def match(self) -> _Finder[re.Match[str] | None]:
        """Read the construction where it starts right at a position."""
        return self.compiled.match

    @once
    def fullmatch(self) -> _Finder[re.Match[str] | None]:
        """Read the construction where it is all that stands between two positions."""
        return self.compiled.fullmatch

    @once
    def finditer(self) -> _Finder[Iterator[re.Match[str]]]:
        """Find all places where the construction stands."""
        return self.compiled.finditer


def filled(template: str) -> str:
    """Return the pattern that a template stands for. Raises KgError for an unknown code list or concept."""
    return _SLOT.sub(lambda slot: _BUILT[slot[1]]() if slot[1] in _BUILT else any_of(*slot[1].split("|")), template)


@cache
def any_of(*concepts: str) -> str:
    """Return a pattern for any word of these concepts, each `concept`, `list:concept` or `list:*`."""
    listed = (concept.rpartition(":") for concept in concepts)
    return alternation(
        word for scheme, _, code in listed for word in words(scheme or _FIELDS, *([] if code == _ALL else [code]))
    )

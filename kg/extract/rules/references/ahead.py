"""Possessives that refer ahead: of "In its letter to clients, Acme said ..." the letter is Acme's."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.model import Entity

_OWNING = frozenset({"its", "their"})
_FRONTED = re.compile(
    r"(?:In|On|At|With|Without|Under|After|Before|Despite|Following|Since|Upon|Through|Via|By|For|Amid|Besides)"
    r"\s(?:[a-z]+ing\s|all\s|one\sof\s)?\Z"
)
"""What opens a sentence with a thing of whom its main clause is about."""
_TO_SUBJECT = re.compile(r"\s[^,;:.!?\n“”\"]{2,80},\s")
_NAMED = frozenset({"Company", "Organization"})
_REACH = 110


def owner_ahead(pronoun: re.Match[str], sentence: int, text: str, names: Sequence[Name]) -> Entity | None:
    """Return whose a thing is that a sentence opens with: the name behind the comma; `sentence` is where it starts."""
    if pronoun[0].lower() not in _OWNING or not _FRONTED.fullmatch(text, sentence, pronoun.start()):
        return None
    index = bisect_left(names, pronoun.end(), key=lambda name: name.span.start)
    name = names[index] if index < len(names) else None
    while name is not None and not _TO_SUBJECT.fullmatch(text, pronoun.end(), name.span.start):
        index += 1
        name = names[index] if index < len(names) and names[index].span.start - pronoun.end() < _REACH else None
    return name.entity if name is not None and name.entity.kind in _NAMED else None

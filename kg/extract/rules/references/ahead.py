"""Possessives that refer ahead: of "In its letter to clients, Acme said ..." the letter is Acme's."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS
from kg.model import Entity

_OWNING = frozenset({"its", "their"})
_FRONTED = re.compile(
    r"(?:In|On|At|With|Without|Under|After|Before|Despite|Following|Since|Upon|Through|Via|By|For|Amid|Besides)"
    r"\s(?:[a-z]+ing\s|all\s|one\sof\s)?\Z"
)
"""What opens a sentence with a thing of whom its main clause is about."""
_TO_SUBJECT = re.compile(r"\s[^,;:.!?\n“”\"]{2,80},\s")
_REACH = 110


_IT = frozenset({"it"})
_SUBORDINATE = re.compile(r"(?:Since|When|After|Before|While|Although|Though|As|If|Once|Until)\s(?:[a-z]+ly\s)?\Z")


def owner_ahead(pronoun: re.Match[str], sentence: int, text: str, names: Sequence[Name]) -> Entity | None:
    """Return whom a pronoun that a sentence opens with is of: the name behind the comma; `sentence` is its start.

    "In its letter, Acme said", "Since it was founded, Acme has grown".
    """
    opens = _SUBORDINATE if pronoun[0].lower() in _IT else _FRONTED if pronoun[0].lower() in _OWNING else None
    if opens is None or not opens.fullmatch(text, sentence, pronoun.start()):
        return None
    index = bisect_left(names, pronoun.end(), key=lambda name: name.span.start)
    name = names[index] if index < len(names) else None
    while name is not None and not _TO_SUBJECT.fullmatch(text, pronoun.end(), name.span.start):
        index += 1
        name = names[index] if index < len(names) and names[index].span.start - pronoun.end() < _REACH else None
    return name.entity if name is not None and name.entity.kind in FIRMS else None

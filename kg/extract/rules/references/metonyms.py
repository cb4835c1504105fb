"""Capitals that stand for the government that sits there: "guidance from Beijing", "Washington has banned"."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon

_ACTS = Construction(r"\s(?:has|have|had|{voicing}|will|would|could|may|might|is\s\w+ing|was\s\w+ing|\w+ed|\w+ing)\b")
_OWNS = Construction(r"['’]s\s(?:[\w-]+\s){0,2}{governing}\b")
_FROM = Construction(r"\b(?:{governing}\s(?:from|by|of|in)|{decreed} by|{contending} with)\s\Z")
_PLACED = re.compile(r"\b(?:in|at|near|to|based in|from)\s\Z")
_BACK = 40


def metonyms(text: str, names: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return `names` with each capital that acts as a government replaced by that government."""
    return tuple(_government(text, name, lexicon) for name in names)


def _government(text: str, name: Name, lexicon: Lexicon) -> Name:
    governments = lexicon.related(name.entity, "seatOfGovernment") if name.entity.kind == "Place" else ()
    if len(governments) != 1:
        return name
    before = text[max(0, name.span.start - _BACK) : name.span.start]
    acts = _ACTS.match(text, name.span.end) and not _PLACED.search(before)
    if acts or _OWNS.match(text, name.span.end) or _FROM.search(before):
        return Name(name.span, governments[0], "description")
    return name

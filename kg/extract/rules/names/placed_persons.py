"""Persons whose first or last name is that of a place: "Austin Lyons, an analyst", "CEO Ann Houston"."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import verbs
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity, Span

_ROLE_BEHIND = Construction(r",\s(?:who\s|(?:[\w'’&.-]+\s){0,5}?{titles:role|titles:watching}\b)")
"""What describes a person behind the name: ", a chip analyst at Acme"."""
_ROLE_BEFORE = Construction(r"\b{titles:role|titles:watching|titles:honorific},?\s\Z", re.IGNORECASE)
_NEXT = re.compile(r"\s(?:also\s|later\s)?([a-z]+)\b(?!-)")
_FIRST = re.compile(r"\b([A-Z][a-z]+)\s\Z")
_REACH, _TWO = 40, 2
_PLACED_NAME = Construction(r"\b{placed-names:*}\s(?P<last>[A-Z][a-z]+(?:['’-][A-Z][a-z]+)?)\b")


def placed_persons(text: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """Return `known` with those persons, and without the places and companies that their names were taken for."""
    spans = _persons(text, known) if any(map(text.__contains__, words("placed-names"))) else []
    spans += [span for name in known if (span := _surnamed(name, text)) is not None]
    found = [one for span in spans for one in _mentions(span, text)]
    kept = [name for name in known if not any(name.span.overlaps(one.span) for one in found)]
    return tuple(sorted((*kept, *found), key=lambda name: name.span.start)) if found else tuple(known)


def _mentions(span: Span, text: str) -> list[Name]:
    """Return the mention at `span`, and those by the last name alone behind it: "Lyons", which may be a place too."""
    person = Entity(span.of(text), "Person")
    first, surname = person.name.split()
    last = re.compile(rf"\b(?:{first}\s)?{re.escape(surname)}\b(?!\s[A-Z])")
    again = [Span(*one.span()) for one in last.finditer(text, span.end)]
    return [Name(one, person, "unknown") for one in (span, *again)]


def _persons(text: str, known: Sequence[Name]) -> list[Span]:
    spans = [Span(*found.span()) for found in _PLACED_NAME.finditer(text) if _is_person(found, text)]
    longer = [name.span for name in known]
    return [span for span in spans if not any(one.covers(span) for one in longer)]


def _surnamed(name: Name, text: str) -> Span | None:
    """Return the person whose last name is taken for a place: an office stands before a first name and it."""
    start = name.span.start
    if name.entity.kind != "Place" or not text.endswith(" ", 0, start) or not text[start - 2 : start - 1].islower():
        return None
    first = _FIRST.search(text, max(0, start - _REACH), start)
    if first is None or not _ROLE_BEFORE.search(text, max(0, first.start() - _REACH), first.start()):
        return None
    whole = Span(first.start(), name.span.end)
    return whole if len(whole.of(text).split()) == _TWO and first[1] not in words("capitals") else None


def _is_person(found: re.Match[str], text: str) -> bool:
    """Tell whether the words around say so: an office, or a verb of saying behind what is no noun for bodies."""
    last = found["last"]
    if last in words("capitals") or last in words("titles") or last in words("name-heads"):
        return False
    if last.lower() in concept_of("bodies") or last.lower() in concept_of("nouns"):
        return False
    if _ROLE_BEHIND.match(text, found.end()) or _ROLE_BEFORE.search(
        text, max(0, found.start() - _REACH), found.start()
    ):
        return True
    behind = None if last.endswith("s") else _NEXT.match(text, found.end())  # "Houston Rockets said"
    cue = verbs().get(behind[1]) if behind else None
    return cue is not None and "clause" in cue.frames and not cue.forms.isdisjoint(("past", "third"))

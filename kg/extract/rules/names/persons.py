"""Persons named by a part of their name: "Rasgon" behind the full name, Ann Lee of "the siblings Ann and Tom Lee"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.text.cues import verbs
from kg.lexicon.wordlists import words
from kg.model import Entity, Span

_GIVEN_AND_LAST = 2
_AND = " and "
_KIN_AND_GIVEN = 2
_LONGEST_KIN = 16
_VERB = re.compile(r"\s([a-z]+)\b")


def surnames(known: Sequence[Name], found: Sequence[Stretch], text: str) -> tuple[Name, ...]:
    """Return the stretches that are a part of one person's full name: the surname behind the full name's first mention.

    With an honorific, or where they say something ("Rasgon sees ..." in a headline), the full name may come later, and
    behind an honorific the family name may be its first word ("Mr Liang" for Liang Wenfeng). A surname that two persons
    of the text share names neither.
    """
    people = [name for name in known if name.entity.kind == "Person" and " " in name.entity.name]
    last = _one_each((name.entity.name.split()[-1], name.entity) for name in people)
    first = _one_each((name.entity.name.split()[0], name.entity) for name in people)
    since: dict[Entity, int] = {}
    for name in people:
        since.setdefault(name.entity, name.span.start)
    resolved = []
    for stretch in found:
        polite = stretch.title in words("titles", "honorific")
        person = last.get(stretch.text) or (first.get(stretch.text) if polite else None)
        if person and (polite or stretch.span.start > since[person] or _says(stretch, text)):
            resolved.append(Name(stretch.span, person, "name" if person.slug else "unknown"))
    return tuple(resolved)


def _says(stretch: Stretch, text: str) -> bool:
    """Tell whether a verb of saying follows, whose subject it is: "Rasgon said"."""
    behind = _VERB.match(text, stretch.span.end)
    cue = verbs().get(behind[1]) if behind else None
    return cue is not None and "clause" in cue.frames and not cue.forms.isdisjoint(("past", "third"))


def _one_each(pairs: Iterable[tuple[str, Entity]]) -> Mapping[str, Entity]:
    found: dict[str, set[Entity]] = {}
    for word, entity in pairs:
        found.setdefault(word, set()).add(entity)
    return {word: next(iter(entities)) for word, entities in found.items() if len(entities) == 1}


def siblings(people: Sequence[Name], found: Sequence[Stretch], text: str) -> tuple[Name, ...]:
    """Return those who share a surname, and who is joined to them: both of "the siblings Ann and Tom Lee".

    A word for their kinship stands before them, or opens the stretch with its capital.
    """
    known = {name.span.start: name for name in people if name.entity.kind == "Person" and " " in name.entity.name}
    full = {one.span.start: one for one in found if len(one.tokens) == _GIVEN_AND_LAST and personal(one.tokens)}
    resolved = []
    for stretch in found:
        end, start = stretch.span.end, stretch.span.end + len(_AND)
        if not text.startswith(_AND, end) or not (start in known or start in full) or not _of_kin(stretch, text):
            continue
        other = known.get(start) or Name(full[start].span, Entity(full[start].text, "Person"), "unknown")
        given = stretch.tokens[-1]
        called = Entity(f"{given} {other.entity.name.split()[-1]}", "Person")
        same = next((name.entity for name in people if name.entity.name == called.name), called)
        resolved += [Name(Span(end - len(given), end), same, "name" if same.slug else "unknown"), other]
    return tuple(resolved)


def _of_kin(stretch: Stretch, text: str) -> bool:
    """Tell whether a given name stands behind a word for kinship, of the stretch itself or right before it."""
    if len(stretch.tokens) > _KIN_AND_GIVEN:
        return False
    ahead = text[max(0, stretch.span.start - _LONGEST_KIN) : stretch.span.start].rstrip()
    before = ahead if len(stretch.tokens) == 1 else stretch.tokens[0]
    return before.rpartition(" ")[2].lower() in words("neighbours", "kin")

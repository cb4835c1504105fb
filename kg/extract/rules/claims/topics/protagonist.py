"""Whom a text says at its start it is about."""

from collections import Counter

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.forecasters import foretells
from kg.lexicon.names import registry
from kg.model import Entity

_OPENING = 20
_OPENING_SENTENCES, _LEAD = 6, 3
"""Among so many names and sentences at its start a text says whom it is about."""


def protagonist(read: Annotated) -> Entity | None:
    """Return the company that the text names first: whom it is about until it says otherwise.

    One that the registry lacks stands in the headline or the first sentences, and is named again. A bank that foresees
    what others do is none. Where the prose opens with another, which is named more often, a headline has only held
    it against the first ("Widget maker cuts jobs to fend off Beta"; "Acme said ...").
    """
    first = _first(read)
    return _opening_prose(first, read) or first if first else None


def _first(read: Annotated) -> Entity | None:
    end = read.sentences[:_OPENING_SENTENCES][-1].span.end if read.sentences else 0
    lead = read.sentences[:_LEAD][-1].span.end if read.sentences else 0
    companies = (name for name in read.names[:_OPENING] if name.entity.kind == "Company" and name.span.end <= end)
    for name in companies:
        if foretells(name, read.text):
            continue
        called = name.how == "description" and _in_headline(name, read)  # "Widget maker to cut 900 jobs"
        if called or name.how in ("name", "misspelling") or (name.how == "unknown" and _leads(name, lead, read)):
            return name.entity
    return None


def _opening_prose(first: Entity, read: Annotated) -> Entity | None:
    """Return the company that the first sentence of the prose opens with, where it is named more often than `first`."""
    prose = next(
        (one.span for one in read.sentences if not one.headline and one.span.start >= read.document.body), None
    )
    named = next((name for name in read.names if prose and name.span.start == prose.start), None)
    if named is None or named.how != "name" or named.entity.kind != "Company" or foretells(named, read.text):
        return None
    if first in registry().related(named.entity, "parentOf"):
        return None
    count = Counter(name.entity for name in read.names if name.how == "name")
    return named.entity if count[named.entity] > count[first] else None


def _in_headline(name: Name, read: Annotated) -> bool:
    title = read.sentences[0] if read.sentences else None
    return title is not None and title.headline and title.span.covers(name.span)


def _leads(name: Name, lead: int, read: Annotated) -> bool:
    again = any(one.entity == name.entity and one.how == "unknown" and one is not name for one in read.names)
    return name.span.end <= lead and again and not stands_by(name.entity, read)

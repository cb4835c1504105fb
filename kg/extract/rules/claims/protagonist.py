"""Whom a text says at its start it is about."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.forecasters import foretells
from kg.model import Entity

_OPENING = 20
_OPENING_SENTENCES, _LEAD = 6, 3
"""Among so many names and sentences at its start a text says whom it is about."""


def protagonist(read: Annotated) -> Entity | None:
    """Return the company that the text names first: whom it is about until it says otherwise.

    One that the registry lacks stands in the headline or the first sentences, and is named again. A bank that foresees
    what others do is none.
    """
    end = read.sentences[:_OPENING_SENTENCES][-1].span.end if read.sentences else 0
    lead = read.sentences[:_LEAD][-1].span.end if read.sentences else 0
    companies = (name for name in read.names[:_OPENING] if name.entity.kind == "Company" and name.span.end <= end)
    for name in companies:
        if foretells(name, read.text):
            continue
        if name.how in ("name", "misspelling") or (name.how == "unknown" and _leads(name, lead, read)):
            return name.entity
    return None


def _leads(name: Name, lead: int, read: Annotated) -> bool:
    again = any(one.entity == name.entity and one.how == "unknown" and one is not name for one in read.names)
    return name.span.end <= lead and again and not stands_by(name.entity, read)

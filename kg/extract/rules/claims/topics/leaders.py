"""Who opens the sentences right before as their subject: a sentence without one of its own goes on about it."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.references.backers import backs
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.candidates import LIKENED
from kg.extract.rules.subjects.roles import SUBJECT, role
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction

LEADER = "leader"
"""The rule for a subject that a sentence before opens with."""
_BACK = 3
"""How many sentences back the opening of a sentence is looked at."""
_ALONE = re.compile(r"\s?[?:.]\s*")
"""A name that is a sentence: "Acme? $9 billion"."""


_FARES = Construction(
    r"['’]s?\s(?:(?!(?:and|or|of)\b)[a-z-]+\s){0,3}?{faring|result-of-part}\s(?:(?:in|for|at|on|over|during)\s[^,;:.]{2,40}?\s)?"
    r"(?:(?:{grammar:adverb}|[a-z]+ly|has|have|had|is|are)\s){0,2}(?:was|were|is|are|been|{fared})\b(?!\s(?:the|its|an?|their|[a-z]{4,}(?<!s)s)\b)"
)
"""What tells how a company fares: "Acme's trading varied by region"."""


def leader(index: int, last: int, kinds: tuple[str, ...], read: Annotated) -> Chosen | None:
    """Return the nearest company that opens a sentence of the paragraph between the sentences `last` and `index`."""
    for before in range(index - 1, max(last, index - 1 - _BACK), -1):
        if read.sentences[before].paragraph != read.sentences[index].paragraph:
            return None
        if found := _opening(before, kinds, read):
            return found
    return None


def _opening(index: int, kinds: tuple[str, ...], read: Annotated) -> Chosen | None:
    """Return the company that opens a sentence as its subject, unless it only reports what others do."""
    sentence = read.sentences[index]
    if sentence.headline:
        return None
    sources = [act.source for act in read.acts_at(index) if act.source]
    named = read.within(read.names, sentence.span)
    for name in named:
        if name.entity.kind != "Company" or (kinds and name.entity.kind not in kinds):
            continue
        if LIKENED.fullmatch(read.text, sentence.span.start, name.span.start):
            continue
        if _in_relation(name, named) or backs(read.text, name.span.start, name.span.end):
            return None
        speaks = any(source.overlaps(name.span) for source in sources)
        of_itself = speaks and any(one.how == "pronoun" and one.entity == name.entity for one in named)
        alone = _ALONE.fullmatch(read.text, name.span.end, sentence.span.end) and name.span.start == sentence.span.start
        fares = name.span.start == sentence.span.start and _FARES.match(read.text, name.span.end)
        leads = fares or of_itself or alone or role(read.text, name, sentence.span.start, sentence.span.end) == SUBJECT
        said = speaks and not of_itself
        return (
            Chosen(name.entity, LEADER, name.span) if leads and not said and not stands_by(name.entity, read) else None
        )
    return None


def _in_relation(leading: Name, named: Sequence[Name]) -> bool:
    """Tell whether a sentence refers back to another than who leads it: "Beta has outspent it", "Beta, its rival"."""
    back = (one for one in named if one.how == "pronoun" and one.entity.kind == "Company")
    first = next((one for one in back if one.span.start > leading.span.end), None)
    return first is not None and all(one.entity != first.entity for one in named if one.span.end < first.span.start)

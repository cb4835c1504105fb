"""Clauses whose subject is the one part of a company that a text is about: "The unit was valued at $3 billion"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.references.cast import cast
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_VERB = r"(?:{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|[a-z]{3,}ed)\b"
_THE_UNIT = Construction(
    r"(?:\A|[.;:,\n]\s|\b(?:{giving-value}|that)\s)(?i:the)\s{neighbours:part}\s(?:at\s(?:[a-z]+\s){0,2}\Z|(?!that\b)"
    + _VERB
    + r")"
)
_UNIT_REACH = 90


def of_the_unit(case: Case, read: Annotated) -> Chosen | None:
    """Return the only part of a company that the text names where "the unit" is what the figure's clause is about."""
    start, end = max(case.sentence.start, case.figure.span.start - _UNIT_REACH), case.figure.span.start
    parts, lead = cast(read.text, read.names).parts, read.text[start:end]
    if len(parts) != 1 or "he " not in lead:
        return None
    found = _THE_UNIT.search(lead)
    if found is None or any(
        name.entity.kind == "Company" for name in read.within(read.names, Span(start + found.start(), end))
    ):
        return None
    ahead = any(name.entity in parts for name in read.within(read.names, Span(0, start)))
    whole = Span(start + found.start(), start + found.end())
    return Chosen(next(iter(parts)), "the-unit", whole) if ahead else None

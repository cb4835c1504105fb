"""The only company that a sentence names or refers to, where nothing else tells whom a figure is about."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.measures.given_to import GIVEN_TO
from kg.extract.rules.names.bodies import COMMERCIAL
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.subject_roles import UNKNOWN, Chosen
from kg.lexicon.wordlists import words
from kg.model import Span

_REFERRING = frozenset({"description", "pronoun"})
_OF_WHOLE = (" of ", " of the ")


def only_company(case: Case, read: Annotated) -> Chosen:
    """Return the one company that a sentence names where nothing else tells, unless it only says the figure."""
    said = [act.source for act in case.acts if act.source]
    named = [name for name in read.within(read.names, case.sentence) if name.entity.kind == "Company"]
    named = [name for name in named if not any(span.overlaps(name.span) for span in said)]
    named = [name for name in named if not stands_by(name.entity, read) and not _sells(name.span, case)]
    named = [name for name in named if not _is_whole(name.span, case, read.text)]
    fits = "Company" in case.facts.get("subjectKind", ("Company",))
    one = {name.entity for name in named}
    return Chosen(named[0].entity, "only-company", named[0].span) if fits and len(one) == 1 else UNKNOWN


def _sells(name: Span, case: Case) -> bool:
    """Tell whether a name stands before the thing that money goes to: "some $9bn was spent on Acme's chips"."""
    reading = case.carried.reading
    if reading.rule != GIVEN_TO or reading.span is None:
        return False
    return case.figure.span.end <= name.start and name.end <= reading.span.start


def referred_to(case: Case, read: Annotated) -> Chosen | None:
    """Return the company that a sentence refers to by its trade, and names no other: "It will save the bank $2bn"."""
    said = [act.source for act in case.acts if act.source]
    here = [name for name in read.within(read.names, case.sentence) if name.entity.kind in COMMERCIAL]
    here = [name for name in here if not any(span.overlaps(name.span) for span in said)]
    meant = len({name.entity for name in here}) == 1 and all(name.how in _REFERRING for name in here)
    vague = words("semantic-fields", "any-company")
    told = [name for name in here if name.how == "description" and name.span.of(read.fold).split()[-1] not in vague]
    fits = "Company" in case.facts.get("subjectKind", ("Company",)) and told and told[0].entity.kind == "Company"
    return Chosen(told[0].entity, "referred-to", told[0].span) if meant and fits else None


def _is_whole(name: Span, case: Case, text: str) -> bool:
    """Tell whether somebody else holds a part of whom a name is: "who owns 9% of Acme"."""
    return "holder" in case.facts.get("subjectRole", ()) and text[case.figure.span.end : name.start] in _OF_WHOLE

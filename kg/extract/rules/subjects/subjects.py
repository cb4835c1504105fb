"""Whom a figure is about: the name that the sentence's grammar makes its subject, else the one the text has been about.

Constructions are tried from the surest to the least sure; each is a rule whose name goes into the evidence.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.references.backers import backing
from kg.extract.rules.references.watchers import lends
from kg.extract.rules.subjects import roles
from kg.extract.rules.subjects.apart import set_apart, taken_on
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.candidates import CONTRAST, SURE, ranked
from kg.extract.rules.subjects.fitting import fits, for_kinds
from kg.extract.rules.subjects.forecasters import foresees
from kg.extract.rules.subjects.openings import ahead
from kg.extract.rules.subjects.parallels import place_in_step, respective
from kg.extract.rules.subjects.several import SEVERAL, several
from kg.extract.rules.subjects.speakers import acts_itself, shows_its_own, speaks, tells_of_itself
from kg.extract.rules.subjects.subject_roles import UNKNOWN, Chosen, by_role
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.extract.rules.text.tail import window
from kg.model import Entity, Span

RESPECTIVE = "respective"
"""The rule for a name that stands where the figure stands in another list."""
ROUND_ROLES = frozenset({"funded", "valued"})
"""Roles of whom a round is for, which those who only put money in have not."""
_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_PUTTING_IN = Construction(r"\b{putting-in}\s(?:[a-z]+\s){0,3}\Z")
_BESIDE_OTHERS = (" by ", " from ", " with ", " alongside ", " including ", " and ", " like ", " as ")
"""What stands before another who puts money in too."""


def subject(figure: Figure, sentence: Span, measure: str, read: Annotated, sources: Sequence[Span]) -> Chosen:
    """Return whom `figure` is about as its own sentence tells; `sources` are the spans of those who only report it."""
    known = facts(measure)
    here = [name for name in _standing(sentence, read) if not figure.span.overlaps(name.span)]
    here = [name for name in here if not foresees(name, known, read)]
    if taken := taken_on(figure.span, sentence, read.text):
        here = [name for name in here if not taken.covers(name.span)]
    givers = _giving(figure, sentence, here, read) if not ROUND_ROLES.isdisjoint(known.get("subjectRole", ())) else ()
    here = [name for name in here if name.entity not in givers]
    if givers and (backed := _backed(here, read.text)):
        return backed
    if counted := _counted(figure, known, read) or _in_step(figure, here, read) or _of_several(figure, sentence, read):
        return counted
    names = [name for name in here if not stands_by(name.entity, read) or acts_itself(name, read)]
    speaking = [name for name in names if any(name.span.overlaps(span) for span in sources)]
    kinds = frozenset(known.get("subjectKind", ()))
    for role in known.get("subjectRole", ()):
        if wanted := by_role(role, figure, names, read):
            return wanted
    own = [name for name in names if name not in speaking or shows_its_own(name, figure, read)]
    if opened := ahead(figure, sentence, names, read):
        return opened
    silent = _of_own_clause(figure, _outside(figure, sentence, own, names, read), speaking, read)
    ahead_of = [name for name in speaking if tells_of_itself(name) and name.span.end <= figure.span.start]
    told = _outside(figure, sentence, ahead_of, names, read) or ahead_of
    told = [name for name in told if speaks(name, read)] or told
    if "holder" in known.get("subjectRole", ()):
        silent = [
            name
            for name in silent
            if name.span.end <= figure.span.start or _BY.search(read.text, *window(name.span.start))
        ]
    also = frozenset(known.get("subjectAlso", ()))
    listed = [
        found
        for found in ranked(figure, sentence, silent, told, read)
        if fits(found[0], kinds, read) or _acts_as(found, also, speaking, read.text)
    ]
    if listed:
        return for_kinds(_preferred(listed, frozenset(known.get("subjectPreferred", ())), read), kinds, read)
    return UNKNOWN


def _acts_as(found: tuple[Name, str], also: frozenset[str], speaking: Sequence[Name], text: str) -> bool:
    """Tell whether one of a kind that mostly has no figures acts in the clause: "Ann Lee owns 9% of Acme"."""
    name, rule = found
    if rule != roles.SUBJECT or name.entity.kind not in also or name in speaking:
        return False
    return text.startswith((" who ", ", who "), name.span.end) or roles.followed_by_verb(text, name.span.end, len(text))


@latest
def _standing(sentence: Span, read: Annotated) -> tuple[Name, ...]:
    """Return the names that are parts of the clauses of a sentence; kept, since each of its figures asks for them."""
    return tuple([name for name in read.within(read.names, sentence) if not set_apart(name, read)])


def _giving(figure: Figure, sentence: Span, names: Sequence[Name], read: Annotated) -> Collection[Entity]:
    """Return those who only put money in, unless the figure is what one of them puts in."""
    shared = _PUTTING_IN.search(read.text, sentence.start, figure.span.start)
    return () if shared else backing(names, read.text)


def _backed(names: Sequence[Name], text: str) -> Chosen | None:
    """Return the only other company of a sentence about those who put money in: "Beta led a round that values Acme"."""
    firms = [name for name in names if name.entity.kind == "Company"]
    one = len({name.entity for name in firms}) == 1 and not text.endswith(_BESIDE_OTHERS, 0, firms[0].span.start)
    return Chosen(firms[0].entity, "backed", firms[0].span) if one else None


def _preferred(listed: Sequence[tuple[Name, str]], kinds: frozenset[str], read: Annotated) -> tuple[Name, str]:
    """Return the surest name, or the surest of the kinds that the measure mostly has (users are a product's).

    What another clause is about does not count: "WeChat has 90 users, while Acme has 40".
    """
    name, rule = listed[0]
    if rule in SURE or (name.how == "group" and "Company" in kinds):
        return listed[0]
    fitting = (found for found in listed if found[0].entity.kind in kinds)
    best = next(fitting, listed[0])
    apart = CONTRAST.search(read.text, best[0].span.end, name.span.start)
    return listed[0] if rule in (roles.SUBJECT, roles.POSSESSOR) and apart else best


def _outside(
    figure: Figure, sentence: Span, names: Sequence[Name], every: Sequence[Name], read: Annotated
) -> Sequence[Name]:
    """Return those of `names` that are in no aside before the figure; an aside has a name of `every` before it."""
    for aside in asides(sentence, figure.span, read.text):
        if any(name.span.end <= aside.start for name in every):
            names = [name for name in names if not aside.covers(name.span)]
    return names


def _of_own_clause(figure: Figure, silent: Sequence[Name], speaking: Sequence[Name], read: Annotated) -> Sequence[Name]:
    """Return those of `silent` that no clause of one who foresees the figure of itself parts from the figure.

    "Acme's profit will fall by 9%, while Beta sees a drop of 4%": the 4% is not Acme's.
    """
    ahead = [name for name in speaking if name.span.end <= figure.span.start and name.entity.kind == "Company"]
    for name in ahead[-1:]:
        if speaks(name, read) and not lends(name.entity):
            return [one for one in silent if not CONTRAST.search(read.text, one.span.end, name.span.start)]
    return silent


def _counted(figure: Figure, known: Mapping[str, tuple[str, ...]], read: Annotated) -> Chosen | None:
    """Return those counted where the measure is about them: "20 experts signed"."""
    if "true" not in known.get("subjectCounted", ()) or figure.noun is None:
        return None
    return Chosen(Entity(figure.noun.of(read.text), "Organization"), "counted", figure.noun)


def _in_step(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    pair = respective(figure, names, read)
    return Chosen(pair.entity, RESPECTIVE, pair.span) if pair else None


def _of_several(figure: Figure, sentence: Span, read: Annotated) -> Chosen | None:
    """Return the first of those whom "the two companies" stands for, or the one in step with the figure."""
    found = several(figure, sentence, read)
    if found is None:
        return None
    phrase, names = found
    place = place_in_step(figure, sentence, len(names), read)
    return Chosen(names[place or 0].entity, RESPECTIVE if place is not None else SEVERAL, phrase)

"""Whom a figure is about: the name that the sentence's grammar makes its subject, else the one the text has been about.

Constructions are tried from the surest to the least sure; each is a rule whose name goes into the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.rules import roles
from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measure_terms import facts
from kg.lexicon import codes
from kg.lexicon.names import registry
from kg.model import Entity, Span

_BESIDE = "beside"
_SURE = frozenset({_BESIDE, "apposition", "owner-behind", roles.AGENT})
_NEVER = frozenset({"Place", "Regulation", "Person", "Outlet"})
_ADJACENT = re.compile(
    r"(?:['’]s?)?\s+(?:(?:own|total|planned|reported|proposed|estimated|annual|massive|huge|whopping|some)\s+)?\Z"
)
_TO_FIGURE = re.compile(
    r"\s+(?:(?:was |were |is |are )?(?:up|down|off|at|worth|gained|lost|added|fell|rose)\s+)(?:by\s+)?\Z"
)
_APPOSED = re.compile(r"\s*(?:,|—|–|\s-)\s*(?:the|a|an|its|their|which is a|which is the)\s+(?:[\w-]+\s+){0,2}\Z")
_OF = re.compile(r"\s+of\s+(?:the\s+|all\s+)?\Z")
_JOINED = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|&)\s+(?:the\s+)?")
_ONE = re.compile(r"(?:(?P<sign>[^\s\d(]{1,4})1|\b1\s(?P<word>[a-z ]+?))\s*=\s*\Z")
_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_FOR = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}(?:of|for|at|in|from|by)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}\Z")
_IN_STAKE = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}(?:in|of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The subject of a figure, the rule that found it and where it stands; an entity of None is not known."""

    entity: Entity | None
    rule: str
    span: Span | None = None


UNKNOWN = Chosen(None, "unknown-subject")


def subject(figure: Figure, sentence: Span, measure: str, read: Annotated, sources: Sequence[Span]) -> Chosen:
    """Return whom `figure` is about as its own sentence tells; `sources` are the spans of those who only report it."""
    known = facts(measure)
    if "true" in known.get("subjectCounted", ()) and figure.noun:
        return Chosen(Entity(figure.noun.of(read.text), "Organization"), "counted", figure.noun)
    names = [name for name in read.within(read.names, sentence) if not figure.span.overlaps(name.span)]
    speaking = [name for name in names if any(name.span.overlaps(span) for span in sources)]
    kinds = frozenset(known.get("subjectKind", ()))
    if "currency" in known.get("subjectRole", ()) and (priced := _currency(figure, read)):
        return priced
    if "patient" in known.get("subjectRole", ()) and (hit := _patient(figure, names, read.text)):
        return hit
    if "held" in known.get("subjectRole", ()) and (held := _held(figure, names, read)):
        return held
    silent = [name for name in names if name not in speaking]
    told = [name for name in speaking if name.entity.kind == "Company" and name.span.end <= figure.span.start]
    if "holder" in known.get("subjectRole", ()):
        silent = [
            name for name in silent if name.span.end <= figure.span.start or _BY.search(read.text, 0, name.span.start)
        ]
    ranked = [found for found in _ranked(figure, sentence, silent, told, read) if _fits(found[0], kinds)]
    if ranked:
        return _for_kinds(_preferred(ranked, frozenset(known.get("subjectPreferred", ()))), kinds)
    return UNKNOWN


def _preferred(ranked: Sequence[tuple[Name, str]], kinds: frozenset[str]) -> tuple[Name, str]:
    """Return the surest name, or the surest of the kinds that the measure mostly has (users are a product's)."""
    if ranked[0][1] in _SURE:
        return ranked[0]
    return next((found for found in ranked if found[0].entity.kind in kinds), ranked[0])


def _currency(figure: Figure, read: Annotated) -> Chosen | None:
    """Return the currency that an exchange rate prices: US dollar of "($1 = 0.92 euros)"."""
    found = _ONE.search(read.text, max(0, figure.span.start - 20), figure.span.start)
    for concept in codes.scheme("currencies").values() if found else ():
        named = (*concept.words, *concept.facts.get("sign", ()), concept.code)
        if found and (found["sign"] or found["word"]) in named:
            return Chosen(Entity(concept.label, "Currency"), "exchange", Span(*found.span()))
    return None


def _patient(figure: Figure, names: Sequence[Name], text: str) -> Chosen | None:
    """Return who is made to pay: Acme of "fined Acme $2 million"."""
    for name in names:
        beside = name.span.end <= figure.span.start and not text[name.span.end : figure.span.start].strip()
        if beside and name.entity.kind not in _NEVER:
            return Chosen(name.entity, "patient", name.span)
    return None


def _held(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    for name in names:
        if name.span.start > figure.span.end and _IN_STAKE.fullmatch(read.text, figure.span.end, name.span.start):
            return Chosen(name.entity, "held", name.span)
    return None


def _fits(name: Name, kinds: frozenset[str]) -> bool:
    if kinds:
        return name.entity.kind in kinds or bool(_owners(name.entity, kinds))
    return name.entity.kind not in _NEVER


def _for_kinds(found: tuple[Name, str], kinds: frozenset[str]) -> Chosen:
    name, rule = found
    if kinds and name.entity.kind not in kinds:
        return Chosen(_owners(name.entity, kinds)[0], f"{rule}-owner", name.span)
    return Chosen(name.entity, rule, name.span)


def _owners(entity: Entity, kinds: frozenset[str]) -> tuple[Entity, ...]:
    """Return who makes or owns a product, where those are of the kinds wanted."""
    known = registry()
    found = (*known.having("makes", entity), *known.having("parentOf", entity))
    return tuple(owner for owner in found if owner.kind in kinds)


def _ranked(
    figure: Figure, sentence: Span, names: Sequence[Name], speakers: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the names of the sentence that may be the subject, the surest construction first."""
    before = [name for name in names if name.span.end <= figure.span.start]
    behind = [name for name in names if name.span.start >= figure.span.end]
    played = _played(names, sentence, read.text)
    yield from _beside(figure, before, read)
    yield from _owner_behind(figure, before, behind, played, read)
    if not any(played[name] == roles.SUBJECT for name in before):
        yield from _agents(figure, behind, played, read)
    yield from ((name, played[name]) for name in _governing(before, played))
    yield from ((name, roles.OBJECT) for name in reversed(before) if played[name] == roles.OBJECT)
    yield from ((name, "behind") for name in behind[:1] if _FOR.fullmatch(read.text, figure.span.end, name.span.start))
    yield from ((name, "speaker") for name in reversed(speakers))
    yield from (
        (name, played[name]) for name in reversed(before) if played[name] in (roles.MODIFIER, roles.OWNER_OF_OBJECT)
    )


def _played(names: Sequence[Name], sentence: Span, text: str) -> dict[Name, str]:
    """Return the role of each name; joined names ("Acme and Beta") share one."""
    found = {name: roles.role(text, name, sentence.start, sentence.end) for name in names}
    for first, second in pairwise(names):
        if not _JOINED.fullmatch(text, first.span.end, second.span.start):
            continue
        if found[first] in (roles.OTHER, roles.OBJECT, roles.AGENT):
            found[second] = found[first]
        elif found[second] == roles.SUBJECT:
            found[first] = roles.SUBJECT
    return found


def _beside(figure: Figure, before: Sequence[Name], read: Annotated) -> Iterator[tuple[Name, str]]:
    """Yield the name right before the figure: "Acme's $3 billion", "Acme down 4%", "Acme, the $3 billion project"."""
    if not before:
        return
    name, start = before[-1], figure.span.start
    gap = (name.span.end, start)
    if (read.text[gap[0] : gap[0] + 1] in ("'", "’") and _ADJACENT.fullmatch(read.text, *gap)) or _TO_FIGURE.fullmatch(
        read.text, *gap
    ):
        yield name, _BESIDE
    elif _APPOSED.fullmatch(read.text, *gap):
        yield name, "apposition"


def _owner_behind(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield Acme of "60% of Acme's orders"."""
    if any(played[name] == roles.SUBJECT for name in before):
        return
    for name in behind[:1]:
        owner = played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and name.how != "pronoun"
        if owner and _OF.fullmatch(read.text, figure.span.end, name.span.start):
            yield name, "owner-behind"


def _agents(
    figure: Figure, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    for name in behind:
        if played[name] == roles.AGENT:
            between = Span(figure.span.end, name.span.start)
            if not read.within(read.figures, between) and "," not in between.of(read.text):
                yield name, roles.AGENT


def _governing(before: Sequence[Name], played: dict[Name, str]) -> Iterator[Name]:
    """Yield subjects and possessors before the figure, the nearest first; of joined subjects the first."""
    for name in reversed(before):
        if played[name] in (roles.SUBJECT, roles.POSSESSOR):
            yield name

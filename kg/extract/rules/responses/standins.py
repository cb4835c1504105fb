"""Who answers where the phrase holds no name that is known: "a spokesperson", "the food chain", a bare "Verdell"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.spokespeople import BODIES, main_body
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

NEAR = 500
"""Characters that "both companies" and "a spokesperson" may look back."""
_TWO = 2
_LONGEST = 5
"""Words of a name that only its answer tells."""
_OPENS = re.compile(r"(?:\A|\n|[.!?]\s)[\"“]?(?:(?:The|But|And|However,)\s)?\Z")
_ENDS = re.compile(r"[.!?][\"”]?\s|\n\n")
_CAPITALS = re.compile(
    r"(?:[Tt]he\s)?((?:[^\W\d_a-z][\w&’'.-]*)(?:\s(?:of\s|for\s|and\s|&\s)?[^\W\d_a-z][\w&’'.-]*)*)\Z"
)
_OFFICIAL = frozenset(("commission", "ministry"))
_RELATIVE = re.compile(r",\s(?:which|who|whose|an?|the)\s")
_INSIDE = re.compile(r"(?<=\s)[^\W\d_a-z][\w&’.-]*(?:\s[^\W\d_a-z][\w&’.-]*)*")
_JOINED = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")
_SIGNS = "\"“”'‘’ ,"


def spoken_of(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body that the words before a phrase name.

    Of several it is that which opens the sentence, that which the text is about, or, where the phrase says that it is a
    body ("a company spokesman"), which opens the sentence before.
    """
    low = bisect_left(speakers.starts, phrase.start - NEAR)
    high = bisect_left(speakers.starts, phrase.start)
    before = [name for name in speakers.names[low:high] if name.entity.kind in BODIES]
    bodies = dict.fromkeys(name.entity for name in before)
    if len(bodies) < _TWO:
        return tuple(bodies)
    opening = [name for name in before if _OPENS.search(speakers.text, 0, name.span.start)]
    last = opening[-1] if opening else None
    passed = len(_ENDS.findall(speakers.text, last.span.end, phrase.start)) if last else _TWO
    main = main_body([name for name in speakers.names[:high] if name.entity.kind in BODIES]) if passed else None
    reach = _TWO if _bodily().search(phrase.of(speakers.text)) else 1
    if main or last is None or passed >= reach:
        return (main,) if main else ()
    return (last.entity,)


def described(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body that "the company" or "the food chain" stands for, where its noun is one for bodies."""
    return spoken_of(speakers, phrase) if _description().fullmatch(_alone(speakers.text, phrase)) else ()


def stranger(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body, or the person with an office, that a phrase all in capitals names: what answers is somebody.

    One word at the start of a sentence has a capital of its own only where the text prints it elsewhere, or in
    capitals; what the text names as a part of somebody's name is left alone.
    """
    found = _CAPITALS.fullmatch(_alone(speakers.text, phrase))
    if found is None or speakers.named(Span(phrase.start, phrase.start + found.end())):
        return ()
    parts = found[1].split()
    office = _office(parts)
    parts = parts[office:]
    if len(parts) > _LONGEST or not _idle().isdisjoint(parts) or " ".join(parts).lower() in concept_of("nouns"):
        return ()
    if len(parts) == 1 and not _own_capital(speakers.text, parts[0]):
        return ()
    name = " ".join(parts)
    if _surname(speakers.text, name):
        return ()
    return (Entity(name, "Person"),) if office else (_known_as(speakers, name),)


def titled(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the person whom a phrase names behind an office: "Acme's managing director, Ann Lee"."""
    found = _IN_OFFICE.search(phrase.of(speakers.text).rstrip(" ,"))
    if found is None or not _idle().isdisjoint(found[1].split()):
        return ()
    start = phrase.start + found.start(1)
    return () if speakers.named(Span(start, start + len(found[1]))) else (Entity(found[1], "Person"),)


def represented(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the bodies without a known name that a phrase says somebody speaks for: "a spokesman for Verdell"."""
    wording = phrase.of(speakers.text)
    found = [match for match in _INSIDE.finditer(wording) if _idle().isdisjoint(match[0].split())]
    if any(name.entity.kind == "Person" for name in speakers.named(phrase)):
        return ()
    last = 0
    listed: list[Entity] = []
    for match in found:
        if listed and _JOINED.fullmatch(wording, last, match.start()) is None:
            break
        listed.append(_known_as(speakers, match[0]))
        last = match.end()
    return tuple(dict.fromkeys(listed))


def joined(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return all of a list of names of which one at least is known: "Acme and Verdell", () for any other phrase."""
    wording = _alone(speakers.text, phrase)
    start = phrase.start + phrase.of(speakers.text).index(wording)
    if lead := _VOICED_LEAD.match(wording):
        wording, start = wording[lead.end() :], start + lead.end()
    edges = [(match.start(), match.end()) for match in _JOINED.finditer(wording)]
    parts = list(zip([0, *(end for _, end in edges)], [*(begin for begin, _ in edges), len(wording)], strict=True))
    found = [_part(speakers, Span(start + first, start + last)) for first, last in parts if first < last]
    told = [party for party in found if party is not None]
    if len(told) < max(_TWO, len(found)) or all(known for _, known in told) or not any(known for _, known in told):
        return ()
    return tuple(dict.fromkeys(entity for entity, _ in told))


def _part(speakers: Speakers, part: Span) -> tuple[Entity, bool] | None:
    """Return the entity that one of a list of names is, and whether its name is known; None for anything else."""
    wording = part.of(speakers.text).removeprefix("The ")
    names = speakers.named(part)
    if names:
        return (names[0].entity, True) if names[0].span.of(speakers.text).removeprefix("the ") == wording else None
    capitals = _CAPITALS.fullmatch(wording) is not None and _idle().isdisjoint(wording.split())
    return (_known_as(speakers, wording), False) if capitals and not _surname(speakers.text, wording) else None


def _office(parts: Sequence[str]) -> int:
    """Return how many of the words before a name are an office: two of "Chief Executive Ann Lee"."""
    offices = {title.lower() for title in words("titles")}
    last = len(parts) - _TWO
    return next((size for size in range(last, 0, -1) if " ".join(parts[:size]).lower() in offices), 0)


def _known_as(speakers: Speakers, name: str) -> Entity:
    """Return the body of the text whose name starts with these words, else one of this name."""
    bodies = (one.entity for one in speakers.names if one.entity.kind in BODIES)
    longer = next((body for body in bodies if body.name.startswith(f"{name} ")), None)
    return longer or Entity(name, "Organization")


def _alone(text: str, phrase: Span) -> str:
    """Return the words of a phrase without a relative clause behind it."""
    return _RELATIVE.split(phrase.of(text).strip(_SIGNS), maxsplit=1)[0]


@cache
def _idle() -> frozenset[str]:
    """Return the words with a capital that name nobody."""
    return words("capitals") | words("titles")


def _own_capital(text: str, word: str) -> bool:
    if re.search(rf"\b{re.escape(word.lower())}\b", text):
        return False
    inside = re.search(rf"[a-z,]\s{re.escape(word)}\b", text) is not None
    return inside or word.isupper() or not word[1:].islower()


def _surname(text: str, name: str) -> bool:
    """Tell whether the text has the name behind a first name or a title, as those of people are."""
    return re.search(rf"\b(?!The\b|But\b|And\b)[A-Z][\w.]*\s{re.escape(name)}\b", text) is not None


_IN_OFFICE = Construction(
    r"(?i:\b{titles:role})(?:\s(?:of|for|at)\s[^,]+,)?,?\s([A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3})\Z"
)
_VOICED_LEAD = Construction(
    r"(?:[\w-]+\s){0,4}?{sources:spokesperson|sources:delegate}\s(?:for|of|at|from|with)\s(?:both\s)?", re.IGNORECASE
)
"""What stands before those for whom somebody speaks: "representatives for both"."""


@cache
def _bodily() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(_body_nouns())}\b", re.IGNORECASE)


@cache
def _body_nouns() -> frozenset[str]:
    kinds = {word: concept.facts.get("kind") for word, concept in concept_of("nouns").items()}
    firms = frozenset(word for word, kind in kinds.items() if kind == ("Company",))
    return firms | frozenset(word for word in words("sources", "body") if kinds.get(word) != ("Authority",)) - _OFFICIAL


@cache
def _description() -> re.Pattern[str]:
    heads = alternation(_body_nouns())
    return re.compile(rf"(?:[Tt]he|[Tt]his|[A-Z][\w.]+['’]s)\s(?:[\w-]+\s){{0,3}}?{heads}")

"""Who answers where the phrase holds no name that is known: "a spokesperson", "the food chain", a bare "Verdell"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.names.offices import demonyms
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.spokespeople import main_body
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tail import window
from kg.lexicon.nouns import firms, kind_of
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

NEAR = 500
"""Characters that "both companies" and "a spokesperson" may look back."""
_TWO = 2
_NATIONAL = frozenset(("National", "Federal", "International", "Global", "State", "General"))
_LONGEST = 5
"""Words of a name that only its answer tells."""
OPENS = re.compile(r"(?:\A|\n|[.!?]\s)[\"“]?(?:(?:The|But|And|However,)\s)?\Z")
_ENDS = re.compile(r"[.!?][\"”]?\s|\n\n")
CAPITALS = Construction(
    r"(?:[Tt]he\s)?((?:(?:\d*[a-z]?[A-Z]|[^\W\d_a-z])[\w&’'.-]*)(?:\s(?:(?:of|for|and|&|{name-particle})\s)?[^\W\d_a-z][\w&’'.-]*)*)\Z"
)
_OFFICIAL = frozenset(("commission", "ministry"))
_RELATIVE = Construction(r",\s(?:which|who|whose|an?|the)\s|,?\s{aside-adverb}\Z")
_SIGNS = "\"“”'‘’ ,"
_IN_OFFICE = Construction(
    r"(?i:\b{titles:role})(?:\s(?:of|for|at)\s[^,]+,)?,?\s([A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3})\Z"
)
_TIME = Construction(
    r"(?:(?:\s(?:late|early|earlier|on|in|last|this))+\s{grammar:time}(?:\s{grammar:time})?|\s{weekdays:*})\Z",
    re.IGNORECASE,
)
_INSIDERS = Construction(
    r"(?:[Tt]he\s)?((?!The\b)[^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,3})(?:['’]s?)?\s(?:[a-z-]+\s){0,2}?{sources:insiders}"
)
"""Those inside a body, behind its name: "Verdell's board", "Verdell management"."""


def spoken_of(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body that the words before a phrase name.

    Of several it is that which opens the sentence, that which the text is about, or, where the phrase says that it is a
    body ("a company spokesman"), which opens the sentence before.
    """
    low = bisect_left(speakers.starts, phrase.start - NEAR)
    high = bisect_left(speakers.starts, phrase.start)
    firm = _bodily().search(phrase.of(speakers.text)) is not None  # "the company" is no ministry
    before = [name for name in speakers.names[low:high] if name.entity.kind in BODIES and name.how != "group"]
    bodies = dict.fromkeys(name.entity for name in before)
    if len(bodies) < _TWO:
        return tuple(bodies)
    opening = [name for name in before if OPENS.search(speakers.text, *window(name.span.start))]
    last = opening[-1] if opening else None
    passed = len(_ENDS.findall(speakers.text, last.span.end, phrase.start)) if last else _TWO
    main = main_body([name for name in speakers.names[:high] if name.entity.kind in BODIES]) if passed else None
    reach = _TWO if firm else 1
    if main or last is None or passed >= reach:
        return (main,) if main else ()
    return (last.entity,)


def described(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body that "the company" or "the food chain" stands for, where its noun is one for bodies."""
    return spoken_of(speakers, phrase) if _description().fullmatch(alone(speakers.text, phrase)) else ()


def stranger(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the body, or the person with an office, that a phrase all in capitals names: what answers is somebody.

    One word at the start of a sentence has a capital of its own only where the text prints it elsewhere, or in
    capitals; what the text names as a part of somebody's name is left alone.
    """
    wording = alone(speakers.text, phrase)
    found = CAPITALS.fullmatch(wording) or _of_kind().fullmatch(wording) or _INSIDERS.fullmatch(wording)
    if found is None:
        return ()
    parts = found[1].split()
    office = _office(parts)
    parts = parts[office:]
    name = " ".join(parts)
    if len(parts) > _LONGEST or _opens_idly(parts) or name.lower() in concept_of("nouns"):
        return ()
    if len(parts) == 1 and not (_own_capital(speakers.text, name) or _bare_name(speakers.text, name)):
        known = known_as(speakers, name)
        return (known,) if known.name != name else ()
    if person := full_name(speakers.text, name):
        return (person,)
    if surname(speakers.text, name):
        return ()
    return (Entity(name, "Person"),) if office else (known_as(speakers, name),)


def _opens_idly(parts: Sequence[str]) -> bool:
    """Tell whether a stretch of capitals names nobody: "Former Officials"; "American Tyre" and "Tyre Board" do."""
    if len(parts) == 1:
        return parts[0] in idle()
    return parts[0] in idle() - words("capitals", "people") - _NATIONAL or parts[-1] in words("weekdays")


def own_name(text: str, name: str) -> bool:
    """Tell whether capitals at the start of a sentence are a name: several, or one that is no word of English."""
    parts = name.split()
    if not idle().isdisjoint(parts):
        return False
    plain = name.lower() not in concept_of("bodies")
    return len(parts) > 1 or (plain and (_own_capital(text, name) or _bare_name(text, name)))


def _bare_name(text: str, word: str) -> bool:
    """Tell whether a word that opens a sentence can only be a name: a subject in the singular without an article."""
    small = word.lower()
    if small.endswith(("s", "ing", "ly", "ed")) or re.search(rf"\b{re.escape(small)}\b", text):
        return False
    listed = (words("sources"), words("denials", "anyone", "inquiry", "matter"), concept_of("nouns"))
    return not grammar().function(small) and not any(small in one for one in listed)


def titled(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the person whom a phrase names behind an office: "Acme's managing director, Ann Lee"."""
    found = _IN_OFFICE.search(phrase.of(speakers.text).rstrip(" ,"))
    if found is None or not idle().isdisjoint(found[1].split()):
        return ()
    start = phrase.start + found.start(1)
    inside = speakers.named(Span(start, start + len(found[1])))
    partly = found[1].split()[0] in words("given-names") and all(name.span.start > start for name in inside)
    return () if inside and not partly else (Entity(found[1], "Person"),)


def _office(parts: Sequence[str]) -> int:
    """Return how many of the words before a name are an office: two of "Chief Executive Ann Lee"."""
    offices = {title.lower() for title in words("titles")}
    last = len(parts) - _TWO
    return next((size for size in range(last, 0, -1) if " ".join(parts[:size]).lower() in offices), 0)


def known_as(speakers: Speakers, name: str) -> Entity:
    """Return the body of the text whose name starts with these words, else one of this name."""
    bodies = (one.entity for one in speakers.names if one.entity.kind in BODIES)
    longer = next((body for body in bodies if body.name.startswith(f"{name} ")), None)
    return longer or Entity(_in_full(speakers.text, name), "Organization")


def _in_full(text: str, name: str) -> str:
    """Return a name with the words for a kind of body that the text prints behind it elsewhere: "Verdell Partners"."""
    behind = (_heads().match(text, place.end()) for place in re.finditer(rf"\b{re.escape(name)}", text))
    found = next(filter(None, behind), None)
    return f"{name}{found[0]}" if found else name


@cache
def _heads() -> re.Pattern[str]:
    """Match words for kinds of bodies in capitals: compiled once, since that takes longer than to read a text."""
    heads = alternation(word for word in concept_of("bodies") if " " not in word)
    return re.compile(rf"(?:\s(?=[A-Z])(?i:{heads})\b)+")


def alone(text: str, phrase: Span) -> str:
    """Return the words of a phrase without a relative clause or a time behind it."""
    wording = phrase.of(text).strip(_SIGNS)
    if aside := _RELATIVE.search(wording):
        wording = wording[: aside.start()]
    timed = _TIME.search(wording)
    return wording[: timed.start()] if timed and timed.start() else wording


@cache
def idle() -> frozenset[str]:
    """Return the words with a capital that name nobody."""
    return words("capitals") | words("titles")


def _own_capital(text: str, word: str) -> bool:
    if re.search(rf"\b{re.escape(word.lower())}\b", text):
        return False
    inside = re.search(rf"[a-z,]\s{re.escape(word)}\b", text) is not None
    return inside or word.isupper() or not word[1:].islower()


def surname(text: str, name: str) -> bool:
    """Tell whether the text has the name behind a first name or a title, as those of people are."""
    return any(not _leads(found[1]) for found in re.finditer(rf"\b([A-Z][\w.]*)\s{re.escape(name)}\b", text))


def _leads(word: str) -> bool:
    """Tell whether a word has its capital from the start of its sentence: "But Acme", "Neither Acme", "Both Acme"."""
    small = word.lower()
    return grammar().function(small) or grammar().adverbial(small) or small in ("both", "neither", "when", "while")


def full_name(text: str, name: str) -> Entity | None:
    """Return the person whom the text names by a first name and this last one: "Ann Lee" for "Lee"."""
    found = re.finditer(rf"\b([A-Z][\w-]+)\s(?:[A-Z]\.\s)?{re.escape(name)}\b", text)
    first = next((one for one in found if one[1] in words("given-names")), None)
    return Entity(first[0], "Person") if first else None


@cache
def _bodily() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(_body_nouns())}\b", re.IGNORECASE)


@cache
def _body_nouns() -> frozenset[str]:
    return firms() | frozenset(word for word in words("sources", "body") if kind_of(word) != "Authority") - _OFFICIAL


@cache
def _of_kind() -> re.Pattern[str]:
    """Return the pattern of a name before the noun for its kind: "the Verdell hotel chain"."""
    heads = alternation(_body_nouns())
    return re.compile(
        rf"(?:[Tt]he\s)?((?!The\b)[^\W\d_a-z][\w&’'.]*(?:\s[^\W\d_a-z][\w&’'.]*){{0,3}})\s(?:[a-z]+\s){{0,2}}{heads}"
    )


@cache
def _description() -> re.Pattern[str]:
    heads = alternation(_body_nouns())
    whence = alternation(demonyms())
    return re.compile(
        rf"(?:[Tt]he|[Tt]his|[A-Z][\w.]+['’]s|[A-Z][\w.]*-based|{whence})\s(?:[\w-]+\s){{0,3}}?(?i:{heads})"
    )

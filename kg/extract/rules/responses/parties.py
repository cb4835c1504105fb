"""Those who answer together or through others: "reps for Verdell and Borvane", "Acme and Lee's foundation"."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.offices import offices
from kg.extract.rules.responses.standins import CAPITALS, alone, full_name, idle, known_as, own_name, surname
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tokens import Range
from kg.lexicon.wordlists import concept_of
from kg.model import Entity, Span

_TWO = 2
_JOINT = Construction(
    r",?\s(?:and|or|as well as|{togetherness} with)\s(?:both\s|for\s)?(?:[Tt]he\s)?|,\s(?:for\s)?(?:[Tt]he\s)?"
)
_APPOSED = Construction(r",\s(?!(?:and|or|as well as|{togetherness})\b)")
_INSIDE = re.compile(r"(?<=\s)[^\W\d_a-z][\w&’.-]*(?:\s[^\W\d_a-z][\w&’.-]*)*")
OWNED_VOICE = Construction(
    r"([^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,3})['’]s?\s(?:[\w-]+\s){0,3}?{sources:spokesperson|sources:delegate}\b"
)
"""Those who speak, behind whose they are: "Verdell's lawyers"."""
_VOICED = Construction(
    r"((?!The\b|An?\b)[^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,2})\s(?:[a-z-]+\s)?{sources:spokesperson}\b"
)
"""Those who speak, behind a name without an article: "Verdell representatives"."""
_FOR_WHOM = Construction(
    r"\b{sources:spokesperson}\s(?:of|at|with|{standing-for})\s(?:the\s)?([^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,3})"
)
"""For whom somebody with a name speaks."""
_LEAD = Construction(
    r"(?:[\w-]+\s){0,4}?{sources:spokesperson|sources:delegate}\s(?:of|at|from|with|{standing-for})\s(?:both\s)?(?:the\s)?",
    re.IGNORECASE,
)
"""What stands before those for whom somebody speaks: "representatives for both"."""
_SEATED = Construction(r"(?:[A-Z][\w.-]*\s)?[A-Z][\w.]*-{tying-to-place|headed}\s")
"""What stands before a name of a list and tells where it sits or whose it is: "Ayton-based"."""
_DESCRIBED = Construction(
    r"(?!.*\b{grammar:preposition}\s)(?:(?i:its|their)\s|(?:[^\W\d_a-z][\w&.-]*\s){0,2}[^\W\d_a-z][\w&.-]*(?:['’]s?)?\s)?(?:[a-z][a-z-]*\s){0,3}"
    r"|(?:[^\W\d_a-z][\w&.]*\s)?[^\W\d_a-z][\w&.]*-[a-z]+\s(?:[a-z][a-z-]*\s){0,3}"
)
"""What stands in a list before a name and describes it: "Ayton's", "Acme supplier", "its rival", "Acme-backed"."""
_OWNED = Construction(
    r"(?P<owner>[^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,2})['’]s?\s(?:[a-z-]+\s){0,2}"
    r"(?i:{bodies:*|sources:governing|sources:spokesperson})"
)
"""Something that is somebody's, which answers for them: "Lee's foundation"."""
_POSSESSED = Construction(r"\w['’]s?\s(?:[\w-]+\s){0,2}?{neighbours:role}\b")
"""What a company is to another: "Verdell's American owner"."""
_GOVERNED = Construction(r"(?P<whose>[^\W\d_a-z][\w&.-]*(?:\s[^\W\d_a-z][\w&.-]*){0,3})\s{sources:governing}")
"""Those who govern or act for somebody, in small letters behind the name: "the Ardania government"."""
_SOMEBODY = frozenset(("Person", "Company", "Organization"))
_ASIDE = 200
_DESCRIBED_AHEAD = re.compile(
    r"(?:\A|[.!?][\"”]?\s|\n)(?:The\s)?(?P<name>[^\W\d_a-z][^,;:.\n]{0,40}),"
    r"\s(?:an?|the|which|who|whose)\s[^,;:.\n]{3,110},\sand\s(?:the\s)?\Z"
)


def represented(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the bodies without a known name that a phrase says somebody speaks for: "a spokesman for Verdell"."""
    wording = phrase.of(speakers.text)
    places = {name.span.of(speakers.text) for name in speakers.named(phrase) if name.entity.kind == "Place"}
    found = [
        match for match in _INSIDE.finditer(wording) if idle().isdisjoint(match[0].split()) and match[0] not in places
    ]
    if owner := OWNED_VOICE.match(wording):
        named = [name.entity for name in speakers.named(phrase) if name.span.of(speakers.text) == owner[1]]
        found = [owner] if idle().isdisjoint(owner[1].split()) else []
        return tuple(named[:1]) or tuple(
            full_name(speakers.text, one[1]) or known_as(speakers, one[1]) for one in found
        )
    if any(name.entity.kind == "Person" for name in speakers.named(phrase)):
        behind = _FOR_WHOM.search(wording)  # "Ann Lee, a spokeswoman for the Lee Organization"
        return (known_as(speakers, behind[1]),) if behind and idle().isdisjoint(behind[1].split()) else ()
    if (voiced := _VOICED.match(wording)) and own_name(speakers.text, voiced[1]):
        return (known_as(speakers, voiced[1]),)
    last = 0
    listed: list[Entity] = []
    for match in found:
        if listed and _JOINT.fullmatch(wording, last, match.start()) is None:
            break
        listed.append(known_as(speakers, match[0]))
        last = match.end()
    return tuple(dict.fromkeys(listed))


def is_somebody(speakers: Speakers, phrase: Span | None) -> bool:
    """Tell whether a phrase is a person or a body: who is confirmed or denied something gets an office, or no order."""
    if phrase is None or phrase.of(speakers.text).strip().lower() == "who":
        return phrase is not None
    named = (name for name in speakers.named(phrase) if name.how in ("name", "unknown"))
    return any(name.span == phrase and name.entity.kind in _SOMEBODY for name in named)


def ahead_of(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return who opens the sentence and is described before the phrase: "Acme, which makes cars, and Verdell"."""
    low = max(0, phrase.start - _ASIDE)
    found = _DESCRIBED_AHEAD.search(speakers.text, low, phrase.start)
    if found is None or (low and not found.start()):
        return ()
    names = speakers.named(Span(*found.span("name")))
    whole = names[0] if len(names) == 1 and names[0].span == Span(*found.span("name")) else None
    return (whole.entity,) if whole and whole.entity.kind != "Place" else ()


def joined(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return all of a list whose parts are told, one at least by its name: "Acme and Verdell"; () for any other phrase.

    Where somebody speaks for others, one part will do, and all may be unknown: "reps for Verdell".
    """
    whole = phrase.of(speakers.text).rstrip(" ,")
    for wording in dict.fromkeys((whole, alone(speakers.text, phrase))):
        if parties := _all(speakers, wording, phrase.start + phrase.of(speakers.text).index(wording)):
            return parties
    return ()


def _all(speakers: Speakers, wording: str, start: int) -> tuple[Entity, ...]:
    """Return all parts of a list that starts at `start`; () where one is not told, or only a comma parts two of them.

    Of an office and its name it is the name: "The Ardanian regulator, Verdcom".
    """
    whole = [
        (name.span.start - start, name.span.end - start) for name in speakers.named(Span(start, start + len(wording)))
    ]
    parts = list(_parts(wording, whole))
    spoken = any(lead for _, _, lead in parts)
    told = [_part(speakers, Span(start + first, start + last)) for first, last, _ in parts]
    parties = [party for party in told if party is not None]
    if len(parts) == _TWO and _APPOSED.match(wording, parts[0][1]):
        owned = [_POSSESSED.search(wording, first, last) is not None for first, last, _ in parts]
        plain = told[owned.index(False)] if sum(owned) == 1 else None  # "Wingdale, Verdell's owner"
        office = len(parties) == _TWO and parties[0][0].kind == "Authority" and parties[0][0].slug is None
        return (plain[0],) if plain and plain[1] and plain[0].kind != "Person" else (parties[1][0],) if office else ()
    if len(parties) < max(1 if spoken else _TWO, len(told)) or not (spoken or any(known for _, known in parties)):
        return ()
    return tuple(dict.fromkeys(entity for entity, _ in parties))


def _parts(wording: str, names: Sequence[Range]) -> Iterator[tuple[int, int, bool]]:
    """Yield where each part of a list starts, behind those who speak for it, where it ends, and whether any do.

    What joins the parts of a name joins no names: "the Ministry of Oil and Gas".
    """
    found = [(match.start(), match.end()) for match in _JOINT.finditer(wording)]
    edges = [edge for edge in found if not any(start < edge[0] and edge[1] < end for start, end in names)]
    opening = len("both ") if wording[:5].lower() == "both " else 0
    starts, ends = (opening, *(end for _, end in edges)), (*(begin for begin, _ in edges), len(wording))
    for first, last in zip(starts, ends, strict=True):
        if first < last:
            lead = _LEAD.match(wording, first, last)
            yield (lead.end() if lead else first), last, lead is not None


def _part(speakers: Speakers, part: Span) -> tuple[Entity, bool] | None:
    """Return the entity that one of a list of names is, and whether its name is known; None for anything else."""
    seated = _SEATED.match(part.of(speakers.text))
    part = Span(part.start + (seated.end() if seated else 0), part.end)
    if known := _named(speakers, part):
        return known, True
    wording = part.of(speakers.text).removeprefix("The ").removeprefix("the ")
    if governed := _GOVERNED.fullmatch(wording):
        return (Entity(wording, "Authority"), False) if idle().isdisjoint(governed["whose"].split()) else None
    bare = all(name.entity.kind == "Place" and name.span != part for name in speakers.named(part))
    return _capitals(speakers, wording, bare=bare) if CAPITALS.fullmatch(wording) else None


def _named(speakers: Speakers, part: Span) -> Entity | None:
    """Return the known name that is all of a part, that it describes, or whose something it is; or its office."""
    names = speakers.named(part)
    wording = part.of(speakers.text).removeprefix("The ").removeprefix("the ")
    whole = [name for name in names if name.span.of(speakers.text).removeprefix("the ").removeprefix("The ") == wording]
    if whole:
        return whole[0].entity if whole[0].entity.kind != "Place" else None
    if office := offices(speakers, part):
        return office[0]
    last = names[-1] if names else None
    if (
        last
        and last.span.end == part.end
        and last.entity.kind != "Place"
        and _DESCRIBED.fullmatch(speakers.text, part.start, last.span.start)
    ):
        return last.entity
    owned = _OWNED.fullmatch(wording)
    if owned is None:
        return None
    owner = next((name.entity for name in names if name.span.of(speakers.text).startswith(owned["owner"])), None)
    return owner or full_name(speakers.text, owned["owner"])


def _capitals(speakers: Speakers, wording: str, *, bare: bool) -> tuple[Entity, bool] | None:
    """Return who a stretch of capitals is: a person by their last name, a body that is not known."""
    parts = wording.split()
    body = parts[-1].lower() in concept_of("bodies")
    if body and len(parts) == 1:  # "Health and Human Services' office"
        return None
    if not (bare or body) or (not body and not idle().isdisjoint(parts)):
        return None
    if person := full_name(speakers.text, wording):
        return person, True
    return None if surname(speakers.text, wording) else (known_as(speakers, wording), False)

"""The bodies of a list or a pair: those that answer together, and those that "both companies" points back to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from types import MappingProxyType

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import BODIES
from kg.extract.rules.reporting.agents import Speakers
from kg.extract.rules.responses.standins import NEAR, OPENS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tail import window
from kg.model import Entity, Span

SPEAKING = (*BODIES, "Person")
"""Kinds of entities that may answer together: "Acme and its founder"."""
_TWO = 2
AND = Construction(
    r",?\s(?:and|&|or|as well as|{togetherness} with)\s(?:an?\s)?(?:\w+\s(?:of|for|at)\s)?(?:the\s)?",
    re.IGNORECASE,
)
COMMA = re.compile(r",\s(?:the\s)?", re.IGNORECASE)
_PAIR = Construction(
    r"(?:(?P<two>both|neither|the two|they)(?:\s|\Z)|(?:all|none|each)(?:\s|\Z)|the\s)?(?:of\s)?(?:the\s)?"
    r"(?:(?P<count>{sources:few})(?:\s|\Z))?(?:{group-noun}|(?:(?<=neither )|(?<=each ))"
    r"{sources:body|sources:side})?\Z",
    re.IGNORECASE,
)
_OF_GROUP = Construction(
    r"\b{sources:spokesperson}\s(?:for|of|at|from|with)\s"
    r"(?P<group>(?:both|all|the)\s(?:of\s)?(?:the\s)?(?:two\s|three\s)?{group-noun})\s*\Z",
    re.IGNORECASE,
)
_COUNTED = MappingProxyType({"two": 2, "three": 3, "four": 4, "five": 5, "six": 6})
_BOTH = re.compile(r"\bboth\s\Z", re.IGNORECASE)
_OWNS = re.compile(r"['’]")


def coordinated(text: str, before: Name, name: Name, joint: re.Pattern[str] | Construction) -> bool:
    """Tell whether only `joint` parts two names of those that may answer."""
    bodies = before.entity.kind in SPEAKING and name.entity.kind in SPEAKING
    return bodies and joint.fullmatch(text, before.span.end, name.span.start) is not None


def pair(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the companies that "both companies" or "the two firms" points back to, those of one sentence.

    A company that only owns something there is none of them: "Acme and Borealis fell as Cirrus's prices rose".
    """
    wording = _PAIR.match(phrase.of(speakers.text).strip())
    if wording is None or (wording[0].lower() == "they" and not OPENS.search(speakers.text, *window(phrase.start))):
        return ()
    low = bisect_left(speakers.starts, phrase.start - NEAR)
    high = bisect_left(speakers.starts, phrase.start)
    if wording["count"] and (listed := _listed_of(speakers, low, high, _COUNTED[wording["count"].lower()])):
        return listed
    companies = [name for name in speakers.names[low:high] if name.entity.kind == "Company"]
    last = companies[-1].span.start if companies else 0
    edge = speakers.text.rfind("\n\n", 0, last)
    named = _named([name for name in companies if name.span.start > edge], speakers.text)
    if len(named) == 1:  # the paragraph before speaks of one of them alone
        named = _named(companies, speakers.text)
        return named if len(named) == _TWO else ()
    two = wording["two"] or _BOTH.search(speakers.text, max(0, phrase.start - len("both ")), phrase.start)
    return named if len(named) == _TWO or (len(named) > 1 and not two) else ()


def _listed_of(speakers: Speakers, low: int, high: int, count: int) -> tuple[Entity, ...]:
    """Return the bodies of the last list that has so many: "none of the three", () where there is none."""
    near = [name for name in speakers.names[low:high] if name.entity.kind in BODIES and name.how != "pronoun"]
    for last in range(len(near) - 1, 0, -1):
        if coordinated(speakers.text, near[last - 1], near[last], AND):
            listed = _listed_to(speakers.text, near, last)
            if len(listed) == count:
                return listed
    return ()


def _named(companies: Sequence[Name], text: str) -> tuple[Entity, ...]:
    """Return whom these names name, those left out that only own something, if two are left."""
    doing = dict.fromkeys(name.entity for name in companies if not _OWNS.match(text, name.span.end))
    return tuple(doing) if len(doing) >= _TWO else tuple(dict.fromkeys(name.entity for name in companies))


def of_group(speakers: Speakers, phrase: Span) -> tuple[Entity, ...]:
    """Return the bodies that "representatives of the firms" speak for: the last ones listed, else all named."""
    group = _OF_GROUP.search(speakers.text, phrase.start, phrase.end)
    if group is None:
        return ()
    low = bisect_left(speakers.starts, phrase.start - NEAR)
    near = speakers.names[low : bisect_left(speakers.starts, phrase.start)]
    near = [name for name in near if name.entity.kind in BODIES and name.how != "pronoun"]
    for last in range(len(near) - 1, 0, -1):
        if coordinated(speakers.text, near[last - 1], near[last], AND):
            return _listed_to(speakers.text, near, last)
    return pair(speakers, Span(*group.span("group")))


def _listed_to(text: str, names: Sequence[Name], last: int) -> tuple[Entity, ...]:
    """Return the bodies of a list whose end is the name at `last`."""
    first = last - 1
    while first and coordinated(text, names[first - 1], names[first], COMMA):
        first -= 1
    return tuple(dict.fromkeys(name.entity for name in names[first : last + 1]))

"""Names that are no part of their clause: they only say where, with whom or like whom somebody is."""

import re
from functools import cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.names.indices import is_index
from kg.extract.rules.references.watchers import lends
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.tail import window
from kg.lexicon.nouns import firms
from kg.lexicon.wordlists import alternation, words
from kg.model import Entity, Span

_ON = re.compile(r"\b(?:[Oo]n|to)\s(?:the\s)?\Z")
"""What shares do on a market is not the market's doing."""
_DEALT_THERE = Construction(r"(?:-(?:listed|traded))?\s{dealt-in}\b")
"""Shares that a market is named before are shares of somebody else: "its Nasdaq shares rose"."""
_IN = re.compile(
    r"(?:\b(?:across|and|between|both|from|in|on|through|to|via)\s(?:(?:the|its|their)\s)?|['’]s\s)\Z", re.IGNORECASE
)
"""What programs are fetched from does not fetch them: "1 million downloads on the App Store", "Acme's Steam page"."""
_CALLED = Construction(r"\b{likening}\s[“\"‘']?(?:the\s[A-Z][a-z]+\s|[A-Z]\w+['’]s\s)\Z")
"""What makes a name one that others are called by: "often called China's Acme"."""
_CALLED_REACH = 40
_HELD_BEFORE = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[a-z]+\s)?\Z")
_HELD = Construction(r"\s{holdings}\b")

_COMPARED = Construction(r"\b(?:{comparison}|than|against|above|below)\s(?:[a-z]+\s)?\Z")
_FORESEEN = Construction(r"['’]s?\s(?:(?!and\b)[a-z-]+\s){0,2}?{expectation|outlook|notions:account}\s(?:of|for)\b")
"""Whose number another is held against: "less than Lee's estimate of $4 billion"."""
_FOR = (" for ", " for a ", " for its ", " for the ", " on ", " on a ", " on its ")
_TAKES_ON = Construction(
    r"\b{charged-with|charges-with}\s(?P<whom>[A-Z][\w.&’'-]*(?:(?:,?\s(?:and\s|&\s)?|/)[A-Z][\w.&’'-]*){0,6})\s(?:for|on)\s(?:an?\s|its\s|the\s)?\Z"
)
_FORESEERS = frozenset({"Person", "Organization"})


def set_apart(name: Name, read: Annotated) -> bool:
    """Tell whether a name is no part of its clause: "itself", "the Temasek-backed company", "the Acme rival"."""
    if _is_market(name.entity) and (
        _ON.search(read.text, *window(name.span.start)) or _DEALT_THERE.match(read.text, name.span.end)
    ):
        return True
    if name.entity.name in words("name-heads", "store") and _IN.search(read.text, *window(name.span.start)):
        return True
    if (
        is_ticker(name, read.text)
        or read.text.startswith("-", name.span.end)
        or name.span.of(read.fold).endswith(("self", "selves"))
    ):
        return True
    if _CALLED.search(read.text, max(0, name.span.start - _CALLED_REACH), name.span.start):
        return True
    if (
        _is_held(name, read)
        or _employs(name, read)
        or _foresees(name, read)
        or (name.entity.kind in THINGS and _maker().match(read.text, name.span.end))
    ):
        return True
    part = name.how == "unknown" and _part_behind().match(read.text, name.span.end) is not None
    return part or (name.how != "description" and _other().match(read.text, name.span.end) is not None)


def taken_on(figure: Span, sentence: Span, text: str) -> Span | None:
    """Return whom somebody takes on for what costs so much: Beta of "Acme taps Beta for $9 billion project"."""
    if not text.endswith(_FOR, sentence.start, figure.start):
        return None
    found = _TAKES_ON.search(text, sentence.start, figure.start)
    return Span(found.start("whom"), found.end("whom")) if found else None


def _employs(name: Name, read: Annotated) -> bool:
    """Tell whether a bank only tells whose somebody is: "Ferrous Bank's Ann Lee cut her target"."""
    if not read.text.startswith(("'s ", "’s "), name.span.end) or not lends(name.entity):
        return False
    beside = read.within(read.names, Span(name.span.end, name.span.end + len("'s A")))
    return bool(beside) and beside[0].entity.kind == "Person"


def _foresees(name: Name, read: Annotated) -> bool:
    """Tell whether somebody only gives the number that the sentence holds its own against."""
    if not read.text.startswith(("'s ", "’s "), name.span.end) or name.entity.kind not in _FORESEERS:
        return False
    return (
        _FORESEEN.match(read.text, name.span.end) is not None
        and _COMPARED.search(read.text, *window(name.span.start)) is not None
    )


def is_ticker(name: Name, text: str) -> bool:
    """Tell whether a name is what a share is called, in brackets behind its company: "Acme (ACM, Financials)"."""
    bracketed = name.entity.slug is not None and text.startswith("(", name.span.start - 1)
    return bracketed and name.span.of(text).isupper()


def _is_held(name: Name, read: Annotated) -> bool:
    """Tell whether a name only says of whom somebody owns a part: "sold its Acme shares"."""
    if _HELD.match(read.text, name.span.end) is None:
        return False
    return _HELD_BEFORE.search(read.text, *window(name.span.start)) is not None


def _is_market(entity: Entity) -> bool:
    """Tell whether shares are dealt in there: an index of a market, or the market."""
    return is_index(entity) or entity.name.endswith(tuple(words("name-heads", "market")))


@cache
def _maker() -> re.Pattern[str]:
    """Match a noun for who makes the thing named before it: "the iPhone assembler"."""
    return re.compile(rf"\s{alternation({*firms(), *words('neighbours', 'maker')})}\b")


@cache
def _part_behind() -> re.Pattern[str]:
    """Match what makes a name that of a part of a company: "the Services to Business (StB) segment"."""
    return re.compile(rf"(?:\s?\([A-Z][\w&]*\))?\s{alternation(words('neighbours', 'part') - {'brand'})}\b")


@cache
def _other() -> re.Pattern[str]:
    """Match a noun that means somebody else than the name before it: "rival"; "owner" before another name."""
    roles_to_it = alternation(words("neighbours", "role") - words("neighbours", "part"))
    return re.compile(rf"\s(?:{alternation(words('neighbours', 'opponent'))}\b|{roles_to_it}\s(?=[A-Z]))")

"""The cast of a text: by which nouns it tells what each name is, and who only watches others.

"The retailer Kestrin", "Kestrin, an Irish airline, ..." and "Kestrin is a chipmaker" say what a later "the retailer",
"the airline" or "the chipmaker" stands for. "Kestrin analyst Ann Lee" says that Kestrin gives figures of others.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules.annotations import NAMED, Name
from kg.extract.rules.names.bodies import COMMERCIAL
from kg.extract.rules.names.business import is_handled
from kg.extract.rules.references.watchers import lends
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.latest import latest
from kg.lexicon.matcher import Matcher, folded
from kg.lexicon.names import registry
from kg.lexicon.nouns import firms
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity

_BACK, _AHEAD = 48, 60
_NO_VERB = r"(?!(?:to|will|would|can|could|may|might|must|should|did|does|do|not)\b)"
"""What makes a noun behind it a verb: "Kestrin will report results"."""
_NOT_A = r"(?!(?:and|or|but|of|in|on|at|for|with|that|which|who|said|says)\b)"
_OPENS = (",", " is ", " was ")
_SETS_AT = Construction(
    r"\s(?:(?:now|also|which)\s)?{placing|estimating}\s(?:its|their|the\s[a-z-]+['’]s|[A-Z][\w&.-]*['’]s?)\s"
    r"[^.;:]{1,60}?\sat\s(?:[a-z]+\s){0,3}{#amount}"
)
"""Behind a bank that gives others' figures: "Ferrous Bank puts its output at 9 million"."""
_RETELLS = Construction(
    r"\s(?:also\s|now\s)?{retelling}\s(?:[a-z]+ing\s)?(?:that\s)?"
    r"(?:the\s{nouns:company}\s|[A-Z][\w&.-]+\s(?:{grammar:auxiliary|grammar:modal|grammar:be}|[a-z]{2,}(?:ed|s))\b)"
)
"""Behind an unknown name, which tells of others as a paper does: "Kestrin reports the company would"."""
_LINKS = (" at ", " with ", " from ", " for ", " of ")
_GAP = rf"\s(?:{_NOT_A}{_NO_VERB}[a-z-]+\s){{0,2}}?"
_OWN = Construction(
    rf"(?:['’]s?)?{_GAP}(?:{{titles:watching}}s?|{{neighbours:paper}})\b"
    rf"|['’]s?{_GAP}{{neighbours:paper}}s\b|{_GAP}{{neighbours:paper}}s\s{{verbs:saying}}\b"
)
"""Who works for somebody and watches others, or what that gives out: "Kestrin analysts", "Kestrin's research notes"."""
_CALLED = Construction(r"\b{notions:watcher}\s\Z")
_WHOSE = Construction(r"\b(?i:{titles:watching})s?\s(?:[A-Z][\w’'.-]+\s){0,3}(?:at|with|from|for|of)\s\Z")


@dataclass(frozen=True, slots=True)
class Cast:
    """What a text tells of its names: the trades (codes of the list `nouns`) of each, and those who only watch.

    `traded` are outlets that the text speaks of as companies: "shares of the Ferrous Times"; `parts` are companies
    whose owner it names too.
    """

    trades: Mapping[Entity, frozenset[str]]
    watchers: frozenset[Entity]
    traded: frozenset[Entity]
    parts: frozenset[Entity]


@latest
def cast(text: str, names: tuple[Name, ...]) -> Cast:
    """Return the cast of `text`, whose names these are."""
    placed = _placed(text)
    trades: dict[Entity, set[str]] = {}
    seen: Counter[Entity] = Counter()
    watching: Counter[Entity] = Counter()
    traded: set[Entity] = set()
    for name in names:
        if name.entity.kind == "Outlet" and name.how == "name" and _is_dealt_in(text, name, placed):
            traded.add(name.entity)
        if name.entity.kind == "Product" and next(_nouns(text, name, placed), None) is not None:
            traded.add(name.entity)
        if name.how in NAMED and name.entity.kind in COMMERCIAL:
            seen[name.entity] += 1
            watching[name.entity] += _watches(text, name, placed)
            for noun in _nouns(text, name, placed):
                trades.setdefault(name.entity, set()).add(concept_of("nouns")[" ".join(noun.split())].code)
    watchers = (entity for entity, count in watching.items() if count and 2 * count >= seen[entity])
    known = {entity: frozenset(codes) for entity, codes in trades.items()}
    return Cast(known, frozenset(watchers), frozenset(traded), frozenset(_parts(seen.keys())))


def _parts(named: Collection[Entity]) -> Iterator[Entity]:
    """Yield those of the named whose owner is named too: Porsche beside Volkswagen."""
    for entity in named:
        if entity.slug and any(owner in named for owner in registry().having("parentOf", entity)):
            yield entity


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where in a text nouns for trades end and those for who watches others start: most names stand beside none."""

    trades: frozenset[int]
    watching: Sequence[int]

    def watched(self, low: int, high: int) -> bool:
        """Tell whether a noun for who watches others, or for their papers, starts in `[low, high)`."""
        return bisect_left(self.watching, low) < bisect_left(self.watching, high)


@latest
def _placed(text: str) -> _Placed:
    """Return where the nouns stand; kept, since a text is asked before and after its references are resolved."""
    hits = list(_placed_nouns().hits(folded(text)))
    ends = frozenset(end for _, end, (trade, _) in hits if trade)
    return _Placed(ends, sorted(start for start, _, (_, watching) in hits if watching))


def _is_dealt_in(text: str, name: Name, placed: _Placed) -> bool:
    """Tell whether an outlet is spoken of as a company: "shares of the Ferrous Times", "the media group Ferrous"."""
    return is_handled(name.span.start, name.span.end, text) or next(_nouns(text, name, placed), None) is not None


def _nouns(text: str, name: Name, placed: _Placed) -> Iterator[str]:
    """Yield the nouns that stand in apposition to a name, or that it is said to be."""
    start, end = name.span.start, name.span.end
    if start - 1 in placed.trades and text[start - 1] == " " and text[start - 2].islower():
        ahead = _ahead().search(text, max(0, start - _BACK), start)
        if ahead:
            yield ahead[1].lower()
    if text.startswith(_OPENS, end):
        behind = _behind().match(text, end, end + _AHEAD)
        if behind:
            yield behind[1].lower()


@cache
def _placed_nouns() -> Matcher[tuple[bool, bool]]:
    """Match nouns for trades and those for who watches others, each with which of the two it is."""
    trades = {word.lower() for word in firms()}
    listed = words("titles", "watching") | words("neighbours", "paper") | words("notions", "watcher")
    watching = {word.lower() for word in listed}
    return Matcher({word: (word in trades, word in watching) for word in trades | watching})


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b({alternation(firms())})\s\Z")


@cache
def _behind() -> re.Pattern[str]:
    """Match an apposition behind a comma or what somebody is: ", an Irish airline", " is the biggest lender"."""
    return re.compile(
        rf"(?:,|\s(?:is|was))\s(?:an?|the|its)\s(?:{_NOT_A}[\w’'&-]+\s){{0,5}}?({alternation(firms())})\b(?!-|['’]s|\s(?:and|of)\s[A-Z])"
    )


def _watches(text: str, name: Name, placed: _Placed) -> bool:
    """Tell whether a mention only says who watches others: "an analyst at Kestrin", "economists polled by Kestrin"."""
    start, end = name.span.start, name.span.end
    if _asks(text, start) or (lends(name.entity) and _SETS_AT.match(text, end) is not None):
        return True
    if name.how == "unknown" and _RETELLS.match(text, end):
        return True
    if placed.watched(end, end + _AHEAD) and _OWN.match(text, end, end + _AHEAD) is not None:
        return True
    back = max(0, start - _BACK)
    if not placed.watched(back, start):
        return False
    if text.endswith(_LINKS, 0, start) and _WHOSE.search(text, back, start) is not None:
        return True
    return text[start - 2 : start - 1].islower() and _CALLED.search(text, back, start) is not None


def _asks(text: str, start: int) -> bool:
    """Tell whether what stands before a name makes it who asks others: "analysts polled by", "compiled by"."""
    if not text.endswith(" by ", 0, start):
        return False
    before = text[max(0, start - _BACK) : start].split()
    return len(before) > 1 and before[-2] in words("semantic-fields", "polling")

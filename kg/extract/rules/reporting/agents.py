"""Which agents a source phrase stands for: named ones, unnamed ones as worded, or those quoted before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import ORGANIZATIONS, SPEAKERS
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import alternation, words
from kg.model import Agent, Entity, Span, Unnamed

# Longer than this, "the people ..." says anew who they are instead of pointing back.
_POINTING_BACK = 4
_SOURCE = Construction(
    r"\b(?:(?P<people>{sources:people}(?!\s{sources:document|sources:publication}\b))"
    r"|(?P<voice>{sources:voice})|(?P<publication>{sources:publication})"
    r"|(?P<document>{sources:document}))\b",
    re.IGNORECASE,
)
_AGAIN = Construction(r"{sources:again}\s", re.IGNORECASE)
_DIGITS = Construction(r"(?:(?:a group of|{bounds:about|bounds:more_than}) )?(\d{1,3})\s")
_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|i|we|you)\Z", re.IGNORECASE)
_LODGED = re.compile(r"\b(?:with|to)\s(?:the\s)?(?:[\w-]+\s){0,2}\Z")
"""Where a paper was lodged ("a filing with the exchange") is not whose paper it is."""
_JOINED = Construction(
    r"\s*(?:,?\s*(?:and\b|&|or\b|as well as\b|{togetherness} with\b)|,)\s*(?:(?:the|both)\s+)?"
    r"(?:(?:[\w.]+,\s)?[\w.]+(?:\s\w+)?-{tying-to-place}\s)?(?:(?:its|their)\s(?:[\w-]+\s){1,4}|(?P<nouns>(?:[\w-]+\s){0,3}))\Z",
    re.IGNORECASE,
)
"""What stands between two names that speak together: "Acme and its rival Borealis", "Acme and parent Borealis"."""
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\s")
_SHORT = Construction(r"(?:[Tt]he\s)?([A-Z][\w&-]+)(?:['’]s?)?\s{analyst}")
_LED_BY = Construction(r"\s{headed}\sby\s")
"""Behind the people of a house it names one of them: "Acme analysts led by Ann Lee"."""
_NOUNS = re.compile(
    r"(?:\s[A-Z][a-z]+\.?)?['’]s?\s(?:[a-z][a-z-]+\s){0,3}|['’]s?\s(?:[A-Z][\w.-]*\s){0,2}(?:[a-z][a-z-]+\s){0,2}[a-z][a-z-]+(?:\s|,\s(?:[A-Z]\w+['’]s\s)?)|\s(?:[a-z][a-z-]+\s){1,3}|-[a-z]+\s"
)
"""What stands between a name and the one it describes: "Acme rival Borealis", "the firm's Swiss parent Borealis"."""
_OPENED = re.compile(r"(?:\A|[.!?:][\"”]?\s|\n)(?:[A-Z]\w+,\s)?(?:[A-Za-z]+\s){1,3}\Z")
_OPENING = 60
_VIEWS = Construction(r"(?:\s[a-z]+ly|\snow|\salso)?\s(?:{asserting|placing|surveying|estimating}|{forecasts:verb})\b")
"""What makes a name behind "according to its data," the one whose data they are."""
_FIRMS = Construction(r"\s(?:[a-z-]+\s){0,2}?{groups:*}(?:\s[a-z]+){0,2}")
"""What makes a place before it only tell where from firms are: "three of the largest US carmakers"."""
_MAKER_OF = Construction(r"(?:the|an?)\s(?:[\w-]+\s){0,2}{neighbours:maker}\sof\s", re.IGNORECASE)
"""What makes a name that of a thing whose maker speaks, unless they are known by it: "the maker of Acme cubes"."""
_LED = Construction(r"-{headed}\b")
_SEATED = Construction(r"-{tying-to-place}\b")
_NEAR = Construction(
    r"\b{sources:people}\s(?:[\w’'-]+\s){0,4}?(?:{sources:nearness}|who|that)\s(?:[\w.’'-]+\s){0,4}?\Z", re.IGNORECASE
)
"""What makes somebody who is named only the one whom people without a name are close to: "a person close to Lee"."""
_HEAD = re.compile(r"([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*),\s(?:an?|the)\s[A-Za-z]")
"""A name in front of its own apposition, in which others stand. Only spaces part words: in capitals there are many."""
_THAT = re.compile(r"(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]hose)\s(?:[a-z-]+\s){1,4}?(that|who|which)\s[a-z]+(?:s|ed)\s")
_WHOM = re.compile(r"[a-z]\s(?:who|that)\s(?:(?:had|has|have)\s)?(?:[a-z]+ly\s)?[a-z]+(?:s|ed)\s(?:[a-z-]+\s){0,3}\Z")
"""What makes the first name that of somebody in a relative clause: "a doctor who examined prisoner Lee"."""
_LEADS = re.compile(r"[.!?][\"”]?\s(?:[Tt]he\s)?\Z|\n\Z")
_LEAD = 8
_GOING_ON = 400
"""Characters behind an outlet within which "it said" goes on with what the outlet reports."""
_ADDS = Construction(r"\s{going-on-saying}\b")
_PAPER_BEFORE, _PAPER_BEHIND = 60, 160
_IN_PAPER = Construction(
    r"\b(?:in|from|by)\s(?:an?|its|their|his|her|the)\s(?:[\w'’-]+\s){0,3}?{sources:paper}\b", re.IGNORECASE
)
"""The place where somebody speaks: "in its report", "in a research note"."""
_PAPER = Construction(r"(?:the|that|this|its)\s(?:same\s)?{sources:paper}", re.IGNORECASE)
_HAS_READ = Construction(r"\s(?:(?:had|has|have)\s)?{sources:read}\b")
_APPOSED = re.compile(
    r",\s(?:(?:an?|another|the|one|its|their|whose)\s|(?:[A-Z][\w&.-]*\s){0,2}[A-Z][\w&.-]*['’]s?\s(?:[a-z-]+\s){0,3}[a-z-]+,?\Z)"
)
_RELATIVE_WORDS, _COMMAS, _AT_HOUSE = ("who", "which"), (", ", " — ", " – ", " - ", " ("), ("At ", "at ")
_OWNS = ("'s ", "’s ")
_SERVING = (" of ", " at ", " from ")
_TO_WHOM = (" to ", " of ", " for ", " behind ")
# What cannot speak; a product may stand for those who run it ("WhatsApp said").
_MUTE = frozenset(("Chip", "Regulation", "Scope"))


@dataclass(slots=True)
class Speakers:
    """Resolves the sources of one document in order; remembers who was quoted."""

    text: str
    names: Sequence[Name]
    starts: list[int] = field(init=False)
    unnamed: dict[str, Unnamed] = field(default_factory=dict)
    outlet: Entity | None = None
    voice: Entity | None = None
    last: tuple[Agent, ...] = ()
    reporter: tuple[Entity, int] | None = None
    """The outlet that spoke last, and where; None once a named body or person has spoken."""

    issuer: Entity | None = None
    """The body that spoke last in a paper of its own, if no outlet has spoken since: whose "the report" is."""

    def __post_init__(self) -> None:
        self.starts = [name.span.start for name in self.names]

    def resolve(self, source: Span, *, speaks: bool = True) -> tuple[Agent, ...]:
        """Return the agents of a source phrase, () where the text does not tell.

        Who only wants or does something (`speaks` false) is not whom "they said" goes on about, behind people unnamed.
        """
        wording = source.of(self.text).strip(" ,")
        again = self.issuer if self.issuer and _PAPER.fullmatch(wording) else self._named_later(wording, source)
        agents = (again,) if again else self._agents(source)
        if speaks or not self.last or any(isinstance(agent, Entity) for agent in self.last):
            self.last = agents
        named = [agent for agent in agents if isinstance(agent, Entity)]
        if named:
            told = len(named) == 1 and named[0].kind == "Outlet"
            self.reporter = (named[0], source.end) if told else None
        for agent in agents:
            if isinstance(agent, Entity) and agent.kind == "Outlet":
                self.outlet, self.issuer = agent, None
        if speaks and len(named) == 1 and named[0].kind != "Outlet" and self._issues(source):
            self.issuer = named[0]
        return agents

    def _issues(self, source: Span) -> bool:
        """Tell whether the sentence names a paper as the place where somebody speaks: "Acme said in a report"."""
        low, high = max(0, source.start - _PAPER_BEFORE), source.end + _PAPER_BEHIND
        if not any(self.text.find(word, low, high) >= 0 for word in words("sources", "paper")):
            return False
        stop = self.text.find(". ", source.end, high)
        start = max(low, self.text.rfind("\n", low, source.start), self.text.rfind(". ", low, source.start))
        return _IN_PAPER.search(self.text, start, stop if stop >= 0 else high) is not None

    def named(self, span: Span) -> list[Name]:
        """Return the names inside `span`."""
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return [name for name in self.names[low:high] if name.span.end <= span.end or self._bracketed(name, span)]

    def _bracketed(self, name: Name, span: Span) -> bool:
        """Tell whether only the full stop, the ticker in brackets or a part behind a comma stands outside `span`."""
        if name.how == "name" and self.text.startswith(",", span.end):
            return True  # "Challenger, Gray & Christmas"
        behind = self.text[span.end : name.span.end].lstrip(". ")
        return not behind or behind.startswith("(")

    def _agents(self, source: Span) -> tuple[Agent, ...]:
        wording = source.of(self.text).strip(" ,")
        found = [name for name in self.named(source) if name.entity.kind not in _MUTE]
        found = [name for name in found if not self._owning(name)] or found
        found = [name for name in found if not self._reads(name)]
        found = [name for name in found if not self._modifying(name, source)]
        if found and _WHOM.search(self.text, source.start, found[0].span.start):
            found = []
        relative = _RELATIVE.search(self.text, source.start, source.end)
        if relative:  # "X, which supplies Y, said": Y says nothing
            found = [name for name in found if name.span.end <= relative.start()]
        if led := _LED_BY.search(self.text, source.start, source.end):
            found = [name for name in found if name.span.end <= led.start()] or found
        placed = [name for name in found if name.entity.kind == "Place"]
        found = [name for name in found if name not in placed] or found
        if placed and found == placed and self._of_no_place(placed[-1], source):
            return ()
        if _PRONOUN.match(wording):
            return self._of_pronoun(wording, source, found)
        people = [name for name in found if name.entity.kind == "Person"]
        if people:
            near = len(people) == 1 and _NEAR.search(self.text, source.start, people[0].span.start)
            return (self._unnamed(wording),) if near else self._joint(people, found)
        if found and self._described(found[0], source):
            return (found[0].entity,)
        told = self.text[source.start : relative.start()] if relative and found else wording
        noun = self._noun(told, self.text.find(told, source.start), found)
        if noun is None:
            return self._joint(found, found) if found else ()
        if noun.lastgroup == "document":
            found = [name for name in found if not _LODGED.search(self.text, source.start, name.span.start)]
        return self._of_noun(wording, noun.lastgroup or "", found)

    def _noun(self, wording: str, start: int, found: list[Name]) -> re.Match[str] | None:
        """Return the first noun for a source in a wording, passing over those inside names: "Manager Magazin"."""
        named = [name.span for name in found if name.how == "name"]
        nouns = _SOURCE.finditer(wording)
        if not named:
            return next(nouns, None)
        return next(
            (one for one in nouns if not any(span.covers(Span(*one.span()).shifted(start)) for span in named)), None
        )

    def _named_later(self, wording: str, source: Span) -> Entity | None:
        """Return whom a possessive that opens a sentence stands for: "According to its data, Acme puts sales at"."""
        owner, _, _rest = wording.partition(" ")
        at = bisect_left(self.starts, source.end)
        if owner.lower() not in grammar().possessive or at == len(self.names):
            return None
        name = self.names[at]
        beside = self.text[source.end : name.span.start] in (", ", ", the ") and name.how == "name"
        opens = beside and _OPENED.search(self.text, max(0, source.start - _OPENING), source.start)
        tells = opens and name.entity.kind in ORGANIZATIONS and _VIEWS.match(self.text, name.span.end)
        return name.entity if tells else None

    def _of_no_place(self, name: Name, source: Span) -> bool:
        """Tell whether a place speaks not itself: a dateline, or firms that it only tells the seat of."""
        dateline = self.text[source.end : source.end + 2].lstrip().startswith(":")
        seat = _SEATED.match(self.text, name.span.end)
        return dateline or seat is not None or _FIRMS.fullmatch(self.text, name.span.end, source.end) is not None

    def _modifying(self, name: Name, source: Span) -> bool:
        """Tell whether a name only tells of which: "the Acme-led company", "the family that controls Acme"."""
        if _LED.match(self.text, name.span.end) or _MAKER_OF.fullmatch(self.text, source.start, name.span.start):
            return True
        restricted = _THAT.match(self.text, source.start, name.span.start)
        head = restricted or _HEAD.match(self.text, source.start, source.end)
        return head is not None and head.end(1) <= name.span.start and not self.named(Span(source.start, head.end(1)))

    def _described(self, name: Name, source: Span) -> bool:
        """Tell whether the phrase is a body and an apposition to it: "Acme, an early investor in Borealis"."""
        lead = self.text[source.start : name.span.start].lower().strip()
        opens = name.entity.kind in ORGANIZATIONS and lead in ("", "the", "both", "also")
        if opens and name.how == "description" and self.text.startswith(_TO_WHOM, name.span.end):
            return True  # "the supplier to Acme and Borealis"
        return opens and _APPOSED.match(self.text, name.span.end, source.end) is not None

    def _of_pronoun(self, wording: str, source: Span, found: list[Name]) -> tuple[Agent, ...]:
        if wording.lower() in _RELATIVE_WORDS and (head := self._antecedent(source)):
            return (head,)
        plural = wording.lower() in ("they", "who")
        if wording.lower() == "they" and (house := self._house(source)):
            return (house,)
        if plural and self.last and all(isinstance(agent, Unnamed) for agent in self.last):
            return self.last
        if wording.lower() == "it" and self.reporter and (self._reports_on(source) or self._adds(source)):
            return (self.reporter[0],)
        if found:
            return (found[0].entity,)
        one = len(self.last) == 1 and isinstance(self.last[0], Entity) and self.last[0].kind == "Person"
        return self.last if wording.lower() in (("he", "she") if one else ("they", "it")) else ()

    def _antecedent(self, source: Span) -> Entity | None:
        """Return whom a relative clause is about: Acme of "Acme, which said it would hire"."""
        before = bisect_left(self.starts, source.start) - 1
        name = self.names[before] if before >= 0 else None
        if (
            name is not None
            and name.entity.kind == "Product"
            and before
            and self._made_by(self.names[before - 1], name)
        ):
            before, name = before - 1, replace(self.names[before - 1], span=name.span)
        if name is None or name.how == "pronoun" or name.entity.kind not in SPEAKERS:
            return None
        if self.text[name.span.end : source.start] not in _COMMAS:
            return None
        ahead = self.names[before - 1] if before else name
        served = self.text[ahead.span.end : name.span.start] in _SERVING
        return ahead.entity if served and ahead.entity.kind == "Person" else name.entity

    def _made_by(self, maker: Name, name: Name) -> bool:
        """Tell whether a name owns the product behind it: "Acme's Orbit, which said"."""
        return maker.entity.kind in ORGANIZATIONS and self.text[maker.span.end : name.span.start] in _OWNS

    def _house(self, source: Span) -> Entity | None:
        """Return the house whose people "they" are: "At Ferrous Bank they expect"."""
        before = bisect_left(self.starts, source.start) - 1
        name = self.names[before] if before >= 0 else None
        if (
            name is None
            or name.entity.kind not in ORGANIZATIONS
            or not self.text.endswith(_AT_HOUSE, 0, name.span.start)
        ):
            return None
        return name.entity if self.text[name.span.end : source.start] in (" ", ", ") else None

    def _reports_on(self, source: Span) -> bool:
        """Tell whether an outlet goes on: it spoke shortly before, whomever it cited.

        No other body has led a sentence since, nor is one named in the sentence.
        """
        if self.reporter is None or not 0 <= source.start - self.reporter[1] <= _GOING_ON:
            return False
        between = self.named(Span(self.reporter[1], source.start))
        bodies = [name for name in between if name.entity.kind in ORGANIZATIONS and name.entity != self.reporter[0]]
        own = max(self.text.rfind(". ", 0, source.start), self.text.rfind("\n", 0, source.start))
        named = (name for name in bodies if name.how == "name")
        return not any(
            name.span.start > own or _LEADS.search(self.text, max(0, name.span.start - _LEAD), name.span.start)
            for name in named
        )

    def _adds(self, source: Span) -> bool:
        """Tell whether an outlet that spoke shortly before adds what the sentence says: "..., it added"."""
        near = self.reporter is not None and 0 <= source.start - self.reporter[1] <= _GOING_ON
        return near and self.text.endswith(", ", 0, source.start) and _ADDS.match(self.text, source.end) is not None

    def _joint(self, chosen: list[Name], found: list[Name]) -> tuple[Agent, ...]:
        """Return the first of the names, or the one that it describes, and those joined to it."""
        chosen = chosen[self._head(chosen) :]
        agents = [chosen[0].entity]
        for before, name in pairwise(chosen):
            if not self._together(before, name):
                break
            agents.append(name.entity)
        return tuple(dict.fromkeys(agents)) if found else ()

    def _together(self, before: Name, name: Name) -> bool:
        """Tell whether a name is joined to the one before it, by nouns that describe it alone."""
        joint = _JOINED.match(self.text[before.span.end : name.span.start])
        return (
            joint is not None
            and name.how != "group"
            and not any(word[0].isupper() or grammar().function(word) for word in (joint["nouns"] or "").split())
        )

    def _reads(self, name: Name) -> bool:
        """Tell whether a name is a pronoun for who has read the paper before it: "citing a memo it has seen"."""
        return name.how == "pronoun" and _HAS_READ.match(self.text, name.span.end) is not None

    def _owning(self, name: Name) -> bool:
        """Tell whether a name is a pronoun that owns what follows ("Acme and its rival Borealis")."""
        return name.how == "pronoun" and name.span.of(self.text).lower() in grammar().possessive

    def _head(self, names: list[Name]) -> int:
        """Return the place of the name that those before describe: "Acme rival Borealis", "Acme owner Borealis"."""
        for index, (before, name) in enumerate(pairwise(names)):
            between = self.text[before.span.end : name.span.start]
            if not _NOUNS.fullmatch(between) or any(grammar().function(word) for word in between.split()):
                return index
        return len(names) - 1

    def _of_noun(self, wording: str, noun: str, found: list[Name]) -> tuple[Agent, ...]:
        owners = [name for name in found if name.entity.kind in ORGANIZATIONS]
        if noun == "voice" and owners:
            self.voice = owners[0].entity
            return self._joint(owners, found)
        if noun == "voice" and self.voice and _points_back(wording):
            return (self.voice,)
        if noun in ("people", "voice"):
            house = self._short_of(wording)
            return (house,) if house else (self._unnamed(wording),)
        if owners:
            return self._joint(owners, found)
        if noun == "publication" and _points_back(wording):
            return (self.outlet,) if self.outlet else ()
        return (Unnamed(wording, None, "document"),)

    def _short_of(self, wording: str) -> Entity | None:
        """Return the house whose people speak under the first word of its name: "Cantor analysts"."""
        short = _SHORT.fullmatch(wording)
        if short is None:
            return None
        bodies = {name.entity for name in self.names if name.entity.kind in ORGANIZATIONS and name.how == "name"}
        called = [body for body in bodies if body.name.startswith(short[1])]
        return called[0] if len(called) == 1 and called[0].name.startswith(f"{short[1]} ") else None

    def _unnamed(self, wording: str) -> Unnamed:
        """Return the people this wording stands for: those quoted before, if it points back to their noun."""
        noun = _stem(wording)
        if _points_back(wording) and noun in self.unnamed:
            return self.unnamed[noun]
        people = Unnamed(wording, people_count(wording), "people")
        if " " in wording or noun not in self.unnamed:
            self.unnamed[noun] = people
        return people


def _stem(wording: str) -> str:
    """Return the noun of unnamed people, one for all that "the people" and "the sources" may stand for."""
    found = _SOURCE.search(wording)
    noun = found[0].lower() if found else ""
    return "source" if noun in words("sources", "anybody") else noun.removesuffix("s")


def people_count(wording: str) -> int | None:
    """Return how many people an unnamed source says it is, None where it does not."""
    pattern, numbers = _counts()
    digits, found = _DIGITS.match(wording.lower()), pattern.match(wording.lower())
    if digits:
        return int(digits[1])
    return numbers[found[1]] if found and not wording.lower().startswith("a group") else None


def _points_back(wording: str) -> bool:
    return bool(_AGAIN.match(wording)) and len(wording.split()) <= _POINTING_BACK


@cache
def _counts() -> tuple[re.Pattern[str], dict[str, int]]:
    pairs = {word: int(number) for number, word in (entry.split(" ", 1) for entry in sorted(words("sources", "count")))}
    return re.compile(rf"({alternation(pairs)})\s"), pairs

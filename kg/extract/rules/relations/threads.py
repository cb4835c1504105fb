"""What is carried from sentence to sentence while the relations of a text are read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.frames import role_nouns
from kg.extract.rules.relations.links import Link
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon
from kg.model import Entity, Span

_REFERRING = ("description", "pronoun")
_ACTED_ON = re.compile(r"\b(?:to\s[a-z]+(?:\s(?:on|with|against))?|by|against|over)\s\Z")
_NUMBERED = re.compile(r"\d+[.)]\s")
_ITS_SUM = Construction(r"(?:,|:|\s[-–—])\s{#money}[\d.,]*(?:[A-Za-z]{1,2}|\s?{relation-cues:sums})?(?=[,.;:]|\Z)")
_NEAR = 60
_OF_ROUND = Construction(r"\b{relation-cues:round}\s(?:for|in|of)\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
_RAISES = Construction(
    r"(?:,\s[^,;.]{1,120},)?\s(?:(?:has|had|have|[a-z]+ly|just|also|on\s[A-Z][a-z]+)\s){0,2}{relation-cues:raised}\s"
    r"(?:(?:an?|another|new|about|around|over|more\sthan|up\sto|some|{relation-cues:anew}|[a-z]+ly|[a-z]+-[a-z]+)\s){0,3}{#money}"
    r"(?=(?:[^.;]|\.\d){0,60}\b(?:{relation-cues:round|relation-cues:funding}|to|from|in|on)\b|(?:[^.;]|\.\d){0,60}\.?\Z)"
)
_OWN_ROUND = Construction(
    r"(?:['’]s)?\s(?:[\w$€£%.-]+\s){0,4}?(?:{relation-cues:share-sale}|{relation-cues:round})\b(?!\s(?:in|into)\b)"
)
_SHARE_SALE = Construction(r"\s(?:[\w$€£%.-]+\s){0,6}?{relation-cues:share-sale}\b")


@dataclass(slots=True)
class Thread:
    """Topics, who opens the sentence, who was last invested in, the last makers, things, objects of each predicate."""

    first: Name | None = None
    lead: Name | None = None
    funded: Name | None = None
    topic: Name | None = None
    things: tuple[Name, ...] = ()
    makers: tuple[Name, ...] = ()
    seats: dict[Entity, set[str | None]] = field(default_factory=dict)
    objects: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def note(self, links: Iterable[Link], text: str) -> None:
        """Keep the objects of each predicate, for what is left out later ("and Meta 224,000"), and the last makers.

        Who is "Acme-backed" is so in passing: no round that is told of behind is theirs for that.
        """
        links = tuple(links)
        for predicate in {link.predicate for link in links}:
            self.objects[predicate] = tuple(link.object.entity for link in links if link.predicate == predicate)
        self.makers = tuple(link.subject for link in links if link.predicate == "makes")[:1] or self.makers
        for link in links:
            other = link.object.entity != link.subject.entity
            told = text[link.subject.span.end : link.subject.span.end + 1] != "-"
            if link.predicate == "investsIn" and link.object.entity.kind == "Company" and other and told:
                self.funded = link.object
            if link.predicate == "locatedIn" and link.subject.how not in _REFERRING:
                self.seats.setdefault(link.subject.entity, set()).add(link.object.entity.slug)

    def contradicts(self, link: Link, lexicon: Lexicon) -> bool:
        """Tell whether a description would seat a body elsewhere than the text has seated it by name.

        A town in the country told before is nowhere else.
        """
        told = self.seats.get(link.subject.entity)
        if not told or link.predicate != "locatedIn" or link.subject.how not in _REFERRING:
            return False
        place = link.object.entity.slug
        inside = told & lexicon.around(place) if place else told
        return place not in told and not inside and not any(place in lexicon.around(one) for one in told if one)


def leading(text: str, sentence: Span, names: Sequence[Name]) -> Name | None:
    """Return the first company of a sentence, None where it is only whom somebody acts on: "to take on Acme"."""
    first = topic(spoken_of(text, names))
    if first is None or _ACTED_ON.search(text, sentence.start, first.span.start):
        return None
    owned = text.startswith(("'s", "’s"), first.span.end) and text.endswith(" of ", 0, first.span.start)
    return None if owned else first  # "a veteran of Acme's"


def raising(text: str, sentence: Span, names: Sequence[Name]) -> Name | None:
    """Return the company that a sentence tells to raise money: "Acme, a lender, has raised $4 million"."""
    companies = [name for name in names if name.entity.kind == "Company"]
    raises = next((name for name in companies if _RAISES.match(text, name.span.end, sentence.end)), None)
    raises = raises or next((name for name in companies if _is_raised_for(text, sentence, name)), None)
    listed = companies[:1] if raises is None and companies and _is_listed(text, sentence, companies[0]) else []
    return (
        raises
        or next(iter(listed), None)
        or next((name for name in companies if _has_round(text, sentence, name)), None)
    )


def _is_listed(text: str, sentence: Span, name: Name) -> bool:
    """Tell whether an item of a list tells how much a company raised: "2. Acme, $90M."."""
    opens = sentence.start == name.span.start or _NUMBERED.fullmatch(text, sentence.start, name.span.start)
    return bool(opens) and _ITS_SUM.match(text, name.span.end, sentence.end) is not None


def _has_round(text: str, sentence: Span, name: Name) -> bool:
    """Tell whether a round or a sale of shares is told to be somebody's: "its latest round", "Acme's share sale"."""
    owned = name.how == "pronoun" or text.startswith(("'s", "’s"), name.span.end)
    return (_OWN_ROUND if owned else _SHARE_SALE).match(text, name.span.end, sentence.end) is not None


def _is_raised_for(text: str, sentence: Span, name: Name) -> bool:
    """Tell whether a round for a company is told of: "will join a funding round for Acme"."""
    start = max(sentence.start, name.span.start - _NEAR)
    before = text[start : name.span.start]
    tied = " for " in before or " in " in before or " of " in before
    return tied and _OF_ROUND.search(before) is not None


def spoken_of(text: str, names: Sequence[Name]) -> list[Name]:
    """Return the names but those that only tell in what role the next one is told of: Acme of "Acme rival Beta"."""
    between = (text[one.span.end : other.span.start] for one, other in pairwise(names))
    role = [said.startswith(" ") and said.strip() in role_nouns() for said in between]
    return [name for name, passed in zip(names, [*role, False], strict=True) if not passed] if any(role) else [*names]


def topic(names: Sequence[Name]) -> Name | None:
    """Return the first company of a sentence."""
    return next((name for name in names if name.entity.kind == "Company"), None)

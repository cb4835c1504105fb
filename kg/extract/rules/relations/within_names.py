"""What one expression links by itself: "TikTok's parent company", "the Beijing-based firm", "Nvidia H20"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS, THINGS
from kg.extract.rules.references.curbs import export_rule
from kg.extract.rules.references.descriptions import named_places
from kg.extract.rules.relations.frames import PLAIN, triggers
from kg.extract.rules.relations.links import Link, is_process
from kg.extract.rules.relations.sellers import named_maker
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity

_UNDER_BAN = Construction(r"\b{relation-cues:banned}\s(?:[A-Z]\w+(?:['’]s)?\s)?(?:[a-z-]+\s)?\Z")
_OWN = re.compile(r"\s(?:(?!and\b|or\b)(?:[a-z][\w-]*|[A-Z]{2})\s){0,4}")
_THEIRS = re.compile(r"['’]s\s(?:(?!and\b|or\b)(?:[a-z][\w-]*|[A-Z]{2})\s){0,4}")
_SOLD = Construction(r"\b{relation-cues:sold}\b")
_ALSO = Construction(r"(?:{relation-cues:elsewhere|relation-cues:renamed|relation-cues:naming})\s\Z")
_AROUND = 60
"""Characters beyond both names in which a word for selling may stand."""
_TOWN = re.compile(
    r"(?:[Tt]he|[Aa]n?)\s(?P<town>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}),\s(?P<state>[A-Z][\w. ]+)-based\s"
)
"""A town that is told with the state it is in: "the Stoneford, Texas-based miller"."""
_JOINT = re.compile(r"\s(?P<by>of|to|for|in|at)\s(?:the\s)?(?=[A-Z])")
_SEPARATED = re.compile(r",\s(?:and\s)?|\sand\s")


def within_names(text: str, names: Sequence[Name], told: frozenset[Entity], lexicon: Lexicon) -> Iterator[Link]:
    """Yield what each of `names` links; `told` are the entities that the text names."""
    for index, name in enumerate(names):
        printed = name.span.of(text)
        if name.how == "description" and name.entity.kind == "Company":
            yield from _described(name, printed, lexicon)
            yield from _in_role(text, index, names)
            yield from _own_thing(text, name, names, told, lexicon)
        elif name.how == "name":
            yield from _in_name(name, printed, lexicon)
            if name.entity.kind in THINGS:
                yield from _of_first(text, name, names, lexicon)
                yield from _banned(text, name, told, lexicon)
        elif name.how == "pronoun" and printed.lower() == "its":
            yield from _own_thing(text, name, names, told, lexicon)


def of_states(text: str, links: Sequence[Link], lexicon: Lexicon) -> Iterator[Link]:
    """Yield the state that a seat's name tells behind its town: Texas of "Austin, Texas-based Acme"."""
    for link in links:
        town, _, state = link.object.span.of(text).partition(", ") if link.predicate == "locatedIn" else ("", "", "")
        places = named_places(state, lexicon) if town and state else ()
        if len(places) == 1 and (slug := next(iter(places))) != link.object.entity.slug:
            place = Name(link.object.span, lexicon.entities[slug], "description")
            yield Link(link.subject, link.predicate, place, link.rule, link.mode, link.negated)


def _in_name(name: Name, printed: str, lexicon: Lexicon) -> Iterator[Link]:
    """Yield whose a thing or a part is, and whose a rule, where its name says so: "Nvidia H20", "Alibaba Cloud"."""
    predicate = (
        {"Chip": "makes", "Product": "makes", "Company": "parentOf", "Authority": "parentOf"}.get(name.entity.kind, "")
        if " " in printed
        else ""
    )
    for holder in lexicon.having(predicate, name.entity) if predicate and not is_process(name.entity, lexicon) else ():
        labels = _labels(lexicon)[holder.slug] if name.entity.kind == "Authority" else (holder.name,)
        opens = tuple(f"{label.lower()}{end}" for label in labels for end in (" ", "'s ", "’s "))
        if printed.lower().startswith(opens):
            yield Link(Name(name.span, holder), predicate, name, "holder-in-name")
    if name.entity.kind == "Regulation":
        for authority in lexicon.related(name.entity, "issuedBy"):
            named = any(
                printed.startswith(f"{label}{end}")
                for label in _labels(lexicon)[authority.slug]
                for end in (" ", "'", "’")
            )
            if named:  # "US export controls" name a country, and no body that issued them
                yield Link(name, "issuedBy", Name(name.span, authority, "description"), "issuer-in-name")


def _own_thing(
    text: str, pronoun: Name, names: Sequence[Name], told: frozenset[Entity], lexicon: Lexicon
) -> Iterator[Link]:
    """Yield that its maker makes the thing in "its Doubao chatbot", whoever "its" or "the firm's" was taken for.

    The maker must be named in the text.
    """
    for name in names:
        if name.entity.kind not in THINGS or name.span.start <= pronoun.span.end:
            continue
        between = _OWN if pronoun.how == "pronoun" else _THEIRS
        beside = between.fullmatch(text, pronoun.span.end, name.span.start) is not None
        makers = lexicon.having("makes", name.entity) if beside and not is_process(name.entity, lexicon) else ()
        maker = named_maker(name, makers) if makers else None
        if maker is not None and pronoun.entity not in makers and maker in told:
            yield Link(Name(pronoun.span, maker, "description"), "makes", name, "its-thing")


def _of_first(text: str, thing: Name, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Link]:
    """Yield that whom a sentence is about makes what it tells the sales or users of: "Acme sees 9 million Zed sales".

    The registry must have them as its only maker, and the sentence a word for what is made and sold.
    """
    first = next((name for name in names if name.entity.kind in FIRMS), None)
    if first is None or first.how == "group" or is_process(thing.entity, lexicon):
        return
    if _ALSO.search(text, max(0, thing.span.start - _AROUND), thing.span.start):
        return  # "its app, which goes by the name X elsewhere"
    makers = lexicon.having("makes", thing.entity)
    if len(makers) == 1 and makers[0] == first.entity:
        start, end = min(first.span.end, thing.span.end), max(first.span.start, thing.span.start)
        if _SOLD.search(text, max(0, start - _AROUND), end + _AROUND):
            yield Link(first, "makes", thing, "maker-told")


def _banned(text: str, chip: Name, told: frozenset[Entity], lexicon: Lexicon) -> Iterator[Link]:
    """Yield the rule on exports that a "banned" or "restricted" chip is under: that of its maker's country.

    The text must name the rule, the country or one of its authorities.
    """
    if chip.entity.kind != "Chip" or not _UNDER_BAN.search(text, max(0, chip.span.start - _AROUND), chip.span.start):
        return
    for maker in lexicon.having("makes", chip.entity):
        rule = export_rule(maker, lexicon)
        known = rule is not None and any(
            one == rule or (one.kind in ("Authority", "Place") and export_rule(one, lexicon) == rule) for one in told
        )
        if rule is not None and known:
            yield Link(chip, "restrictedBy", Name(chip.span, rule, "description"), "banned-chip")


def _described(name: Name, printed: str, lexicon: Lexicon) -> Iterator[Link]:
    for slug in sorted(named_places(printed, lexicon)):
        yield Link(name, "locatedIn", Name(name.span, lexicon.entities[slug], "description"), "seat-in-description")
    town = _TOWN.match(printed) if "-based" in printed else None
    if town is not None and not named_places(town["town"], lexicon) and named_places(town["state"], lexicon):
        unknown = Entity(town["town"], "Place")
        yield Link(name, "locatedIn", Name(name.span, unknown, "description"), "town-in-description")
    for code, predicates in (("owner", ("parentOf",)), ("maker", ("makes", "parentOf"))):
        behind = code == "maker" and " behind " in printed  # "the company behind ChatGPT"
        if behind or any(printed.endswith(word) or f"{word} of " in printed for word in words("relation-cues", code)):
            for predicate in predicates:
                for thing in lexicon.related(name.entity, predicate):
                    if any(label in printed for label in _labels(lexicon)[thing.slug]):
                        yield Link(name, predicate, Name(name.span, thing, "description"), f"{code}-description")


def _in_role(text: str, index: int, names: Sequence[Name]) -> Iterator[Link]:
    """Yield what links whom a description for a role stands for to those behind it: "The supplier to Acme and Bcme"."""
    name = names[index]
    joint = _JOINT.match(text, name.span.end)
    noun = name.span.of(text).rsplit(maxsplit=1)[-1].lower() if joint else ""
    for trigger in triggers().get(noun, ()) if joint else ():
        if trigger.kind not in ("agent", "patient") or trigger.rest or trigger.plural:
            continue
        borne = "subject" if trigger.kind == "agent" else "object"
        for saying in trigger.frame.sayings:
            slot = saying.object if saying.subject == borne else saying.subject
            brings = ("of", "to") if slot in PLAIN else slot.split("|")
            if borne not in saying.slots or joint is None or joint["by"] not in brings:
                continue
            for other in _row(text, joint.end(), names[index + 1 :]):
                pair = (name, other) if saying.subject == borne else (other, name)
                yield Link(pair[0], saying.predicate, pair[1], f"{trigger.frame.code}-description")


def _row(text: str, start: int, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the companies that stand in a row from `start` on: "Acme, Bcme and Ccme"."""
    for name in names:
        if name.span.start != start or name.entity.kind != "Company":
            return
        yield name
        sep = _SEPARATED.match(text, name.span.end)
        start = sep.end() if sep else -1


@lru_cache(maxsize=4)
def _labels(lexicon: Lexicon) -> Mapping[str | None, tuple[str, ...]]:
    """Return slug -> the ways to print the entity's name."""
    found: dict[str | None, list[str]] = {}
    for label in lexicon.labels:
        found.setdefault(label.slug, []).append(label.text)
    return {slug: tuple(texts) for slug, texts in found.items()}

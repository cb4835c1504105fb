"""Relation claims: what links two names in one sentence, by the constructions of `relation_patterns`.

The registry never states a relation by itself. It helps where the text links two names but does not say how
("Nvidia's H20"), and it vetoes what cannot be (a possessive before another company's product).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, product

from kg.extract.rules.annotations import Name, Sentence
from kg.extract.rules.references.descriptions import named_places, place_words
from kg.extract.rules.relations.antecedents import bound
from kg.extract.rules.relations.attributes import attributable, attributed
from kg.extract.rules.relations.classes import classified
from kg.extract.rules.relations.framed import framed
from kg.extract.rules.relations.frames import linking, plural
from kg.extract.rules.relations.kinds import THINGS, fits
from kg.extract.rules.relations.parts import cue
from kg.extract.rules.relations.patterns import Cues, Rule
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.relations.skeletons import Skeleton, merged, nationals, skeleton, ungrouped
from kg.lexicon.names import Lexicon, registry
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity, Evidence, Mention, RelationClaim, Span

_DONE = ("buysFrom", "customerOf", "investsIn", "makes", "parentOf")
"""Predicates of things that are done, so that they can be planned."""
_REFERRING = ("description", "pronoun")


@dataclass(slots=True)
class _Thread:
    """What is carried from sentence to sentence: topics, the last makers, things, and objects of each predicate."""

    lead: Name | None = None
    topic: Name | None = None
    things: tuple[Name, ...] = ()
    makers: tuple[Name, ...] = ()
    seats: dict[Entity, set[str | None]] = field(default_factory=dict)
    objects: dict[str, tuple[Entity, ...]] = field(default_factory=dict)

    def note(self, links: Iterable["_Link"]) -> None:
        """Keep the objects of each predicate, for what is left out later ("and Meta 224,000"), and the last makers."""
        links = tuple(links)
        for predicate in {link.predicate for link in links}:
            self.objects[predicate] = tuple(link.object.entity for link in links if link.predicate == predicate)
        self.makers = tuple(link.subject for link in links if link.predicate == "makes")[:1] or self.makers
        for link in links:
            if link.predicate == "locatedIn" and link.subject.how not in _REFERRING:
                self.seats.setdefault(link.subject.entity, set()).add(link.object.entity.slug)

    def contradicts(self, link: "_Link") -> bool:
        """Tell whether a description would seat a body elsewhere than the text has seated it by name."""
        told = self.seats.get(link.subject.entity, ())
        referring = link.predicate == "locatedIn" and link.subject.how in _REFERRING
        return referring and bool(told) and link.object.entity.slug not in told


def relations(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name], lexicon: Lexicon | None = None
) -> tuple[Mention, ...]:
    """Return a mention for each relation that a sentence states, in order of position, each once a sentence.

    `names` are the resolved names and references. A mention's `figure` reaches from the first to the last name, its
    quote is the sentence.
    """
    lexicon = lexicon or registry()
    thread = _Thread()
    found: list[Mention] = []
    position = reached = 0
    told = frozenset(name.entity for name in names)
    national = nationals(text, lexicon)
    names = bound(text, sentences, _whole(text, names))
    bare = merged(ungrouped(text, names, lexicon), national)
    names = merged(names, national)
    cues = Cues(text)
    for sentence in sentences:
        inside, position = _inside(names, sentence.span, position)
        if inside:
            usable = cues.usable(sentence.span, inside)
            bones = skeleton(text, sentence.span, inside) if usable else None
            members, reached = _inside(bare, sentence.span, reached)
            members = inside if members == inside else members
            stated = tuple(_by_structure(text, sentence.span, members, thread.lead, lexicon))
            if stated:
                thread.note(stated)
            told_of = frozenset((link.predicate, one.entity) for link in stated for one in (link.subject, link.object))
            matched = _by_patterns(bones, usable, thread, lexicon, told_of) if bones else ()
            links = (*stated, *matched, *_inside_names(text, inside, told, lexicon))
            found.extend(_mentions(text, sentence.span, (link for link in links if not thread.contradicts(link))))
            thread.topic = _topic(inside) or thread.topic
            thread.lead = thread.lead or thread.topic
            thread.things = tuple(name for name in inside if name.entity.kind in THINGS)
    return tuple(found)


def _whole(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names without companies that are parts of one longer name: "Acme" of "Acme Components".

    Two that stand side by side, one of them unknown to the registry, are no two companies.
    """
    parts: set[int] = set()
    for index, (one, other) in enumerate(pairwise(names)):
        bodies = one.entity.kind in _JOINED and other.entity.kind in _JOINED and one.how == other.how == "name"
        unknown = bodies and (one.entity.slug is None or other.entity.slug is None)
        if unknown and _JOINT.fullmatch(text, one.span.end, other.span.start):
            parts.update((index, index + 1))
    return tuple(name for index, name in enumerate(names) if index not in parts) if parts else tuple(names)


_JOINED = ("Company", "Organization")
_JOINT = re.compile(r"[ -](?:[A-Z]\w+ )?")


def _inside(names: Sequence[Name], span: Span, position: int) -> tuple[list[Name], int]:
    while position < len(names) and names[position].span.start < span.start:
        position += 1
    first = position
    while position < len(names) and names[position].span.end <= span.end:
        position += 1
    return list(names[first:position]), position


def _topic(names: Sequence[Name]) -> Name | None:
    return next((name for name in names if name.entity.kind == "Company"), None)


@dataclass(frozen=True, slots=True)
class _Link:
    subject: Name
    predicate: str
    object: Name
    rule: str
    mode: str = "actual"
    negated: bool = False


def _mentions(text: str, sentence: Span, links: Iterable[_Link]) -> Iterator[Mention]:
    """Yield a mention for each different link of one sentence."""
    seen: set[tuple[Entity, str, Entity]] = set()
    for link in links:
        key = (link.subject.entity, link.predicate, link.object.entity)
        if key in seen or link.subject.entity == link.object.entity:
            continue
        seen.add(key)
        spans = [span for span in (link.subject.span, link.object.span) if sentence.covers(span)]
        figure = Span(min(span.start for span in spans), max(span.end for span in spans))
        claim = RelationClaim(*key, mode=link.mode)
        misspelt = tuple((n.span.of(text), n.entity) for n in (link.subject, link.object) if n.how == "misspelling")
        evidence = (Evidence("predicate", link.rule, figure),)
        yield Mention(claim, sentence, figure, negated=link.negated, misspelt=misspelt, evidence=evidence)


def _by_patterns(
    bones: Skeleton,
    usable: Sequence[Rule],
    thread: _Thread,
    lexicon: Lexicon,
    told: frozenset[tuple[str, Entity]] = frozenset(),
) -> Iterator[_Link]:
    for rule in usable:
        for match in rule.compiled().finditer(bones.text):
            groups = match.groupdict()
            objects = _objects(rule, bones, groups, thread, lexicon)
            objects = objects if groups.get("s") else _untold(rule.predicate, objects, told)
            subjects = _side(bones, groups.get("s")) or _understood(rule, bones.names, thread, objects)
            mode = "planned" if rule.predicate in _DONE and _planned().search(match[0]) else "actual"
            negated = _denied().search(match[0]) is not None
            for subject, thing in product(subjects, objects):
                link = _checked(_Link(subject, rule.predicate, thing, rule.name, mode, negated), lexicon)
                if link:
                    yield link
            if rule.predicate == "makes" and subjects and objects:
                thread.makers = subjects


def _untold(predicate: str, objects: tuple[Name, ...], told: frozenset[tuple[str, Entity]]) -> tuple[Name, ...]:
    """Return the objects that the sentence has linked to nobody: only their subject is left to be understood.

    Who buys here sells nothing here: "won orders from X" leaves no buyer from X to be understood.
    """
    return tuple(name for name in objects if (predicate, name.entity) not in told)


def _by_structure(
    text: str, sentence: Span, names: Sequence[Name], lead: Name | None, lexicon: Lexicon
) -> Iterator[_Link]:
    """Yield what the sentence's verbs, role nouns and noun phrases link."""
    kinds = [name.entity.kind for name in names]
    known = linking(_reached(frozenset(kinds), lexicon), lead.entity.kind if lead else None, several=len(names) > 1)
    bones = skeleton(text, sentence, names) if known.frames or len(names) > 1 else None
    if bones is None:
        return
    joined = attributable(kinds, bones.text)
    if not (joined or known.opened(bones.text)):
        return
    reading = Reading(classified(bones), lexicon, lead)
    for stated in (*framed(reading, known), *(attributed(reading) if joined else ())):
        mode = "planned" if stated.planned and stated.predicate in _DONE else "actual"
        for subject, thing in product(stated.subjects, _own(stated, lexicon)):
            link = _checked(_Link(subject, stated.predicate, thing, stated.rule, mode, stated.negated), lexicon)
            if link:
                yield link


def _own(stated: Stated, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the objects; of several things that somebody makes, those that are registered as theirs if any is.

    In "the H20 and the MI308 made by AMD" the H20 is not.
    """
    if stated.rule != "manufacture-verb" or len(stated.objects) == 1:
        return stated.objects
    makers = {name.entity for name in stated.subjects}
    own = tuple(name for name in stated.objects if not makers.isdisjoint(lexicon.having("makes", name.entity)))
    return own or stated.objects


def _reached(kinds: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the classes that names of these classes stand for: a thing may stand for whoever makes it."""
    return kinds if kinds.isdisjoint(THINGS) else kinds | _maker_kinds(lexicon)


@lru_cache(maxsize=4)
def _maker_kinds(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        maker.kind
        for thing in lexicon.entities.values()
        if thing.kind in THINGS
        for maker in lexicon.having("makes", thing)
    )


@lru_cache(maxsize=1)
def _planned() -> re.Pattern[str]:
    return re.compile(cue("planned"))


@lru_cache(maxsize=1)
def _denied() -> re.Pattern[str]:
    return re.compile(rf"{cue('denied')}|n't\b")


def _side(bones: Skeleton, part: str | None) -> tuple[Name, ...]:
    """Return the names of one side; of a group and its examples ("suppliers such as Acme"), the examples."""
    names = bones.named(part) if part else ()
    examples = tuple(name for name in names if name.how != "group")
    return examples or names


def _understood(rule: Rule, names: Sequence[Name], thread: _Thread, objects: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the subject where none is named: the maker before, or the company the sentence or text is about."""
    if rule.name == "others":
        return thread.makers
    if rule.name in ("also-bought-by", "also-bought"):
        return ()
    if rule.name == "rival-bare" and any(name.how == "group" for name in objects):
        return ()
    if rule.name == "these-for":
        return thread.things
    if rule.name in _BY_LEAD:
        linked = {thing.entity for thing in objects} | set(thread.objects.get(rule.predicate, ()))
        buyers = (name for name in (*names[:1], thread.lead, thread.topic) if name and name.entity.kind == "Company")
        return tuple(name for name in buyers if name.entity not in linked)[:1]
    lead = _topic(names[:1]) if rule.name in _LED else None
    linked = {thing.entity for thing in objects}
    chosen = next((name for name in (lead, thread.topic) if name and name.entity not in linked), None)
    return (chosen,) if chosen else ()


_LED = ("uses", "orders-goods", "builds-too")
"""Constructions whose subject is the first name of the sentence, if that is a company."""


_BY_LEAD = ("orders-to", "orders-gain", "gets-orders", "rest-from", "rest-filled", "named-suppliers", "rival-bare")
"""Constructions whose subject is the first company of the sentence, else the one that the text began with."""
_WARES = ("gear", "goods", "mass", "wares")
"""The codes of the nouns for goods."""
_OF_TOPIC = ("single-customer", "round-led-by", "investor-bare", "investors-bare", "joins-round")
"""Constructions whose object is the company that the sentence or, for a customer, the text before is about."""


def _objects(
    rule: Rule, bones: Skeleton, groups: dict[str, str | None], thread: _Thread, lexicon: Lexicon
) -> tuple[Name, ...]:
    at = bones.names[0].span
    if groups.get("noun"):
        noun = _lower_first(str(groups["noun"]))
        ware = _goods(noun) if rule.predicate == "makes" else noun
        known = rule.name != "goods-maker" or ware.rsplit(maxsplit=1)[-1] in words("relation-cues", *_WARES)
        return (Name(at, Entity(ware, "Product"), "description"),) if known else ()
    if groups.get("trade"):
        return tuple(Name(at, Entity(noun, "Product"), "description") for noun in _produced(str(groups["trade"])))
    if groups.get("ware"):
        wares = bones.named(str(groups["ware"]))
        pairs = ((ware, maker) for ware in wares for maker in lexicon.having("makes", ware.entity)[:1])
        found = tuple(Name(ware.span, maker, "description") for ware, maker in pairs)
    elif groups.get("o"):
        found = _side(bones, groups["o"])
        if rule.name in ("examples", "among-them"):
            found = _seats(found, lexicon)
    elif rule.name == "it-known":
        return thread.things[:1] if bones.names[0].how == "pronoun" else ()
    elif rule.name in _OF_TOPIC:
        subjects = bones.named(str(groups["s"]))
        before = (name for name in bones.names if name.span < subjects[0].span)
        first = next((name for name in before if name.entity.kind == "Company"), None)
        chosen = thread.topic or first if rule.name == "single-customer" else first or thread.topic
        return (chosen,) if chosen else ()
    else:
        return tuple(Name(at, entity, "description") for entity in thread.objects.get(rule.predicate, ()))
    thread.objects[rule.predicate] = tuple(name.entity for name in found)
    return found


def _produced(trade: str) -> tuple[str, ...]:
    """Return the goods that a word for a maker names: "chipmaker" has chips, "drugmaker" and "chip company" none."""
    printed = trade.lower()
    making = any(printed.endswith(word) for word in words("relation-cues", "maker"))
    produced = concept_of("nouns")[printed].facts["produces"] if making else ()
    return tuple(noun for noun in produced if printed.startswith(noun.removesuffix("s")))


def _lower_first(noun: str) -> str:
    return noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]


def _goods(noun: str) -> str:
    """Return the goods that "electric vehicle maker" tells of: in the plural, but for mass nouns."""
    mass = noun.endswith("s") or noun.rsplit(maxsplit=1)[-1] in words("relation-cues", "mass", "gear")
    return noun if mass else plural(noun)


def _seats(groups: tuple[Name, ...], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the country of each national group ("Chinese suppliers"), at the group's place."""
    found = ((group, place_words(lexicon).get(group.entity.name.split()[0], ())) for group in groups)
    return tuple(
        Name(group.span, lexicon.entities[slugs[0]], "description") for group, slugs in found if len(slugs) == 1
    )


def _checked(link: _Link, lexicon: Lexicon) -> _Link | None:
    """Return the link with the predicate that the registry has for a possessive, None for one that cannot be."""
    subject, thing = link.subject.entity, link.object.entity
    if not fits(link.predicate, subject.kind, thing.kind) or (
        link.predicate == "locatedIn" and _elsewhere(link.subject, thing, lexicon)
    ):
        return None
    owned = subject.kind == "Authority" or thing in lexicon.related(
        subject, "parentOf"
    )  # "the ministry's trade office"
    if link.rule == "possessed" and not owned:
        return None
    return _made(link, lexicon) if link.predicate == "makes" and thing.slug else link


def _made(link: _Link, lexicon: Lexicon) -> _Link | None:
    subject, thing = link.subject.entity, link.object.entity
    if thing in lexicon.related(subject, "parentOf"):
        return replace(link, predicate="parentOf")
    if link.rule == "manufacture-verb":
        return link
    makers = (*lexicon.having("makes", thing), *lexicon.having("parentOf", thing))
    vetoed = (makers and subject not in makers) or (not makers and link.rule in ("maker-name", "from-maker"))
    return None if vetoed else link


def _elsewhere(body: Name, place: Entity, lexicon: Lexicon) -> bool:
    """Tell whether the registry has the seat elsewhere of what a description stands for: it stands for another then."""
    seats = lexicon.places(body.entity) if body.how in ("description", "pronoun") else frozenset()
    return bool(seats) and place.slug not in seats


def _inside_names(text: str, names: Sequence[Name], told: frozenset[Entity], lexicon: Lexicon) -> Iterator[_Link]:
    """Yield the links that one expression states: "TikTok's parent company", "the Beijing-based firm", "Nvidia H20"."""
    for name in names:
        printed = name.span.of(text)
        if name.how == "description" and name.entity.kind == "Company":
            yield from _described(name, printed, lexicon)
        elif name.how == "name":
            yield from _in_name(name, printed, lexicon)
        elif name.how == "pronoun" and printed.lower() == "its":
            yield from _own_thing(text, name, names, told, lexicon)


def _in_name(name: Name, printed: str, lexicon: Lexicon) -> Iterator[_Link]:
    """Yield whose a thing or a part is, and whose a rule, where its name says so: "Nvidia H20", "Alibaba Cloud"."""
    predicate = (
        {"Chip": "makes", "Product": "makes", "Company": "parentOf", "Authority": "parentOf"}.get(name.entity.kind, "")
        if " " in printed
        else ""
    )
    for holder in lexicon.having(predicate, name.entity) if predicate else ():
        labels = _labels(lexicon)[holder.slug] if name.entity.kind == "Authority" else (holder.name,)
        opens = tuple(f"{label.lower()}{end}" for label in labels for end in (" ", "'s ", "’s "))
        if printed.lower().startswith(opens):
            yield _Link(Name(name.span, holder), predicate, name, "holder-in-name")
    if name.entity.kind == "Regulation":
        placed = _first_place(printed, lexicon)
        for authority in lexicon.related(name.entity, "issuedBy"):
            named = any(
                printed.startswith(f"{label}{end}")
                for label in _labels(lexicon)[authority.slug]
                for end in (" ", "'", "’")
            )
            if named or (placed and lexicon.having("seatOfGovernment", authority)):
                yield _Link(name, "issuedBy", Name(name.span, authority, "description"), "issuer-in-name")


def _own_thing(
    text: str, pronoun: Name, names: Sequence[Name], told: frozenset[Entity], lexicon: Lexicon
) -> Iterator[_Link]:
    """Yield that its maker makes the thing in "its Doubao chatbot", whatever the pronoun was taken for.

    The maker must be named in the text.
    """
    for name in names:
        beside = text[pronoun.span.end : name.span.start] == " " and name.entity.kind in THINGS
        makers = lexicon.having("makes", name.entity) if beside else ()
        for maker in makers[:1]:
            if pronoun.entity not in makers and maker in told:
                yield _Link(Name(pronoun.span, maker, "description"), "makes", name, "its-thing")


def _first_place(printed: str, lexicon: Lexicon) -> bool:
    return any(word.removesuffix("'s").removesuffix("’s") in place_words(lexicon) for word in printed.split())


def _described(name: Name, printed: str, lexicon: Lexicon) -> Iterator[_Link]:
    for slug in sorted(named_places(printed, lexicon)):
        yield _Link(name, "locatedIn", Name(name.span, lexicon.entities[slug], "description"), "seat-in-description")
    for code, predicates in (("owner", ("parentOf",)), ("maker", ("makes", "parentOf"))):
        if any(printed.endswith(word) or f"{word} of " in printed for word in words("relation-cues", code)):
            for predicate in predicates:
                for thing in lexicon.related(name.entity, predicate):
                    if any(label in printed for label in _labels(lexicon)[thing.slug]):
                        yield _Link(name, predicate, Name(name.span, thing, "description"), f"{code}-description")


@lru_cache(maxsize=4)
def _labels(lexicon: Lexicon) -> Mapping[str | None, tuple[str, ...]]:
    """Return slug -> the ways to print the entity's name."""
    found: dict[str | None, list[str]] = {}
    for label in lexicon.labels:
        found.setdefault(label.slug, []).append(label.text)
    return {slug: tuple(texts) for slug, texts in found.items()}

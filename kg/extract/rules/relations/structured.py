"""Links that a sentence's verbs, role nouns and noun phrases state: frames and noun phrases, checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from kg.extract.rules.annotations import BY_PLACE, Name
from kg.extract.rules.names.bodies import THINGS
from kg.extract.rules.references.curbs import export_rule
from kg.extract.rules.relations.attributes import attributable, attributed
from kg.extract.rules.relations.classes import classified
from kg.extract.rules.relations.framed import framed
from kg.extract.rules.relations.frames import linking, role_nouns
from kg.extract.rules.relations.links import DONE, Link, checked
from kg.extract.rules.relations.reading import Reading, Stated
from kg.extract.rules.relations.sellers import named_maker
from kg.extract.rules.relations.skeletons import skeleton
from kg.extract.rules.relations.threads import Thread
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.names import Lexicon
from kg.model import Span

_SEATED = re.compile(r"(?:, [A-Z][\w.]+)?(?:-[a-z]+)? [a-zA-Z]")
_COMPETING = "compete-verb"
"""The rule in which a company competes with another by what the other makes."""
_OWNING = ("'s ", "’s ", "' ", "’ ")
_WORD = 24
"""Characters that hold the word behind a name."""
_AS_WORTH = Construction(r"[^.;]{0,30}\sas\s[^.;,]{0,60}?{relation-cues:valued-at}\b")
_RANK = 120
"""Characters from a rival to what somebody is instead of it."""


def structured(text: str, sentence: Span, names: Sequence[Name], thread: Thread, lexicon: Lexicon) -> tuple[Link, ...]:
    """Return what the sentence's verbs, role nouns and noun phrases link; `thread` is what the text told before."""
    return _turned(tuple(_structured(text, sentence, names, thread, lexicon)))


def _turned(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return links in which nobody holds a part of its own holder: "the firm" is the other that the holder is in.

    In "A is in Z through its stake in B, which has put $4 million into the firm" that is Z.
    """
    held = [link for link in links if link.predicate == "investsIn"]
    if len(held) <= 1:
        return links
    pairs = {(link.subject.entity, link.object.entity) for link in held}
    return tuple(
        _in_other(link, held) if link in held and (link.object.entity, link.subject.entity) in pairs else link
        for link in links
    )


def _in_other(link: Link, held: Sequence[Link]) -> Link:
    """Return a link to a description with what its holder holds besides, where there is one."""
    holder, subject = link.object.entity, link.subject.entity
    others = (one.object for one in held if one.subject.entity == holder and one.object.entity != subject)
    meant = next(others, None) if link.object.how == "description" else None
    return replace(link, object=replace(link.object, entity=meant.entity)) if meant is not None else link


def _structured(text: str, sentence: Span, names: Sequence[Name], thread: Thread, lexicon: Lexicon) -> Iterator[Link]:
    """Yield what each frame and noun phrase states, checked."""
    lead = thread.lead
    kinds = [name.entity.kind for name in names]
    several = len(names) > 1 or (lead is not None and _by_role(text, names))
    known = linking(_reached(frozenset(kinds), lexicon), lead.entity.kind if lead else None, several=several)
    placed = "Place" in kinds and lead is not None and _by_place(text, names)
    bones = skeleton(text, sentence, names) if known.frames or len(names) > 1 or placed else None
    if bones is None:
        return
    joined = placed or attributable(kinds, bones.text)
    if not (joined or known.opened(bones.text)):
        return
    reading = Reading(classified(bones), lexicon, lead, thread.funded, thread.topic, thread.things)
    for told in (*framed(reading, known), *(attributed(reading) if joined else ())):
        stated = _by_rule(told, lexicon) if told.predicate == "embargoedBy" else told
        mode = "planned" if stated.planned and stated.predicate in DONE else "actual"
        for subject, meant in product(stated.subjects, _own(stated, lexicon)):
            if stated.predicate == "competesWith":
                whose = _by_owner(text, meant, subject, names) if stated.rule == _COMPETING else meant
                one, thing = _by_maker(subject, whose, lexicon), _by_maker(whose, subject, lexicon)
            else:
                one, thing = subject, _other(subject, meant, lead) if stated.predicate == "investsIn" else meant
            owner = stated.rule == "rival-verb" and text.startswith(("'s", "’s"), thing.span.end)
            if (owner or stated.rule == "rival-goods-verb") and (one.entity.kind in THINGS) != (
                thing.entity.kind in THINGS
            ):
                continue  # the rival of a thing is the thing that the phrase is for
            link = checked(Link(one, stated.predicate, thing, stated.rule, mode, stated.negated), lexicon)
            if link and not (stated.rule == "rival-verb" and _in_worth(text, link)):
                yield link


def _by_rule(stated: Stated, lexicon: Lexicon) -> Stated:
    """Return what a state forbids as what its rule on exports does; what it only plans to forbid is not yet so."""
    rules = ((name, export_rule(name.entity, lexicon)) for name in stated.objects if not stated.planned)
    told = tuple(replace(name, entity=rule, how="description") for name, rule in rules if rule is not None)
    return replace(stated, predicate="restrictedBy", objects=told)


def _by_place(text: str, names: Sequence[Name]) -> bool:
    """Tell whether somebody is spoken of by where they sit: "the Oslo-based designer", "the Oslo fund"."""
    return any(
        name.entity.kind == "Place" and _SEATED.match(text, name.span.end) and _opened(text, name.span.start)
        for name in names
    )


def _opened(text: str, start: int) -> bool:
    return text.endswith((" the ", "The ", " and "), max(0, start - 5), start)


def _by_role(text: str, names: Sequence[Name]) -> bool:
    """Tell whether the only name tells of a role in which somebody is spoken of: "The Acme supplier rose"."""
    if len(names) != 1 or text[max(0, names[0].span.start - 4) : names[0].span.start].lower() != "the ":
        return False
    behind = text[names[0].span.end + 1 : names[0].span.end + _WORD].split(" ", 1)
    return behind[0] in role_nouns()


def _in_worth(text: str, link: Link) -> bool:
    """Tell whether one passes the other in worth or as an owner only: "overtook X as the most valuable company"."""
    end = max(link.subject.span.end, link.object.span.end)
    return _AS_WORTH.match(text, end, end + _RANK) is not None


def _by_owner(text: str, thing: Name, rival: Name, names: Sequence[Name]) -> Name:
    """Return whose a thing is said to be where a company rivals it: "Acme competes with Bcme's Zed" has Bcme."""
    if rival.entity.kind != "Company" or thing.entity.kind != "Product":
        return thing
    before = (name for name in names if name.entity.kind == "Company" and name.span.end < thing.span.start)
    owner = max(before, key=BY_PLACE, default=None)
    between = text[owner.span.end : thing.span.start] if owner is not None else ""
    return owner if owner is not None and between in _OWNING and owner.entity != rival.entity else thing


def _by_maker(name: Name, rival: Name, lexicon: Lexicon) -> Name:
    """Return the maker of a chip that rivals a company: "Acme's chips compete with the H20" has the H20's maker."""
    apart = name.entity.kind == "Chip" and rival.entity.kind not in THINGS
    maker = named_maker(name, lexicon.having("makes", name.entity)) if apart else None
    return replace(name, entity=maker, how="description") if maker is not None else name


def _other(subject: Name, thing: Name, lead: Name | None) -> Name:
    """Return what a description in the object stands for: not whoever does it, but whom the text is about.

    "Acme has put $4 million into the company" is about no money that Acme put into itself.
    """
    same = thing.how == "description" and subject.how == "name" and thing.entity == subject.entity
    other = same and lead is not None and lead.entity != subject.entity
    return replace(thing, entity=lead.entity) if other and lead is not None else thing


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

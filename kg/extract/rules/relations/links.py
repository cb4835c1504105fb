"""One relation between two names, and the checks it must pass: classes, the registry's vetoes."""

from dataclasses import dataclass, replace

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.indices import is_index
from kg.extract.rules.relations.kinds import fits
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity

DONE = ("buysFrom", "customerOf", "investsIn", "makes", "parentOf")
"""Predicates of things that are done, so that they can be planned."""
_WHERE_IT_SITS = "in-its-country"
"""The construction in which a place may be where somebody is told of only: "In Peru, lender X has opened"."""
_HOLDING = ("possessed", "bracketed-part", "which-includes")
"""Constructions whose words alone do not tell that one company owns the other."""
_PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Link:
    """A subject, a predicate and an object. `rule` tells by which construction."""

    subject: Name
    predicate: str
    object: Name
    rule: str
    mode: str = "actual"
    negated: bool = False


def checked(link: Link, lexicon: Lexicon) -> Link | None:
    """Return the link with the predicate that the registry has for a possessive, None for one that cannot be."""
    link = _provided(link, lexicon)
    subject, thing = link.subject.entity, link.object.entity
    if not fits(link.predicate, subject.kind, thing.kind) or (
        link.predicate == "locatedIn" and _elsewhere(link.subject, thing, lexicon)
    ):
        return None
    strange = link.rule == _WHERE_IT_SITS and thing.slug not in lexicon.places(subject)
    strange = strange or (link.predicate != "locatedIn" and _with_index(subject, thing))
    if strange or (link.predicate == "competesWith" and not _alike(subject, thing, lexicon)):
        return None
    if link.predicate == "designedFor" and subject in lexicon.related(thing, "makes"):
        return None  # its maker, for whom others build it
    app = link.predicate == "customerOf" and subject.kind == "Product"
    spoken = link.predicate == "investsIn" and subject.kind == "Person" and link.subject.how == "pronoun"
    if spoken or (app and not lexicon.having("parentOf", subject)):
        return None  # "he" may speak for a company; an app that is a business of its own has a provider
    if link.rule in _HOLDING and not _holds(link, lexicon):
        return None
    return _made(link, lexicon) if link.predicate == "makes" and thing.slug else link


def _with_index(subject: Entity, thing: Entity) -> bool:
    """Tell whether one of two is an index, which does no business: "FTSE 100 investor Acme"."""
    return is_index(subject) or is_index(thing)


def _holds(link: Link, lexicon: Lexicon) -> bool:
    """Tell whether the registry has a thing as somebody's, or as that of a part of theirs: "Alphabet's DeepMind".

    What a company "includes" may be a part that the registry lacks, where it is no one else's: no partner of a venture,
    and none of those in "the group, which includes X and Y".
    """
    subject, thing = link.subject.entity, link.object.entity
    parts = lexicon.related(subject, "parentOf")
    if subject.kind == "Authority" or thing in parts:  # "the ministry's trade office"
        return True
    if any(thing in lexicon.related(part, held) for part in parts for held in ("parentOf", "makes")):
        return True
    made = lexicon.related(subject, "makes")
    apart = not any(lexicon.having(held, thing) for held in ("parentOf", "makes")) and not lexicon.related(
        thing, "parentOf"
    )
    named = link.subject.how not in ("description", "pronoun")
    return link.rule == "which-includes" and (thing in made or (named and bool(parts or made) and apart))


def _alike(subject: Entity, thing: Entity, lexicon: Lexicon) -> bool:
    """Tell whether two can be rivals: companies, things, or a product and another's company, one of them a platform."""
    mixed = (subject.kind == "Product") != (thing.kind == "Product") and "Chip" not in (subject.kind, thing.kind)
    if not mixed:
        return True
    product, company = (subject, thing) if subject.kind == "Product" else (thing, subject)
    own = company in (*lexicon.having("makes", product), *lexicon.having("parentOf", product))
    venture = _ends_in("ventures", product, lexicon) or _ends_in("platforms", company, lexicon)
    return venture and not own


def _ends_in(code: str, entity: Entity, lexicon: Lexicon) -> bool:
    """Tell whether what an entity is called by its kind ends in one of some words."""
    nouns = {noun.rsplit(maxsplit=1)[-1] for noun in lexicon.fact(entity, "kindNoun")}
    return not nouns.isdisjoint(words("relation-cues", code))


def is_process(thing: Entity, lexicon: Lexicon) -> bool:
    """Tell whether a thing is how chips are made, and no product: "TSMC's N4 process"."""
    return _PROCESS in lexicon.fact(thing, "kindNoun")


def _provided(link: Link, lexicon: Lexicon) -> Link:
    """Return the link to the provider whose service somebody uses: whoever uses Azure is a customer of Microsoft."""
    thing = link.object.entity
    if link.predicate != "customerOf" or thing.kind != "Product":
        return link
    provider = next(iter((*lexicon.having("parentOf", thing), *lexicon.having("makes", thing))), None)
    return replace(link, object=replace(link.object, entity=provider, how="description")) if provider else link


def _made(link: Link, lexicon: Lexicon) -> Link | None:
    subject, thing = link.subject.entity, link.object.entity
    if is_process(thing, lexicon):
        return None
    if thing in lexicon.related(subject, "parentOf"):
        return replace(link, predicate="parentOf")
    if link.rule in ("assemble-verb", "assemble-agent", "manufacture-verb"):
        return link
    makers = (*lexicon.having("makes", thing), *lexicon.having("parentOf", thing))
    vetoed = (makers and subject not in makers) or (not makers and link.rule in ("maker-name", "from-maker"))
    return None if vetoed else link


def _elsewhere(body: Name, place: Entity, lexicon: Lexicon) -> bool:
    """Tell whether the registry has the seat elsewhere of what a description stands for: it stands for another then."""
    seats = lexicon.places(body.entity) if body.how in ("description", "pronoun") else frozenset()
    return bool(seats) and place.slug not in seats

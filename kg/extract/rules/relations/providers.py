"""Which side of a contract provides, and which is the customer."""

from functools import cache, lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.frames import Frame, Trigger, frames
from kg.extract.rules.relations.reading import Reading
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity

_OWNER = 1
"""How far a company that owns a provider is one."""
_CAPACITY = "capacity"


def served(
    reading: Reading, ones: tuple[Name, ...], others: tuple[Name, ...], trigger: Trigger
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the customers and the providers of those who have a contract: those of the kind, or more so.

    Of several kinds, those who sell to the next ones first, the first that tells decides. A verb tells which is which.
    """
    frame, verb = trigger.frame, trigger.kind == "verb"
    for kinds in frame.provider:
        least, most = ([_provides(reading.lexicon, name, kinds) for name in side] for side in (ones, others))
        told = max(*least, *most) > _OWNER or verb or (frame.provided == _CAPACITY and _told(reading, _CAPACITY))
        if told and max(least) < min(most):
            return (ones, others) if _fits(reading, ones, frame) else ((), ())
        if told and max(most) < min(least) and not verb:
            return (others, ones) if _fits(reading, others, frame) else ((), ())
    return (), ()  # "struck a deal with Google on data"


def _fits(reading: Reading, customers: tuple[Name, ...], frame: Frame) -> bool:
    """Tell whether what is provided is of this frame, where the customer is a provider of something else too."""
    if not frame.provided:
        return True
    other = [one for one in _provided() if one.provided != frame.provided]
    selling = {
        one.provided
        for one in other
        for kinds in one.provider
        if any(_provides(reading.lexicon, name, kinds) > _OWNER for name in customers)
    }
    return not selling or (_told(reading, frame.provided) and not any(_told(reading, code) for code in selling))


@cache
def _provided() -> tuple[Frame, ...]:
    return tuple(one for one in frames().values() if one.provided)


def _told(reading: Reading, code: str) -> bool:
    """Tell whether a sentence has a word, or the name of a product, for what a provider of a kind provides."""
    said = f" {' '.join(reading.tokens.words)} "
    if any(f" {word.lower()} " in said for word in words("relation-cues", code)):
        return True
    kinds = frames()["contract"].provider[-1] if code == _CAPACITY else ()
    things = (name for name in reading.tokens.names.values() if name.entity.kind == "Product")
    return any(_provides(reading.lexicon, name, kinds) > _OWNER for name in things)


def lends_models(lexicon: Lexicon, name: Name) -> bool:
    """Tell whether somebody is registered as a lab, whose tools are used and not bought."""
    return is_provider(lexicon, name, frames()["use-models"])


def lends_capacity(lexicon: Lexicon, name: Name) -> bool:
    """Tell whether somebody is registered as a provider of capacity and makes nothing that is sold."""
    return is_provider(lexicon, name, frames()["contract"]) and not lexicon.related(name.entity, "makes")


def is_provider(lexicon: Lexicon, name: Name, frame: Frame) -> bool:
    """Tell whether somebody is registered as one of the providers that a frame is about."""
    return any(_provides(lexicon, name, kinds) > _OWNER for kinds in frame.provider)


def _provides(lexicon: Lexicon, name: Name, kinds: tuple[str, ...]) -> int:
    """Return 2 for who is registered as a provider of one of these kinds, 1 for who owns one, else 0."""
    return _registered(lexicon, name.entity, kinds) if name.entity.slug else 0


@lru_cache(maxsize=4096)
def _registered(lexicon: Lexicon, entity: Entity, kinds: tuple[str, ...]) -> int:
    def provides(one: Entity) -> bool:
        return any(kind in noun for noun in lexicon.fact(one, "kindNoun") for kind in kinds)

    if provides(entity):
        return 2
    return int(any(provides(part) for part in lexicon.related(entity, "parentOf")))

"""Which side of a contract provides, and which is the customer."""

from collections.abc import Sequence

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.frames import Trigger
from kg.extract.rules.relations.reading import Reading
from kg.lexicon.codes import scheme
from kg.lexicon.names import Lexicon
from kg.lexicon.wordlists import words
from kg.model import Entity


def served(
    reading: Reading, ones: tuple[Name, ...], others: tuple[Name, ...], trigger: Trigger
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the customers and the providers of those who have a contract: those of the kind, or more so.

    A verb tells which is which.
    """
    kinds = trigger.frame.provider.split("|")
    least, most = ([_provides(reading.lexicon, name, kinds) for name in side] for side in (ones, others))
    told = max(*least, *most) > _OWNER or trigger.kind == "verb" or _of_capacity(reading)
    if not told:
        return (), ()  # "struck a deal with Google on data"
    if max(least) < min(most):
        return ones, others
    return (others, ones) if max(most) < min(least) and trigger.kind != "verb" else ((), ())


def _of_capacity(reading: Reading) -> bool:
    """Tell whether a sentence has a word for what a provider provides."""
    said = f" {' '.join(reading.tokens.words)} "
    return any(f" {word} " in said for word in words("relation-cues", "capacity"))


_OWNER = 1
"""How far a company that owns a provider is one."""


def lends_models(lexicon: Lexicon, name: Name) -> bool:
    """Tell whether somebody is registered as a lab, whose tools are used and not bought."""
    return _provides(lexicon, name, scheme("relation-frames")["use-models"].facts["provider"][0].split("|")) > _OWNER


def lends_capacity(lexicon: Lexicon, name: Name) -> bool:
    """Tell whether somebody is registered as a provider of capacity and makes nothing that is sold."""
    kinds = scheme("relation-frames")["contract"].facts["provider"][0].split("|")
    return _provides(lexicon, name, kinds) > _OWNER and not lexicon.related(name.entity, "makes")


def _provides(lexicon: Lexicon, name: Name, kinds: Sequence[str]) -> int:
    """Return 2 for who is registered as a provider of one of these kinds, 1 for who owns one, else 0."""

    def registered(entity: Entity) -> bool:
        return any(kind in noun for noun in lexicon.fact(entity, "kindNoun") for kind in kinds)

    if registered(name.entity):
        return 2
    return int(any(registered(part) for part in lexicon.related(name.entity, "parentOf")))

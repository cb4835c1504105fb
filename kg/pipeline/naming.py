"""Names that only texts know: listed, held against each other and the registry, and written as a vocabulary."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.store.protocol import Store

if TYPE_CHECKING:
    from kg.analysis.alike import Alike
    from kg.analysis.unregistered import Unregistered


@dataclass(frozen=True, slots=True)
class Listing:
    """The things with a name that only texts know, those in most documents first: those asked for, and all.

    Of what fits but was left out, `described` counts the things that have words for what they are instead of a name
    ("Chinese chipmakers"), `known` those whose names the registry has got since the texts were read.
    """

    things: "tuple[Unregistered, ...]"
    every: "tuple[Unregistered, ...]"
    described: int = 0
    known: int = 0


def unknown_names(store: Store, kinds: Collection[str] = (), least: int = 1, *, everything: bool = False) -> Listing:
    """Return the things of a store that the registry lacks, of these classes, or of all, named by so many documents.

    With `everything` also those that are described, or known by now. Raises UsageError for a class that nothing with a
    name is of.
    """
    from kg.analysis.unregistered import known_by_now, unregistered

    every = unregistered(store)
    _check(kinds, every)
    fitting = [
        one
        for one in every
        if len(one.documents) >= least and (not kinds or not set(kinds).isdisjoint(one.thing.kinds))
    ]
    described = {one.thing.id for one in fitting if one.thing.described and not everything}
    known = {one.thing.id for one in fitting if known_by_now(one.thing) and not everything} - described
    things = tuple(one for one in fitting if one.thing.id not in described | known)
    return Listing(things, every, len(described), len(known))


def alike_names(store: Store, listing: Listing) -> "tuple[Alike, ...]":
    """Return pairs of a thing that is listed and another, of the texts or the registry, that it likely is.

    Those on which most hangs come first.
    """
    from kg.analysis.alike import alike
    from kg.analysis.unregistered import registered

    wanted = {one.thing.id for one in listing.things}
    return tuple(pair for pair in alike(listing.every, registered(store)) if pair.one.thing.id in wanted)


def vocabulary_of(listing: Listing, pairs: "Iterable[Alike] | None" = None) -> str:
    """Return the things listed, or pairs of them, in the form of the registry: Turtle to look through and then use."""
    from kg.analysis.proposals import new_things, same_things

    return new_things(listing.things) if pairs is None else same_things(tuple(pairs), listing.every)


def _check(kinds: Iterable[str], every: "Iterable[Unregistered]") -> None:
    from kg.lexicon.names import registry

    classes = {one.kind for one in registry().entities.values()} | {kind for one in every for kind in one.thing.kinds}
    for kind in kinds:
        if kind not in classes:
            raise UsageError(f"no name is of class '{kind}': there are {', '.join(sorted(classes))}")

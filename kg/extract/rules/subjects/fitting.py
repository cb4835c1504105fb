"""Whether a name is of a kind that a measure can be of, and whose figure it is where it is not: a product's maker's."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Name
from kg.extract.rules.names.indices import is_index
from kg.extract.rules.references.cast import cast
from kg.extract.rules.subjects.subject_roles import FIGURELESS, Chosen
from kg.lexicon.names import registry
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity

_INDEX = "Index"
"""A kind that measures may ask for: an index of a market."""


def fits(name: Name, kinds: frozenset[str], read: Annotated) -> bool:
    """Tell whether the figure can be that of `name`, or of its owner, where the measure is of these kinds."""
    if name.entity.kind == "Outlet" and name.entity in cast(read.text, read.names).traded:
        return not kinds or "Company" in kinds
    if kinds:
        index = _INDEX in kinds and is_index(name.entity)
        return index or name.entity.kind in kinds or _may_trade(name, kinds) or bool(_owners(name.entity, kinds))
    return name.entity.kind not in FIGURELESS


def _may_trade(name: Name, kinds: frozenset[str]) -> bool:
    """Tell whether a body of which no more is known than its name may be the company that the measure asks for."""
    if "Company" not in kinds or name.entity.kind != "Organization" or name.how != "unknown":
        return False
    heads = (word for word in name.entity.name.split() if word.lower() in concept_of("bodies"))
    return words("name-heads", "trading").issuperset(heads)


def for_kinds(found: tuple[Name, str], kinds: frozenset[str], read: Annotated) -> Chosen:
    """Return the name, or the owner of what it names, of several the one that the text itself names."""
    name, rule = found
    index = _INDEX in kinds and is_index(name.entity)
    if kinds and not index and name.entity.kind not in (*kinds, "Outlet") and not _may_trade(name, kinds):
        owners = _owners(name.entity, kinds)
        told = {one.entity for one in read.names}
        return Chosen(next((one for one in owners if one in told), owners[0]), f"{rule}-owner", name.span)
    return Chosen(name.entity, rule, name.span)


def _owners(entity: Entity, kinds: frozenset[str]) -> tuple[Entity, ...]:
    """Return who makes or owns a product, where those are of the kinds wanted; an outlet only reports."""
    if entity.kind == "Outlet":
        return ()
    known = registry()
    found = (*known.having("makes", entity), *known.having("parentOf", entity))
    return tuple(owner for owner in found if owner.kind in kinds)

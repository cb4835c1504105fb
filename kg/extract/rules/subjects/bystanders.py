"""Firms whose trade is to count, rate or study others: they give figures and are hardly ever what a figure is about."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.references.cast import cast
from kg.extract.rules.references.watchers import watches
from kg.model import Entity


def stands_by(entity: Entity, read: Annotated) -> bool:
    """Tell whether `entity` only watches others, as the registry knows or as this text tells of it."""
    return watches(entity) or entity in cast(read.text, read.names).watchers

"""Whose publication a document is: the outlet's name in its header, as an entity."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.lexicon.names import registry
from kg.model import Document, Entity

_KINDS = ("Outlet", "Organization", "Authority", "Company")
"""What may publish, likeliest first: names are shared (a paper and its publisher)."""


def publisher(document: Document) -> Entity | None:
    """Return the document's outlet, from the registry where one of its names fits exactly but for case."""
    if document.outlet is None:
        return None
    return _publishers().get(document.outlet.casefold()) or Entity(document.outlet, "Outlet")


@cache
def _publishers() -> Mapping[str, Entity]:
    lexicon = registry()
    found: dict[str, Entity] = {}
    for kind in _KINDS:
        for label in lexicon.labels:
            entity = lexicon.entities[label.slug]
            if entity.kind == kind and label.kind != "hidden":
                found.setdefault(label.text.casefold(), entity)
    return MappingProxyType(found)

"""A store read from some of its nodes on, instead of as a whole: what is told of them, and who tells what of them."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.rdf.terms import kg, prov, schema
from kg.store.protocol import Store

_FOLLOWED = frozenset(
    {
        *map(kg, ("inDocument", "states", "via", "citing", "report", "quantity", "period", "carries", "identifiedAs")),
        kg("comparedWith"),
        *map(kg, ("subject", "measure", "scope", "mode", "ofWhole", "object", "responder", "respondsTo")),
        prov("agent"),
        schema("publisher"),
    }
)
"""From a passage or an answer to all that is told of it."""


def followed(store: Store, start: Iterable[str]) -> Iterator[Quad]:
    """Yield what is told of passages and answers (IRIs): of each node on the way once."""
    wanted = set(start)
    seen: set[str] = set()
    while wanted:
        seen |= wanted
        further: set[str] = set()
        for s, p, o in store.around(map(NamedNode, sorted(wanted)), None, inverse=False):
            yield Quad(s, p, o)  # type: ignore[arg-type] # no triple has a literal for its subject
            if p in _FOLLOWED and isinstance(o, NamedNode):
                further.add(o.value)
        wanted = further - seen


def having(store: Store, listed: Iterable[str], name: str) -> set[str]:
    """Return the nodes that have one of these as a value of a property."""
    found = store.around(map(NamedNode, sorted(listed)), kg(name), inverse=True)
    return {s.value for s, _, _ in found if isinstance(s, NamedNode)}


def values(store: Store, listed: Iterable[str], name: str) -> set[str]:
    """Return the nodes that these have as values of a property."""
    found = store.around(map(NamedNode, sorted(listed)), kg(name), inverse=False)
    return {o.value for _, _, o in found if isinstance(o, NamedNode)}


def connected(store: Store, start: Iterable[str], name: str) -> set[str]:
    """Return these nodes and all that a property connects with them, in whichever direction."""
    seen: set[str] = set()
    wanted = set(start)
    while wanted:
        seen |= wanted
        wanted = (having(store, wanted, name) | values(store, wanted, name)) - seen
    return seen

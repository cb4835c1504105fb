"""What a push has sent to a server, noted on the server: the hash of each graph, and whether the push came to its end.

The note is a graph of its own, so that whoever pushes, from whichever machine, sees the same. It says
`<graph> schema:sha256 "..."` for each graph and `<ledger> schema:actionStatus ...` for the push.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf.terms import schema
from kg.store.endpoint import LEDGER
from kg.store.remote import RemoteStore

_HASH = schema("sha256")
_STATUS = schema("actionStatus")
_ACTIVE = schema("ActiveActionStatus")
_COMPLETED = schema("CompletedActionStatus")
UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The graphs that pushes have sent, by their hash, UNKNOWN for one that may be there in part or not at all.

    `open` while a push is under way, and after one that did not end.
    """

    hashes: Mapping[str, str]
    open: bool = False


def read(target: RemoteStore) -> Ledger:
    """Return the ledger of a server. What is noted of a graph while it is sent stands beside UNKNOWN."""
    found: dict[str, set[str]] = {}
    is_open = False
    for quad in target.graph(target.base + LEDGER):
        if quad.predicate == _HASH and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found.setdefault(quad.subject.value, set()).add(quad.object.value)
        is_open = is_open or quad.object == _ACTIVE
    return Ledger({name: _known(hashes - {UNKNOWN}) for name, hashes in sorted(found.items())}, is_open)


def write(target: RemoteStore, ledger: Ledger) -> None:
    """Replace the ledger of a server."""
    name = NamedNode(target.base + LEDGER)
    status = Quad(name, _STATUS, _ACTIVE if ledger.open else _COMPLETED, name)
    target.replace(name.value, [status, *_quads(target, ledger.hashes.items())])


def note(target: RemoteStore, hashes: Iterable[tuple[str, str]]) -> None:
    """Add graphs that the server holds now."""
    target.add(target.base + LEDGER, _quads(target, hashes))


def _known(hashes: set[str]) -> str:
    return min(hashes) if len(hashes) == 1 else UNKNOWN


def _quads(target: RemoteStore, hashes: Iterable[tuple[str, str]]) -> Iterator[Quad]:
    name = NamedNode(target.base + LEDGER)
    return (Quad(NamedNode(graph), _HASH, Literal(known), name) for graph, known in sorted(hashes))

"""A store's graphs to a server: only what changed, one graph at a time, each in its old or its new state.

A push that is cut short stays on record on the server; the next one sends what is missing and comes to the same end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from kg.errors import StoreError
from kg.export.ledger import UNKNOWN, Ledger, note, read, write
from kg.progress import Watch
from kg.store.protocol import Store
from kg.store.remote import RemoteStore

_NOTED = 50
"""Graphs sent before they are noted: so many at most are sent again after a push that was cut short."""
_COUNTED = 200
"""Graphs that are counted in one query."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a graph of the store holds: the hash of its sorted N-Triples, and how many triples they are."""

    hash: str
    triples: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push has to do, by the graphs' IRIs, sorted. `resumes` after a push that did not end."""

    send: tuple[str, ...]
    remove: tuple[str, ...]
    unchanged: tuple[str, ...]
    contents: Mapping[str, Content]
    resumes: bool


def plan(store: Store, target: RemoteStore, *, everything: bool = False) -> Plan:
    """Return what it takes to make the server hold what the store holds; only this reads the whole store.

    Only graphs that an earlier push sent are removed. `everything` sends all graphs anew.
    """
    contents = {name: content(store, name) for name in store.graphs()}
    known, there = read(target), set(target.graphs())
    fresh = {name for name, held in contents.items() if known.hashes.get(name) == held.hash and name in there}
    send = sorted(contents if everything else contents.keys() - fresh)
    remove = sorted((known.hashes.keys() & there) - contents.keys())
    return Plan(tuple(send), tuple(remove), tuple(sorted(contents.keys() - set(send))), contents, known.open)


def content(store: Store, name: str) -> Content:
    """Return what one graph holds."""
    hashed, triples = sha256(), 0
    for line in store.lines(name):
        hashed.update(line)
        triples += 1
    return Content(hashed.hexdigest(), triples)


def push(store: Store, target: RemoteStore, todo: Plan, watch: Watch) -> None:
    """Carry out a plan, then compare the server's counts with the store's.

    Raises StoreError when the server refuses something, which leaves the push on record, and when counts differ.
    """
    kept = {name: todo.contents[name].hash for name in todo.unchanged}
    if todo.send or todo.remove or todo.resumes:
        write(target, Ledger({**dict.fromkeys((*todo.send, *todo.remove), UNKNOWN), **kept}, open=True))
        _carry_out(store, target, todo, watch)
    wrong = sorted(_differing(target, todo))
    apart = not wrong and _union_differs(store, target, todo)
    sound = {name: held.hash for name, held in todo.contents.items() if name not in wrong}
    if todo.send or todo.remove or todo.resumes or wrong or apart:
        write(target, Ledger(sound, open=bool(wrong) or apart))
    if wrong:
        listed = ", ".join(wrong[:3]) + (f" and {len(wrong) - 3} more" if len(wrong) > 3 else "")  # noqa: PLR2004
        raise StoreError(f"the server holds another number of triples than the store in {listed}: push again")
    if apart:
        target.unite_anew()
        raise StoreError("the union of all graphs on the server has another number of triples than they: push again")


def _carry_out(store: Store, target: RemoteStore, todo: Plan, watch: Watch) -> None:
    total = len(todo.send) + len(todo.remove)
    sending = enumerate(todo.send, start=1)
    while batch := list(islice(sending, _NOTED)):
        for number, name in batch:
            watch(number, total, name)
            target.replace(name, store.graph(name))
        note(target, ((name, todo.contents[name].hash) for _, name in batch))
    for number, name in enumerate(todo.remove, start=len(todo.send) + 1):
        watch(number, total, name)
        target.replace(name, ())


def _differing(target: RemoteStore, todo: Plan) -> Iterator[str]:
    names = iter(sorted(todo.contents))
    while batch := list(islice(names, _COUNTED)):
        sizes = target.sizes(batch)
        yield from (name for name in batch if sizes.get(name, 0) != todo.contents[name].triples)


def _union_differs(store: Store, target: RemoteStore, todo: Plan) -> bool:
    """Tell whether a union that is kept as a graph of its own is not as long as all graphs are together."""
    held = target.united()
    if held is None:
        return False
    # Graphs that others put there are in the union too.
    alone = set(target.graphs()) == todo.contents.keys()
    return held != (store if alone else target).counts().triples

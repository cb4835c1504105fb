"""Changes followed from stage to stage: only nodes that a change can affect speak anew.

A node says what follows from what it looks up; every look-up is noted. Where what stands under a key changes, those who
read there are affected, in later stages, since a stage looks up only what earlier ones say. So a node that is not
affected would say again what it said, and following a change gives what asking all nodes anew would give.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from kg.link.index import Index
from kg.link.records import Record
from kg.link.said import Found, Key, Node, Said, Stretch


class Look:
    """What one node looks up in the index, with note taken of it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.read: set[Stretch] = set()

    def under(self, *key: str | None) -> tuple[Found, ...]:
        """Return the entries under a key, sorted."""
        self.read.add(Stretch(key))
        return self._index.under(key)

    def one(self, *key: str | None) -> Found | None:
        """Return the only entry under a key; the first, should there be more."""
        return next(iter(self.under(*key)), None)

    def items(self, *key: str | None) -> tuple[str, ...]:
        """Return the items under a key that many nodes may say, sorted."""
        self.read.add(Stretch(key))
        return self._index.items(key)

    def latest(self, key: Key, until: str, number: int) -> tuple[Found, ...]:
        """Return the last entries under a key up to a date, the latest first."""
        found = self._index.latest(key, until, number)
        self.read.add(Stretch(key, found[-1].at if len(found) == number else "", until))
        return found

    def record(self, document: str) -> Record | None:
        """Return the record of a document, None if it is not there."""
        self.read.add(Stretch(("record", document)))
        return self._index.record(document)

    def met(self, keys: Iterable[Key], at: str, document: str) -> tuple[str, ...]:
        """Return the documents that one meets.

        No note is taken: a document that comes or changes finds those it meets itself, and `Index.moved` tells whom it
        moves apart or together. Of those that go or change whoever has found them takes note.
        """
        return self._index.met(keys, at, document)


class Stage(ABC):
    """A step of linking: for each of its nodes, what follows from what earlier stages say."""

    name: ClassVar[str]

    def affected(self, woken: frozenset[str], index: Index) -> Sequence[str]:  # noqa: ARG002 - for those who need it
        """Return the nodes to ask, in order, given those that a change has reached."""
        return sorted(woken)

    @abstractmethod
    def say(self, name: str, look: Look) -> Said | None:
        """Return what a node says; None where it is no node any more."""


@dataclass(slots=True)
class Difference:
    """The quads (N-Quads) that went and came, and how many nodes were asked."""

    gone: set[str] = field(default_factory=set)
    come: set[str] = field(default_factory=set)
    asked: int = 0


def propagate(index: Index, stages: Sequence[Stage], documents: Iterable[str], met: str) -> Difference:
    """Ask the first stage about these documents, and all stages about what follows; return what is different now.

    `met` is the stage whose nodes, documents, meet each other.
    """
    woken: dict[str, set[str]] = {stage.name: set() for stage in stages}
    woken[stages[0].name].update(documents)
    found = Difference()
    for stage in stages:
        asked = stage.affected(frozenset(woken.pop(stage.name)), index)
        entries: set[tuple[int, str]] = set()
        meetings: set[tuple[int, str, str]] = set()
        for name in asked:
            look = Look(index)
            said = stage.say(name, look)
            changed = index.tell((stage.name, name), said or Said(), look.read if said else ())
            if said is None:
                index.forget((stage.name, name))
            entries |= changed.entries
            meetings |= changed.meetings
            found.gone |= changed.gone
            found.come |= changed.come
            _wake(woken, changed.woken)
        _wake(woken, index.readers(entries))
        if meetings:
            woken[met].update(index.moved(meetings))
        found.asked += len(asked)
    found.gone, found.come = found.gone - found.come, found.come - found.gone
    return found


def by_date(woken: Iterable[str], index: Index) -> Sequence[str]:
    """Return documents by date, so that what one looks at the next finds in memory."""
    dated = ((index.under(("record", name)), name) for name in woken)
    return [name for _, name in sorted((found[0].at if found else "", name) for found, name in dated)]


def _wake(woken: dict[str, set[str]], nodes: Iterable[Node]) -> None:
    for stage, name in nodes:
        if stage in woken:
            woken[stage].add(name)

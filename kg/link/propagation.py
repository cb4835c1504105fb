"""Changes followed from stage to stage: only nodes that a change can affect speak anew.

A node says what follows from what it looks up; every look-up is noted. Where what stands under a key changes, those who
read there are affected, in later stages, since a stage looks up only what earlier ones say. So a node that is not
affected would say again what it said, and following a change gives what asking all nodes anew would give.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from kg.link.agenda import Agenda
from kg.link.index import Index
from kg.link.records import Record
from kg.link.said import Changed, Found, Key, Said, Stretch


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


_RESTED = 10
"""Nodes after which there is a rest: each of a large store reads blocks of its own, and 100 together too many."""


class Stage(ABC):
    """A step of linking: for each of its nodes, what follows from what earlier stages say."""

    name: ClassVar[str]

    def turn(self, name: str, index: Index) -> Iterable[tuple[str, str]]:  # noqa: ARG002 - for those who need it
        """Yield the nodes to ask where a change has reached one, each with its place in the order of asking."""
        yield "", name

    def prepare(self, names: Sequence[str]) -> None:  # noqa: B027 - few have anything to prepare
        """Hear which nodes are asked next, some of all."""

    @abstractmethod
    def say(self, name: str, look: Look) -> Said | None:
        """Return what a node says; None where it is no node any more."""


@dataclass(slots=True)
class Difference:
    """The quads (N-Quads) that went and came, and how many nodes were asked."""

    gone: set[str] = field(default_factory=set)
    come: set[str] = field(default_factory=set)
    asked: int = 0


def propagate(
    index: Index, stages: Sequence[Stage], documents: Iterable[str], met: str, rest: Callable[[], None] = lambda: None
) -> Difference:
    """Ask the first stage about these documents, and all stages about what follows; return what is different now.

    `met` is the stage whose nodes, documents, meet each other; `rest` is called now and then, between nodes.
    """
    found = Difference()
    with Agenda(stage.name for stage in stages) as agenda:
        agenda.reach((stages[0].name, document) for document in documents)
        for stage in stages:
            entries: set[tuple[int, str]] = set()
            meetings: set[tuple[int, str, str]] = set()
            for names in agenda.turns(_turns(stage, agenda, index)):
                stage.prepare(names)
                for place, name in enumerate(names, 1):
                    changed = _asked(stage, name, index)
                    entries |= changed.entries
                    meetings |= changed.meetings
                    found.gone |= changed.gone
                    found.come |= changed.come
                    agenda.reach(changed.woken)
                    if place % _RESTED == 0:
                        rest()
                found.asked += len(names)
                rest()
            agenda.reach(index.readers(entries))
            if meetings:
                agenda.reach((met, document) for document in index.moved(meetings))
    found.gone, found.come = found.gone - found.come, found.come - found.gone
    return found


def _asked(stage: Stage, name: str, index: Index) -> Changed:
    """Have a node say what it says; return what is different then."""
    look = Look(index)
    said = stage.say(name, look)
    changed = index.tell((stage.name, name), said or Said(), look.read if said else ())
    if said is None:
        index.forget((stage.name, name))
    return changed


def _turns(stage: Stage, agenda: Agenda, index: Index) -> Iterator[tuple[str, str]]:
    for name in agenda.reached(stage.name):
        yield from stage.turn(name, index)


def by_date(document: str, index: Index) -> tuple[str, str]:
    """Return a document with its date as its place, so that what one looks at the next finds in memory."""
    found = index.under(("record", document))
    return found[0].at if found else "", document

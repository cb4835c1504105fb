"""What nodes of the stages of linking say and find: values between the stages and the index."""

import json
from dataclasses import dataclass

Key = tuple[str | None, ...]
Node = tuple[str, str]
"""A stage and the name of a node in it, mostly an IRI."""

LAST = "\uffff"
"""Sorts behind every date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said under a key. `at` orders what is there; `wakes` is the node that this concerns, known or new."""

    key: Key
    item: str
    at: str = ""
    value: str = ""
    wakes: Node | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """All that a node says: entries, and quads as N-Quads.

    A document also says under which keys and date it meets others; `value` stands for what they see of it.
    """

    entries: tuple[Entry, ...] = ()
    quads: tuple[str, ...] = ()
    meetings: frozenset[Key] = frozenset()
    at: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """An entry as it is found under its key."""

    at: str
    item: str
    value: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of what is under a key: from one date to another, ends included."""

    key: Key
    low: str = ""
    high: str = LAST


@dataclass(frozen=True, slots=True)
class Changed:
    """What became different when a node spoke anew; places are hashes of keys with dates (and documents).

    `entries` are places whose entries changed, `meetings` those where a document came or went, `woken` the nodes that
    new entries concern.
    """

    entries: frozenset[tuple[int, str]] = frozenset()
    meetings: frozenset[tuple[int, str, str]] = frozenset()
    woken: frozenset[Node] = frozenset()
    gone: frozenset[str] = frozenset()
    come: frozenset[str] = frozenset()


def tight(value: object) -> str:
    """Return a value as the JSON that the index keeps: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

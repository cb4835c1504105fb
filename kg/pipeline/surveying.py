"""What there is to do for a store to hold what is in files, and what came of it: kept in a temporary file.

A line or two of each document are more than memory has room for where there are very many.
"""

import json
from collections.abc import Collection, Iterator, Sequence

from kg.store.scratch import Kept, Scratch

_TABLES = (
    "document (iri TEXT PRIMARY KEY, number INTEGER, words TEXT, first TEXT, todo INTEGER) WITHOUT ROWID",
    "whole (path TEXT PRIMARY KEY) WITHOUT ROWID",
    "gone (iri TEXT PRIMARY KEY, words TEXT) WITHOUT ROWID",
    "result (iri TEXT PRIMARY KEY, added INTEGER, lines TEXT) WITHOUT ROWID",
)
_PLAN = "SELECT 0 AS part, iri FROM document WHERE todo UNION ALL SELECT 1, iri FROM gone ORDER BY part, iri"
_PLANNED = "SELECT (SELECT COUNT(*) FROM document WHERE todo) + (SELECT COUNT(*) FROM gone)"
_WHOLE = "SELECT path FROM whole WHERE path > ? ORDER BY path LIMIT ?"
_AT_ONCE = 500
"""Paths handed out together."""


class Survey(Kept):
    """The documents of files beside those of a store, by IRI, and what became of each. Use it in a `with` block.

    `problems` and `notes` are lines about the files. How a document is called in lines for people are its `words`.
    """

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.notes: list[str] = []
        super().__init__(*_TABLES)

    def see(self, iri: str, number: int, words: str, *, todo: bool) -> str | None:
        """Note the place of a document among all that are read, and whether there is something to do with it.

        Of one that stands twice the last place counts; how it was called first is returned then.
        """
        known = self._kept.row("SELECT first FROM document WHERE iri = ?", iri)
        first = words if known is None else str(known[0])
        self._kept.write("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)", iri, number, words, first, todo)
        return None if known is None else first

    def read_whole(self, path: str) -> None:
        """Note that a file was read whole: what a store has of it and it no longer holds may go there."""
        self._kept.write("INSERT OR IGNORE INTO whole VALUES (?)", path)

    def whole(self) -> Iterator[Sequence[str]]:
        """Yield the paths of files that were read whole, some at a time, sorted."""
        last = ""
        while some := [path for (path,) in self._kept.some(_WHOLE, last, _AT_ONCE)]:
            last = some[-1]
            yield some

    def miss(self, iri: str, words: str) -> None:
        """Note a document that a store has of a file and that is to go, unless it was seen."""
        if self._kept.row("SELECT 1 FROM document WHERE iri = ?", iri) is None:
            self._kept.write("INSERT OR IGNORE INTO gone VALUES (?, ?)", iri, words)

    def is_wanted(self, iri: str, number: int) -> bool:
        """Tell whether there is something to do with the document at this place."""
        query = "SELECT 1 FROM document WHERE iri = ? AND number = ? AND todo"
        return self._kept.row(query, iri, number) is not None

    @property
    def plan(self) -> Collection[str]:
        """The documents that will change: those to be read, sorted, then those that go."""
        return _Plan(self._kept)

    @property
    def todo(self) -> int:
        """How many documents are to be read."""
        found = self._kept.row("SELECT COUNT(*) FROM document WHERE todo")
        return 0 if found is None else int(found[0])

    def gone(self) -> Iterator[str]:
        """Yield the documents that go, sorted."""
        yield from (iri for (iri,) in self._kept.rows("SELECT iri FROM gone ORDER BY iri"))

    def added(self, iri: str, remarks: Sequence[str]) -> None:
        """Note that a document is in the store, with remarks on it."""
        self._kept.write("INSERT OR REPLACE INTO result VALUES (?, 1, ?)", iri, json.dumps(remarks))

    def refused(self, iri: str, reasons: Sequence[str]) -> None:
        """Note that a document was not let in, and why."""
        self._kept.write("INSERT OR REPLACE INTO result VALUES (?, 0, ?)", iri, json.dumps(reasons))

    def results(self, *, added: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words of each document that was added, or refused, and the lines on it, sorted by IRI."""
        query = "SELECT words, lines FROM result JOIN document USING (iri) WHERE added = ? ORDER BY iri"
        yield from ((words, tuple(json.loads(lines))) for words, lines in self._kept.rows(query, added))

    def unchanged(self) -> Iterator[str]:
        """Yield the words of each document that there is nothing to do with, sorted by IRI."""
        query = "SELECT words FROM document WHERE NOT todo ORDER BY iri"
        yield from (words for (words,) in self._kept.rows(query))

    def removed(self) -> Iterator[str]:
        """Yield the words of each document that goes, sorted by IRI."""
        yield from (words for (words,) in self._kept.rows("SELECT words FROM gone ORDER BY iri"))


class _Plan(Collection[str]):
    """The documents that will change, in order; read from what is kept each time they are walked through."""

    def __init__(self, kept: Scratch) -> None:
        self._kept = kept

    def __iter__(self) -> Iterator[str]:
        return (iri for _, iri in self._kept.rows(_PLAN))

    def __len__(self) -> int:
        found = self._kept.row(_PLANNED)
        return 0 if found is None else int(found[0])

    def __contains__(self, iri: object) -> bool:
        return any(iri == planned for planned in self)

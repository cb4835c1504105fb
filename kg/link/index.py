"""What linking knows of a store, by key: who said it and who looked it up. One SQLite database, in a file or in memory.

An *entry* is something that a node of a stage says under a key; a *look-up* is the stretch of a key that a node has
read; a *meeting* is a key under which documents look for each other. Keys are kept as 64-bit hashes: should two fall
together, more is compared than needed.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from kg.errors import StoreError
from kg.link.records import Cited, Record, from_text, to_text, with_credits
from kg.link.said import Changed, Found, Key, Node, Said, Stretch, tight

NEIGHBOURS = 10
"""How many documents before and behind it, by date, one meets under a key: a phrase that all print tells little."""
ENOUGH = 2
"""Keys that two documents meet under before they are compared: sequences, quoted words and figures."""
_CACHED = 128
"""Records at hand. Stages walk through documents by date; beyond what is near in date more of them save little."""
_MEMORY = -2 * 1024
"""Kibibytes of the file that are kept in memory, the way SQLite wants them."""
_LITTLE = -512
_TABLES = (
    "state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "node (id INTEGER PRIMARY KEY, stage TEXT, name TEXT, quads TEXT, UNIQUE (stage, name))",
    "record (document TEXT PRIMARY KEY, content TEXT, credits TEXT) WITHOUT ROWID",
    "imprint (document TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID",
    "entry (key INTEGER, at TEXT, item TEXT, owner INTEGER, value TEXT, PRIMARY KEY (key,at,item,owner)) WITHOUT ROWID",
    "lookup (key INTEGER, high TEXT, low TEXT, reader INTEGER, PRIMARY KEY (key, high, low, reader)) WITHOUT ROWID",
    "meeting (key INTEGER, at TEXT, item TEXT, owner INTEGER, value TEXT, PRIMARY KEY (key,at,item)) WITHOUT ROWID",
)
_INDEXES = ("entry (owner)", "lookup (reader)", "meeting (owner)")
_Row = tuple[int, str, str, str]
_SIGN = "\x01"
_DELETE = {
    name: f"DELETE FROM {name} WHERE key = ? AND at = ? AND item = ? AND value = ? AND owner = ?"  # noqa: S608 - no input
    for name in ("entry", "meeting")
}
_INSERT = {
    name: f"INSERT INTO {name} (key, at, item, value, owner) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 - no input
    for name in ("entry", "meeting")
}
_SIDE = "SELECT item FROM meeting WHERE key = ? AND (at, item) {} (?, ?) ORDER BY {} LIMIT ?"
_BEFORE = _SIDE.format("<", "at DESC, item DESC")
_BEHIND = _SIDE.format(">", "at, item")


class Index:
    """The knowledge of one store. Nothing stays before `commit`; without a `file` it is kept in memory.

    A file that cannot be read is begun anew: all of it can be said again. Raises StoreError where none can be written.
    """

    def __init__(self, file: Path | None, base: str) -> None:
        self.base = base
        self._records: dict[str, Record | None] = {}
        try:
            self._sql = _opened(file)
        except sqlite3.DatabaseError as problem:
            raise StoreError(f"the index '{file}' cannot be opened: {problem}; remove it and build again") from problem
        self.fresh = not self._sql.execute("SELECT 1 FROM node LIMIT 1").fetchone()

    def clear(self) -> None:
        """Forget everything."""
        _discard(self._sql)
        _create(self._sql)
        self._records.clear()
        self.fresh = True

    def commit(self) -> None:
        """Let all that was said stay."""
        self._sql.execute("COMMIT")
        self._sql.execute("BEGIN")
        self.fresh = False

    def rest(self) -> None:
        """Let all that was said stay, and let go of what is at hand: what is read now is read once."""
        self.commit()
        self._records.clear()
        for setting in (f"cache_size = {_LITTLE}", "shrink_memory"):
            self._sql.execute(f"PRAGMA {setting}").close()

    def close(self) -> None:
        """Let go of the file; what was not committed is forgotten."""
        self._sql.close()

    def state(self, name: str) -> str | None:
        """Return the value kept under a name."""
        row = self._sql.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._sql.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def quads(self) -> Iterator[str]:
        """Yield all quads that nodes say."""
        for (text,) in self._sql.execute("SELECT quads FROM node WHERE quads IS NOT NULL"):
            yield from json.loads(self._out(text))

    def under(self, key: Key) -> tuple[Found, ...]:
        """Return the entries under a key, sorted; those that several nodes say alike come once."""
        rows = self._sql.execute("SELECT at, item, value FROM entry WHERE key = ?", (_hash(key),))
        return tuple(sorted({Found(at, self._out(item), self._out(value)) for at, item, value in rows}))

    def items(self, key: Key) -> tuple[str, ...]:
        """Return the items under a key whose entries have no date, sorted: quick, however many nodes say the same."""
        found: list[str] = []
        query = "SELECT item FROM entry WHERE key = ? AND at = '' AND item > ? ORDER BY item LIMIT 1"
        number, after = _hash(key), ""
        while row := self._sql.execute(query, (number, after)).fetchone():
            after = row[0]
            found.append(self._out(after))
        return tuple(sorted(found))

    def latest(self, key: Key, until: str, number: int) -> tuple[Found, ...]:
        """Return the last entries under a key up to a date, the latest first."""
        query = "SELECT at, item, value FROM entry WHERE key = ? AND at <= ? ORDER BY at DESC, item DESC LIMIT ?"
        rows = self._sql.execute(query, (_hash(key), until, number))
        return tuple(Found(at, self._out(item), self._out(value)) for at, item, value in rows)

    def met(self, keys: Iterable[Key], at: str, document: str) -> tuple[str, ...]:
        """Return the documents that one meets under enough of these keys, sorted.

        The earlier ones where nothing was known before: all are asked then, so that the later of two finds the other.
        """
        place, sides = self._in(document), (_BEFORE,) if self.fresh else (_BEFORE, _BEHIND)
        hashes = [_hash(key) for key in keys]
        met = Counter(one for side in sides for key in hashes for one in self._side(side, (key, at, place), NEIGHBOURS))
        return tuple(self._out(one) for one, count in sorted(met.items()) if count >= ENOUGH)

    def moved(self, places: Iterable[tuple[int, str, str]]) -> Iterator[str]:
        """Yield documents that whoever came to these places, or left them, has moved apart or together.

        Those on both sides of a place that was taken and who are found to be a pair; of those on both sides of one that
        was left, the later of two who meet under enough keys only now. Who came, left or changed is not among them.
        """
        listed = sorted(places)
        changed, moving = {place for _, _, place in listed}, Counter(key for key, _, _ in listed)
        parted: set[tuple[str, str]] = set()
        joined: set[tuple[str, str]] = set()
        for where in listed:
            reach = NEIGHBOURS + moving[where[0]]
            before, behind = (self._side(side, where, reach) for side in (_BEFORE, _BEHIND))
            across = {pair for pair in _across(before, behind, moving[where[0]]) if changed.isdisjoint(pair)}
            parted |= across
            if moving[where[0]] > 1 or not self._taken(where):
                joined |= across
        yield from map(self._out, {one for pair in parted if self._paired(*pair) for one in pair})
        yield from (self._out(later) for one, later in joined if self._meet_anew(one, later, moving))

    def _taken(self, where: tuple[int, str, str]) -> bool:
        query = "SELECT 1 FROM meeting WHERE key = ? AND at = ? AND item = ?"
        return self._sql.execute(query, where).fetchone() is not None

    def _paired(self, one: str, other: str) -> bool:
        query = "SELECT 1 FROM entry WHERE key = ? AND at = '' AND item = ?"
        return self._sql.execute(query, (_hash(("pair", self._out(one))), other)).fetchone() is not None

    def _meet_anew(self, one: str, other: str, moving: Mapping[int, int]) -> bool:
        """Tell whether two documents meet under enough keys, but might not have before changes under some of these."""
        mine, its = self._dated(one), self._dated(other)
        near = {key for key in mine.keys() & its.keys() if self._apart(key, mine[key], its[key]) <= NEIGHBOURS}
        return len(near) >= ENOUGH > len(near - moving.keys())

    def _dated(self, place: str) -> Mapping[int, tuple[str, str]]:
        """Return the keys under which a document, its base shortened, meets others -> its place there."""
        query = "SELECT key, at FROM meeting JOIN node ON owner = id WHERE name = ? AND stage = 'credited'"
        return {key: (at, place) for key, at in self._sql.execute(query, (place,))}

    def _apart(self, key: int, one: tuple[str, str], other: tuple[str, str]) -> int:
        """Return how many places one is from the other under a key, up to one more than NEIGHBOURS."""
        query = "SELECT 1 FROM meeting WHERE key = ? AND (at, item) > (?, ?) AND (at, item) <= (?, ?) LIMIT ?"
        rows = self._sql.execute(query, (key, *min(one, other), *max(one, other), NEIGHBOURS + 1))
        return len(rows.fetchall())

    def record(self, document: str) -> Record | None:
        """Return the record of a document, with the reports its steps were found to name."""
        if document not in self._records:
            self._remember(document, self._read(document))
        return self._records[document]

    def bare(self, document: str) -> Record | None:
        """Return the record of a document as its graph alone tells it."""
        known = self.record(document)
        return self._read(document, bare=True) if known is not None and known.credited else known

    def archive(self, document: str, known: Record | None) -> None:
        """Keep the record of a document as its graph alone tells it; None forgets it."""
        self._remember(document, known)
        place = self._in(document)
        if known is None:
            self._sql.execute("DELETE FROM record WHERE document = ?", (place,))
            self._sql.execute("DELETE FROM imprint WHERE document = ?", (place,))
        else:
            row = (place, self._in(to_text(known)), "{}")
            self._sql.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", row)

    def credit(self, document: str, found: Mapping[str, Cited]) -> Record | None:
        """Keep which reports the steps of a document are found to name; return its record with them."""
        known = self.record(document)
        if known is None or (not found and not known.credited):
            return known
        self._records.pop(document)
        plain = {step: (one.report, one.outlet, one.said) for step, one in sorted(found.items())}
        row = (self._in(tight(plain)), self._in(document))
        self._sql.execute("UPDATE record SET credits = ? WHERE document = ?", row)
        return self.record(document)

    def imprint(self, document: str) -> str:
        """Return what was kept to recognise a document by."""
        row = self._sql.execute("SELECT content FROM imprint WHERE document = ?", (self._in(document),)).fetchone()
        return self._out(row[0])

    def keep_imprint(self, document: str, content: str) -> None:
        """Keep what a document is recognised by."""
        self._sql.execute("INSERT OR REPLACE INTO imprint VALUES (?, ?)", (self._in(document), self._in(content)))

    def tell(self, node: Node, said: Said, read: Iterable[Stretch]) -> Changed:
        """Put what a node says, and what it has read for it, in the place of what it said before.

        Where nothing was known before, what came is not told: all of it did.
        """
        if self.fresh:
            return self._first(node, said, read)
        number, old_quads, known = self._node(node)
        rows = {self._row(one.key, one.at, one.item, one.value): one.wakes for one in said.entries}
        old = self._rows(number) if known else frozenset()
        gone, come = old - rows.keys(), rows.keys() - old
        self._delete("entry", gone, number)
        self._insert("entry", come, number)
        self._look(number, read, known=known)
        if said.quads != old_quads:
            kept = self._in(tight(said.quads)) if said.quads else None
            self._sql.execute("UPDATE node SET quads = ? WHERE id = ?", (kept, number))
        differing = (row for row in gone | come if not self._shared(row, number))
        return Changed(
            entries=frozenset((key, at) for key, at, _, _ in differing),
            meetings=self._meet(node, number, said, known=known),
            woken=frozenset(wakes for row, wakes in rows.items() if wakes is not None and row in come),
            gone=frozenset(old_quads) - frozenset(said.quads),
            come=frozenset(said.quads) - frozenset(old_quads),
        )

    def _first(self, node: Node, said: Said, read: Iterable[Stretch]) -> Changed:
        quads = self._in(tight(said.quads)) if said.quads else None
        made = self._sql.execute(
            "INSERT INTO node (stage, name, quads) VALUES (?, ?, ?)", (node[0], self._in(node[1]), quads)
        )
        number = made.lastrowid or 0
        rows = {self._row(one.key, one.at, one.item, one.value) for one in said.entries}
        self._insert("entry", rows, number)
        self._look(number, read, known=False)
        place = self._in(node[1])
        self._insert("meeting", {(_hash(key), said.at, place, said.value) for key in said.meetings}, number)
        return Changed(woken=frozenset(one.wakes for one in said.entries if one.wakes is not None))

    def forget(self, node: Node) -> None:
        """Take out a node that has nothing to say any more."""
        self._sql.execute("DELETE FROM node WHERE stage = ? AND name = ?", (node[0], self._in(node[1])))

    def readers(self, places: Iterable[tuple[int, str]]) -> Iterator[Node]:
        """Yield the nodes that have read one of these places, some more than once."""
        query = "SELECT stage, name FROM lookup JOIN node ON id = reader WHERE key = ? AND high >= ? AND low <= ?"
        for key, at in places:
            for stage, name in self._sql.execute(query, (key, at, at)):
                yield stage, self._out(name)

    def _remember(self, document: str, known: Record | None) -> None:
        while len(self._records) >= _CACHED:
            del self._records[next(iter(self._records))]
        self._records[document] = known

    def _node(self, node: Node) -> tuple[int, tuple[str, ...], bool]:
        """Return the number of a node, what it said in quads, and whether it was known."""
        where = (node[0], self._in(node[1]))
        row = self._sql.execute("SELECT id, quads FROM node WHERE stage = ? AND name = ?", where).fetchone()
        if row is None:
            made = self._sql.execute("INSERT INTO node (stage, name) VALUES (?, ?)", where)
            return made.lastrowid or 0, (), False
        return row[0], tuple(json.loads(self._out(row[1]))) if row[1] else (), True

    def _rows(self, number: int) -> frozenset[_Row]:
        return frozenset(self._sql.execute("SELECT key, at, item, value FROM entry WHERE owner = ?", (number,)))

    def _shared(self, row: _Row, number: int) -> bool:
        """Tell whether another node says the same, so that nobody sees a difference."""
        query = "SELECT 1 FROM entry WHERE key = ? AND at = ? AND item = ? AND value = ? AND owner <> ? LIMIT 1"
        return self._sql.execute(query, (*row, number)).fetchone() is not None

    def _delete(self, table: str, rows: Iterable[_Row], number: int) -> None:
        if listed := [(*row, number) for row in rows]:
            self._sql.executemany(_DELETE[table], listed)

    def _insert(self, table: str, rows: Iterable[_Row], number: int) -> None:
        if listed := [(*row, number) for row in rows]:
            self._sql.executemany(_INSERT[table], listed)

    def _look(self, number: int, read: Iterable[Stretch], *, known: bool) -> None:
        if known:
            self._sql.execute("DELETE FROM lookup WHERE reader = ?", (number,))
        if rows := {(_hash(one.key), one.high, one.low, number) for one in read}:
            self._sql.executemany("INSERT INTO lookup VALUES (?, ?, ?, ?)", rows)

    def _meet(self, node: Node, number: int, said: Said, *, known: bool) -> frozenset[tuple[int, str, str]]:
        place = self._in(node[1])
        rows = {(_hash(key), said.at, place, said.value) for key in said.meetings}
        query = "SELECT key, at, item, value FROM meeting WHERE owner = ?"
        old = set(self._sql.execute(query, (number,))) if known else set()
        self._delete("meeting", old - rows, number)
        self._insert("meeting", rows - old, number)
        return frozenset(row[:3] for row in old ^ rows)

    def _side(self, query: str, place: tuple[int, str, str], number: int) -> list[str]:
        """Return the documents before or behind a place under its key, the nearest first."""
        return [document for (document,) in self._sql.execute(query, (*place, number))]

    def _read(self, document: str, *, bare: bool = False) -> Record | None:
        query = "SELECT content, credits FROM record WHERE document = ?"
        row = self._sql.execute(query, (self._in(document),)).fetchone()
        if row is None:
            return None
        known = from_text(self._out(row[0]))
        found = {} if bare else json.loads(self._out(row[1]))
        return with_credits(known, {step: Cited(*cited) for step, cited in found.items()})

    def _row(self, key: Key, at: str, item: str, value: str) -> _Row:
        return _hash(key), at, self._in(item), self._in(value)

    def _in(self, text: str) -> str:
        """Shorten the base in what is kept; the sign for it stands in no IRI and in no JSON."""
        return text.replace(self.base, _SIGN)

    def _out(self, text: str) -> str:
        return text.replace(_SIGN, self.base)


def _across(before: list[str], behind: list[str], moved: int) -> Iterator[tuple[str, str]]:
    """Yield pairs with `moved` changed places between them that may have come to be, or cease to be, neighbours."""
    for far, one in enumerate(before, 1):
        near = max(0, NEIGHBOURS - moved - far)
        for other in behind[near : NEIGHBOURS + moved + 1 - far]:
            yield one, other


def _opened(file: Path | None) -> sqlite3.Connection:
    """Open the database; a file that is none any more is begun anew."""
    if file is not None:
        with suppress(sqlite3.DatabaseError):
            return _connected(file)
        try:
            file.unlink(missing_ok=True)
        except OSError as problem:
            raise StoreError(f"'{file}' is no file that kg wrote: remove it and build again") from problem
    return _connected(file)


def _connected(file: Path | None) -> sqlite3.Connection:
    sql = sqlite3.connect(":memory:" if file is None else file, isolation_level=None)
    sql.execute(f"PRAGMA cache_size = {_MEMORY}")
    sql.execute("BEGIN")
    if not sql.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        _create(sql)
    return sql


def _create(sql: sqlite3.Connection) -> None:
    for table in _TABLES:
        sql.execute(f"CREATE TABLE {table}")
    for place in _INDEXES:
        name = place.translate({ord(" "): "_", ord("("): None, ord(")"): None})
        sql.execute(f"CREATE INDEX {name} ON {place}")


def _discard(sql: sqlite3.Connection) -> None:
    for table in _TABLES:
        sql.execute(f"DROP TABLE IF EXISTS {table.partition(' ')[0]}")


def _hash(key: Key) -> int:
    text = "\n".join("\0" if part is None else part for part in key)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)

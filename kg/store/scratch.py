"""What long work has to remember for the time being, kept in a temporary file: a database of SQLite of one's own."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from kg.errors import StoreError

_MEMORY = -512
"""Kibibytes of it that are kept in memory, the way SQLite wants them."""


class Scratch:
    """A database that is gone afterwards; use it in a `with` block. Raises StoreError where there is no room for it."""

    def __init__(self, *tables: str) -> None:
        self._is_open = True
        with _errors():
            self._sql = sqlite3.connect("", isolation_level=None)
            for setting in (f"cache_size = {_MEMORY}", "journal_mode = OFF"):
                self._sql.execute(f"PRAGMA {setting}").close()
            for table in tables:
                self._sql.execute(f"CREATE TABLE {table}")
            # One for all: a connection remembers each cursor for a while.
            self._cursor = self._sql.execute("BEGIN")

    def write(self, statement: str, *values: Any) -> None:  # noqa: ANN401 - what SQLite takes
        """Carry out a statement."""
        self.write_all(statement, (values,))

    def write_all(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Carry out a statement for each row."""
        for row in rows:
            # Not around the loop: what goes wrong where the rows come from is another error.
            try:
                self._cursor.execute(statement, row)
            except sqlite3.OperationalError as problem:
                raise _no_room(problem) from problem

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - what SQLite takes
        """Yield the rows of a query; what it reads must not be written meanwhile."""
        with _errors():
            rows = self._sql.execute(query, values)
            try:
                for row in rows:  # noqa: UP028 - `yield from` closes the rows by itself
                    yield row
            finally:
                # Who was interrupted while walking through rows holds them longer than the database is open.
                if self._is_open:
                    rows.close()

    def some(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what SQLite takes
        """Return the rows of a query that has few; afterwards what it read may be written."""
        with _errors():
            return self._cursor.execute(query, values).fetchall()

    def row(self, query: str, *values: Any) -> tuple[Any, ...] | None:  # noqa: ANN401 - what SQLite takes
        """Return the first row of a query, None where it has none."""
        with _errors():
            found: tuple[Any, ...] | None = self._cursor.execute(query, values).fetchone()
            return found

    def __enter__(self) -> Self:
        """Return the database itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._is_open = False
        self._sql.close()


class Kept:
    """Something that is kept in a temporary file of its own until the end of its `with` block."""

    def __init__(self, *tables: str) -> None:
        self._kept = Scratch(*tables)

    def __enter__(self) -> Self:
        """Return the thing itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._kept.__exit__(kind, problem, trace)


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as problem:
        raise _no_room(problem) from problem


def _no_room(problem: sqlite3.OperationalError) -> StoreError:
    return StoreError(f"the folder of temporary files cannot be written: {problem}; make room there")

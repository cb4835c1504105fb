"""Asking a store: stored queries by name, and a user's own SPARQL. Only what reads is run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.errors import QueryError
from kg.query.catalogue import StoredQuery
from kg.query.federation import calls_others
from kg.query.names import Names
from kg.query.ordering import apart, ordered
from kg.query.parameters import bound
from kg.query.terms import Wording, full
from kg.rdf.terms import text
from kg.store.oxigraph import EmbeddedStore
from kg.store.protocol import Store
from kg.store.results import Ask, Result, Select

_SHOWN = 50
"""Rows that a notebook shows."""
_TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query: columns, and rows of as many cells; what a row leaves open is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def _repr_html_(self) -> str:
        """Return the rows as a table, for notebooks; of a long one the first."""
        from html import escape

        def line(cells: Sequence[str | None], kind: str) -> str:
            return "<tr>" + "".join(f"<{kind}>{escape(cell or '')}</{kind}>" for cell in cells) + "</tr>"

        shown = "".join(line(row, "td") for row in self.rows[:_SHOWN])
        more = f"<p>and {len(self.rows) - _SHOWN} more rows</p>" if len(self.rows) > _SHOWN else ""
        return f"<table><thead>{line(self.columns, 'th')}</thead><tbody>{shown}</tbody></table>{more}"


def ask(
    store: Store,
    query: StoredQuery,
    given: Mapping[str, str | Sequence[str]],
    *,
    machine: bool = False,
    timeout: float | None = None,
) -> Table:
    """Answer a stored query. Terms are worded for people, or for a machine in full (whole IRIs).

    `timeout` is in seconds. Raises UsageError for an unknown parameter, QueryError for a value that does not fit.
    """
    if not isinstance(store, EmbeddedStore):
        return run(store, bound(query, given, Names(store)), machine=machine, timeout=timeout)
    whole = bound(query.about_everything(given), given, Names(store))
    sparql, keys = apart(whole)
    found = _rows(store.query(sparql, timeout))
    if not set(keys) <= set(found.variables):
        # What it orders by is not among what it gives.
        return run(store, whole, machine=machine, timeout=timeout)
    return _worded(store, ordered(found, keys), machine=machine)


def run(store: Store, sparql: str, *, machine: bool = False, timeout: float | None = None) -> Table:
    """Answer SPARQL of the user's own: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises QueryError for what is malformed or writes, and for SERVICE: a query must not make requests elsewhere.
    """
    if calls_others(sparql):
        raise QueryError("SERVICE is refused: a query asks this store alone, so ask the other endpoint by itself")
    return _worded(store, _rows(store.query(sparql, timeout)), machine=machine)


def read(path: Path) -> str:
    """Return the SPARQL in a file. Raises QueryError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise QueryError(f"the query file '{path}' cannot be read: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise QueryError(f"the query file '{path}' is not UTF-8 (byte {problem.start}): convert it") from problem


def _worded(store: Store, found: Select, *, machine: bool) -> Table:
    # Very many rows hold few different terms: each is worded once.
    terms = frozenset(chain.from_iterable(found.rows))
    word = full if machine else Wording.of(store, terms).short
    cells = {term: word(term) for term in terms}
    return Table(found.variables, tuple(tuple(map(cells.__getitem__, row)) for row in found.rows))


def _rows(result: Result) -> Select:
    """Return any result as rows: ASK as one cell, triples as three columns."""
    if isinstance(result, Select):
        return result
    if isinstance(result, Ask):
        return Select(("answer",), ((text("true" if result.answer else "false"),),))
    return Select(_TRIPLE, tuple((triple.subject, triple.predicate, triple.object) for triple in result.triples))

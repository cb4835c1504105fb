"""Asking Oxigraph: its answers as results of our own, its complaints as one line each."""

from collections.abc import Iterator
from contextlib import contextmanager

from pyoxigraph import QueryBoolean, QuerySolutions
from pyoxigraph import Store as Engine

from kg.errors import QueryError, StoreError
from kg.garbage import uncollected
from kg.store.keywords import keywords
from kg.store.nesting import CHAINED, LEVELS, too_nested
from kg.store.results import Ask, Construct, Result, Select

_LONGEST = 200
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
ONLY_FORMS = "only SELECT, ASK, CONSTRUCT and DESCRIBE are asked of a store"
NESTED = (
    f"the query cannot be read: it nests more than {LEVELS} brackets or chains more than {CHAINED} alternatives; "
    "list values with VALUES or IN"
)
_DAMAGE = ("Corruption", "No such file", "IO error")


def ask(engine: Engine, sparql: str) -> Result:
    """Return what a query gives. Raises QueryError for one that cannot be read or run."""
    if too_nested(sparql):
        raise QueryError(NESTED)
    try:
        found = engine.query(sparql)
        if isinstance(found, QueryBoolean):
            return Ask(bool(found))
        if isinstance(found, QuerySolutions):
            names = tuple(variable.value for variable in found.variables)
            with uncollected():
                return Select(names, tuple(map(tuple, found)))
        return Construct(tuple(sorted(set(found), key=str)))
    except SyntaxError as problem:
        if keywords(sparql).isdisjoint(_FORMS):
            raise QueryError(ONLY_FORMS) from problem
        raise QueryError(f"the query cannot be read: {_short(problem)}") from problem
    except (OSError, RuntimeError, ValueError) as problem:
        if any(sign in str(problem) for sign in _DAMAGE):
            raise StoreError(f"the store cannot be read any more, open it again: {_short(problem)}") from problem
        raise QueryError(f"the query cannot be run: {_short(problem)}") from problem


@contextmanager
def engine_errors(doing: str) -> Iterator[None]:
    """Turn what Oxigraph raises into StoreError; `doing` says what cannot be done."""
    try:
        yield
    except RecursionError:
        raise
    except (OSError, RuntimeError) as problem:
        raise StoreError(f"{doing}: {_short(problem)}") from problem


def _short(problem: Exception) -> str:
    line = " ".join(str(problem).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"

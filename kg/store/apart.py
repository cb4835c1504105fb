"""The union of all graphs as a database of one's own on disk, which may be written to and is gone afterwards."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import Quad, RdfFormat, parse
from pyoxigraph import Store as Engine

from kg.errors import StoreError
from kg.store.answers import engine_errors

_TOGETHER = 5_000
"""Triples that are loaded at once: how many decides how much memory loading takes."""


class Apart:
    """A database whose default graph is the union; it is let go where its `with` block ends, whoever still has this."""

    def __init__(self, engine: Engine) -> None:
        self._engine: Engine | None = engine

    @property
    def engine(self) -> Engine:
        """The database. Raises StoreError once it was let go."""
        if self._engine is None:
            raise StoreError("the store is closed")
        return self._engine

    def close(self) -> None:
        """Let go of the database."""
        self._engine = None


@contextmanager
def filled(lines: Iterable[bytes]) -> Iterator[Apart]:
    """Hold the triples of lines of N-Triples in a temporary folder. Raises StoreError where there is no room for them.

    After an error somebody may still have the database: what then cannot be removed is left to the system.
    """
    with TemporaryDirectory(prefix="kg-graph-", ignore_cleanup_errors=True) as folder:
        with engine_errors("there is no room for the graph in the folder of temporary files"):
            made = Apart(Engine(str(Path(folder) / "oxigraph")))
            for some in _parsed(lines):
                made.engine.bulk_extend(some)
        try:
            yield made
        finally:
            made.close()


def _parsed(lines: Iterable[bytes]) -> Iterator[list[Quad]]:
    """Yield the triples some at a time; a blank node has one name wherever it stands."""
    rest = iter(lines)
    while some := b"".join(islice(rest, _TOGETHER)):
        yield list(parse(some, format=RdfFormat.N_TRIPLES))

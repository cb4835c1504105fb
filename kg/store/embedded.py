"""How a store on Oxigraph is opened: in memory, or a folder of this machine for reading or for writing."""

import errno
import os
from pathlib import Path

from pyoxigraph import Store as Engine

from kg import vocab
from kg.errors import StoreError
from kg.rdf.iris import Iris
from kg.store.answers import engine_errors
from kg.store.layout import create, existing
from kg.store.locking import lock
from kg.store.oxigraph import MEND, EmbeddedStore, opened
from kg.store.results import Tally
from kg.store.snapshots import discard_left, snapshot
from kg.store.tally import kept


def memory(base: str = vocab.DATA) -> EmbeddedStore:
    """Return an empty store that is kept in memory."""
    return EmbeddedStore(Engine(), Iris(base).base, None, tallied=Tally(0, 0, 0))


def open_for_writing(folder: Path, base: str | None = None) -> EmbeddedStore:
    """Open the store in `folder` for writing; one that is not there is made, with `base` for its data IRIs.

    Raises StoreError for a folder that cannot hold a store, holds another layout or base, is damaged, or is written
    to by another process. Nothing is touched then.
    """
    layout = existing(folder)
    if layout is not None and base not in (None, layout.base):
        raise StoreError(f"the store '{folder}' has the base {layout.base}, not {base}: leave the base out")
    layout = layout or create(folder, base or vocab.DATA)
    with engine_errors(f"the store '{folder}' cannot be opened"):
        locked = lock(layout.mark)
        tallied = kept(layout.tally, layout.engine)
        try:
            engine = opened(layout)
        except BaseException:
            os.close(locked)
            raise
        discard_left(layout.reading)
        return EmbeddedStore(engine, layout.base, layout, locked=locked, tallied=tallied)


def open_for_reading(folder: Path) -> EmbeddedStore:
    """Open the store in `folder` as it is now, for reading beside whoever writes to it.

    Raises StoreError where there is no store or one that cannot be read.
    """
    layout = existing(folder)
    if layout is None:
        raise StoreError(f"there is no store at '{folder}': build one with 'kg build PATH --store {folder}'")
    with engine_errors(f"the store '{folder}' is damaged, {MEND}"):
        try:
            seen = snapshot(layout.engine, layout.reading)
        except OSError as problem:
            if problem.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise StoreError(
                f"the store '{folder}' cannot be read: {problem.strerror}, and a reader needs a little: make room"
            ) from problem
        tallied = kept(layout.tally, seen.folder)
        return EmbeddedStore(seen.engine, layout.base, layout, seen=seen, tallied=tallied)


class EmbeddedOpener:
    """The kind of store that is a folder."""

    def opens(self, location: str) -> bool:
        """Tell whether the location is a path."""
        return "://" not in location

    def open(self, location: str, *, write: bool, base: str | None) -> EmbeddedStore:
        """Open the folder, for writing or reading."""
        return open_for_writing(Path(location), base) if write else open_for_reading(Path(location))

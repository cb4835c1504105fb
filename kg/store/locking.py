"""One writer a store: a lock of our own, held for as long as the store is open for writing.

The database has a lock too, but its writer closes it and opens it again now and then, to let go of what it caches.
"""

import fcntl
import os
from pathlib import Path

from kg.errors import StoreError


def lock(mark: Path) -> int:
    """Lock a file that every store has; return what to close to let go of it, which the end of the process does too.

    Where the file system knows no locks, the database's own has to do. Raises StoreError where another process holds
    it, OSError where the file cannot be opened.
    """
    held = os.open(mark, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as problem:
        os.close(held)
        raise taken(mark.parent) from problem
    except OSError:
        pass
    return held


def taken(folder: Path) -> StoreError:
    """Return what to say where another process writes to a store."""
    return StoreError(f"the store '{folder}' is being written to by another process: wait until it is done")

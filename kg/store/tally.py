"""What a store was counted to hold, kept in a file beside its database, so that not all of it is counted again.

A writer removes the file before it changes anything and writes it when it has closed the database; after a kill there
is none. It names the tables it tells of: where a database has others by now, what it says does not count.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from kg.store.results import Tally


def kept(file: Path, database: Path) -> Tally | None:
    """Return what is kept of a database, which nobody has open for writing; None where it cannot be trusted."""
    try:
        known = json.loads(file.read_bytes())
        if known["tables"] != _tables(database):
            return None
        return Tally(**{name: int(count) for name, count in known["tally"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None


def keep(file: Path, database: Path, tally: Tally) -> None:
    """Keep what a database holds, which is closed; where that cannot be written it is left out."""
    part = file.with_suffix(".part")
    with suppress(OSError):
        part.write_text(json.dumps({"tally": asdict(tally), "tables": _tables(database)}), encoding="utf-8")
        part.replace(file)


def forget(file: Path) -> None:
    """Keep nothing, before the database changes. Raises OSError where the file stays."""
    file.unlink(missing_ok=True)


def _tables(database: Path) -> str:
    """Return a hash of the names and sizes of the tables, which never change, and of logs in which something stands."""
    with os.scandir(database) as files:
        sizes = {one.name: one.stat().st_size for one in files if one.name.endswith((".sst", ".log"))}
    listed = sorted(f"{name} {size}\n" for name, size in sizes.items() if size or name.endswith(".sst"))
    return sha256("".join(listed).encode()).hexdigest()

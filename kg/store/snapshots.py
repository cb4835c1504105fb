"""A database as it is at one moment, for reading while its writer goes on.

Opened read-only beside a writer, RocksDB goes wrong in two ways: a log that the writer has just written out is missed,
and tables that it has merged are gone when they are asked for. So a reader gets a folder of its own below `reading/` of
the store: hard links to the tables, which never change, and copies of the small rest, taken again until nothing was
added or removed meanwhile. What the writer takes away beside the database, it first hands to the readers there.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import Store as Engine

from kg.store.apart import Apart

_TRIES = 50
"""A writer adds or removes files every few thousand statements; linking them takes some milliseconds."""
_HELD = "HELD"
_SKIPPED = frozenset({"LOCK", "LOG", _HELD})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A database open for reading. `folder` is its own where `held` is open, else the writer's."""

    engine: Engine
    folder: Path
    held: IO[bytes] | None = None

    def release(self) -> None:
        """Remove the folder; the engine must not be used afterwards."""
        if self.held is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.held.close()


def snapshot(database: Path, reading: Path) -> Snapshot:
    """Open the database as it is now, in a folder below `reading`.

    Where that cannot be written to (a medium that is read-only has no writer either) the database itself is opened.
    Raises what Oxigraph raises.
    """
    try:
        reading.mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=reading))
        held = _hold(folder)
    except OSError:
        return Snapshot(Engine.read_only(str(database)), database)
    try:
        _linked(database, folder)
        return Snapshot(Engine.read_only(str(folder)), folder, held)
    except (OSError, RuntimeError):
        shutil.rmtree(folder, ignore_errors=True)
        held.close()
        raise


@contextmanager
def copied(database: Path, reading: Path) -> Iterator[Apart]:
    """Open the database as it is now for writing, in a folder below `reading`: what is written is gone afterwards.

    It costs no more than a snapshot, however large the database is. Raises OSError where nothing can be written below
    `reading`, else what Oxigraph raises.
    """
    reading.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=reading))
    with _hold(folder):
        try:
            _linked(database, folder)
            made = Apart(Engine(str(folder)))
            try:
                yield made
            finally:
                made.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def hand(path: Path, reading: Path) -> None:
    """Give a file that is about to be replaced or removed to every reader there is; what one has already it keeps."""
    for reader in reading.iterdir() if reading.is_dir() and path.exists() else ():
        # A reader that has gone meanwhile needs nothing.
        with suppress(FileExistsError, FileNotFoundError, NotADirectoryError):
            _link(path, reader / path.name)


def discard_left(reading: Path) -> int:
    """Remove the folders that readers left behind when they were killed; return how many."""
    count = 0
    for folder in reading.glob("*") if reading.is_dir() else ():
        with suppress(OSError), (folder / _HELD).open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
            count += 1
    return count


def _hold(folder: Path) -> IO[bytes]:
    """Open and lock a file that tells a tidying writer that the folder is in use."""
    held = (folder / _HELD).open("wb")
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


def _linked(database: Path, folder: Path) -> None:
    for _ in range(_TRIES):
        before = _state(database)
        with suppress(FileNotFoundError):
            for name in before:
                _take(database / name, folder / name)
            if _state(database) == before:
                return
        for path in folder.iterdir():
            if path.name != _HELD:
                path.unlink()
    raise OSError(f"{database} changes faster than it can be read")


def _state(database: Path) -> dict[str, int]:
    """Return the files by name; the size of those that tell which tables and logs there are, not of the logs."""
    names = sorted(name for name in os.listdir(database) if not name.startswith(tuple(_SKIPPED)))  # noqa: PTH208 - names
    return {name: (database / name).stat().st_size if name.startswith(("MANIFEST", "CURRENT")) else 0 for name in names}


def _take(source: Path, target: Path) -> None:
    if source.suffix == ".sst":
        _link(source, target)
    else:
        shutil.copyfile(source, target)


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        # A file system without hard links; nobody is to see half of a file.
        part = target.with_name(f"{target.name}.part")
        shutil.copyfile(source, part)
        part.replace(target)

"""The files that a user names, each once: in a temporary file, for of very many not even the paths have room."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath

from kg.ingest.protocol import Reader
from kg.store.scratch import Kept

_TABLES = (
    "file (path TEXT, place BLOB, same BLOB UNIQUE, stem TEXT, ending TEXT, PRIMARY KEY (path, place)) WITHOUT ROWID",
    "longer (path TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID",
)
_ALIKE = """
SELECT stem, path FROM file JOIN (SELECT stem FROM file GROUP BY stem HAVING COUNT(*) > 1) USING (stem)
ORDER BY stem, path"""
_FILES = "SELECT path, place, ending, COALESCE(name, stem) FROM file LEFT JOIN longer USING (path) ORDER BY path, place"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is (None for standard input), the path as the user sees it, its name, and its reader."""

    place: str | None
    path: str
    name: str
    reader: Reader


class Listing(Kept):
    """The files, sorted by path; each time it is walked through they are handed out anew. Use it in a `with` block.

    `readers` are those of each suffix. Paths are Unicode; the places may lie in folders whose names are not.
    """

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self.readers = readers
        super().__init__(*_TABLES)

    def add(self, path: str, place: str | None, identity: str, ending: str) -> str | None:
        """Note a file, or return the path under which the same file was noted before."""
        same = os.fsencode(identity)
        known = self._kept.row("SELECT path FROM file WHERE same = ?", same)
        if known is not None:
            return str(known[0])
        row = (path, os.fsencode(place or ""), same, stem(path), ending)
        self._kept.write("INSERT INTO file VALUES (?, ?, ?, ?, ?)", *row)
        return None

    def tell_apart(self) -> None:
        """Give files that share their names longer ones, once all files are noted."""
        for _, alike in groupby(self._kept.rows(_ALIKE), itemgetter(0)):
            longer = names(path for _, path in alike)
            self._kept.write_all("INSERT INTO longer VALUES (?, ?)", longer.items())

    def __iter__(self) -> Iterator[Found]:
        """Yield the files."""
        for path, place, ending, name in self._kept.rows(_FILES):
            yield Found(os.fsdecode(place) or None, path, name, self.readers[ending])


def stem(path: str) -> str:
    """Return the name of a file without ending."""
    return PurePosixPath(path).stem


def names(paths: Iterable[str]) -> dict[str, str]:
    """Return the names that rows print of files whose own are shared: the shortest path that tells each apart."""
    shown = {path: stem(path) for path in paths}
    depth: dict[str, int] = {}
    while True:
        count = Counter(shown.values())
        alike = [path for path, its in shown.items() if count[its] > 1]
        longer = [path for path in alike if depth.get(path, 1) < len(_parts(path))]
        if not longer:
            return shown
        for path in longer:
            depth[path] = depth.get(path, 1) + 1
            shown[path] = "/".join(_parts(path)[-depth[path] :])


def _parts(path: str) -> tuple[str, ...]:
    return (*PurePosixPath(path).parts[:-1], stem(path))

"""The folder of an embedded store: `kg-store.json` (layout, base), `oxigraph/`, `texts/`, `runs/`.

Beside them are files that are made anew where they are missing: `links.sqlite`, `tally.json`. While
somebody reads it there is also `reading/`. A store is made beside its place and moved there whole, so that a folder
with a `kg-store.json` has everything.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Store as Engine

from kg.errors import StoreError
from kg.rdf.iris import Iris
from kg.store.mark import MARK
from kg.store.placing import is_free, placed
from kg.store.results import Tally
from kg.store.tally import keep

LAYOUT = 1
_HEX = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of one store are."""

    folder: Path
    base: str

    @property
    def mark(self) -> Path:
        """The file that tells a store; its writer holds it locked."""
        return self.folder / MARK

    @property
    def engine(self) -> Path:
        """The folder of the database."""
        return self.folder / "oxigraph"

    @property
    def texts(self) -> Path:
        """The folder of the documents' texts."""
        return self.folder / "texts"

    @property
    def reading(self) -> Path:
        """The folder of the snapshots that readers have open."""
        return self.folder / "reading"

    @property
    def runs(self) -> Path:
        """The folder of the journal."""
        return self.folder / "runs"

    @property
    def index(self) -> Path:
        """The file in which linking keeps what it knows; where it is not there, it is made anew."""
        return self.folder / "links.sqlite"

    @property
    def tally(self) -> Path:
        """The file in which it is kept how much the store holds; where it is not there, all is counted."""
        return self.folder / "tally.json"


def existing(folder: Path) -> Layout | None:
    """Return the layout of the store in `folder`; None where there is nothing yet, or an empty folder.

    Raises StoreError for a file, a folder of other things, another layout and a store that lacks a part.
    """
    try:
        if is_free(folder):
            return None
        if not folder.is_dir():
            raise StoreError(f"'{folder}' is a file: give a folder for the store")
        mark = folder / MARK
        if not mark.is_file():
            raise StoreError(f"'{folder}' holds other files and is no store: give one, or a new or empty folder")
        return _complete(Layout(folder, _base(folder, mark.read_bytes())))
    except OSError as problem:
        raise StoreError(f"the store '{folder}' cannot be read: {problem.strerror or problem}") from problem


def create(folder: Path, base: str) -> Layout:
    """Make an empty store in a folder that is not there yet or empty. Raises StoreError where that is not possible."""
    Iris(base)
    try:
        with placed(folder) as part:
            lay_out(part, base)
    except OSError as problem:
        raise unmade(folder, problem) from problem
    return Layout(folder, base)


def lay_out(folder: Path, base: str) -> Layout:
    """Put the parts of an empty store into an empty folder. Raises OSError."""
    made = Layout(folder, base)
    Engine(str(made.engine)).flush()
    keep(made.tally, made.engine, Tally(0, 0, 0))
    made.texts.mkdir()
    made.runs.mkdir()
    mark = {"layout": LAYOUT, "base": base, "check": _check(base)}
    made.mark.write_text(json.dumps(mark, indent=2) + "\n", encoding="utf-8")
    return made


def unmade(folder: Path, problem: OSError) -> StoreError:
    """Return what to say where no store can be made."""
    in_the_way = isinstance(problem, FileExistsError | NotADirectoryError)
    why = "a file is where a folder is needed" if in_the_way else problem.strerror or problem
    return StoreError(f"no store can be made at '{folder}': {why}")


def _complete(layout: Layout) -> Layout:
    for part in (layout.engine / "CURRENT", layout.texts, layout.runs):
        if not part.exists():
            raise StoreError(
                f"the store '{layout.folder}' is damaged: '{part.relative_to(layout.folder)}' is missing; "
                "restore a copy or build it again in a new folder"
            )
    return layout


def _base(folder: Path, content: bytes) -> str:
    try:
        mark = json.loads(content)
        layout, base, check = mark["layout"], mark["base"], mark.get("check")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise StoreError(
            f"the store '{folder}' is damaged: {MARK} cannot be read; restore a copy or build it again in a new folder"
        ) from problem
    if layout != LAYOUT or not isinstance(base, str):
        raise StoreError(
            f"the store '{folder}' has layout {layout}, this version of kg reads layout {LAYOUT}: use the version that "
            "made it, or build it again in a new folder"
        )
    if check not in (None, _check(base)):
        raise StoreError(
            f"the store '{folder}' is damaged: the base in {MARK} is not the one it was made with; restore a copy or "
            "build it again in a new folder"
        )
    return base


def _check(base: str) -> str:
    """Return what tells a base from one that was changed: with another base no document would be found, in silence."""
    return sha256(base.encode(errors="replace")).hexdigest()[:_HEX]

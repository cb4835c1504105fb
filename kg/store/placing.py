"""Putting a new store in its place, so that a folder with the mark of a store has everything."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.store.mark import MARK

_NEW = ".kg-new-"
"""How a folder that is being made begins; one that was left by a kill is nobody's."""


def is_free(folder: Path) -> bool:
    """Tell whether a store can be put there: nothing is there yet, or an empty folder. Raises OSError."""
    return not folder.exists() or (folder.is_dir() and not any(map(_is_foreign, folder.iterdir())))


@contextmanager
def placed(folder: Path) -> Iterator[Path]:
    """Hand out a new folder, which stands at `folder` afterwards; there may be nothing yet, or an empty folder.

    It is made beside its place and moved there whole. An empty folder that is there stays: it may be a mount, the end
    of a link, the one that this runs in, or below one that nobody may write to. So what was made inside it is moved up,
    the mark last. Raises OSError where that is not possible; nothing is left then.
    """
    place = Path(os.path.realpath(folder))
    is_there = place.is_dir()
    around = place if is_there else place.parent
    around.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=_NEW, dir=around))
    try:
        part.chmod(0o777 & ~_umask())
        yield part
        if is_there:
            _move_up(part, place)
        else:
            part.rename(place)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _move_up(part: Path, place: Path) -> None:
    names = sorted((path.name for path in part.iterdir()), key=lambda name: name == MARK)
    try:
        for name in names:
            (part / name).rename(place / name)
        part.rmdir()
    except OSError:
        for name in names:
            if not (part / name).exists():
                (place / name).rename(part / name)
        raise
    for left in filter(_is_left, place.iterdir()):
        shutil.rmtree(left, ignore_errors=True)


def _is_left(path: Path) -> bool:
    return path.name.startswith(_NEW)


def _is_foreign(path: Path) -> bool:
    return not _is_left(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

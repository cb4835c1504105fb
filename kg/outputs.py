"""Writing what a user names as output: whole or not at all, and never in the place of a device, a pipe or a link."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError

_DESCRIPTORS = ("/dev/", "/proc/")
"""What lies below stands for what a process has open: a file that is put in its place is not what is open."""


class ReaderGone(Exception):  # noqa: N818 - no error: whoever reads (head, less) has what it wants
    """Nobody reads any more what is written to a pipe."""


@contextmanager
def output(path: str | Path) -> Iterator[BinaryIO]:
    """Hand out a stream of bytes into `path`: what stands there afterwards is the old file or the whole new one.

    A link to a file is followed; into devices and pipes is written as the bytes come. Raises InputError where the
    file cannot be written, ReaderGone for a pipe that nobody reads any more.
    """
    target = Path(path)
    try:
        if _is_replaced(target):
            with _beside(Path(os.path.realpath(target))) as stream:
                yield stream
        else:
            with target.open("wb") as stream:
                yield stream
    except BrokenPipeError as problem:
        raise ReaderGone from problem
    except OSError as problem:
        raise InputError(f"{path}: cannot be written: {problem.strerror or problem}") from problem


def write(path: str | Path, content: bytes) -> None:
    """Write a file; see `output`."""
    with output(path) as stream:
        stream.write(content)


def _is_replaced(target: Path) -> bool:
    """Tell whether what stands at a path may give way to a new file: a file, or nothing."""
    if str(target.absolute()).startswith(_DESCRIPTORS):
        return False
    try:
        return stat.S_ISREG(target.stat().st_mode)
    except FileNotFoundError:
        return True


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """Hand out a stream into a new file, which takes the place of `target` when all is written."""
    part = target.with_name(f".kg-{secrets.token_hex(4)}.part")
    with part.open("xb") as stream:
        try:
            yield stream
            stream.flush()
            with suppress(FileNotFoundError):
                # Who may read a file does not change with what is in it.
                os.fchmod(stream.fileno(), stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise

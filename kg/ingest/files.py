"""From what a user names (files, folders, `-`) to readings: what is there, in a fixed order, each file once."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from kg import plugins
from kg.errors import InputError
from kg.ingest.decoding import MAX_BYTES, check_size
from kg.ingest.listing import Found, Listing
from kg.ingest.protocol import Reader, Reading, Source
from kg.store.mark import MARK, is_store

GROUP = "kg.readers"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Finding:
    """The files that the arguments name, what is wrong with them (exit code 2), and what was passed over (a note).

    Use it in a `with` block: the files are listed in a temporary file.
    """

    files: Listing
    problems: tuple[str, ...]
    notes: tuple[str, ...]

    def __enter__(self) -> Self:
        """Return the finding itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the list of files."""
        self.files.__exit__(kind, problem, trace)


def readers() -> dict[str, Reader]:
    """Return the reader of each suffix."""
    found: dict[str, Reader] = {}
    for name in plugins.names(GROUP):
        reader: Reader = plugins.load(GROUP, name)()
        found.update(dict.fromkeys(reader.suffixes, reader))
    return found


def find(arguments: Sequence[str]) -> Finding:
    """Return the files behind `arguments`, sorted by path, so that the order of arguments changes nothing."""
    known = readers()
    problems: list[str] = []
    notes: list[str] = []
    with ExitStack() as stack:
        files = stack.enter_context(Listing(known))
        for argument in arguments:
            for path, explicit in _expand(argument, problems, notes):
                place = None if path == STDIN else Path(path)
                shown = "stdin" if place is None else shown_path(place)
                ending = ".txt" if place is None else place.suffix.lower()
                if ending not in known:
                    _unknown(shown, known, problems if explicit else notes)
                    continue
                if (named := _unicode(shown)) is None:
                    problems.append(
                        f"{_printable(shown)}: the name is not UTF-8, so that no graph can hold it: rename the file"
                    )
                    continue
                if place is not None and not explicit and _is_device(place):
                    problems.append(f"{named}: is neither a file nor a folder")
                    continue
                identity = STDIN if place is None else os.path.realpath(place)
                if (first := files.add(named, None if place is None else path, identity, ending)) is not None:
                    notes.append(f"{named}: is the same file as {first}, read once")
        files.tell_apart()
        stack.pop_all()
    return Finding(files, tuple(sorted(problems)), tuple(sorted(notes)))


def read(found: Found) -> Reading:
    """Read one file; what fails is a problem in one line that begins with the path."""
    try:
        data = _standard_input() if found.place is None else _content(found.place)
        check_size(data)
        return found.reader.read(Source(found.path, found.name, data))
    except InputError as problem:
        return Reading(problems=(f"{found.path}: {problem}",))
    except OSError as problem:
        return Reading(problems=(f"{found.path}: cannot be read: {problem.strerror or problem}",))


@cache
def _standard_input() -> bytes:
    """Return all of standard input, which can be read once, or more of it than is read."""
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _content(place: str) -> bytes:
    """Return a file's bytes, or more of them than are read: what is too large is refused without being held."""
    with Path(place).open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def shown_path(place: Path) -> str:
    """Return the path with `/`, relative to the working folder where it lies below it: it goes into the graph."""
    try:
        here = Path.cwd()
    except FileNotFoundError as problem:
        raise InputError("the folder that this runs in is gone: run it in another") from problem
    absolute = Path(os.path.normpath(here / place))
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _expand(argument: str, problems: list[str], notes: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the files of one argument, and whether the user named the file itself."""
    if argument == STDIN:
        yield STDIN, True
        return
    try:
        mode = Path(argument).stat().st_mode
        if stat.S_ISDIR(mode) and is_store(Path(argument)):
            problems.append(f"{argument}: is a store, not articles: name the files that it was built from")
            return
    except (FileNotFoundError, NotADirectoryError, ValueError):
        hint = ": is an address: fetch the page, and give its file" if "://" in argument else ""
        problems.append(f"{argument}{hint or ': no such file or folder'}")
        return
    except OSError as problem:
        problems.append(f"{argument}: cannot be read: {problem.strerror or problem}")
        return
    if stat.S_ISDIR(mode):
        yield from ((str(path), False) for path in _walk(Path(argument), problems, notes))
    elif stat.S_ISREG(mode):
        yield argument, True
    else:
        problems.append(f"{argument}: is neither a file nor a folder")


def _walk(folder: Path, problems: list[str], notes: list[str]) -> Iterator[Path]:
    """Yield the files below `folder`; hidden ones and stores are passed over, and links to folders not followed."""

    def refuse(problem: OSError) -> None:
        problems.append(f"{problem.filename}: cannot be read: {problem.strerror}")

    for place, folders, files in os.walk(folder, onerror=refuse):
        if MARK in files:
            # Its texts are articles that were read before, under other names.
            notes.append(f"{shown_path(Path(place))}: is a store, passed over")
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        notes += [
            f"{shown_path(link)}: is a link to a folder, passed over: name it to have it read"
            for link in (Path(place, name) for name in folders)
            if link.is_symlink()
        ]
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _is_device(place: Path) -> bool:
    """Tell whether a path is a device, a pipe or a socket, from which there may be no end of reading."""
    try:
        return not stat.S_ISREG(place.stat().st_mode)
    except OSError:
        return False  # Reading it tells what is wrong.


def _unicode(path: str) -> str | None:
    """Return a path in Unicode, read as UTF-8 whatever the locale; None for other bytes."""
    try:
        return os.fsencode(path).decode()
    except UnicodeError:
        return None


def _printable(path: str) -> str:
    return os.fsencode(path).decode(errors="backslashreplace")


def _unknown(shown: str, known: dict[str, Reader], lines: list[str]) -> None:
    lines.append(f"{shown}: no reader for this ending (known: {' '.join(sorted(known))}), passed over")

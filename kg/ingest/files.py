"""From what a user names (files, folders, `-`) to readings: what is there, in a fixed order, each file once."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from kg import plugins
from kg.errors import InputError
from kg.ingest.protocol import Reader, Reading, Source

GROUP = "kg.readers"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is (None for standard input), the path as the user sees it, and its reader.

    Of very many files this is what is in memory, so there are no `Path`s.
    """

    place: str | None
    path: str
    reader: Reader


@dataclass(frozen=True, slots=True)
class Finding:
    """The files that the arguments name, what is wrong with them (exit code 2), and what was passed over (a note)."""

    files: tuple[Found, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


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
    files: dict[str, Found] = {}
    real: dict[str, str] = {}
    problems: list[str] = []
    notes: list[str] = []
    for argument in arguments:
        for path, explicit in _expand(argument, problems):
            place = None if path == STDIN else Path(path)
            shown = "stdin" if place is None else shown_path(place)
            reader = known.get(".txt" if place is None else place.suffix.lower())
            if reader is None:
                _unknown(shown, known, problems if explicit else notes)
                continue
            identity = STDIN if place is None else _once(os.path.realpath(place), shown)
            if identity in real:
                problems.append(f"{shown}: is the same file as {real[identity]}, read once")
                continue
            real[identity] = shown
            files[shown] = Found(None if place is None else _once(path, shown), shown, reader)
    return Finding(tuple(files[path] for path in sorted(files)), tuple(sorted(problems)), tuple(sorted(notes)))


def read(found: Found, name: str) -> Reading:
    """Read one file; what fails is a problem in one line that begins with the path."""
    try:
        data = _standard_input() if found.place is None else Path(found.place).read_bytes()
        return found.reader.read(Source(found.path, name, data))
    except InputError as problem:
        return Reading(problems=(f"{found.path}: {problem}",))
    except OSError as problem:
        return Reading(problems=(f"{found.path}: cannot be read: {problem.strerror or problem}",))


@cache
def _standard_input() -> bytes:
    """Return all of standard input, which can be read once."""
    return sys.stdin.buffer.read()


def name(path: str) -> str:
    """Return the name of a file without ending."""
    return PurePosixPath(path).stem


def names(paths: Sequence[str]) -> dict[str, str]:
    """Return the names that rows print of files that share theirs: the shortest path that tells each apart.

    Every other is called by its `name`, and is not in what is returned: of very many files few are.
    """
    shared = Counter(map(name, paths))
    shown = {path: name(path) for path in paths if shared[name(path)] > 1}
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
    return (*PurePosixPath(path).parts[:-1], name(path))


def shown_path(place: Path) -> str:
    """Return the path with `/`, relative to the working folder where it lies below it: it goes into the graph."""
    absolute = Path(os.path.normpath(Path.cwd() / place))
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def _once(path: str, shown: str) -> str:
    """Return the path, which may be the one that is shown: one text then."""
    return shown if path == shown else path


def _expand(argument: str, problems: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the files of one argument, and whether the user named the file itself."""
    place = Path(argument)
    if argument == STDIN:
        yield STDIN, True
    elif place.is_dir():
        yield from ((str(path), False) for path in _walk(place, problems))
    elif place.is_file():
        yield argument, True
    elif place.exists():
        problems.append(f"{argument}: is neither a file nor a folder")
    else:
        problems.append(f"{argument}: no such file or folder")


def _walk(folder: Path, problems: list[str]) -> Iterator[Path]:
    """Yield the files below `folder`; hidden ones are passed over and links to folders are not followed."""

    def refuse(problem: OSError) -> None:
        problems.append(f"{problem.filename}: cannot be read: {problem.strerror}")

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def _unknown(shown: str, known: dict[str, Reader], lines: list[str]) -> None:
    lines.append(f"{shown}: no reader for this ending (known: {' '.join(sorted(known))}), passed over")

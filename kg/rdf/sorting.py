"""Sorting more than memory holds: sorted runs in temporary files, merged; what is repeated comes once."""

import heapq
import marshal
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from sys import getsizeof
from types import TracebackType
from typing import IO, Generic, Self, TypeAlias, TypeVar

Pair: TypeAlias = tuple[str, str]
_Item = TypeVar("_Item", bytes, Pair)

RUN = 12_000_000
"""Bytes that are sorted in memory at a time, as Python holds them: a text with one curly quote takes two a letter."""
_FILES = 64
"""Files of one size before they are merged into one of the next, so that few are open however much there is."""


def sorted_lines(lines: Iterable[bytes], run: int = RUN, files: int = _FILES) -> Iterator[bytes]:
    """Yield the distinct lines sorted by code point, each with its line break; UTF-8 sorts as its code points do."""
    return _sorted(lines, run, _Runs(_LINES, files))


def sorted_pairs(pairs: Iterable[Pair], run: int = RUN, files: int = _FILES) -> Iterator[Pair]:
    """Yield the distinct pairs sorted by code point."""
    return _sorted(pairs, run, _Runs(_PAIRS, files))


@dataclass(frozen=True, slots=True)
class _Notation(Generic[_Item]):
    """How items are kept in a file, and how many bytes one takes in memory."""

    size: Callable[[_Item], int]
    write: Callable[[IO[bytes], Iterable[_Item]], None]
    read: Callable[[IO[bytes]], Iterable[_Item]]


@dataclass(slots=True)
class _Runs(Generic[_Item]):
    """Sorted runs in files, the files of each size together."""

    notation: _Notation[_Item]
    most: int
    sizes: list[list[IO[bytes]]] = field(default_factory=list)

    def add(self, items: Iterable[_Item], size: int = 0) -> None:
        """Keep a sorted run; when there are many of its size, they become one of the next."""
        kept = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is merged, or at the end
        if size == len(self.sizes):
            self.sizes.append([])
        self.sizes[size].append(kept)
        self.notation.write(kept, items)
        kept.seek(0)
        if len(self.sizes[size]) == self.most:
            files = self.sizes[size]
            self.add(heapq.merge(*map(self.notation.read, files)), size + 1)
            _close(files)

    def read(self) -> list[Iterable[_Item]]:
        """Return what each file holds, read as one goes along."""
        return [self.notation.read(kept) for files in self.sizes for kept in files]

    def __enter__(self) -> Self:
        """Return the runs themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the files."""
        for files in self.sizes:
            _close(files)


def _sorted(items: Iterable[_Item], run: int, runs: _Runs[_Item]) -> Iterator[_Item]:
    remaining = iter(items)
    with runs:
        portion = _portion(remaining, run, runs.notation.size)
        while portion.full:
            runs.add(portion.items)
            portion.items.clear()
            portion = _portion(remaining, run, runs.notation.size)
        # What comes last stays in memory, which is all there is of most graphs.
        yield from (item for item, _ in groupby(heapq.merge(*runs.read(), portion.items)))


@dataclass(frozen=True, slots=True)
class _Portion(Generic[_Item]):
    """Sorted items, and whether they are as many as are sorted at a time."""

    items: list[_Item]
    full: bool


def _portion(remaining: Iterator[_Item], run: int, size: Callable[[_Item], int]) -> _Portion[_Item]:
    items: list[_Item] = []
    held = 0
    for item in remaining:
        items.append(item)
        held += size(item)
        if held >= run:
            break
    items.sort()
    return _Portion(items, held >= run)


def _close(files: list[IO[bytes]]) -> None:
    for kept in files:
        kept.close()
    files.clear()


def _write_lines(kept: IO[bytes], lines: Iterable[bytes]) -> None:
    kept.writelines(lines)


def _read_lines(kept: IO[bytes]) -> Iterable[bytes]:
    return kept


def _pair_size(pair: Pair) -> int:
    return getsizeof(pair) + getsizeof(pair[0]) + getsizeof(pair[1])


def _write_pairs(kept: IO[bytes], pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        marshal.dump(pair, kept)


def _read_pairs(kept: IO[bytes]) -> Iterator[Pair]:
    while True:
        try:
            yield marshal.load(kept)  # noqa: S302 - written above
        except EOFError:
            return


_LINES = _Notation(getsizeof, _write_lines, _read_lines)
_PAIRS = _Notation(_pair_size, _write_pairs, _read_pairs)

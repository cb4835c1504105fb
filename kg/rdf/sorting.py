"""Sorting more than memory holds: sorted runs in temporary files, merged; what is repeated comes once."""

import heapq
import marshal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO

RUN = 500_000
"""Lines sorted in memory at a time: about 150 MB of N-Quads."""


def sorted_lines(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """Yield the distinct lines sorted by code point, each with its line break; UTF-8 sorts as its code points do."""
    with ExitStack() as files:
        remaining = iter(lines)
        first = _run(remaining, run)
        runs: list[Iterable[bytes]] = [first]
        if len(first) == run:
            runs = [_kept(first, files)]
            while more := _run(remaining, run):
                runs.append(_kept(more, files))
        yield from (line for line, _ in groupby(heapq.merge(*runs)))


def sorted_pairs(pairs: Iterable[tuple[str, str]], run: int = RUN) -> Iterator[tuple[str, str]]:
    """Yield the distinct pairs sorted by code point."""
    with ExitStack() as files:
        remaining = iter(pairs)
        first = sorted(islice(remaining, run))
        runs: list[Iterable[tuple[str, str]]] = [first]
        if len(first) == run:
            runs = [_kept_pairs(first, files)]
            while more := sorted(islice(remaining, run)):
                runs.append(_kept_pairs(more, files))
        yield from (pair for pair, _ in groupby(heapq.merge(*runs)))


def _kept_pairs(pairs: list[tuple[str, str]], files: ExitStack) -> Iterator[tuple[str, str]]:
    kept = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - `files` closes it
    for pair in pairs:
        marshal.dump(pair, kept)
    kept.seek(0)
    return (marshal.load(kept) for _ in pairs)  # noqa: S302 - written above


def _run(lines: Iterator[bytes], run: int) -> list[bytes]:
    return sorted(islice(lines, run))


def _kept(lines: list[bytes], files: ExitStack) -> IO[bytes]:
    kept = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - `files` closes it
    kept.writelines(lines)
    kept.seek(0)
    return kept

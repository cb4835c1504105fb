"""Sorting more lines than memory holds: sorted runs in temporary files, merged; a repeated line comes once."""

import heapq
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


def _run(lines: Iterator[bytes], run: int) -> list[bytes]:
    return sorted(islice(lines, run))


def _kept(lines: list[bytes], files: ExitStack) -> IO[bytes]:
    kept = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - `files` closes it
    kept.writelines(lines)
    kept.seek(0)
    return kept

"""The most memory that `kg build` takes, and how it grows with the number of articles.

    python benchmarks/memory.py 200 1000 4000

Prints a Markdown table: for each number of made-up articles the peak of the process that builds them into a new store,
of one that finds nothing to do, and of one that adds one article; how much of the first is no mapped file
(Linux tells, looked at every 50 ms); the processor time per article of the first; what the store then takes on disk.
The peak is what the system counts as resident: Python, the vocabulary and its matchers, the database with its caches
and buffers, SQLite's cache.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generate import extractions

from kg.store.maintenance import size

COLUMNS = (
    "articles",
    "first build (MB)",
    "not of files (MB)",
    "nothing to do (MB)",
    "one more (MB)",
    "first build (ms/article)",
    "store (MB)",
)
_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One command: the peak of its memory in bytes, without mapped files too, and the seconds it had a processor."""

    peak: int
    own: int
    busy: float


def write(articles: int, folder: Path) -> int:
    """Write at least so many made-up articles as text files; return how many."""
    folder.mkdir(parents=True)
    count = 0
    for extraction in extractions(articles):
        (folder / f"{extraction.document.source}.txt").write_text(extraction.document.text, encoding="utf-8")
        count += 1
    return count


def build(*words: str) -> Run:
    """Run `kg build` in a process of its own. Raises SystemExit where it fails."""
    with subprocess.Popen([sys.executable, "-m", "kg", "build", *words], stdout=subprocess.DEVNULL) as child:
        own = pid = 0
        while not pid:
            time.sleep(_EVERY)
            own = max(own, _own(child.pid))
            pid, status, used = os.wait4(child.pid, os.WNOHANG)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"kg build ended with {child.returncode}")
    return Run(used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), own, used.ru_utime + used.ru_stime)


def _own(process: int) -> int:
    """Return the resident bytes of a process that belong to no file, 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("RssAnon"):
                return int(line.split()[1]) * 1024
    return 0


def measure(articles: int) -> tuple[str, ...]:
    """Build so many articles, again, and with one more; return the row of the table."""
    with tempfile.TemporaryDirectory() as place:
        files, store = Path(place) / "articles", Path(place) / "store"
        count = write(articles, files)
        words = (str(files), "--store", str(store))
        first, again = build(*words), build(*words)
        (files / "one-more.txt").write_text(_ONE_MORE, encoding="utf-8")
        more = build(*words)
        peaks = (f"{peak / 1e6:.0f}" for peak in (first.peak, first.own, again.peak, more.peak))
        return f"{count:,}", *peaks, f"{1000 * first.busy / count:.0f}", f"{size(store) / 1e6:.0f}"


_ONE_MORE = (
    "Made Up Works 3 in the news\nThe Chip Ledger\n2025-06-01\n\n"
    "Made Up Works 3 puts its revenue at $4.5 billion for 2024, according to people familiar with the matter.\n"
)


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|" + " ---: |" * len(COLUMNS)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=int, default=[200, 1000, 4000])
    rows = []
    for articles in parser.parse_args().articles:
        rows.append(measure(articles))
        print(" ".join(rows[-1]), file=sys.stderr, flush=True)
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()

"""Where the memory of a build goes, and whether it levels off: a curve over the run, part by part.

    python benchmarks/build_memory.py 800 1600 3200 6400
    python benchmarks/build_memory.py --known 800 6400 --samples curves.csv

Builds made-up articles into a new store in a process of its own, in which a thread looks every 0.2 s at what the system
counts as resident (of no file, and of mapped files), what Python's small objects take, what the C library's allocator
has handed out and keeps, and SQLite's share of that. Prints two Markdown tables: the greatest of each part by the
number of articles, and, for each build, the parts after each eighth of reading and while linking. What lasts shorter
than 0.2 s can be missed, in a short build more of it; so beside these stands the peak that the system itself keeps
of what is resident, of reading and of linking. And beside that the peak of another process, with no kg, that has
Oxigraph write the same statements, graph by graph, and closes it as often as kg does. `--known` leaves extracting and
checking out, which look at one article at a time, so that a build is several times as quick.

Linux with glibc only. Python's own allocator hands memory out by arenas and gives whole ones back; so what its objects
take is counted in blocks, and what it has from the system is what no other part explains.
"""

import argparse
import csv
import ctypes
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import lru_cache, partial
from importlib import util
from itertools import groupby, islice
from pathlib import Path

from memory import write
from pyoxigraph import Store
from stories import story

from kg.model import Document, Extraction
from kg.pipeline import building, drafting
from kg.pipeline.reading import extractor, named
from kg.store.allocator import anonymous, give_back, one_heap
from kg.store.embedded import open_for_writing
from kg.store.protocol import GROWN

_EVERY = 0.2
_AT_ONCE, _LOGGED = 500, 10_000
"""Statements in one update, and after how many they are written out from the log."""
_EIGHTHS = 8
_LINKING = "linking"


@dataclass(frozen=True, slots=True)
class Sample:
    """One look: processor seconds, articles read, and bytes. `handed` is in use and `kept` free in the C allocator."""

    busy: float
    phase: str
    articles: int
    anonymous: int
    mapped: int
    blocks: int
    handed: int
    kept: int
    sqlite: int


class _Mallinfo(ctypes.Structure):
    """What glibc's `mallinfo2` returns."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


class Probe:
    """Looks at the memory of its own process."""

    def __init__(self) -> None:
        library = ctypes.CDLL(None)
        library.mallinfo2.restype = _Mallinfo
        self._allocator = library.mallinfo2
        module = util.find_spec("_sqlite3")
        assert module is not None
        database = ctypes.CDLL(module.origin)
        database.sqlite3_memory_used.restype = ctypes.c_int64
        self._sqlite = database.sqlite3_memory_used

    def look(self, phase: str, articles: int) -> Sample:
        """Return what is taken now."""
        resident, allocator = _resident(), self._allocator()
        return Sample(
            busy=time.process_time(),
            phase=phase,
            articles=articles,
            anonymous=resident["RssAnon"],
            mapped=resident["RssFile"],
            blocks=sys.getallocatedblocks(),
            handed=allocator.uordblks + allocator.hblkhd,
            kept=allocator.fordblks,
            sqlite=self._sqlite(),
        )


def _resident() -> dict[str, int]:
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("Rss"))
    return {name.rstrip(":"): int(size) * 1024 for name, size, _ in lines}


class Known:
    """An extractor that makes up again what an article was made from."""

    def extract(self, document: Document) -> Extraction:
        """Return what the article says."""
        _, number, place = document.source.split("-")
        return replace(_story(int(number))[int(place)], document=document)


@lru_cache(maxsize=4)
def _story(number: int) -> tuple[Extraction, ...]:
    return story(number, 0).articles


def _peak() -> int:
    """Return the most bytes that were resident since the peak was forgotten, mapped files and all."""
    return next(
        int(line.split()[1]) * 1024
        for line in Path("/proc/self/status").read_text().splitlines()
        if line.startswith("VmHWM")
    )


def build(files: Path, store: Path, samples: Path, peaks: Path, *, known: bool) -> None:
    """Build the store; write what was seen of its memory as CSV, and its peaks. Called in a process of its own."""
    now, done, probe = ["reading", 0], threading.Event(), Probe()

    def watch(count: int, _: int, what: str) -> None:
        if what == _LINKING and now[0] != _LINKING:
            peaks.write_text(f"{_peak()}\n")
            Path("/proc/self/clear_refs").write_text("5")  # forget the peak
        now[:] = [what if what == _LINKING else "reading", count]

    def keep() -> None:
        # Not in memory: of a long build there are thousands.
        with samples.open("a", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerow(astuple(probe.look(*now)))

    def sample() -> None:
        while not done.wait(_EVERY):
            keep()

    one_heap()
    beside = threading.Thread(target=sample)
    beside.start()
    try:
        with named([str(files)]) as found, open_for_writing(store) as opened:
            if known:
                building.refusals = lambda *_: ()
                drafting.unfit = lambda _: ()
            building.fill(opened, found, Known() if known else extractor(), watch=watch)
            with peaks.open("a") as lines:
                lines.write(f"{_peak()}\n")
            now[0] = "done"
            keep()
    finally:
        done.set()
        beside.join()


def read(samples: Path) -> list[Sample]:
    """Return what `build` has seen."""
    with samples.open(encoding="utf-8", newline="") as lines:
        kinds = [field.type for field in fields(Sample)]
        return [Sample(*(kind(cell) for kind, cell in zip(kinds, row, strict=True))) for row in csv.reader(lines)]


def alone(statements: Path, database: Path, peaks: Path) -> None:
    """Have Oxigraph write these statements, each in its graph and in the union. Called in a process of its own.

    As kg does it: an update for each graph, of some hundred statements at most, written out every 10,000 and closed
    where the process has grown by 12 MB.
    """
    one_heap()
    engine, least, logged = Store(str(database)), anonymous() or 0, 0
    with statements.open(encoding="utf-8") as lines:
        for _, graph in groupby(lines, lambda line: line.rstrip(" .\n").rpartition(" ")[2]):
            while some := [line.rstrip(" .\n").rpartition(" ") for line in islice(graph, _AT_ONCE)]:
                triples = " . ".join(triple for triple, _, _ in some)
                engine.update(f"INSERT DATA {{ GRAPH {some[0][2]} {{ {triples} }} {triples} }}")
                logged += 2 * len(some)
                if logged >= _LOGGED:
                    engine.flush()
                    logged = 0
                if (anonymous() or 0) >= least + GROWN:
                    engine.flush()
                    del engine
                    engine, logged = Store(str(database)), 0
                    give_back()
                    least = anonymous() or 0
    peaks.write_text(str(_peak()))


def measured(articles: int, *, known: bool) -> tuple[list[Sample], tuple[int, ...]]:
    """Build so many articles, then let Oxigraph write the same statements, each apart.

    Returns what was seen of the build, and three peaks in bytes: of reading, of linking and of Oxigraph alone.
    """
    with tempfile.TemporaryDirectory() as place:
        files, samples, peaks = Path(place) / "articles", Path(place) / "samples.csv", Path(place) / "peaks"
        write(articles, files)
        store, statements = Path(place) / "store", Path(place) / "statements.nq"
        _apart("the build", partial(build, files, store, samples, peaks, known=known))
        found = [int(peak) for peak in peaks.read_text().split()]
        _apart("listing what was built", partial(listing, store / "oxigraph", statements))
        _apart("Oxigraph alone", partial(alone, statements, Path(place) / "alone", peaks))
        return read(samples), (*found, int(peaks.read_text()))


def listing(database: Path, statements: Path) -> None:
    """Write the statements of all graphs as N-Quads, those of documents first, as they came."""
    engine = Store.read_only(str(database))
    graphs = sorted(engine.named_graphs(), key=lambda graph: ("/graph/" in graph.value, graph.value))
    with statements.open("w", encoding="utf-8") as lines:
        for graph in graphs:
            lines.writelines(
                f"{one.subject} {one.predicate} {one.object} {graph} .\n"
                for one in engine.quads_for_pattern(None, None, None, graph)
            )


def _apart(what: str, work: Callable[[], None]) -> None:
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(f"{what} ended with {child.exitcode}")


_PARTS = ("anonymous", "mapped", "handed", "kept", "sqlite", "blocks")
_NAMES = ("of no file (MB)", "of files (MB)", "C in use (MB)", "C kept (MB)", "SQLite (MB)", "Python (1,000 blocks)")


def _cells(samples: Sequence[Sample]) -> Iterator[str]:
    for part in _PARTS:
        most = max(getattr(sample, part) for sample in samples)
        yield f"{most / 1e3:,.0f}" if part == "blocks" else f"{most / 1e6:.1f}"


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for row in (names, ["---:"] * len(names), *rows):
        yield "| " + " | ".join(row) + " |"


def curve(samples: Sequence[Sample]) -> list[tuple[str, ...]]:
    """Return the greatest of each part in each eighth of reading, while linking, and at the end."""
    reading = [sample for sample in samples if sample.phase == "reading"]
    last = max((sample.articles for sample in reading), default=0)
    parts = []
    for eighth in range(_EIGHTHS):
        those = [one for one in reading if eighth * last <= one.articles * _EIGHTHS < (eighth + 1) * last]
        parts += [(f"reading, to {those[-1].articles:,}", those)] if those else []
    for phase in (_LINKING, "done"):
        those = [sample for sample in samples if sample.phase == phase]
        parts += [(phase, those)] if those else []
    return [(name, *_cells(those), f"{those[-1].busy:.0f}") for name, those in parts]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=int, default=[800, 1600])
    parser.add_argument("--known", action="store_true", help="leave extracting and checking out")
    parser.add_argument("--samples", type=Path, default=None, help="CSV file for all that was seen")
    asked = parser.parse_args()
    seen, peaks = {}, {}
    for articles in asked.articles:
        samples, peaks[articles] = measured(articles, known=asked.known)
        seen[articles] = samples
        print(
            f"\n{articles:,} articles\n", *_table(("when", *_NAMES, "busy (s)"), curve(samples)), sep="\n", flush=True
        )
    print("\nThe greatest\n")
    print(
        "\n".join(_table(("articles", *_NAMES), [(f"{count:,}", *_cells(samples)) for count, samples in seen.items()]))
    )
    print("\nThe peaks that the system kept, mapped files and all\n")
    names = ("articles", "reading (MB)", "linking (MB)", "Oxigraph alone (MB)")
    print("\n".join(_table(names, [(f"{count:,}", *(f"{one / 1e6:.1f}" for one in peaks[count])) for count in seen])))
    if asked.samples is not None:
        with asked.samples.open("w", encoding="utf-8", newline="") as lines:
            rows = csv.writer(lines)
            rows.writerow(("build of", *(field.name for field in fields(Sample))))
            rows.writerows((count, *astuple(sample)) for count, samples in seen.items() for sample in samples)


if __name__ == "__main__":
    main()

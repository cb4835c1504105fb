"""How much memory and time each export format takes, by the size of the store: `kg export` as a process of its own.

    python benchmarks/exports.py STORE... [--format NAME]...

Prints a Markdown row per format: peak resident memory (MB) and processor time (s) for each store, the export thrown
away. Two stores of different size show whether the memory grows with the graph.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kg.export import formats, is_folder
from kg.store.opening import open_store


@dataclass(frozen=True, slots=True)
class Cost:
    """What one export took."""

    megabytes: float
    seconds: float


def measure(store: str, form: str) -> Cost:
    """Return what one export of a store takes. Raises SystemExit where it fails."""
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryFile() as said:
        target = Path(place) / "export"
        arguments = [sys.executable, "-m", "kg", "export", "--store", store, "--format", form, "-o", str(target)]
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            raise SystemExit(f"the export of '{store}' as {form} failed: {said.read().decode()[-300:]}")
    return Cost(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def size(store: str) -> int:
    """Return how many statements a store holds."""
    with open_store(store) as opened:
        return opened.counts().quads


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+")
    parser.add_argument("--format", action="append", dest="forms", choices=formats())
    given = parser.parse_args()
    # Counted apart: the system counts what a process takes for those that it starts as well.
    with multiprocessing.get_context("spawn").Pool(1) as apart:
        sizes = apart.map(size, given.stores)
    print("| format | " + " | ".join(f"{held:,} statements" for held in sizes) + " |")
    print("| --- |" + " --- |" * len(sizes))
    for form in given.forms or formats():
        costs = [measure(store, form) for store in given.stores]
        cells = " | ".join(f"{cost.megabytes:,.0f} MB, {cost.seconds:,.1f} s" for cost in costs)
        print(f"| {form}{' (folder)' if is_folder(form) else ''} | {cells} |", flush=True)


if __name__ == "__main__":
    main()

"""How kg's store, queries and exports grow with the graph: each step in a process of its own, seconds and peak memory.

    python benchmarks/graphs.py --sizes 100k 1M --work data --output results.json

With --work the graphs and stores stay there, and a later run goes on from them. What --output holds already is not
measured again, so that a run that was stopped, or one size or step, can follow; name steps with --only to measure them
anew. To add a step, write a function that takes a Place and returns what it measured, and add it to STEPS.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import asking
import beside_rdflib
import pyoxigraph
import storage
import validating
from measuring import SIZES, Measured, Place


@dataclass(frozen=True, slots=True)
class Step:
    """What is measured, and the largest graph on which it is: what takes hours on more is left out there."""

    measure: Callable[[Place], Measured]
    largest: int = max(SIZES.values())


_MIDDLE, _SMALL = SIZES["1M"], SIZES["100k"]
STEPS = {
    "generate": Step(storage.generate),
    "load": Step(storage.load),
    "compact": Step(storage.compact),
    "put": Step(storage.put),
    "queries": Step(asking.queries),
    "conflicts": Step(asking.conflicts),
    "about one": Step(asking.about_one),
    "whole queries": Step(asking.whole_queries, _MIDDLE),
    "turtle": Step(storage.turtle),
    "plain turtle": Step(storage.plain_turtle),
    "sorted nquads": Step(storage.sorted_quads, _MIDDLE),
    "backup": Step(storage.backup),
    "delta": Step(validating.delta),
    "full validation": Step(validating.full, _MIDDLE),
    "rdflib load": Step(beside_rdflib.rdflib_load, _SMALL),
    "rdflib queries": Step(beside_rdflib.rdflib_queries, _SMALL),
    "rdflib validation": Step(validating.reference, _SMALL),
    "plain pySHACL": Step(validating.plain_pyshacl, _MIDDLE),
}
"""Every step by its name, in the order in which they run; each finds what the earlier ones left in its Place."""


def run(sizes: list[str], work: Path, only: set[str], known: Measured) -> Iterator[tuple[str, str, Measured]]:
    """Yield (size, step, what it measured); every step in a process of its own, so that memory is its own.

    What is known is left out, unless it is asked for by name or failed.
    """
    for size in sizes:
        place = Place(work / size, SIZES[size])
        place.folder.mkdir(parents=True, exist_ok=True)
        had = known.get(size)
        done = {step for step, measured in had.items() if "failed" not in measured} if isinstance(had, dict) else set()
        for name, step in STEPS.items():
            if place.size <= step.largest and (name in only if only else name not in done):
                yield size, name, _measured(name, size, place)


def _measured(name: str, size: str, place: Place) -> Measured:
    words = [sys.executable, __file__, "--step", name, "--work", str(place.folder), "--sizes", size]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else {"failed": done.stderr.strip()[-300:]}


def machine() -> Measured:
    """Return what the numbers were taken on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "python": platform.python_version(),
        "pyoxigraph": pyoxigraph.__version__,
        "processors": os.cpu_count(),
        "memory bytes": memory,
    }


def _step(name: str, place: Place, out: IO[str]) -> None:
    measured = STEPS[name].measure(place)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    json.dump({**measured, "peak bytes": peak}, out)


def main() -> None:
    """Run the steps and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["100k", "1M"])
    parser.add_argument("--only", nargs="+", choices=STEPS, default=[], help="only these steps, measured anew")
    parser.add_argument("--output", type=Path, default=None, help="file for the results, as JSON; it is added to")
    parser.add_argument(
        "--work", type=Path, default=None, help="folder for the data, which stays; else a temporary one"
    )
    parser.add_argument("--step", choices=STEPS, default=None, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step is not None:
        _step(asked.step, Place(asked.work, SIZES[asked.sizes[0]]), sys.stdout)
        return
    results: Measured = json.loads(asked.output.read_text()) if asked.output and asked.output.exists() else {}
    results["machine"] = machine()
    with tempfile.TemporaryDirectory() as temporary:
        for size, step, measured in run(asked.sizes, asked.work or Path(temporary), set(asked.only), results):
            print(size, step, json.dumps(measured), flush=True)
            results.setdefault(size, {})[step] = measured  # type: ignore[index, attr-defined]  # dictionaries both
            if asked.output:
                asked.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""A whole store validated by kg and by pySHACL alone, all shapes: processor time and the most memory each takes.

    python benchmarks/graphs.py --sizes 1M --only generate load --work graphs
    python benchmarks/beside_pyshacl.py graphs/1M/store --output beside_pyshacl.json

pySHACL gets what kg looks at, the union of all graphs and the vocabulary, as N-Triples. It is given up once it has had
a given multiple of kg's time: by then it is shown to take longer, and its memory after loading is the least it takes.
Each run is a process of its own.
"""

import argparse
import json
import logging
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from kg import resources
from kg.store.embedded import open_for_reading
from kg.validate import checking, load_shapes
from kg.validate.vocabulary import vocabulary

Measured: TypeAlias = dict[str, float]
ALONE = "pySHACL alone"
TIMES = 4.2
"""How many times the processor time of kg pySHACL gets."""
_SHAPES = ("core", "rules")


def by_kg(store: Path, engine: str) -> Measured:
    """Validate a store as `kg validate --store` does."""
    settings = checking.Settings(load_shapes(()), engine=engine)
    with open_for_reading(store) as opened:
        began = time.process_time()
        report = checking.check_stored(opened, settings)
        return {"busy seconds": time.process_time() - began, "nodes": report.nodes, "findings": len(report.findings)}


def alone(store: Path, patience: float) -> Measured:
    """Validate the same by pySHACL; given up after so many seconds of a processor."""
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    logging.disable(logging.WARNING)
    shapes = Graph()
    for name in _SHAPES:
        shapes.parse(resources.folder("shapes") / f"{name}.ttl")
    with tempfile.NamedTemporaryFile(suffix=".nt") as lines:
        with open_for_reading(store) as opened:
            lines.writelines(opened.union())
        lines.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in vocabulary())
        lines.flush()
        began = time.process_time()
        data = Graph().parse(lines.name, format="nt")
    loaded: Measured = {"load seconds": time.process_time() - began, "bytes loaded": _peak(), "triples": len(data)}

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, max(1, patience - loaded["load seconds"]))
    try:
        _, report, _ = validate(data, shacl_graph=shapes, inference="none")
    except TimeoutError:
        return {**loaded, "given up after": time.process_time() - began}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    findings = sum(1 for _ in report.triples((None, SH.result, None))) if isinstance(report, Graph) else 0
    return {**loaded, "busy seconds": time.process_time() - began, "findings": findings}


RUNS: dict[str, Callable[[Path, float], Measured]] = {
    "kg, shifty": lambda store, _: by_kg(store, "shifty"),
    "kg, pyshacl": lambda store, _: by_kg(store, "pyshacl"),
    ALONE: alone,
}


def measured(store: Path, names: list[str], patience: float | None) -> Iterator[tuple[str, Measured]]:
    """Yield what each run took. Without `patience` pySHACL has that multiple of the first run's time."""
    for name in names:
        words = [sys.executable, __file__, str(store), "--run", name, "--patience", str(patience or 0)]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        found: Measured = json.loads(done.stdout)
        patience = patience or TIMES * found.get("busy seconds", 0)
        yield name, found


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _row(name: str, found: Measured) -> str:
    taken = found.get("busy seconds")
    time_ = f"{taken:,.0f}" if taken is not None else f"more than {found['given up after']:,.0f}"
    peak = f"{found['peak bytes'] / 1e6:,.0f}" + ("" if taken is not None else " when given up")
    said = f"{found['findings']:,.0f}" if "findings" in found else "–"
    return f"| {name} | {time_} | {peak} | {said} |"


def main() -> None:
    """Print a table for each store and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+", type=Path)
    parser.add_argument("--only", nargs="+", choices=RUNS, default=list(RUNS), help="only these runs")
    parser.add_argument("--patience", type=float, default=None, help="seconds of a processor that pySHACL alone has")
    parser.add_argument("--output", type=Path, default=None, help="file for the results, as JSON")
    parser.add_argument("--run", choices=RUNS, default=None, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run is not None:
        found = RUNS[asked.run](asked.stores[0], asked.patience)
        json.dump({**found, "peak bytes": _peak()}, sys.stdout)
        return
    results: dict[str, dict[str, Measured]] = {}
    for store in asked.stores:
        print(f"{store}\n\n| validated by | busy seconds | most memory, MB | findings |\n| --- | ---: | ---: | ---: |")
        for name, found in measured(store, asked.only, asked.patience):
            print(_row(name, found), flush=True)
            results.setdefault(str(store), {})[name] = found
            if asked.output:
                asked.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

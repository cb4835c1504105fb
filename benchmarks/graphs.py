"""How kg's store, queries and exports grow with the graph: each step in a process of its own, seconds and peak memory.

    python benchmarks/graphs.py --sizes 100k 1M --output results.json

Steps beside which rdflib can take part are run on rdflib too, up to the size given by --rdflib. To add a step, write a
function that takes a Place and returns what it measured, and add it to STEPS.
"""

import argparse
import io
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self, TypeAlias

import pyoxigraph
from generate import graphs
from pyoxigraph import RdfFormat, Store

from kg import export, resources, vocab
from kg.query.catalogue import catalogue
from kg.query.run import ask
from kg.rdf.encode import encode
from kg.rdf.serialise import nquads
from kg.store import maintenance
from kg.store.embedded import EmbeddedStore, open_for_reading, open_for_writing
from kg.store.layout import create
from kg.store.results import Select
from kg.validate import checking, load_shapes
from kg.validate.base import StoreBase
from kg.validate.vocabulary import vocabulary

Measured: TypeAlias = dict[str, object]

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
PER_ARTICLE = 94
"""Statements an article of the generator has on average."""
REPEATS = 5
SLOW = 2.0
"""Seconds from which a query is not repeated."""
PUTS = 200
SEED, OTHER_SEED = 0, 1
CHANGED, BAD = 5, 0.4
"""New articles whose triples are validated as a change, and the share of them with a fault."""
ENGINE = "shifty"
LONG = 55
"""Seconds of a processor that pySHACL alone has."""
PATIENCE = 20
"""Seconds rdflib has for one query."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data of one size is."""

    folder: Path
    size: int

    @property
    def lines(self) -> Path:
        """The graph as N-Quads."""
        return self.folder / "graph.nq"

    @property
    def union(self) -> Path:
        """Its triples, some of them twice, as N-Triples."""
        return self.folder / "union.nt"

    @property
    def store(self) -> Path:
        """The store made of it."""
        return self.folder / "store"


def generate(place: Place) -> Measured:
    """Write the graph as N-Quads, unless an earlier run left it, and its triples without their graphs."""
    if not place.lines.exists():
        part = place.lines.with_suffix(".part")
        with part.open("wb") as out:
            for made in graphs(place.size // PER_ARTICLE, seed=SEED):
                for _, quads in (*made.articles, ((), made.links)):
                    out.write(nquads(quads))
        part.rename(place.lines)
    statements = 0
    with place.lines.open("rb") as lines, place.union.open("wb") as out:
        for line in lines:
            statements += 1
            out.write(line.rsplit(b" ", 2)[0] + b" .\n")
    return {"statements": statements, "bytes": place.lines.stat().st_size}


def load(place: Place) -> Measured:
    """Load the N-Quads into a new store in one go: the named graphs, then their union."""
    layout = create(place.store, vocab.DATA)
    engine = Store(str(layout.engine))
    with timed() as taken:
        engine.bulk_load(path=str(place.lines), format=RdfFormat.N_QUADS)
        engine.bulk_load(path=str(place.union), format=RdfFormat.N_TRIPLES)
        engine.flush()
    return {"seconds": taken(), "cpu seconds": taken.busy(), "statements": len(engine)}


def compact(place: Place) -> Measured:
    """Compact the store."""
    with timed() as taken:
        done = maintenance.compact(place.store)
    return {"seconds": taken(), "bytes before": done.before, "bytes": done.after}


def put(place: Place) -> Measured:
    """Put documents into the full store one after the other, as a build does, and take them out again."""
    puts, removes = [], []
    with open_for_writing(place.store) as store:
        documents = [
            (quads[0].graph_name.value, extraction)
            for made in graphs(PUTS, seed=OTHER_SEED)
            for extraction, quads in made.articles
        ]
        for iri, extraction in documents:
            with timed() as taken:
                store.put(iri, encode(extraction), extraction.document.text)
            puts.append(taken())
        for iri, _ in documents:
            with timed() as taken:
                store.remove(iri)
            removes.append(taken())
    return {"put ms": 1000 * statistics.median(puts), "remove ms": 1000 * statistics.median(removes)}


def queries(place: Place) -> Measured:
    """Ask every stored query, warm, about the thing that is mentioned most."""
    with open_for_reading(place.store) as store:
        most = {kind: _most(store, sparql) for kind, sparql in _MOST.items()}
        asked = {name: _asked(store, name, _given(name, most)) for name in catalogue()}
    return {"about": most, **asked}


def whole_queries(place: Place) -> Measured:
    """Ask every stored query about the whole graph."""
    with open_for_reading(place.store) as store:
        return {name: _asked(store, name, {}) for name in catalogue()}


def _asked(store: EmbeddedStore, name: str, given: dict[str, str]) -> Measured:
    query, times, busy, rows = catalogue()[name], [], [], 0
    for _ in range(REPEATS + 1):
        with timed() as taken:
            rows = len(ask(store, query, given).rows)
        times.append(taken())
        busy.append(taken.busy())
        if len(times) > 1 and times[-1] > SLOW:
            break
    return {
        "ms": 1000 * statistics.median(times[1:] or times),
        "cpu ms": 1000 * statistics.median(busy[1:] or busy),
        "first ms": 1000 * times[0],
        "rows": rows,
    }


_PREFIXES = "PREFIX kg: <https://w3id.org/kg-news/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
_MOST = {
    "subject": "?c kg:subject ?x . ?m kg:states ?c FILTER EXISTS { ?x a kg:Company }",
    "responder": "?m kg:responder ?x",
    "seller": "?m kg:states ?c . ?c rdf:predicate kg:buysFrom ; rdf:object ?x",
    "chip": "?m kg:states ?c . ?c rdf:predicate kg:restrictedBy ; rdf:subject ?x",
    "rule": "?m kg:states ?c . ?c rdf:predicate kg:restrictedBy ; rdf:object ?x",
    "cites": "?m kg:via ?v . ?v <http://www.w3.org/ns/prov#agent> ?x . ?x a kg:Outlet",
}
_ASKS = {
    "chips-restricted": {"chip": "chip"},
    "company-profile": {"company": "subject"},
    "product-names": {"product": "chip"},
    "product-users": {"product": "subject"},
    "regulation-timeline": {"rule": "rule"},
    "report-citations": {"cites": "cites"},
    "responses": {"responder": "responder"},
    "who-buys-from-whom": {"seller": "seller"},
}


def _given(name: str, most: dict[str, str]) -> dict[str, str]:
    return {parameter: most[kind] for parameter, kind in _ASKS.get(name, {"subject": "subject"}).items()}


def _most(store: EmbeddedStore, pattern: str) -> str:
    """Return the IRI of what is mentioned most in a pattern."""
    found = store.query(
        f"{_PREFIXES} SELECT ?x (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?x ORDER BY DESC(?n) STR(?x) LIMIT 1"
    )
    assert isinstance(found, Select)
    return str(found.rows[0][0])[1:-1]


def turtle(place: Place) -> Measured:
    """Write the whole store as sorted Turtle."""
    return _exported(place, "turtle")


def sorted_quads(place: Place) -> Measured:
    """Write the whole store as sorted N-Quads."""
    return _exported(place, "nquads")


def _exported(place: Place, form: str) -> Measured:
    with open_for_reading(place.store) as store, (place.folder / "out").open("wb") as out, timed() as taken:
        export.export_store(store, form, out)
        return {"seconds": taken(), "cpu seconds": taken.busy(), "bytes": out.tell()}


def plain_turtle(place: Place) -> Measured:
    """Write the union of the graphs as Oxigraph does by itself, unsorted Turtle."""
    engine = Store.read_only(str(place.store / "oxigraph"))
    with (place.folder / "out").open("wb") as out, timed() as taken:
        engine.dump(out, format=RdfFormat.TURTLE, from_graph=pyoxigraph.DefaultGraph())
        return {"seconds": taken(), "cpu seconds": taken.busy(), "bytes": out.tell()}


def backup(place: Place) -> Measured:
    """Copy the store."""
    shutil.rmtree(place.folder / "copy", ignore_errors=True)
    with timed() as taken:
        maintenance.copy(place.store, place.folder / "copy")
    return {"seconds": taken(), "bytes": maintenance.size(place.folder / "copy")}


def delta(place: Place) -> Measured:
    """Validate a few new documents, some of them bad, against the store: what a build and a CI run do."""
    settings = checking.Settings(load_shapes(()), engine=ENGINE)
    made = [one for story in graphs(CHANGED, bad=BAD, seed=OTHER_SEED) for one in story.articles]
    added = [quad for _, quads in made for quad in quads]
    times, busy, nodes, findings = [], [], 0, 0
    with open_for_reading(place.store) as store:
        for _ in range(REPEATS + 1):
            with timed() as taken:
                report = checking.check_change(StoreBase(store), added, (), settings)
            times.append(taken())
            busy.append(taken.busy())
            nodes, findings = report.nodes, len(report.findings)
    return {
        "ms": 1000 * statistics.median(times[1:]),
        "cpu ms": 1000 * statistics.median(busy[1:]),
        "statements": len(added),
        "nodes": nodes,
        "findings": findings,
    }


def full(place: Place) -> Measured:
    """Validate the whole store with the fast engine."""
    return _validated(place, ENGINE)


def reference(place: Place) -> Measured:
    """Validate the whole store with pySHACL for what is not asked set-wise."""
    return _validated(place, "pyshacl")


def plain_pyshacl(place: Place) -> Measured:
    """Validate the same with pySHACL alone, as one calls it; what takes longer than LONG is given up."""
    import logging
    import signal

    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    logging.disable(logging.WARNING)
    lines = place.folder / "plain.nt"
    with open_for_reading(place.store) as store, lines.open("wb") as out:
        out.writelines(store.union())
        out.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in vocabulary())
    shapes = Graph()
    for name in ("core", "rules"):
        shapes.parse(resources.folder("shapes") / f"{name}.ttl")

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONG)
    with timed() as taken:
        data = Graph().parse(lines, format="nt")
        loaded = taken()
        try:
            _, report, _ = validate(data, shacl_graph=shapes, inference="none")
        except TimeoutError:
            return {"gave up after": taken(), "load seconds": loaded, "cpu seconds": taken.busy()}
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    findings = sum(1 for _ in report.triples((None, SH.result, None))) if isinstance(report, Graph) else 0
    return {"seconds": taken(), "cpu seconds": taken.busy(), "load seconds": loaded, "findings": findings}


def _validated(place: Place, engine: str) -> Measured:
    settings = checking.Settings(load_shapes(()), engine=engine)
    with open_for_reading(place.store) as store, timed() as taken:
        report = checking.check_stored(store, settings)
        return {
            "seconds": taken(),
            "cpu seconds": taken.busy(),
            "nodes": report.nodes,
            "findings": len(report.findings),
        }


def rdflib_load(place: Place) -> Measured:
    """Load the N-Quads into rdflib, ask its stored queries, write Turtle."""
    from rdflib import Dataset, Graph

    dataset = Dataset(default_union=True)
    with timed() as taken:
        dataset.parse(place.lines, format="nquads")
    found: Measured = {"seconds": taken()}
    union = Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    with timed() as taken:
        size = len(union.serialize(format="turtle", encoding="utf-8"))
    return {**found, "turtle seconds": taken(), "turtle bytes": size}


def rdflib_queries(place: Place) -> Measured:
    """Ask rdflib the stored queries with their parameters; what takes longer than PATIENCE is given up."""
    import signal

    from rdflib import Graph

    with open_for_reading(place.store) as store:
        most = {kind: _most(store, sparql) for kind, sparql in _MOST.items()}
        union = io.BytesIO()
        nt = (quad.triple for quad in store.dump())
        pyoxigraph.serialize(nt, union, format=RdfFormat.N_TRIPLES)
        texts = {name: _bound(store, name, most) for name in catalogue()}
    graph = Graph().parse(data=union.getvalue(), format="nt")

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    found: Measured = {}
    for name, text in texts.items():
        signal.alarm(PATIENCE)
        try:
            with timed() as taken:
                rows = len(graph.query(text))
            found[name] = {"ms": 1000 * taken(), "rows": rows}
        except TimeoutError:
            found[name] = {"ms": None, "rows": None}
        finally:
            signal.alarm(0)
    return found


def _bound(store: EmbeddedStore, name: str, most: dict[str, str]) -> str:
    from kg.query.names import Names
    from kg.query.parameters import bound

    return bound(catalogue()[name], _given(name, most), Names(store))


STEPS: dict[str, Callable[[Place], Measured]] = {
    "generate": generate,
    "load": load,
    "compact": compact,
    "put": put,
    "queries": queries,
    "whole queries": whole_queries,
    "turtle": turtle,
    "sorted nquads": sorted_quads,
    "plain turtle": plain_turtle,
    "backup": backup,
    "delta": delta,
    "full validation": full,
    "rdflib load": rdflib_load,
    "rdflib queries": rdflib_queries,
    "rdflib validation": reference,
    "plain pySHACL": plain_pyshacl,
}
"""Every step by its name, in the order in which they run; each finds what the earlier ones left in its Place."""


class timed:  # noqa: N801 - reads as a word
    """Measure the seconds since the block began; `busy` are those that this process worked itself."""

    def __enter__(self) -> Self:
        self.began, self.idle = time.perf_counter(), time.process_time()
        self.end: tuple[float, float] | None = None
        return self

    def __exit__(self, *_: object) -> None:
        self.end = time.perf_counter(), time.process_time()

    def __call__(self) -> float:
        """Return the seconds since the block began, or that it took."""
        return (self.end[0] if self.end else time.perf_counter()) - self.began

    def busy(self) -> float:
        """Return the seconds of these in which this process ran."""
        return (self.end[1] if self.end else time.process_time()) - self.idle


def run(sizes: list[str], rdflib: int, work: Path, only: set[str]) -> Iterator[tuple[str, str, Measured]]:
    """Yield (size, step, what it measured); every step in a process of its own, so that memory is its own."""
    for size in sizes:
        place = Place(work / size, SIZES[size])
        place.folder.mkdir(parents=True, exist_ok=True)
        for step in STEPS:
            if (only and step not in only) or (step.startswith("rdflib") and place.size > rdflib):
                continue
            words = [sys.executable, __file__, "--step", step, "--work", str(place.folder), "--sizes", size]
            done = subprocess.run(words, check=False, capture_output=True, text=True)
            measured = json.loads(done.stdout) if done.returncode == 0 else {"failed": done.stderr.strip()[-300:]}
            yield size, step, measured


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
    measured = STEPS[name](place)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    json.dump({**measured, "peak bytes": peak}, out)


def main() -> None:
    """Run the steps and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["100k", "1M"])
    parser.add_argument("--rdflib", type=int, default=100_000, help="largest size for the steps of rdflib")
    parser.add_argument("--only", nargs="+", choices=STEPS, default=[], help="only these steps")
    parser.add_argument("--output", type=Path, default=None, help="file for the results, as JSON")
    parser.add_argument(
        "--work", type=Path, default=None, help="folder for the data, which stays; else a temporary one"
    )
    parser.add_argument("--step", choices=STEPS, default=None, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step is not None:
        _step(asked.step, Place(asked.work, SIZES[asked.sizes[0]]), sys.stdout)
        return
    results: dict[str, object] = {"machine": machine()}
    with tempfile.TemporaryDirectory() as temporary:
        for size, step, measured in run(asked.sizes, asked.rdflib, asked.work or Path(temporary), set(asked.only)):
            print(size, step, json.dumps(measured), flush=True)
            results.setdefault(size, {})[step] = measured  # type: ignore[index, attr-defined]  # dictionaries both
            if asked.output:
                asked.output.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

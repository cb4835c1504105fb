"""Steps on the store: making the graph, loading, putting and removing documents, exports, copies."""

import shutil
import statistics

import pyoxigraph
from generate import graphs, written
from measuring import Measured, Place, timed
from pyoxigraph import RdfFormat, Store

from kg import export, vocab
from kg.rdf.encode import encode
from kg.store import maintenance
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.layout import create

PER_ARTICLE = 94
"""Statements an article of the generator has on average."""
PUTS = 200
SEED, OTHER_SEED = 0, 1


def generate(place: Place) -> Measured:
    """Write the graph as N-Quads, unless an earlier run left it, and its triples without their graphs."""
    if not place.lines.exists():
        part = place.lines.with_suffix(".part")
        with part.open("wb") as out:
            out.writelines(written(graphs(place.size // PER_ARTICLE, seed=SEED)))
        part.rename(place.lines)
    statements = 0
    part = place.union.with_suffix(".part")
    with place.lines.open("rb") as lines, part.open("wb") as out:
        for line in lines:
            statements += 1
            out.write(line.rsplit(b" ", 2)[0] + b" .\n")
    part.rename(place.union)
    return {"statements": statements, "bytes": place.lines.stat().st_size}


def load(place: Place) -> Measured:
    """Load the N-Quads into a new store in one go: the named graphs, then their union."""
    part = place.folder / "loading"
    shutil.rmtree(part, ignore_errors=True)
    layout = create(part, vocab.DATA)
    engine = Store(str(layout.engine))
    with timed() as taken:
        engine.bulk_load(path=str(place.lines), format=RdfFormat.N_QUADS)
        engine.bulk_load(path=str(place.union), format=RdfFormat.N_TRIPLES)
        engine.flush()
    statements = len(engine)
    del engine
    shutil.rmtree(place.store, ignore_errors=True)
    part.rename(place.store)
    return {"seconds": taken(), "cpu seconds": taken.busy(), "statements": statements}


def compact(place: Place) -> Measured:
    """Compact the store."""
    with timed() as taken:
        done = maintenance.compact(place.store)
    return {"seconds": taken(), "cpu seconds": taken.busy(), "bytes before": done.before, "bytes": done.after}


def put(place: Place) -> Measured:
    """Put documents into the full store one after the other, as a build does, and take them out again."""
    documents = [
        (quads[0].graph_name.value, extraction)
        for made in graphs(PUTS, seed=OTHER_SEED)
        for extraction, quads in made.articles
    ]
    found: Measured = {"documents": len(documents)}
    with open_for_writing(place.store) as store:
        times = []
        for iri, extraction in documents:
            with timed() as taken:
                store.put(iri, encode(extraction), extraction.document.text)
            times.append(taken)
        found |= _middle("put", times)
        times = []
        for iri, _ in documents:
            with timed() as taken:
                store.remove(iri)
            times.append(taken)
        found |= _middle("remove", times)
    return found


def _middle(what: str, times: list[timed]) -> Measured:
    return {
        f"{what} ms": 1000 * statistics.median(taken() for taken in times),
        f"{what} cpu ms": 1000 * statistics.median(taken.busy() for taken in times),
    }


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
    return {"seconds": taken(), "cpu seconds": taken.busy(), "bytes": maintenance.size(place.folder / "copy")}

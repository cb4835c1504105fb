"""Looking after the folder of a store: check it, tidy it, copy it.

A copy is read from one snapshot and written anew. (Oxigraph's own backup of a database that is open for reading leaves
out what stands only in the writer's log.)
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, Quad, Triple
from pyoxigraph import Store as Engine

from kg.errors import KgError, StoreError
from kg.rdf.decode import decode
from kg.rdf.iris import text_hash
from kg.rdf.terms import kg
from kg.store.embedded import open_for_reading, open_for_writing
from kg.store.journal import Journal, between
from kg.store.layout import Layout, existing, lay_out, unmade
from kg.store.oxigraph import EmbeddedStore
from kg.store.placing import is_free, placed
from kg.store.results import Counts, Select, Tally
from kg.store.tally import keep
from kg.store.texts import FolderTexts

_LOST = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
_LEFT_OUT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is not as it should be: `kind` is a word for programs, `message` says what it is and what to do.

    `kind`: unfinished-run, damaged-graph, no-text, changed-text, stray-text, wrong-union, wrong-count.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Tidied:
    """What compacting did: bytes on disk before and after, and how many texts of no document were removed."""

    before: int
    after: int
    texts: int


def check(folder: Path, watch: Callable[[int, int, str], None] = lambda *_: None) -> Iterator[Fault]:
    """Yield what is wrong with a store, graph by graph; nothing where all is well.

    `watch` is told how far it is: done, of how many, on what. Raises StoreError for no store, and for one whose
    database cannot be read.
    """
    with open_for_reading(folder) as store:
        layout = _layout(folder)
        store.read_through(watch)
        yield from _unfinished(layout)
        documents = store.documents()
        for number, iri in enumerate(documents, start=1):
            watch(number, len(documents), "documents read back")
            yield from _document(store, iri)
        for name in FolderTexts(layout.texts).strays(documents):
            yield Fault("stray-text", f"the text '{name}' belongs to no document: 'kg store compact' removes it")
        yield from _union(store)
        yield from _tally(store)


def compact(folder: Path) -> Tidied:
    """Rewrite the database without what was replaced, remove texts of no document, and count anew what there is.

    Raises StoreError where there is no store or another process writes to it.
    """
    layout = _layout(folder)
    before = size(folder)
    with open_for_writing(folder) as store:
        texts = FolderTexts(layout.texts).discard_strays(store.documents())
        store.optimize()
        store.recount()
    return Tidied(before, size(folder), texts)


def copy(source: Path, target: Path) -> Counts:
    """Copy a store, as one moment of it, to a folder that is not there yet or empty; return what the copy holds.

    A writer may be at work on the source. The copy is made beside its place and moved there whole. Raises StoreError
    for a target that holds something already and a source that cannot be read.
    """
    try:
        if not is_free(target):
            raise StoreError(f"'{target}' is there already and is left as it is: give a new folder")
        with placed(target) as part:
            return _copied(source, part)
    except OSError as problem:
        raise unmade(target, problem) from problem


def size(folder: Path) -> int:
    """Return how many bytes the files below a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _layout(folder: Path) -> Layout:
    layout = existing(folder)
    if layout is None:
        raise StoreError(f"there is no store at '{folder}': build one with 'kg build PATH --store {folder}'")
    return layout


def _unfinished(layout: Layout) -> Iterator[Fault]:
    try:
        run = Journal(layout.runs).unfinished()
    except StoreError as problem:
        yield Fault("unfinished-run", str(problem))
        return
    if run is not None:
        left = f"{len(run.left)} of {len(run.plan)} documents are still to do"
        yield Fault("unfinished-run", f"a build did not come to its end, {left}: run the same 'kg build' again")


def _document(store: EmbeddedStore, iri: str) -> Iterator[Fault]:
    again = "build its file again with --refresh"
    try:
        quads = store.graph(iri)
        text = store.text(iri)
        decode(quads, text or "", store.base)
    except (KgError, ValueError, ArithmeticError) as problem:
        yield Fault("damaged-graph", f"the graph {iri} cannot be read back: {problem}; {again}")
        return
    known = {str(quad.object) for quad in quads if quad.predicate == kg("textHash")}
    if text is None:
        yield Fault("no-text", f"the text of {iri} is gone, its quotes cannot be shown or checked: {again}")
    elif known != {str(Literal(text_hash(text)))}:
        yield Fault("changed-text", f"the text of {iri} is not the one its graph was read from: {again}")


def _union(store: EmbeddedStore) -> Iterator[Fault]:
    for sparql, what in ((_LOST, "triples that are in no graph"), (_LEFT_OUT, "triples of a graph too few")):
        found = store.query(sparql)
        assert isinstance(found, Select)
        number = found.rows[0][0]
        if isinstance(number, Literal) and number.value != "0":
            mend = "a copy made by 'kg store backup' is right again"
            yield Fault("wrong-union", f"the union of all graphs has {number.value} {what}: {mend}")


def _tally(store: EmbeddedStore) -> Iterator[Fault]:
    if (known := store.tallied) is not None and known != (found := store.recount()):
        mend = "'kg store compact' counts anew"
        yield Fault("wrong-count", f"there are {found.quads} quads, not {known.quads} as a build would say: {mend}")


def _copied(source: Path, target: Path) -> Counts:
    """Copy one moment; what the writer takes away while the copy is made was handed to it."""
    layout = _layout(source)
    made = lay_out(target, layout.base)
    journal = Journal(layout.runs)
    # What is done by the journal has to be in the snapshot.
    before, known = journal.written(), _state(layout.index)
    with open_for_reading(source) as store:
        after, now = journal.written(), _state(layout.index)
        if run := between(before, after, quiet=known == now):
            Journal(made.runs).take_over(run)
        if known is not None and known == now:
            _copy_index(layout.index, made.index, known)
        store.copy_texts(made.texts)
        _fill(Engine(str(made.engine)), store.dump())
    with open_for_reading(target) as copied:
        counts = copied.counts()
    keep(made.tally, made.engine, Tally(counts.documents, counts.graphs, counts.quads))
    return counts


def _copy_index(source: Path, target: Path, known: tuple[int, int]) -> None:
    """Copy what linking knew in this state, unless a run writes to it meanwhile: the next build makes it anew."""
    shutil.copyfile(source, target)
    if _state(source) != known:
        target.unlink()


def _state(index: Path) -> tuple[int, int] | None:
    """Return what changes with what linking knows: a run says in it that documents will change before any does.

    None where it is not there or just being written.
    """
    if index.with_name(f"{index.name}-journal").exists():
        return None
    with suppress(FileNotFoundError):
        found = index.stat()
        return found.st_mtime_ns, found.st_size
    return None


def _fill(engine: Engine, quads: Iterable[Quad]) -> None:
    """Load the named graphs, then their union from them into the default graph."""
    engine.bulk_extend(quads)
    engine.bulk_extend(_default(quad.triple for quad in engine))
    engine.flush()


def _default(triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object) for triple in triples)

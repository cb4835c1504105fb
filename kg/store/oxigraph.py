"""A store on Oxigraph, in a folder of this machine or in memory: what it does once it is open."""

import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Engine

from kg.errors import StoreError
from kg.rdf.sorting import sorted_lines
from kg.store.allocator import anonymous, give_back
from kg.store.answers import ask, engine_errors
from kg.store.apart import Apart, filled
from kg.store.bounded import bounded
from kg.store.changes import Change, amendment, named, replacement
from kg.store.joining import sharing
from kg.store.journal import Journal
from kg.store.layout import Layout
from kg.store.locking import taken
from kg.store.protocol import GROWN
from kg.store.results import Counts, Found, Result, Tally, Term
from kg.store.scanning import exhaust, graph_names, number_of_quads, number_of_triples
from kg.store.snapshots import Snapshot, copied
from kg.store.tally import forget, keep
from kg.store.texts import FolderTexts, MemoryTexts

MEND = "restore a copy or build it again in a new folder"
_LOGGED = 10_000
"""Statements after which the writer's log is written out: whoever opens the folder beside it has to read that log."""
_BYTES = 320
"""By which the process grows for a statement that is read or written, about."""
_SPOOLED = 1 << 20
"""Bytes of a graph that are held in memory until they are sorted."""


class EmbeddedStore:
    """A `kg.store.protocol.Store` on Oxigraph. Opened by `kg.store.embedded`."""

    def __init__(  # noqa: PLR0913 - what the ways of opening it find out
        self,
        engine: Engine,
        base: str,
        layout: Layout | None,
        *,
        seen: Snapshot | None = None,
        locked: int | None = None,
        tallied: Tally | None = None,
    ) -> None:
        self._open: Engine | None = engine
        self._layout = layout
        self._writable = writable = seen is None
        self._seen = seen
        self._released = None if seen is None else weakref.finalize(self, seen.release)
        self._unlocked = None if locked is None else weakref.finalize(self, os.close, locked)
        self._logged = self._passed = 0
        self._least = anonymous()
        self.tallied = tallied
        self._texts = MemoryTexts() if layout is None else _texts(layout, seen)
        self.base = base
        self.journal = Journal(layout.runs) if layout is not None and writable else None
        self.index_file = layout.index if layout is not None and writable else None

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all graphs, sorted."""
        with engine_errors("the graphs cannot be listed"):
            return tuple(sorted(name.value for name in self._engine.named_graphs()))

    def documents(self) -> tuple[str, ...]:
        """Return the IRIs of the documents, sorted."""
        return tuple(filter(self._is_document, self.graphs()))

    def walk(self) -> Iterator[str]:
        """Yield the IRIs of the documents, in no order; between some and the next what is cached is let go of."""
        yield from filter(self._is_document, self._listed())

    def graph(self, iri: str) -> tuple[Quad, ...]:
        """Return the quads of one graph, sorted; none for a graph that is not there."""
        with engine_errors(f"the graph {iri} cannot be read"):
            found = sorted(self._engine.quads_for_pattern(None, None, None, NamedNode(iri)), key=str)
            self._passed += len(found)
            return tuple(found)

    def lines(self, iri: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples; a long graph waits in a file."""
        with tempfile.SpooledTemporaryFile(_SPOOLED) as lines:
            with engine_errors(f"the graph {iri} cannot be read"):
                self._engine.dump(lines, format=RdfFormat.N_TRIPLES, from_graph=NamedNode(iri))
            lines.seek(0)
            yield from sorted_lines(lines)

    def text(self, document: str) -> str | None:
        """Return a document's own text as it was read; None where the store has none."""
        return self._texts.get(document)

    def copy_texts(self, target: Path) -> None:
        """Copy the texts of all documents to a folder of texts; those that are gone stay out."""
        if isinstance(self._texts, FolderTexts):
            self._texts.copy(self.documents(), target)

    def put(self, iri: str, quads: Iterable[Quad], text: str | None = None) -> bool:
        """Replace one graph in one transaction; its text is written before. Return whether anything changed."""
        engine = self._writing()
        if text is not None and self._texts.get(iri) != text:
            self._texts.put(iri, text)
        with engine_errors(f"the graph {iri} cannot be written"):
            change = replacement(engine, NamedNode(iri), (quad.triple for quad in quads))
            self._carry_out(engine, iri, change)
        return change is not None

    def change(self, iri: str, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take triples out of a graph and put others in, in one transaction, without looking at the rest of it."""
        engine = self._writing()
        with engine_errors(f"the graph {iri} cannot be written"):
            triples = ({quad.triple for quad in quads} for quads in (gone, come))
            self._carry_out(engine, iri, amendment(engine, NamedNode(iri), *triples))

    def remove(self, iri: str) -> bool:
        """Remove one graph, then its text; return whether the graph was there."""
        there = self.put(iri, ())
        self._texts.remove(iri)
        return there

    def query(self, sparql: str, timeout: float | None = None) -> Result:
        """Return what a query gives; with a `timeout` in seconds it runs in a process of its own."""
        if timeout is None:
            return ask(self._engine, sparql)
        if self._seen is not None:
            return bounded(self._engine, self._seen.folder, None, sparql, timeout)
        if self._layout is None:
            return bounded(self._engine, None, None, sparql, timeout)
        return bounded(self._engine, self._layout.engine, self._layout.reading, sparql, timeout)

    def match(self, s: Term | None, p: NamedNode | None, o: Term | None) -> Iterator[Found]:
        """Yield the triples of the union that fit, each once; None fits everything."""
        if isinstance(s, Literal):
            return
        with engine_errors("the store cannot be read"):
            for quad in self._engine.quads_for_pattern(s, p, o, DefaultGraph()):
                yield quad.subject, quad.predicate, quad.object

    def around(self, nodes: Iterable[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Found]:
        """Yield the triples of some nodes; one look-up each is quicker here than a query that names many."""
        with engine_errors("the store cannot be read"):
            for node in dict.fromkeys(nodes):
                s, o = (None, node) if inverse else (node, None)
                for quad in self._engine.quads_for_pattern(s, predicate, o, DefaultGraph()):
                    yield quad.subject, quad.predicate, quad.object

    def sharing(self, values: Sequence[tuple[NamedNode, Term]]) -> Iterator[Term]:
        """Yield each node of the union that has all of these properties' values."""
        with engine_errors("the store cannot be read"):
            yield from sharing(self._engine, values)

    def holders(self, triple: Found) -> frozenset[str]:
        """Return the IRIs of the graphs that hold a triple."""
        s, p, o = triple
        if isinstance(s, Literal):
            return frozenset()
        with engine_errors("the store cannot be read"):
            found = self._engine.quads_for_pattern(s, p, o, None)
            names = (quad.graph_name for quad in found)
            return frozenset(name.value for name in names if isinstance(name, NamedNode))

    def dump(self) -> Iterator[Quad]:
        """Yield the quads of all graphs, in no order."""
        with engine_errors("the store cannot be read"):
            yield from named(self._engine)

    def union(self) -> Iterator[bytes]:
        """Yield the triples of the union as lines of N-Triples, a subject's one after another.

        A database on disk is kept by subject; one in memory in the order in which it was filled, so it is sorted.
        """
        with tempfile.TemporaryFile() as lines:
            with engine_errors("the store cannot be read"):
                self._engine.dump(lines, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
            lines.seek(0)
            yield from lines if self._layout is not None else sorted_lines(lines)

    @contextmanager
    def apart(self) -> Iterator[Apart]:
        """Hold the union as the default graph of a database of its own; one on disk is linked, not copied."""
        with ExitStack() as stack, engine_errors(f"the store cannot be read, {MEND}"):
            yield self._linked(stack) or stack.enter_context(filled(self.union()))

    def _linked(self, stack: ExitStack) -> Apart | None:
        """Return the database to be written to beside this one; None where there is no folder for it."""
        if self._layout is None or (self._seen is not None and self._seen.held is None):
            return None
        database = self._layout.engine if self._seen is None else self._seen.folder
        with suppress(OSError):
            return stack.enter_context(copied(database, self._layout.reading))
        return None

    def tally(self) -> Tally:
        """Return how much is there as far as that is kept up; all is counted where nothing is known from before."""
        return self.tallied or self.recount()

    def recount(self) -> Tally:
        """Count the graphs and their quads, all of them, and return how many there are."""
        with engine_errors("the store cannot be counted"):
            graphs = documents = 0
            for iri in self._listed():
                graphs += 1
                documents += self._is_document(iri)
            self.tallied = Tally(documents, graphs, number_of_quads(self._engine))
        return self.tallied

    def counts(self) -> Counts:
        """Return how much is there; the engine counts the triples of the whole store."""
        tally = self.tally()
        with engine_errors("the store cannot be counted"):
            return Counts(tally.documents, tally.graphs, tally.quads, number_of_triples(self._engine))

    def read_through(self, watch: Callable[[int, int, str], None] = lambda *_: None) -> None:
        """Read all of the database, in every order in which it is kept: it compares each block with its checksum.

        `watch` is told how many graphs are read, of how many. Raises StoreError where the database is damaged. A query
        over damaged bytes may not come to an end: see `kg.cli.memory`.
        """
        with engine_errors(f"the database is damaged, {MEND}"):
            exhaust(self._engine, watch)

    def trim(self, grown: int = GROWN) -> None:
        """Let go of what is cached where the process has grown by so many bytes; nothing may be reading the store.

        Oxigraph lets two caches grow to 128 and 32 MB, has no setting for them, and empties them when it is closed.
        """
        if self._layout is None or not self._writable or not self._is_grown(grown):
            return
        with engine_errors(f"the store '{self._layout.folder}' cannot be written"):
            self._engine.flush()
            self._open = None
            self._open = opened(self._layout)
        give_back()
        self._passed = self._logged = 0
        self._least = anonymous()

    def _is_grown(self, grown: int) -> bool:
        """Tell whether the process has; where that is not known, from how much was read and written."""
        now = anonymous()
        if grown == 0 or now is None or self._least is None:
            return self._passed >= grown // _BYTES
        return now >= self._least + grown

    def optimize(self) -> None:
        """Rewrite the database without what was replaced or removed."""
        with engine_errors("the store cannot be compacted"):
            self._writing().optimize()

    def close(self) -> None:
        """Write out what is in memory and let go of the folder."""
        engine, self._open = self._open, None
        try:
            if engine is not None and self._writable and self._layout is not None:
                with engine_errors("the store cannot be closed"):
                    engine.flush()
        finally:
            # Whoever comes next has to find the database's lock let go of as well.
            del engine
            if self._writable and self._layout is not None and self.tallied is not None:
                keep(self._layout.tally, self._layout.engine, self.tallied)
            for let_go in (self._released, self._unlocked):
                if let_go is not None:
                    let_go()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store; what went wrong inside is not hidden by a store that then cannot be closed."""
        try:
            self.close()
        except StoreError:
            if problem is None:
                raise

    @property
    def _engine(self) -> Engine:
        if self._open is None:
            raise StoreError("the store is closed")
        return self._open

    def _is_document(self, iri: str) -> bool:
        return iri.startswith(f"{self.base}doc/")

    def _listed(self) -> Iterator[str]:
        """Yield the IRIs of all graphs, in no order. To tell the name of one takes a block of the cache."""
        place = 0
        while some := graph_names(self._engine, place):
            yield from some
            place += len(some)
            self.trim(0)

    def _carry_out(self, engine: Engine, iri: str, change: Change | None) -> None:
        """Make a change, and count what it changes; until it is made nothing is known of how much there is."""
        if change is None:
            return
        known, self.tallied = self.tallied, None
        if self._layout is not None:
            forget(self._layout.tally)
        graph = NamedNode(iri)
        there = engine.contains_named_graph(graph)
        engine.update(change.update)
        if known is not None:
            graphs = engine.contains_named_graph(graph) - there
            documents = graphs if self._is_document(iri) else 0
            self.tallied = Tally(known.documents + documents, known.graphs + graphs, known.quads + change.more)
        self._written(engine, change.update.count("\n"))

    def _written(self, engine: Engine, lines: int) -> None:
        """Count the statements written, and write them out from the log when they are many."""
        self._logged += lines
        self._passed += lines
        if self._logged >= _LOGGED:
            engine.flush()
            self._logged = 0

    def _writing(self) -> Engine:
        if not self._writable:
            raise StoreError("the store is open for reading only")
        return self._engine


def _texts(layout: Layout, seen: Snapshot | None) -> FolderTexts:
    if seen is None:
        return FolderTexts(layout.texts, readers=layout.reading)
    return FolderTexts(layout.texts, handed=seen.folder if seen.held is not None else None)


def opened(layout: Layout) -> Engine:
    """Open the database of a folder. Raises StoreError where it is damaged, or another process writes to it."""
    try:
        return Engine(str(layout.engine))
    except OSError as problem:
        if "lock" in str(problem):
            raise taken(layout.folder) from problem
        raise
    except RuntimeError as problem:
        raise StoreError(
            f"the store '{layout.folder}' is damaged, {MEND}: " + " ".join(str(problem).split())[:200]
        ) from problem

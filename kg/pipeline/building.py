"""From files to a store: extract, check, commit, link. Each document is in its old or its new state, never between."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.errors import UsageError
from kg.extract.protocol import Extractor
from kg.ingest.files import shown_path
from kg.lexicon.overlay import chosen
from kg.link import Linking
from kg.model import Document, Extraction
from kg.pipeline.checking import refusals
from kg.pipeline.drafting import Draft, Drafting, place
from kg.pipeline.processes import mapped
from kg.pipeline.reading import Corpus, Files, extractor, named
from kg.pipeline.surveying import Survey
from kg.progress import Watch, silent
from kg.rdf.documents import VOCABULARY
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.store.opening import open_store
from kg.store.protocol import Store
from kg.store.results import Select

_HOLDINGS = f"""
SELECT ?document ?path ?part ?name WHERE {{
  %s ?document a <{vocab.KG}Document> ; <{vocab.KG}path> ?path .
  OPTIONAL {{ ?document <{vocab.KG}part> ?part }}
  OPTIONAL {{ ?document <{vocab.SCHEMA}name> ?name }}
}}"""

_AT_ONCE = 500
"""Paths in one query."""
_LISTED = 5
"""Documents that are named where another was meant."""


@dataclass(frozen=True, slots=True)
class Held:
    """Where a document of a store was read from."""

    path: str
    part: str | None
    name: str | None

    @property
    def place(self) -> str:
        """The path, and the part of an aggregated file."""
        return self.path + (f" [{self.part}]" if self.part else "")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in lines that name documents by path; `counts` is what the store holds afterwards.

    `quarantined` pairs a document with the reasons its triples were not let in.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    quarantined: tuple[tuple[str, tuple[str, ...]], ...] = ()
    remarks: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def build(  # noqa: PLR0913 - what a user may choose
    arguments: Sequence[str],
    store: str,
    *,
    using: str = "rules",
    base: str | None = None,
    refresh: bool = False,
    statements: bool = False,
    jobs: int = 1,
    watch: Watch = silent,
) -> Built:
    """Read files into a store and link it. Documents that are there already, word for word, are not read again.

    With `statements` attributed statements without a figure are kept as well, as their words. With `refresh` every
    file is read again, for a newer vocabulary or extractor. Of a file that was read whole, documents that are gone
    from it go from the store too. So many `jobs` read at a time; what the store holds then is the same.
    """
    reader = extractor(using, statements=statements)
    with named(arguments) as found, open_store(store, write=True, base=base) as opened:
        return fill(opened, found, reader, refresh=refresh, jobs=jobs, watch=watch)


def fill(  # noqa: PLR0913 - as of `build`
    store: Store,
    found: Corpus | Files,
    reader: Extractor,
    *,
    refresh: bool = False,
    jobs: int = 1,
    watch: Watch = silent,
) -> Built:
    """Bring a store to the state of these documents; see `build`.

    Files are read twice, first to see what there is to do: so the texts of one of them are in memory, not of all.
    """
    with Survey() as seen:
        survey(store, found, seen, refresh=refresh)
        total = seen.todo
        with _run(store, seen.plan) as linking:
            wanted = _watched(_again(found, seen, Iris(store.base)), total, watch)
            for draft in mapped(Drafting(reader, store.base), wanted, jobs):
                _take(store, seen, draft)
                _done(store, draft.iri)
                store.trim()
            for iri in seen.gone():
                store.remove(iri)
                _done(store, iri)
            watch(total, total, "linking")
            linking.follow(seen.plan)
        holds = store.tally()
        seen.notes += _read_otherwise(store, holds.documents)
        return Built(
            added=tuple(words for words, _ in seen.results(added=True)),
            unchanged=tuple(seen.unchanged()),
            removed=tuple(seen.removed()),
            quarantined=tuple(seen.results(added=False)),
            remarks=tuple(line for _, lines in seen.results(added=True) for line in lines),
            problems=tuple(seen.problems),
            notes=tuple(seen.notes),
            counts={"documents": holds.documents, "graphs": holds.graphs, "quads": holds.quads},
        )


def survey(store: Store, found: Corpus | Files, seen: Survey, *, refresh: bool) -> None:
    """See what is in files beside what a store has: which documents are new or changed, which are gone."""
    iris = Iris(store.base)
    for path in found.paths if isinstance(found, Corpus) else ():
        seen.read_whole(path)
    if isinstance(found, Files):
        seen.problems += found.problems
        seen.notes += found.notes
    twice: list[str] = []
    number = 0
    for path, reading in found.readings():
        seen.problems += reading.problems
        seen.notes += reading.notes
        if path and not reading.problems:
            seen.read_whole(path)
        for document in reading.documents:
            iri, words = iris.document(document), place(document)
            todo = refresh or _changed(store, iri, document)
            if (first := seen.see(iri, number, words, todo=todo)) is not None:
                twice.append(f"{words}: is the same text as {first}, read once")
            number += 1
            store.trim()
    seen.notes += twice
    for paths in seen.whole():
        for iri, its in holdings(store, paths).items():
            seen.miss(iri, its.place)
        store.trim()


def _again(found: Corpus | Files, seen: Survey, iris: Iris) -> Iterator[tuple[str, Document]]:
    """Yield the documents that there is something to do with; one that changed since waits for the next run."""
    listed = (document for _, reading in found.readings() for document in reading.documents)
    for number, document in enumerate(listed):
        iri = iris.document(document)
        if seen.is_wanted(iri, number):
            yield iri, document


def _watched(wanted: Iterable[tuple[str, Document]], total: int, watch: Watch) -> Iterator[tuple[str, Document]]:
    """Yield documents as they are, and tell of each when it is handed out."""
    for number, (iri, document) in enumerate(wanted):
        watch(number, total, document.path)
        yield iri, document


def _take(store: Store, seen: Survey, draft: Draft) -> None:
    """Check a draft beside what the store has and put it in."""
    if reasons := draft.reasons or refusals(store, draft.iri, draft.quads):
        seen.refused(draft.iri, reasons)
    else:
        store.put(draft.iri, draft.quads, draft.text)
        seen.added(draft.iri, draft.remarks)


def retract(store: str, document: str) -> tuple[str, ...]:
    """Take documents out of a store, by IRI, path or source name; return their IRIs. Others' facts stay.

    Raises UsageError where no document is called so, StoreError where there is no store.
    """
    open_store(store).close()  # for writing, one that is not there would be made
    with open_store(store, write=True) as opened:
        return retract_from(opened, document)


def retract_from(store: Store, document: str) -> tuple[str, ...]:
    """Take documents out of an open store; see `retract`."""
    found = _called(store, document)
    with _run(store, found) as linking:
        for iri in found:
            store.remove(iri)
            _done(store, iri)
        linking.follow(found)
    return tuple(found)


def _called(store: Store, document: str) -> list[str]:
    """Return the documents called so: where none was read from such a path, all of the store are looked through.

    A path may be written as from here, as a shell completes it.
    """
    meant = {document} if "://" in document else {document, shown_path(Path(document))}
    for paths in ({*meant, *(path.rpartition(" [")[0] for path in meant)}, None):
        held = holdings(store, paths)
        if found := [iri for iri, its in held.items() if not meant.isdisjoint((iri, its.path, its.place, its.name))]:
            return found
    known = sorted(its.place for its in held.values())
    ending = [place for place in known if place.endswith(f"/{document.removeprefix('./')}")]
    if ending:
        raise UsageError(f"no document '{document}' in the store: did you mean {', '.join(ending[:_LISTED])}?")
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    raise UsageError(f"no document '{document}' in the store: there are {', '.join(known[:_LISTED]) or 'none'}{more}")


def holdings(store: Store, paths: Collection[str] | None = None) -> dict[str, Held]:
    """Return the documents of a store by IRI, sorted; with `paths` only those that were read from there."""
    found = {}
    for those in ("",) if paths is None else _values(sorted(paths)):
        answer = store.query(_HOLDINGS % those)
        assert isinstance(answer, Select)
        for document, path, part, name in answer.rows:
            if isinstance(document, NamedNode) and isinstance(path, Literal):
                found[document.value] = Held(path.value, _value(part), _value(name))
    return dict(sorted(found.items()))


def _values(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths as tables for a query, some at a time."""
    for start in range(0, len(paths), _AT_ONCE):
        yield f"VALUES ?path {{ {' '.join(str(Literal(path)) for path in paths[start : start + _AT_ONCE])} }}"


def _value(term: object) -> str | None:
    return term.value if isinstance(term, Literal) else None


def relink(store: Store) -> None:
    """Bring the links and the direct triples up to date where what is known of them cannot be trusted."""
    with Linking(store) as linking:
        linking.follow(())


@contextmanager
def _run(store: Store, plan: Collection[str]) -> Iterator[Linking]:
    """Keep the journal of a run that changes these documents, and have what it does linked."""
    with Linking(store) as linking:
        if plan:
            linking.begin()
        if store.journal is not None:
            store.journal.begin(plan)
        yield linking
        if store.journal is not None:
            store.journal.finish()


def _changed(store: Store, iri: str, document: Document) -> bool:
    """Tell whether the store lacks something that is known of the document before it is read: its metadata.

    By which vocabulary it was read is none: `_read_otherwise` tells of that.
    """
    stored = set(store.graph(iri))
    known = (quad for quad in encode(Extraction(document), store.base) if quad.predicate != VOCABULARY)
    return not stored or any(quad not in stored for quad in known)


def _read_otherwise(store: Store, documents: int) -> Iterator[str]:
    """Yield a line where some of so many documents were read by another vocabulary than this run's."""
    digest = chosen.current().digest
    by = f"{Literal(digest)} }}" if digest else "?vocabulary }"
    answer = store.query(f"SELECT (COUNT(DISTINCT ?document) AS ?n) WHERE {{ ?document {VOCABULARY} {by}")
    found = int(_value(answer.rows[0][0]) or 0) if isinstance(answer, Select) else 0
    others = documents - found if digest else found
    if others:
        what = "1 document" if others == 1 else f"{others} documents"
        how = "another vocabulary" if digest else "a vocabulary that is not given now"
        yield f"the store has {what} read by {how}: build with --refresh to read the files again"


def _done(store: Store, iri: str) -> None:
    if store.journal is not None:
        store.journal.done(iri)

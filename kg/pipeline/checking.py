"""Triples against the shapes: the gate before a commit, and the checks that a user asks for."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path, PurePath

from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.ingest.plain import PlainReader
from kg.pipeline.reading import corpus
from kg.progress import Watch, silent
from kg.rdf.iris import Iris, document_hash
from kg.store.mark import is_store
from kg.store.opening import open_store
from kg.store.protocol import Store
from kg.store.results import Construct
from kg.validate import Report, engine, load_shapes, reading, shapes
from kg.validate import checking as run
from kg.validate.base import Base, StoreBase, of_files
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Memory, triple_of
from kg.validate.location import Files
from kg.validate.texts import Texts
from kg.validate.vocabulary import referred

_ENGINE = "shifty"


def unfit(quads: Sequence[Quad]) -> tuple[str, ...]:
    """Return why the triples of one document may become a graph in no store; nothing where they may.

    They have to pass the core shapes by themselves, so that the document can stand alone once others are gone.
    """
    data = Memory(triple_of(quad) for quad in quads)
    found = engine.run(Memory((*data, *referred(data))), shapes.standard("core"), _ENGINE)
    return _reasons(one for one in found if one.severity is Severity.VIOLATION)


def refusals(store: Store, graph: str, quads: Sequence[Quad]) -> tuple[str, ...]:
    """Return why the triples of one document, which are fit by themselves, may not become its graph in this store.

    Checked as `kg validate --against` checks a change, they must break nothing there. What links say of nodes that the
    document no longer has does not count: they are made anew once it is read.
    """
    old, new = set(store.graph(graph)), set(quads)
    gone = {*(old - new), *_linked(store, {quad.subject for quad in old} - {quad.subject for quad in new})}
    return _reasons(
        run.broken(StoreBase(store), new - old, gone, run.Settings(shapes.standard("core"), engine=_ENGINE))
    )


def _reasons(found: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{one.rule}: {one.message}" for one in found))


def _linked(store: Store, nodes: Iterable[object]) -> Iterator[Quad]:
    """Yield what the links and the derived graph say of nodes."""
    values, iris = " ".join(sorted(str(node) for node in nodes if isinstance(node, NamedNode))), Iris(store.base)
    for name in (iris.links, iris.derived) if values else ():
        ends = " UNION ".join(f"{{ VALUES {end} {{ {values} }} ?s ?p ?o }}" for end in ("?s", "?o"))
        found = store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(name)} {{ {ends} }} }}")
        for one in found.triples if isinstance(found, Construct) else ():
            yield Quad(one.subject, one.predicate, one.object, NamedNode(name))


@dataclass(frozen=True, slots=True)
class Checks:
    """What a user asks of a validation: shapes of one's own, where the texts are, what fails, which engine.

    `watch` is told how far the work is.
    """

    shapes: tuple[Path, ...] = ()
    texts: str | None = None
    fail_on: Severity = Severity.VIOLATION
    engine: str = "pyshacl"
    watch: Watch = silent

    def settings(self) -> run.Settings:
        """Return the settings. Raises InputError for a missing folder of texts, ShapesError for bad shapes."""
        texts = Texts() if self.texts is None else texts_of(self.texts)
        return run.Settings(load_shapes(self.shapes), texts, self.fail_on, self.engine, self.watch)

    def files(self, paths: Iterable[Path] = ()) -> Files:
        """Return where these RDF files describe nodes, and the shapes of one's own are."""
        return Files(reading.Places(paths), reading.Places(self.shapes))


def texts_of(place: str) -> Texts:
    """Return the texts of a folder of articles, read as a build reads them: HTML as extracted, feeds by article.

    Documents are known again by the hash in their IRI, so that the base does not matter; a plain text that was changed
    since is found by its path.
    """
    if not _is_folder(Path(place)):
        raise InputError(f"{place}: no such folder of texts")
    found = corpus([place])
    known = {document_hash(document): document.text for document in found.documents}
    plain = [path for path in found.paths if Path(path).suffix.lower() in PlainReader.suffixes]
    return Texts(lambda iri: known.get(iri.rsplit("/", 1)[-1]), lambda path: _file(path, plain))


def _file(wanted: str, paths: Sequence[str]) -> str | None:
    """Return the text of the one file whose path ends like the wanted one, None where it is none or several."""
    shared = {path: _alike(PurePath(path).parts, PurePath(wanted).parts) for path in paths}
    most = max(shared.values(), default=0)
    best = [path for path, parts in shared.items() if parts == most]
    return Path(best[0]).read_bytes().decode() if most and len(best) == 1 else None


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many parts two paths share at their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def check_files(paths: Sequence[Path], checks: Checks = Checks()) -> Report:
    """Return the report on RDF files and folders of them, together. Raises InputError for one that cannot be read."""
    files, settings = rdf_files(paths), checks.settings()
    checks.watch(0, 3, f"reading {len(files)} files")
    report = run.check(reading.read(files).quads, settings, checks.files(files))
    return replace(report, checked=tuple(path.as_posix() for path in paths))


def check_change(
    paths: Sequence[Path],
    against: str,
    removed: Sequence[Path] = (),
    checks: Checks = Checks(),
) -> Report:
    """Return the report on what these files change in a store, an endpoint or a folder of RDF files.

    Files that are themselves in that folder are no part of what is there before.
    """
    new, settings = rdf_files(paths), checks.settings()
    checks.watch(0, 3, f"reading {against}")
    with _base(against, new) as base:
        names = Counter(base.blank)
        come, gone = reading.read(new, names), reading.read(rdf_files(removed))
        report = run.check_change(base.held, come.quads, gone.quads, settings, checks.files([*new, *base.files]))
        return replace(report, checked=tuple(path.as_posix() for path in (*paths, *removed)))


def check_store(store: str, checks: Checks = Checks()) -> Report:
    """Return the report on a whole store, with its quotes checked against the kept texts."""
    with open_store(store) as opened:
        return replace(check_open(opened, checks), checked=(store,))


def check_open(store: Store, checks: Checks = Checks()) -> Report:
    """Return the report on an open store; see `check_store`."""
    settings = checks.settings()
    texts = Texts(store.text, settings.texts.file_of)
    return run.check_stored(store, replace(settings, texts=texts), checks.files())


def rdf_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files, each folder replaced by the RDF files below it. Raises InputError for a folder without any."""
    found: list[Path] = []
    for path in paths:
        if _is_folder(path):
            inside = sorted(file for file in _below(path) if file.suffix.lower() in reading.FORMATS and file.is_file())
            if not inside:
                raise InputError(f"{path}: the folder holds no RDF files ({' '.join(reading.FORMATS)})")
            found += inside
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def _is_folder(path: Path) -> bool:
    """Tell whether there is a folder. Raises InputError where that cannot be told."""
    try:
        return path.is_dir()
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _is_store(path: Path) -> bool:
    """Tell whether there is a store, or nothing yet. Raises InputError where that cannot be told."""
    try:
        return is_store(path) or not path.exists()
    except OSError as problem:
        raise _unreadable(path, problem) from problem


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder. Raises InputError for one that cannot be looked into."""

    def refuse(problem: OSError) -> None:
        raise _unreadable(problem.filename, problem)

    for place, _, files in os.walk(folder, onerror=refuse):
        yield from (Path(place, name) for name in files)


def _unreadable(path: object, problem: OSError) -> InputError:
    return InputError(f"'{path}' cannot be read: {problem.strerror or problem}")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A base, the files it was read from, and how often each name of a blank node is taken in it."""

    held: Base
    files: tuple[Path, ...] = ()
    blank: Counter[str] = field(default_factory=Counter)


@contextmanager
def _base(against: str, new: Sequence[Path]) -> Iterator[_Opened]:
    """Open what a change is made to: a store, or a folder of RDF files read into memory, without the changed ones."""
    place = Path(against)
    if "://" in against or _is_store(place):
        with open_store(against) as store:
            yield _Opened(StoreBase(store))
        return
    changed = {path.resolve() for path in new}
    files = tuple(path for path in rdf_files([place]) if path.resolve() not in changed)
    names: Counter[str] = Counter()
    yield _Opened(of_files(reading.read([path], names) for path in files), files, names)

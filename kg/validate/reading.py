"""RDF files as data to validate, with the place at which each node is described."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.errors import InputError, UsageError
from kg.validate import blank, lines
from kg.validate.depth import DEEPEST, too_deep
from kg.validate.entities import too_many
from kg.validate.findings import Place
from kg.validate.graphs import Memory, Triple, triple_of

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
_LINED = frozenset({".ttl", ".trig", ".nt", ".nq"})
_UNFETCHED = "LoadDocumentCallback"
"""What the parser of JSON-LD names where a context is only referred to."""
_MARK = b"\xef\xbb\xbf"


class Places(Mapping[str, Place]):
    """Where nodes are described, by IRI: in the first of some files that does. Looked up when first asked for."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)

    @cached_property
    def _found(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for path in self._paths:
            if path.suffix.lower() in _LINED:
                text = _content(path).decode(errors="replace")
                for iri, (line, column) in lines.described(text).items():
                    found.setdefault(iri, Place(path.as_posix(), line, column))
        return found

    def __getitem__(self, iri: str) -> Place:
        return self._found[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True)
class Data:
    """The quads of files together, and where each node is described.

    A triple that names no graph is in the file's own graph, the default graph stands for it here; so one that two
    files hold comes twice.
    """

    quads: tuple[Quad, ...]
    lines: Mapping[str, Place]

    @property
    def graph(self) -> Memory:
        """The union of all graphs."""
        return Memory(map(triple_of, self.quads))


def read(paths: Iterable[Path], beside: Counter[str] | None = None) -> Data:
    """Return the data of RDF files: Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD by their ending.

    `beside` counts the names of blank nodes in other data that this will stand beside. Raises InputError for a file
    that is missing, of no such ending or malformed; the message says at which line.
    """
    listed = tuple(paths)
    taken: Counter[str] = Counter() if beside is None else beside
    return Data(tuple(quad for path in listed for quad in _quads(path, taken)), Places(listed))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes().removeprefix(_MARK)
    except OSError as problem:
        raise InputError(f"'{path}' cannot be read: {problem.strerror or problem}") from problem


def _quads(path: Path, taken: Counter[str]) -> Iterable[Quad]:
    """Return the quads of a file, each once, with blank nodes named by what they are."""
    quads = _parsed(path)
    if not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object, quad.graph_name)):
        return quads
    triples = blank.named(map(triple_of, quads), taken)
    return [_quad(triple, quad.graph_name) for triple, quad in zip(triples, quads, strict=True)]


def _quad(triple: Triple, name: NamedNode | BlankNode | DefaultGraph) -> Quad:
    s, p, o = triple
    return Quad(s, p, o, DefaultGraph() if isinstance(name, BlankNode) else name)  # type: ignore[arg-type] # no literal


def _said(problem: str) -> str:
    """Return what a parser says; of what it lacks inside of kg, what its user can do."""
    if _UNFETCHED in problem:
        return "it refers to a context elsewhere, which is not fetched: put the context itself into the file"
    return problem


def _parsed(path: Path) -> Mapping[Quad, None]:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(f"'{path}' has no ending of an RDF file: use {', '.join(FORMATS)}")
    content = _content(path)
    if form is RdfFormat.RDF_XML and too_many(content):
        raise InputError(f"'{path}' cannot be read as {form.name}: its entities stand for too much text")
    if too_deep(content, form):
        raise InputError(f"'{path}' cannot be read as {form.name}: more than {DEEPEST} of its brackets are nested")
    try:
        quads = dict.fromkeys(parse(content, format=form))
        for quad in quads:
            triple_of(quad)
    except (SyntaxError, ValueError) as problem:
        raise InputError(f"'{path}' cannot be read as {form.name}: {_said(str(problem))}") from problem
    except MemoryError as problem:
        raise InputError(f"'{path}' cannot be read as {form.name}: one of its terms is longer than 16 MB") from problem
    except UsageError as problem:
        raise InputError(f"'{path}': {problem}") from problem
    return quads

"""What a change is made to: a store of any kind, or RDF files read into memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from pyoxigraph import Store as Engine

from kg import vocab
from kg.store.protocol import Store
from kg.validate.graphs import Memory, Stored, Triple, Triples, triple_of
from kg.validate.reading import Data

_STRING = NamedNode(vocab.XSD + "string")


class Base(Protocol):
    """A graph before a change: its triples, which of its graphs hold one, its texts."""

    @property
    def graph(self) -> Triples:
        """The union of all graphs."""
        ...

    def prepare(self, triples: Iterable[Triple]) -> None:
        """Learn which triples will be asked for: a base that is far away finds them together."""
        ...

    def holders(self, triple: Triple) -> frozenset[str]:
        """Return the names of the graphs that hold a triple."""
        ...

    def text(self, document: str) -> str | None:
        """Return a document's own text, None where it is not at hand."""
        ...

    def kept(self, quads: Iterable[Quad]) -> list[Quad]:
        """Return quads with the literals as the base keeps them."""
        ...


@dataclass(frozen=True, slots=True)
class StoreBase:
    """A store. Numbers are compared in the form in which Oxigraph keeps them: `37.50` is `37.5`."""

    store: Store
    graph: Stored = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "graph", Stored(self.store))

    def prepare(self, triples: Iterable[Triple]) -> None:
        """Find out which of the triples are there."""
        self.graph.know(triples)

    def holders(self, triple: Triple) -> frozenset[str]:
        """Return the names of the graphs that hold a triple."""
        return frozenset(str(NamedNode(name)) for name in self.store.holders(triple))

    def text(self, document: str) -> str | None:
        """Return the text that the store keeps of a document."""
        return self.store.text(document)

    def kept(self, quads: Iterable[Quad]) -> list[Quad]:
        """Return the quads as Oxigraph gives them back."""
        listed = [(quad, quad.object) for quad in quads]
        literals = {term for _, term in listed if isinstance(term, Literal)}
        forms = _forms(literal for literal in literals if literal.datatype != _STRING and literal.language is None)
        return [_with(quad, forms[term]) if term in forms else quad for quad, term in listed]


@dataclass(frozen=True, slots=True)
class FilesBase:
    """RDF files, each a graph of its own; literals stay as they are written."""

    graph: Memory
    names: Mapping[Triple, frozenset[str]]

    def prepare(self, triples: Iterable[Triple]) -> None:
        """Do nothing: files are at hand."""

    def holders(self, triple: Triple) -> frozenset[str]:
        """Return the names of the graphs that hold a triple: of the file where it names no other."""
        return self.names.get(triple, frozenset())

    def text(self, document: str) -> str | None:  # noqa: ARG002 - of the protocol
        """Return None: RDF files keep no texts."""
        return None

    def kept(self, quads: Iterable[Quad]) -> list[Quad]:
        """Return the quads as they are."""
        return list(quads)


def of_files(files: Iterable[Data]) -> FilesBase:
    """Return the base that files are together; each must have been read with the names of the others' blank nodes."""
    names: dict[Triple, frozenset[str]] = {}
    for number, data in enumerate(files):
        own = frozenset({f"file {number}"})
        for quad in data.quads:
            graph = own if isinstance(quad.graph_name, DefaultGraph) else frozenset({str(quad.graph_name)})
            triple = triple_of(quad)
            known = names.get(triple)
            names[triple] = graph if known is None else known | graph
    return FilesBase(Memory(names), names)


def _forms(literals: Iterable[Literal]) -> dict[object, Literal]:
    """Return how Oxigraph writes literals that it writes in another way: it keeps numbers and times by value."""
    numbered = {NamedNode(f"urn:{number}"): literal for number, literal in enumerate(literals)}
    engine = Engine()
    engine.extend(Quad(name, name, literal) for name, literal in numbered.items())
    pairs = ((numbered[quad.predicate], quad.object) for quad in engine)
    return {given: found for given, found in pairs if isinstance(found, Literal) and found != given}


def _with(quad: Quad, term: Literal) -> Quad:
    return Quad(quad.subject, quad.predicate, term, quad.graph_name)

"""Graphs as validation reads them: a set of triples that can be matched against a pattern.

Validation asks for the union of all named graphs; a triple that stands in two of them is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad
from pyoxigraph import Store as Engine
from pyoxigraph import Triple as OxTriple

from kg import vocab
from kg.errors import UsageError
from kg.store.protocol import Store
from kg.store.results import Select

Node: TypeAlias = NamedNode | BlankNode | Literal
Triple: TypeAlias = tuple[Node, NamedNode, Node]
_Pattern: TypeAlias = tuple[Node | None, NamedNode | None, Node | None]

_TOGETHER = 50
"""Triples that are looked for in one query."""
TYPE = NamedNode(vocab.RDF + "type")
SUBCLASS = NamedNode(vocab.RDFS + "subClassOf")
_FIRST, _REST, _NIL = (NamedNode(vocab.RDF + name) for name in ("first", "rest", "nil"))


class Triples(Protocol):
    """What a graph must be able to answer."""

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once; None fits everything."""
        ...


class Memory:
    """A graph in memory that keeps literals as they are written; `engine` answers queries, with numbers by value."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._index: dict[_Pattern, list[Triple]] = {}
        for triple in dict.fromkeys(triples):
            s, p, o = triple
            if isinstance(s, Literal):
                continue
            for key in (
                (None, None, None),
                (s, None, None),
                (s, p, None),
                (None, p, None),
                (None, p, o),
                (None, None, o),
            ):
                self._index.setdefault(key, []).append(triple)
            self._index[triple] = [triple]

    @cached_property
    def engine(self) -> Engine:
        """The graph as the default graph of an Oxigraph store; made when first asked for."""
        made = Engine()
        made.bulk_extend(quads(self))
        return made

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        if s is not None and p is None and o is not None:
            return (triple for triple in self._index.get((s, None, None), ()) if triple[2] == o)
        return iter(self._index.get((s, p, o), ()))

    def __iter__(self) -> Iterator[Triple]:
        return self.match(None, None, None)

    def __len__(self) -> int:
        return len(self._index.get((None, None, None), ()))


class Overlay:
    """A graph as it is after a change: what is underneath without `removed`, and `added`."""

    def __init__(self, under: Triples, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
        self._under = under
        self._added = Memory(added)
        self._removed = frozenset(removed)

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        yield from (triple for triple in self._under.match(s, p, o) if triple not in self._removed)
        for triple in self._added.match(s, p, o):
            if next(self._under.match(*triple), None) is None or triple in self._removed:
                yield triple


class Union:
    """Two graphs read as one: the data and the vocabulary it is written in."""

    def __init__(self, first: Triples, second: Triples) -> None:
        self._first = first
        self._second = second

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        yield from self._first.match(s, p, o)
        yield from (triple for triple in self._second.match(s, p, o) if next(self._first.match(*triple), None) is None)


class Stored:
    """The union of a store's graphs, read by queries, so that any kind of store will do.

    What was asked once about a node is kept, for a store may be far away: nothing may be written to it meanwhile.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[_Pattern, tuple[Triple, ...]] = {}

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        if isinstance(s, Literal):
            return iter(())
        if s is None and o is None:
            return self._asked((s, p, o))
        if (s, p, o) not in self._known:
            self._known[s, p, o] = tuple(self._asked((s, p, o)))
        return iter(self._known[s, p, o])

    def know(self, triples: Iterable[Triple]) -> None:
        """Find out together which of these triples are there, before each is asked for."""
        new = iter([triple for triple in dict.fromkeys(triples) if _named(triple)])
        while batch := list(islice(new, _TOGETHER)):
            branches = (f"{{ {s} {p} {o} BIND({at} AS ?at) }}" for at, (s, p, o) in enumerate(batch))
            found = self._store.query(f"SELECT DISTINCT ?at WHERE {{ {' UNION '.join(branches)} }}")
            there = {getattr(at, "value", "") for (at,) in found.rows} if isinstance(found, Select) else set()
            self._known |= {triple: (triple,) if str(at) in there else () for at, triple in enumerate(batch)}

    def _asked(self, wanted: _Pattern) -> Iterator[Triple]:
        names = [None if term is not None else name for term, name in zip(wanted, "spo", strict=True)]
        pattern = " ".join(f"?{name}" if name else str(term) for term, name in zip(wanted, names, strict=True))
        shown = " ".join(f"?{name}" for name in names if name) or "(1 AS ?found)"
        found = self._store.query(f"SELECT DISTINCT {shown} WHERE {{ {pattern} }}")
        if isinstance(found, Select):
            for row in found.rows:
                values = dict(zip(found.variables, row, strict=True))
                yield _filled(wanted, values)


def _named(triple: Triple) -> bool:
    """Tell whether a triple can be written in a query: a blank node would stand for anything there."""
    return isinstance(triple[0], NamedNode) and not isinstance(triple[2], BlankNode)


def _filled(wanted: tuple[Node | None, NamedNode | None, Node | None], values: Mapping[str, object]) -> Triple:
    s, p, o = (term if term is not None else values[name] for term, name in zip(wanted, "spo", strict=True))
    if not isinstance(p, NamedNode) or isinstance(s, OxTriple) or isinstance(o, OxTriple):
        raise UsageError("the store holds triples inside triples, which SHACL cannot read")
    return s, p, o  # type: ignore[return-value] # the rows of a store hold terms alone


def triple_of(quad: Quad | OxTriple) -> Triple:
    """Return subject, predicate and object. Raises UsageError for what RDF 1.2 has beyond 1.1."""
    subject, other = quad.subject, quad.object
    if isinstance(subject, OxTriple) or isinstance(other, OxTriple):
        raise UsageError("the data holds triples inside triples, which SHACL cannot read: reify them as nodes")
    if isinstance(other, Literal) and other.direction is not None:
        raise UsageError(f"the data gives {other} a text direction, which SHACL cannot read: leave it out")
    return subject, quad.predicate, other


def objects(graph: Triples, s: Node, p: NamedNode) -> tuple[Node, ...]:
    """Return the objects of `s` and `p`, sorted."""
    return tuple(sorted((triple[2] for triple in graph.match(s, p, None)), key=str))


def subjects(graph: Triples, p: NamedNode, o: Node | None = None) -> tuple[Node, ...]:
    """Return the subjects that have `p`, or `p` and `o`, sorted, each once."""
    return tuple(sorted({triple[0] for triple in graph.match(None, p, o)}, key=str))


def value(graph: Triples, s: Node, p: NamedNode) -> Node | None:
    """Return the first object of `s` and `p` in order, None without one."""
    return next(iter(objects(graph, s, p)), None)


def items(graph: Triples, head: Node) -> tuple[Node, ...]:
    """Return the members of an RDF list; a broken or circular list ends where it breaks."""
    found: list[Node] = []
    seen: set[Node] = set()
    while head != _NIL and head not in seen:
        seen.add(head)
        first, rest = value(graph, head, _FIRST), value(graph, head, _REST)
        if first is None or rest is None:
            break
        found.append(first)
        head = rest
    return tuple(found)


def quads(graph: Iterable[Triple]) -> Iterator[Quad]:
    """Yield triples as quads of the default graph."""
    return (Quad(s, p, o, DefaultGraph()) for s, p, o in graph if not isinstance(s, Literal))

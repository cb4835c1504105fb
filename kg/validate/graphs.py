"""Graphs as validation reads them: a set of triples that can be matched against a pattern.

Validation asks for the union of all named graphs; a triple that stands in two of them is one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from pyoxigraph import Store as Engine
from pyoxigraph import Triple as OxTriple

from kg import vocab
from kg.errors import UsageError
from kg.rdf.terms import rdf
from kg.store.protocol import Store
from kg.store.results import Found

Node: TypeAlias = NamedNode | BlankNode | Literal
Triple: TypeAlias = tuple[Node, NamedNode, Node]
Values: TypeAlias = tuple[tuple[NamedNode, Node], ...]
"""Properties with a value each."""
_Index: TypeAlias = dict[object, list[Triple]]
_Parts: TypeAlias = Callable[[Triple], object]

_S, _P, _O, _SP, _PO = (itemgetter(*parts) for parts in ((0,), (1,), (2,), (0, 1), (1, 2)))
"""Parts of a triple by which triples are looked up: one, or a pair."""
SUBCLASS = NamedNode(vocab.RDFS + "subClassOf")
FIRST, REST, NIL = map(rdf, ("first", "rest", "nil"))


class Triples(Protocol):
    """What a graph must be able to answer."""

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once; None fits everything."""
        ...

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple once that some nodes have, or are the value of, of a property, None for any."""
        ...

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node once that has all of these values, of which there is at least one."""
        ...


class Graph(Triples, Protocol):
    """A graph to be validated as a whole: it can be walked through, and Oxigraph answers queries over it."""

    @property
    def engine(self) -> Engine:
        """The graph as the default graph of an Oxigraph store."""
        ...

    def __iter__(self) -> Iterator[Triple]:
        """Yield every triple once."""
        ...


class Memory:
    """A graph in memory that keeps literals as they are written; `engine` answers queries, with numbers by value.

    It is indexed for a kind of pattern when it is first asked for one.
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._triples = {triple: None for triple in triples if not isinstance(triple[0], Literal)}
        self._by: dict[_Parts, _Index] = {}

    @cached_property
    def engine(self) -> Engine:
        """The graph as the default graph of an Oxigraph store; made when first asked for."""
        made = Engine()
        made.bulk_extend(quads(self))
        return made

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits."""
        if s is None:
            if p is None:
                return iter(self._triples) if o is None else iter(self._index(_O).get(o, ()))
            return iter(self._index(_P).get(p, ()) if o is None else self._index(_PO).get((p, o), ()))
        if p is None:
            own = self._index(_S).get(s, ())
            return iter(own) if o is None else (triple for triple in own if triple[2] == o)
        if o is None:
            return iter(self._index(_SP).get((s, p), ()))
        return iter(((s, p, o),) if (s, p, o) in self._triples else ())

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes."""
        return one_by_one(self, nodes, predicate, inverse=inverse)

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        having = [self._index(_PO).get((p, o), []) for p, o in values]
        return (s for s, _, _ in min(having, key=len) if all((s, p, o) in self._triples for p, o in values))

    def _index(self, parts: _Parts) -> _Index:
        """Return the triples by some of their parts."""
        known = self._by.get(parts)
        if known is None:
            known = self._by[parts] = {}
            for triple in self._triples:
                known.setdefault(parts(triple), []).append(triple)
        return known

    def __iter__(self) -> Iterator[Triple]:
        return iter(self._triples)

    def __len__(self) -> int:
        return len(self._triples)


class Union:
    """Two graphs read as one: the data and the vocabulary it is written in."""

    def __init__(self, first: Triples, second: Triples) -> None:
        self._first = first
        self._second = second

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once."""
        return _once(self._first.match(s, p, o), self._second.match(s, p, o))

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes once."""
        first = self._first.around(nodes, predicate, inverse=inverse)
        return _once(first, self._second.around(nodes, predicate, inverse=inverse))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values."""
        known = dict.fromkeys(self._first.sharing(values))
        yield from known
        second = (s for p, o in values for s, _, _ in self._second.match(None, p, o))
        yield from having(self, (node for node in second if node not in known), values)


class Stored:
    """The union of a store's graphs, whatever kind of store it is."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[Node, tuple[Triple, ...]] = {}

    def match(self, s: Node | None, p: NamedNode | None, o: Node | None) -> Iterator[Triple]:
        """Yield each triple that fits once. Raises UsageError for triples inside triples."""
        if s is None or s not in self._known:
            return map(_plain, self._store.match(s, p, o))
        return (triple for triple in self._known[s] if p in (None, triple[1]) and o in (None, triple[2]))

    def know(self, triples: Iterable[Triple]) -> None:
        """Read what these triples are about, many nodes in one query, before each is asked for.

        A store may be far away; nothing may be written to it meanwhile.
        """
        new = list(dict.fromkeys(s for s, _, _ in triples if isinstance(s, NamedNode)))
        listed: dict[Node, list[Triple]] = {node: [] for node in new}
        for triple in self.around(new, None, inverse=False):
            listed[triple[0]].append(triple)
        self._known |= {node: tuple(own) for node, own in listed.items()}

    def around(self, nodes: Sequence[NamedNode], predicate: NamedNode | None, *, inverse: bool) -> Iterator[Triple]:
        """Yield each triple of some nodes; the store reads together what it can."""
        listed = dict.fromkeys(nodes)
        for node in listed if not inverse else ():
            own = self._known.get(node, ())
            yield from own if predicate is None else (triple for triple in own if triple[1] == predicate)
        unknown = [node for node in listed if inverse or node not in self._known]
        yield from map(_plain, self._store.around(unknown, predicate, inverse=inverse))

    def sharing(self, values: Values) -> Iterator[Node]:
        """Yield each node that has all of these values; the store joins them itself."""
        return self._store.sharing(values)  # type: ignore[return-value] # subjects


def holds(graph: Triples, triple: Triple) -> bool:
    """Tell whether a graph has a triple."""
    return next(graph.match(*triple), None) is not None


def having(graph: Triples, nodes: Iterable[Node], values: Values) -> Iterator[Node]:
    """Yield each of some nodes once that has all values in a graph."""
    return (node for node in dict.fromkeys(nodes) if all(holds(graph, (node, p, o)) for p, o in values))


def one_by_one(
    graph: Triples, nodes: Iterable[NamedNode], predicate: NamedNode | None, *, inverse: bool
) -> Iterator[Triple]:
    """Yield each triple that some nodes have, or are the value of, node by node."""
    for node in dict.fromkeys(nodes):
        yield from graph.match(None, predicate, node) if inverse else graph.match(node, predicate, None)


def _once(first: Iterator[Triple], second: Iterator[Triple]) -> Iterator[Triple]:
    """Return the triples of two graphs, each once; the second has few."""
    rest = dict.fromkeys(second)
    return _followed(first, rest) if rest else first


def _followed(first: Iterator[Triple], rest: dict[Triple, None]) -> Iterator[Triple]:
    for triple in first:
        rest.pop(triple, None)
        yield triple
    yield from rest


def _plain(found: Found) -> Triple:
    s, p, o = found
    if isinstance(s, OxTriple) or isinstance(o, OxTriple):
        raise UsageError("the store holds triples inside triples, which SHACL cannot read")
    return s, p, o


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
    while head != NIL and head not in seen:
        seen.add(head)
        first, rest = value(graph, head, FIRST), value(graph, head, REST)
        if first is None or rest is None:
            break
        found.append(first)
        head = rest
    return tuple(found)


def quads(graph: Iterable[Triple]) -> Iterator[Quad]:
    """Yield triples as quads of the default graph, which it takes longer to name than to leave out."""
    return (Quad(s, p, o) for s, p, o in graph if not isinstance(s, Literal))

"""What is read of a whole database: the names of its graphs, how much it holds, and all of it in each of its orders."""

from collections import deque
from collections.abc import Callable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode
from pyoxigraph import Store as Engine

from kg.store.answers import ask
from kg.store.results import Select, Term

_TOLD = 10_000
"""Triples that are read before it is said how far reading is."""
_LISTED = 2_000
"""Graphs that are named together."""
_NAMES = "SELECT ?g {{ GRAPH ?g {{}} }} LIMIT {} OFFSET {}"
_QUADS = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
_TRIPLES = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def graph_names(engine: Engine, place: int) -> list[str]:
    """Return the IRIs of some graphs from a place on, in an order that stays while nothing is written."""
    found = ask(engine, _NAMES.format(_LISTED, place))
    assert isinstance(found, Select)
    return [name.value for (name,) in found.rows if isinstance(name, NamedNode)]


def number_of_quads(engine: Engine) -> int:
    """Count the quads of all graphs."""
    return _number(engine, _QUADS)


def number_of_triples(engine: Engine) -> int:
    """Count the triples of the union of all graphs, each once."""
    return _number(engine, _TRIPLES)


def exhaust(engine: Engine, watch: Callable[[int, int, str], None]) -> None:
    """Read all graphs in every order; `watch` is told how many are read, of how many."""
    graphs = (DefaultGraph(), *engine.named_graphs())
    for place, graph in enumerate(graphs):
        for triples in _read(engine, graph):
            watch(place, len(graphs), f"graphs read; {triples:,} triples of the next")
    watch(len(graphs), len(graphs), "graphs read")


def _read(engine: Engine, graph: NamedNode | BlankNode | DefaultGraph) -> Iterator[int]:
    """Read one graph by subject, by property and by object; what the default graph has is looked for in all graphs.

    Yields now and then how many triples are read.
    """
    seen = set[tuple[int, int]]()
    whole = isinstance(graph, DefaultGraph)
    for number, (s, p, o, _) in enumerate(engine.quads_for_pattern(None, None, None, graph)):
        if number % _TOLD == 0:
            yield number
        # A graph by itself is kept by subject, which is how it is walked through here.
        patterns: list[tuple[NamedNode | BlankNode | None, NamedNode | None, Term | None]] = [
            (None, p, None),
            (None, None, o),
        ]
        if whole:
            patterns.append((s, None, None))
        for place, (subject, predicate, other) in enumerate(patterns):
            mark = place, hash((subject, predicate, other))
            if mark not in seen:
                seen.add(mark)
                deque(engine.quads_for_pattern(subject, predicate, other, None if whole else graph), maxlen=0)


def _number(engine: Engine, count: str) -> int:
    found = ask(engine, count)
    assert isinstance(found, Select)
    ((number,),) = found.rows
    return int(number.value) if isinstance(number, Literal) else 0

"""One graph replaced by another as one SPARQL update, which Oxigraph carries out wholly or not at all.

Oxigraph's own union of graphs counts a triple once for each graph it is in. So the default graph holds the union as a
set: a triple leaves it when it leaves the last graph.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple
from pyoxigraph import Store as Engine

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Change:
    """A SPARQL update, and how many quads its graph has more after it; fewer where the number is negative."""

    update: str
    more: int


def replacement(engine: Engine, graph: NamedNode, triples: Iterable[Triple]) -> Change | None:
    """Return the change that makes `triples` the content of `graph`; None where nothing would change.

    Raises StoreError for blank nodes, which have no name to be replaced by.
    """
    old = {quad.triple for quad in engine.quads_for_pattern(None, None, None, graph)}
    new = set(triples)
    change = _change(engine, graph, old - new, new - old)
    if change is None or new:
        return change
    return Change(f"{change.update} ;\nDROP SILENT GRAPH {graph}", change.more)


def amendment(engine: Engine, graph: NamedNode, gone: set[Triple], come: set[Triple]) -> Change | None:
    """Return the change that takes triples out of `graph` and puts others in; None where nothing would change.

    Raises StoreError for blank nodes, which have no name to be replaced by.
    """
    there = {triple for triple in gone | come if Quad(triple.subject, triple.predicate, triple.object, graph) in engine}
    return _change(engine, graph, (gone - come) & there, come - there)


def named(engine: Engine) -> Iterable[Quad]:
    """Yield the quads of all named graphs, without their union."""
    return (quad for quad in engine if not isinstance(quad.graph_name, DefaultGraph))


def _change(engine: Engine, graph: NamedNode, gone: set[Triple], come: set[Triple]) -> Change | None:
    """Return the change that takes triples out that are in the graph, and puts others in that are not."""
    for triple in come:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise StoreError(f"the graph {graph.value} has a blank node: every node in a store needs an IRI")
    orphans = [triple for triple in gone if _only_in(engine, graph, triple)]
    new = _data(come)
    steps = [f"DELETE DATA {{ {_data(orphans)} GRAPH {graph} {{ {_data(gone)} }} }}"] if gone else []
    steps += [f"INSERT DATA {{ {new} GRAPH {graph} {{ {new} }} }}"] if come else []
    return Change(" ;\n".join(steps), len(come) - len(gone)) if steps else None


def _only_in(engine: Engine, graph: NamedNode, triple: Triple) -> bool:
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return all(quad.graph_name in (graph, DefaultGraph()) for quad in found)


def _data(triples: Iterable[Triple]) -> str:
    return "".join(f"{line} .\n" for line in sorted(map(str, triples)))

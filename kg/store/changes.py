"""One graph replaced by another as one SPARQL update, which Oxigraph carries out wholly or not at all.

Oxigraph's own union of graphs counts a triple once for each graph it is in. So the default graph holds the union as a
set: a triple leaves it when it leaves the last graph.
"""

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple
from pyoxigraph import Store as Engine

from kg.errors import StoreError


def replacement(engine: Engine, graph: NamedNode, triples: Iterable[Triple]) -> str | None:
    """Return the update that makes `triples` the content of `graph`; None where nothing would change.

    Raises StoreError for blank nodes, which have no name to be replaced by.
    """
    old = {quad.triple for quad in engine.quads_for_pattern(None, None, None, graph)}
    new = set(triples)
    if old == new:
        return None
    for triple in new:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise StoreError(f"the graph {graph.value} has a blank node: every node in a store needs an IRI")
    gone, come = sorted(map(str, old - new)), sorted(map(str, new - old))
    orphans = sorted(str(triple) for triple in old - new if _only_in(engine, graph, triple))
    steps = [f"DELETE DATA {{ {_data(orphans)} GRAPH {graph} {{ {_data(gone)} }} }}"] if gone else []
    steps += [f"INSERT DATA {{ {_data(come)} GRAPH {graph} {{ {_data(come)} }} }}"] if come else []
    steps += [] if new else [f"DROP SILENT GRAPH {graph}"]
    return " ;\n".join(steps)


def named(engine: Engine) -> Iterable[Quad]:
    """Yield the quads of all named graphs, without their union."""
    return (quad for quad in engine if not isinstance(quad.graph_name, DefaultGraph))


def _only_in(engine: Engine, graph: NamedNode, triple: Triple) -> bool:
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return all(quad.graph_name in (graph, DefaultGraph()) for quad in found)


def _data(triples: Iterable[str]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)

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
    update = amendment(engine, graph, old - new, new - old)
    return update if update is None or new else f"{update} ;\nDROP SILENT GRAPH {graph}"


def amendment(engine: Engine, graph: NamedNode, gone: set[Triple], come: set[Triple]) -> str | None:
    """Return the update that takes triples out of `graph` and puts others in; None where there are none.

    Raises StoreError for blank nodes, which have no name to be replaced by.
    """
    for triple in come:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise StoreError(f"the graph {graph.value} has a blank node: every node in a store needs an IRI")
    orphans = sorted(str(triple) for triple in gone if _only_in(engine, graph, triple))
    out, new = _data(sorted(map(str, gone))), _data(sorted(map(str, come)))
    steps = [f"DELETE DATA {{ {_data(orphans)} GRAPH {graph} {{ {out} }} }}"] if gone else []
    steps += [f"INSERT DATA {{ {new} GRAPH {graph} {{ {new} }} }}"] if come else []
    return " ;\n".join(steps) or None


def named(engine: Engine) -> Iterable[Quad]:
    """Yield the quads of all named graphs, without their union."""
    return (quad for quad in engine if not isinstance(quad.graph_name, DefaultGraph))


def _only_in(engine: Engine, graph: NamedNode, triple: Triple) -> bool:
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return all(quad.graph_name in (graph, DefaultGraph()) for quad in found)


def _data(triples: Iterable[str]) -> str:
    return "".join(f"{triple} .\n" for triple in triples)

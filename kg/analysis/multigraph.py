"""The whole graph of a store as a graph of networkx, for measures and drawings that kg has not."""

from typing import Any

import networkx as nx
from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import TYPE, kg, schema, skos
from kg.store.protocol import Store

_LABELS = (skos("prefLabel"), schema("headline"), kg("printed"), kg("code"), schema("name"))
"""What a node is called by, the first that it has."""


def multigraph(store: Store) -> "nx.MultiDiGraph[str]":
    """Return a graph whose nodes are IRIs and whose edges are keyed by the IRI of their property.

    Nodes carry `label`, `type` (a tuple of IRIs) and every literal under its property's local name: a string, or a
    tuple where there are several. A triple of several graphs is one edge.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    values: dict[str, dict[str, set[str]]] = {}
    for quad in sorted({quad.triple for quad in store.dump()}, key=str):
        subject, predicate, found = quad.subject, quad.predicate, quad.object
        if not isinstance(subject, NamedNode):
            continue
        graph.add_node(subject.value)
        if isinstance(found, Literal):
            values.setdefault(subject.value, {}).setdefault(predicate.value, set()).add(found.value)
        elif predicate == TYPE and isinstance(found, NamedNode):
            values.setdefault(subject.value, {}).setdefault("type", set()).add(found.value)
        elif isinstance(found, NamedNode):
            graph.add_edge(subject.value, found.value, key=predicate.value, property=_local(predicate.value))
    for node in graph:
        graph.nodes[node].update(_data(node, values.get(node, {})))
    return graph


def _data(node: str, known: dict[str, set[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        _local(name): tuple(sorted(listed)) if len(listed) > 1 else min(listed) for name, listed in known.items()
    }
    named = (min(known[name.value]) for name in _LABELS if name.value in known)
    return {**found, "type": tuple(sorted(known.get("type", ()))), "label": next(named, _local(node))}


def _local(iri: str) -> str:
    return iri.rstrip("/").rpartition("#")[2].rpartition("/")[2]

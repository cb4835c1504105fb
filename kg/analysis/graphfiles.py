"""Graphs of networkx as files that Gephi, Cytoscape and yEd open: GraphML and GEXF, the same graph the same bytes."""

import re
from collections.abc import Mapping
from typing import Any

import networkx as nx

_STAMP = re.compile(r' lastmodifieddate="[^"]*"')
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has no way to write; headlines of hostile input may hold them."""


def graphml(graph: "nx.DiGraph[str]") -> str:
    """Return a graph as GraphML."""
    return "\n".join(nx.generate_graphml(_legal(graph))) + "\n"


def gexf(graph: "nx.DiGraph[str]") -> str:
    """Return a graph as GEXF 1.2, without the date of writing that networkx puts in."""
    return _STAMP.sub("", "\n".join(nx.generate_gexf(_legal(graph))), count=1) + "\n"


def _legal(graph: "nx.DiGraph[str]") -> "nx.DiGraph[str]":
    copy: nx.DiGraph[str] = nx.DiGraph()
    copy.add_nodes_from((node, _legal_values(data)) for node, data in graph.nodes(data=True))
    copy.add_edges_from((one, other, _legal_values(data)) for one, other, data in graph.edges(data=True))
    return copy


def _legal_values(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _ILLEGAL.sub("", value) if isinstance(value, str) else value for key, value in data.items()}

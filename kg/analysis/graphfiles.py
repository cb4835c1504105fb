"""Graphs of networkx as files that Gephi, Cytoscape and yEd open: GraphML and GEXF, the same graph the same bytes."""

import re

import networkx as nx

_STAMP = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(graph: "nx.DiGraph[str]") -> str:
    """Return a graph as GraphML."""
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def gexf(graph: "nx.DiGraph[str]") -> str:
    """Return a graph as GEXF 1.2, without the date of writing that networkx puts in."""
    return _STAMP.sub("", "\n".join(nx.generate_gexf(graph)), count=1) + "\n"

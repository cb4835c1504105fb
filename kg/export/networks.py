"""Files for Gephi, yEd, Cytoscape and networkx: every thing is a node, every link between two things an edge.

Literals are attributes of their node, several values of one joined. Both formats are written by networkx, which holds
the whole graph in memory.
"""

import re
from typing import BinaryIO

import networkx as nx

from kg import vocab
from kg.export.context import compact, short
from kg.export.protocol import Source
from kg.export.subjects import links, literals, subjects

JOIN = " | "
_TYPE = vocab.RDF + "type"
_LABEL = vocab.SKOS + "prefLabel"
_TAKEN = frozenset({"start", "end", "id", "label", "type", "pid", "parents", "viz", "slices", "spells"})
"""Names that mean something to a node of GEXF: `start` and `end` would make it come and go in time."""
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot write, not even escaped."""


class GraphMl:
    """GraphML."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write all graphs together."""
        nx.write_graphml(network(source), stream, encoding="utf-8", prettyprint=True)


class Gexf:
    """GEXF 1.2, as Gephi reads it."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write all graphs together, without the date of the day, which networkx puts into the file."""
        lines = "\n".join(nx.generate_gexf(network(source), encoding="utf-8", prettyprint=True))
        stream.write(re.sub(r' lastmodifieddate="[^"]*"', "", lines, count=1).encode() + b"\n")


def network(source: Source) -> "nx.MultiDiGraph[str]":
    """Return the union of all graphs: nodes by IRI with `label`, `type` and their literals, edges with `label`.

    An edge's key is the short name of its property.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges: list[tuple[str, str, str]] = []
    for iri, values in subjects(source):
        kinds = [short(kind) for name, kind in links(values) if name == _TYPE]
        texts = {_key(name): [term.value for term in terms] for name, terms in literals(values)}
        label = texts.get("prefLabel", [])[:1] or [iri.removeprefix(source.base)]
        attributes = {"label": label, **({"type": kinds} if kinds else {}), **texts}
        graph.add_node(iri, **{name: _legal(JOIN.join(found)) for name, found in attributes.items()})
        edges += [(iri, target, short(name)) for name, target in links(values) if name != _TYPE]
    for start, end, name in edges:
        graph.add_edge(start, end, key=name, label=name)
    return graph


def _key(name: str) -> str:
    known = short(name)
    return compact(name) if known in _TAKEN else known


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)

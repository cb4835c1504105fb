"""Files for Gephi, yEd, Cytoscape and networkx: every thing is a node, every link between two things an edge.

Literals are attributes of their node, several values of one joined. What a file declares at its beginning is known at
the end of the graph only, and edges come after all nodes, so both wait in temporary files: one thing is in memory at a
time.
"""

import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from typing import BinaryIO, Protocol
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from kg import vocab
from kg.export.context import compact, short
from kg.export.protocol import Source
from kg.export.subjects import Described, links, literals, subjects

JOIN = " | "
_TYPE = vocab.RDF + "type"
_TAKEN = frozenset({"start", "end", "id", "label", "type", "pid", "parents", "viz", "slices", "spells"})
"""Names that mean something to a node of GEXF: `start` and `end` would make it come and go in time."""
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot write, not even escaped."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation'


class Notation(Protocol):
    """How one format writes nodes, edges and what is around them. Attributes are texts by their number."""

    def head(self, attributes: Iterable[str]) -> str:
        """Return what stands before the nodes; the attributes in the order of their numbers."""
        ...

    def node(self, iri: str, label: str, attributes: Mapping[int, str]) -> str:
        """Return one node."""
        ...

    def between(self) -> str:
        """Return what stands between the nodes and the edges."""
        ...

    def edge(self, number: int, start: str, end: str, label: str) -> str:
        """Return one edge."""
        ...

    def tail(self) -> str:
        """Return what stands after the edges."""
        ...


class GraphMl:
    """GraphML."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write all graphs together."""
        write(source, stream, self)

    def head(self, attributes: Iterable[str]) -> str:
        """Return the declarations; the label of nodes and edges has a key of its own."""
        space = "http://graphml.graphdrawing.org/xmlns"
        named = [("node", "node", "label"), ("edge", "edge", "label")]
        named += [(f"d{number}", "node", name) for number, name in enumerate(attributes)]
        keys = "".join(
            f'  <key id="{key}" for="{of}" attr.name={quoteattr(name)} attr.type="string"/>\n'
            for key, of, name in named
        )
        start = f'<graphml xmlns="{space}" {_SCHEMA}="{space} {space}/1.0/graphml.xsd">'
        return f'{_XML}{start}\n{keys}  <graph edgedefault="directed">\n'

    def node(self, iri: str, label: str, attributes: Mapping[int, str]) -> str:
        """Return a node with its attributes as data."""
        data = "".join(_data(f"d{number}", text) for number, text in attributes.items())
        return f"    <node id={quoteattr(iri)}>\n{_data('node', label)}{data}    </node>\n"

    def between(self) -> str:
        """Return nothing: nodes and edges stand side by side."""
        return ""

    def edge(self, number: int, start: str, end: str, label: str) -> str:
        """Return an edge."""
        ends = f"source={quoteattr(start)} target={quoteattr(end)}"
        return f'    <edge id="e{number}" {ends}>\n{_data("edge", label)}    </edge>\n'

    def tail(self) -> str:
        """Return the closing tags."""
        return "  </graph>\n</graphml>\n"


class Gexf:
    """GEXF 1.2, as Gephi reads it."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write all graphs together."""
        write(source, stream, self)

    def head(self, attributes: Iterable[str]) -> str:
        """Return the declarations."""
        space = "http://www.gexf.net/1.2draft"
        known = "".join(
            f'      <attribute id="{number}" title={quoteattr(name)} type="string"/>\n'
            for number, name in enumerate(attributes)
        )
        start = f'<gexf xmlns="{space}" {_SCHEMA}="{space} {space}/gexf.xsd" version="1.2">'
        graph = '  <graph defaultedgetype="directed" mode="static">\n    <attributes class="node" mode="static">\n'
        return f"{_XML}{start}\n{graph}{known}    </attributes>\n    <nodes>\n"

    def node(self, iri: str, label: str, attributes: Mapping[int, str]) -> str:
        """Return a node with its attributes as values."""
        values = "".join(
            f'          <attvalue for="{number}" value={quoteattr(text)}/>\n' for number, text in attributes.items()
        )
        start = f"      <node id={quoteattr(iri)} label={quoteattr(label)}"
        if not values:
            return f"{start}/>\n"
        return f"{start}>\n        <attvalues>\n{values}        </attvalues>\n      </node>\n"

    def between(self) -> str:
        """Return the end of the nodes and the start of the edges."""
        return "    </nodes>\n    <edges>\n"

    def edge(self, number: int, start: str, end: str, label: str) -> str:
        """Return an edge."""
        ends = f"source={quoteattr(start)} target={quoteattr(end)}"
        return f'      <edge id="{number}" {ends} label={quoteattr(label)}/>\n'

    def tail(self) -> str:
        """Return the closing tags."""
        return "    </edges>\n  </graph>\n</gexf>\n"


def write(source: Source, stream: BinaryIO, notation: Notation) -> None:
    """Write the union of all graphs: nodes by IRI, then the edges by their start."""
    numbers: dict[str, int] = {}
    edges = 0
    with tempfile.TemporaryFile() as nodes_file, tempfile.TemporaryFile() as edges_file:
        for iri, values in subjects(source):
            label, texts = described((iri, values), source.base)
            attributes = {numbers.setdefault(name, len(numbers)): text for name, text in texts.items()}
            nodes_file.write(notation.node(iri, label, attributes).encode())
            for name, target in links(values):
                if name != _TYPE:
                    edges_file.write(notation.edge(edges, iri, target, short(name)).encode())
                    edges += 1
        stream.write(notation.head(numbers).encode())
        _copy(nodes_file, stream)
        stream.write(notation.between().encode())
        _copy(edges_file, stream)
        stream.write(notation.tail().encode())


def network(source: Source) -> "nx.MultiDiGraph[str]":
    """Return the union of all graphs: nodes by IRI with `label`, `type` and their literals, edges with `label`.

    An edge's key is the short name of its property.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    edges: list[tuple[str, str, str]] = []
    for iri, values in subjects(source):
        label, attributes = described((iri, values), source.base)
        graph.add_node(iri, label=label, **attributes)
        edges += [(iri, target, short(name)) for name, target in links(values) if name != _TYPE]
    for start, end, name in edges:
        graph.add_edge(start, end, key=name, label=name)
    return graph


def described(node: Described, base: str) -> tuple[str, dict[str, str]]:
    """Return what a node is called, and its classes and literals as one text each by short name."""
    iri, values = node
    kinds = [short(kind) for name, kind in links(values) if name == _TYPE]
    texts = {_key(name): [term.value for term in terms] for name, terms in literals(values)}
    label = texts.get("prefLabel", [iri.removeprefix(base)])[0]
    attributes = {**({"type": kinds} if kinds else {}), **texts}
    return _legal(label), {name: _legal(JOIN.join(found)) for name, found in attributes.items()}


def _data(key: str, text: str) -> str:
    written = escape(text, {"\r": "&#13;"})
    return f'      <data key="{key}">{written}</data>\n'


def _key(name: str) -> str:
    known = short(name)
    return compact(name) if known in _TAKEN else known


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _copy(kept: BinaryIO, stream: BinaryIO) -> None:
    kept.seek(0)
    shutil.copyfileobj(kept, stream)

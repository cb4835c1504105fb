"""Files for graph tools, read back by networkx, by the rules of Neo4j's import and by rdflib."""

import csv
import io
import re
import zipfile

import networkx as nx
import pytest
import rdflib
from fixtures.small import all_three
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.export import export
from kg.rdf.encode import encode

QUADS = [quad for extraction in all_three() for quad in encode(extraction)]
GRAPH = NamedNode(vocab.DATA + "doc/odd")
HUAWEI = NamedNode(vocab.DATA + "huawei")
ODD = [
    Quad(HUAWEI, NamedNode(vocab.SKOS + "altLabel"), Literal("华为", language="zh"), GRAPH),
    Quad(HUAWEI, NamedNode(vocab.SKOS + "altLabel"), Literal('Hua"wei, "Inc";\nof\x1fShenzhen', language="en"), GRAPH),
    Quad(HUAWEI, NamedNode(vocab.SCHEMA + "url"), NamedNode(vocab.DATA + "nvidia"), GRAPH),
    Quad(HUAWEI, NamedNode(vocab.KG + "note"), Literal("bell\x07 & <tag>"), GRAPH),
]
ALL = QUADS + ODD
CLASS = vocab.RDF + "type"


def written(form, quads=ALL):
    stream = io.BytesIO()
    export(quads, form, stream)
    return stream.getvalue()


def unpacked(form, quads=ALL):
    with zipfile.ZipFile(io.BytesIO(written(form, quads))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def links():
    """Every link of the union but classes."""
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in ALL
        if isinstance(quad.object, NamedNode) and quad.predicate.value != CLASS
    }


@pytest.mark.parametrize(
    ("form", "read"),
    [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)],
)
def test_networkx_reads_every_node_and_link(form, read):
    graph = read(io.BytesIO(written(form)))
    assert graph.is_directed()
    assert {(start, end) for start, end in graph.edges()} == {(start, end) for start, _, end in links()}
    assert graph.number_of_edges() == len(links())
    claims = [data for _, data in graph.nodes(data=True) if data.get("type") == "FigureClaim"]
    assert len(claims) == 4
    mention = next(data for _, data in graph.nodes(data=True) if data.get("printed") == "more than $12bn")
    assert mention["oa:start"] == "26"
    assert graph.nodes[vocab.DATA + "bytedance"]["label"] == "ByteDance"
    assert "华为" in graph.nodes[HUAWEI.value]["altLabel"]
    assert graph.nodes[HUAWEI.value]["note"] == "bell\ufffd & <tag>"


def test_gexf_holds_no_date_and_no_time():
    assert b"lastmodified" not in written("gexf")
    assert b'mode="dynamic"' not in written("gexf")


def test_neo4j_files_keep_the_rules_of_its_import():
    files = unpacked("neo4j")
    arguments = dict(line.removeprefix("--").split("=") for line in files["import.args"].split())
    assert arguments["array-delimiter"] == "U+001F"
    nodes = list(csv.DictReader(io.StringIO(files[arguments["nodes"]], newline="")))
    edges = list(csv.DictReader(io.StringIO(files[arguments["relationships"]], newline="")))
    known = [node["iri:ID"] for node in nodes]
    assert len(known) == len(set(known))
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= set(known)
    assert len(edges) == len(links())
    assert all(re.fullmatch(r"\w+", edge[":TYPE"]) for edge in edges)
    kinds = {column.partition(":")[2] for column in nodes[0]} - {"ID", "LABEL"}
    assert kinds <= {"string", "string[]", "long", "double", "boolean"}
    for node in nodes:
        for column, cell in node.items():
            if cell and column.endswith(":long"):
                int(cell)
            if cell and column.endswith(":double"):
                float(cell)


def test_neo4j_keeps_every_name():
    nodes = csv.DictReader(io.StringIO(unpacked("neo4j")["nodes.csv"], newline=""))
    huawei = next(node for node in nodes if node["iri:ID"] == HUAWEI.value)
    assert huawei["altLabel:string[]"].split("\x1f") == ['Hua"wei, "Inc";\nof Shenzhen', "华为"]
    assert huawei[":LABEL"].split("\x1f")[0] == "Resource"


def test_n10s_files_are_turtle_and_settings_that_keep_every_name():
    files = unpacked("n10s")
    assert len(rdflib.Graph().parse(data=files["graph.ttl"], format="turtle")) == len({quad.triple for quad in ALL})
    arrays = re.search(r"multivalPropList: \[(.*)\]", files["load.cypher"])[1]
    assert f"'{vocab.SKOS}altLabel'" in arrays
    assert "handleMultival: 'ARRAY'" in files["load.cypher"]
    for prefix, space in vocab.PREFIXES.items():
        assert f"CALL n10s.nsprefixes.add('{prefix}', '{space}');" in files["load.cypher"]


@pytest.mark.parametrize("form", ["neo4j", "n10s", "graphml", "gexf"])
def test_the_union_counts_a_triple_once(form):
    again = [Quad(quad.subject, quad.predicate, quad.object, GRAPH) for quad in QUADS[:40]]
    assert written(form, [*QUADS, *again]) == written(form, QUADS)

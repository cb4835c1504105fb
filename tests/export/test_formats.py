"""Every format read back by a reader that knows nothing of kg, and the same bytes whatever the order of quads."""

import csv
import io
import json
import zipfile

import pyoxigraph
import pytest
import rdflib
from fixtures.small import all_three
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat
from rdflib.compare import isomorphic

from kg import vocab
from kg.errors import UsageError
from kg.export import export, export_folder, export_store, formats, is_folder
from kg.rdf.encode import encode
from kg.rdf.sorting import sorted_lines, sorted_pairs
from kg.store.embedded import memory, open_for_writing

LINKS = NamedNode(vocab.DATA + "graph/links")
DOCUMENTS = [encode(extraction) for extraction in all_three()]
QUADS = [quad for document in DOCUMENTS for quad in document]
SHARED = Quad(QUADS[0].subject, QUADS[0].predicate, QUADS[0].object, LINKS)
ALL = [*QUADS, SHARED]
"""One triple stands in two graphs."""
NAMED = {
    "nquads": ("nquads", RdfFormat.N_QUADS),
    "trig": ("trig", RdfFormat.TRIG),
    "jsonld": ("json-ld", RdfFormat.JSON_LD),
}
UNION = {"ntriples": ("nt", RdfFormat.N_TRIPLES), "turtle": ("turtle", RdfFormat.TURTLE)}


def written(form, quads=ALL):
    stream = io.BytesIO()
    export(quads, form, stream)
    return stream.getvalue()


def triples(quads):
    return {quad.triple for quad in quads}


@pytest.mark.parametrize("form", sorted(NAMED))
def test_formats_with_graphs_keep_every_quad_for_oxigraph(form):
    assert set(pyoxigraph.parse(written(form), NAMED[form][1])) == set(ALL)


@pytest.mark.parametrize("form", sorted(NAMED))
def test_formats_with_graphs_keep_every_quad_for_rdflib(form):
    expected, found = rdflib.Dataset(), rdflib.Dataset()
    expected.parse(data="".join(f"{quad} .\n" for quad in ALL), format="nquads")
    found.parse(data=written(form), format=NAMED[form][0])
    assert sum(map(len, found.graphs())) == len(ALL)
    for graph in expected.graphs():
        assert isomorphic(graph, found.graph(graph.identifier)), graph.identifier


@pytest.mark.parametrize("form", sorted(UNION))
def test_formats_without_graphs_are_the_union(form):
    found = list(pyoxigraph.parse(written(form), UNION[form][1]))
    assert {quad.triple for quad in found} == triples(ALL)
    assert len(found) == len(triples(ALL))
    assert len(rdflib.Graph().parse(data=written(form), format=UNION[form][0])) == len(triples(ALL))


@pytest.mark.parametrize("form", formats())
def test_the_order_of_quads_does_not_show(form):
    assert written(form, sorted(ALL, key=lambda quad: str(quad)[::-1])) == written(form)


def test_json_ld_nests_what_belongs_together():
    tree = json.loads(written("jsonld"))
    document = next(node for graph in tree["@graph"] for node in graph["@graph"] if node.get("name") == "wires-2")
    cited = next(said for said in document["statements"] if said.get("printed") == "more than $12 billion")
    assert document["publisher"]["prefLabel"] == {"@value": "Reuters", "@language": "en"}
    assert cited["states"]["subject"]["prefLabel"]["@value"] == "ByteDance"
    assert cited["states"]["quantity"]["value"] == "12000000000"
    assert cited["via"]["agent"]["prefLabel"]["@value"] == "Financial Times"
    assert cited["via"]["citing"]["agent"]["prefLabel"] == "two people familiar with the plans"


def test_csv_has_a_row_per_mention_with_its_chain():
    rows = list(csv.DictReader(io.StringIO(written("csv").decode(), newline="")))
    assert len(rows) == sum(len(extraction.mentions) for extraction in all_three())
    row = next(row for row in rows if row["printed"] == "more than $12 billion")
    assert row["via"] == "Financial Times > two people familiar with the plans"
    assert (row["subject"], row["measure"], row["value"], row["unit"]) == (
        "ByteDance",
        "ai-infrastructure-spending",
        "12000000000",
        "USD",
    )
    assert row["min"] == "12000000000"
    assert row["max"] == ""
    assert [row["negated"] for row in rows].count("true") == 1


def test_pandas_reads_the_table_of_claims():
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(written("csv")))
    assert len(frame) == sum(len(extraction.mentions) for extraction in all_three())
    assert frame["start"].dtype == "int64"
    assert frame["value"].dtype == "float64"
    assert frame["negated"].dtype == "bool"
    row = frame[frame["printed"] == "more than $12 billion"].iloc[0]
    assert (row["value"], row["unit"], row["via"]) == (
        12e9,
        "USD",
        "Financial Times > two people familiar with the plans",
    )


def test_duckdb_reads_the_table_of_claims(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "claims.csv").write_bytes(written("csv"))
    asked = f"FROM read_csv('{tmp_path / 'claims.csv'}')"
    counted = duckdb.connect().execute(f"SELECT count(*), count(DISTINCT claim) {asked}").fetchone()
    with_figure = duckdb.connect().execute(f"SELECT max(value) {asked} WHERE unit = 'USD'").fetchone()
    assert counted[0] == sum(len(extraction.mentions) for extraction in all_three())
    assert with_figure[0] >= 12_000_000_000


def test_turtle_files_hold_one_graph_each():
    with zipfile.ZipFile(io.BytesIO(written("turtle-files"))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert sorted(name.split("/")[0] for name in found) == ["doc", "doc", "doc", "graph"]
    for document in DOCUMENTS:
        name = document[0].graph_name.value.removeprefix(vocab.DATA) + ".ttl"
        assert {quad.triple for quad in pyoxigraph.parse(found[name], RdfFormat.TURTLE)} == triples(document)


def test_a_folder_is_written_once(tmp_path):
    store = memory()
    for document in DOCUMENTS:
        store.put(document[0].graph_name.value, document)
    paths = export_folder(store, "turtle-files", tmp_path / "out")
    assert len(paths) == 3
    assert all(path.stat().st_size for path in paths)
    with pytest.raises(UsageError, match="not an empty folder"):
        export_folder(store, "turtle-files", tmp_path / "out")
    with pytest.raises(UsageError, match="one file"):
        export_folder(store, "turtle", tmp_path / "new")


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(UsageError, match="turtle"):
        is_folder("excel")


@pytest.mark.parametrize("form", formats())
def test_no_quads_are_a_legal_file(form):
    content = written(form, [])
    if form in NAMED | UNION:
        assert list(pyoxigraph.parse(content, (NAMED | UNION)[form][1])) == []


NODES = st.sampled_from([NamedNode(vocab.DATA + tail) for tail in ("a", "doc/1", "x y".replace(" ", "%20"), "a.b/c")])
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
VALUES = st.one_of(
    NODES,
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="en")),
    st.sampled_from(["1", "-0", "007", "1.50", "true", "1e3", "x", "12345678901234567890"]).flatmap(
        lambda value: st.sampled_from(["integer", "decimal", "boolean", "double", "date"]).map(
            lambda kind: Literal(value, datatype=NamedNode(vocab.XSD + kind))
        )
    ),
)
PROPERTIES = st.sampled_from(
    [vocab.KG + name for name in ("via", "printed", "high", "states", "inDocument", "statements", "name", "odd-one")]
    + [vocab.SCHEMA + "value", vocab.SCHEMA + "datePublished", vocab.RDF + "subject", "http://other.example/p"]
).map(NamedNode)
SOME = st.lists(st.builds(Quad, NODES, PROPERTIES, VALUES, st.one_of(NODES, st.just(DefaultGraph()))), max_size=12)


@given(SOME)
@pytest.mark.parametrize("form", sorted(NAMED))
def test_any_quads_come_back(form, quads):
    assert set(pyoxigraph.parse(written(form, quads), NAMED[form][1])) == set(quads)


FEW = st.integers(1, 1000), st.integers(2, 4)
"""Bytes of a run, and files of one size that are merged."""


@given(st.lists(st.binary(max_size=3).map(lambda line: line.replace(b"\n", b"") + b"\n")), *FEW)
def test_lines_are_sorted_in_runs_as_at_once(lines, run, files):
    assert list(sorted_lines(lines, run, files)) == sorted(set(lines))


@given(st.lists(st.tuples(st.text(max_size=2), st.text(max_size=2))), *FEW)
def test_pairs_are_sorted_in_runs_as_at_once(pairs, run, files):
    pairs = [pair for pair in pairs if max("".join(pair), default="") < "\ud800"]
    assert list(sorted_pairs(pairs, run, files)) == sorted(set(pairs))


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory):
    with open_for_writing(tmp_path_factory.mktemp("kept") / "store") as store:
        for document in DOCUMENTS:
            store.put(document[0].graph_name.value, document)
        store.put(LINKS.value, [SHARED])
        yield store


@pytest.mark.parametrize("form", formats())
def test_a_store_on_disk_gives_what_its_quads_give(form, on_disk):
    stream = io.BytesIO()
    export_store(on_disk, form, stream)
    assert stream.getvalue() == written(form)


@pytest.mark.parametrize("form", formats())
def test_a_graph_of_all_documents_is_never_in_memory_as_a_whole(form, on_disk, monkeypatch):
    held = []
    graph = on_disk.graph
    monkeypatch.setattr(on_disk, "graph", lambda name: (held.append(name), graph(name))[1])
    export_store(on_disk, form, io.BytesIO())
    assert LINKS.value not in held

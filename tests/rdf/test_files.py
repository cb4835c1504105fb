"""Turtle, N-Triples, N-Quads: stable bytes that other readers read back to the same graph."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.small import all_three
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from kg import resources, vocab
from kg.rdf.convert import to_dataset
from kg.rdf.encode import encode
from kg.rdf.serialise import nquads, ntriples
from kg.rdf.turtle import turtle

QUADS = [quad for extraction in all_three() for quad in encode(extraction)]
TRIPLES = {quad.triple for quad in QUADS}
WRITERS = [nquads, ntriples, turtle]
ODD = [
    Quad(NamedNode("urn:a"), NamedNode(vocab.KG + "x.y"), Literal('"\r\n\t\\\u2028\x00 é 😀', language="en")),
    Quad(NamedNode("urn:a"), NamedNode(vocab.KG + "-"), Literal("1.", datatype=NamedNode(vocab.XSD + "decimal"))),
    Quad(
        NamedNode(vocab.DATA), NamedNode(vocab.DATA + "a//b"), Literal("05", datatype=NamedNode(vocab.XSD + "integer"))
    ),
    Quad(NamedNode(vocab.DATA + "a/../b"), NamedNode(vocab.DATA + "c:d"), NamedNode(vocab.DATA + "a/.")),
    Quad(NamedNode(vocab.DATA + "a/b?c#d"), NamedNode(vocab.DATA + "36kr"), NamedNode(vocab.DATA + "%26/x")),
    Quad(BlankNode("b"), NamedNode("urn:p"), Literal("x"), BlankNode("g")),
]


@pytest.mark.parametrize("write", WRITERS)
def test_order_does_not_matter(write):
    assert write(QUADS[::-1] + QUADS[::3]) == write(QUADS)


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_bytes_in_processes_of_other_hash_seeds(write):
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from fixtures.small import all_three\nfrom kg.rdf.encode import encode\n"
        f"from {write.__module__} import {write.__name__}\n"
        f"sys.stdout.buffer.write({write.__name__}(q for e in all_three() for q in encode(e)))"
    )
    for seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert done.stdout == write(QUADS)


@pytest.mark.parametrize("quads", [QUADS, ODD[:5]], ids=["corpus", "odd"])
def test_oxigraph_and_rdflib_read_the_same_triples(quads):
    triples = {quad.triple for quad in quads}
    assert {quad.triple for quad in parse(turtle(quads), format=RdfFormat.TURTLE)} == triples
    assert {quad.triple for quad in parse(ntriples(quads), format=RdfFormat.N_TRIPLES)} == triples
    assert set(parse(nquads(quads), format=RdfFormat.N_QUADS)) == set(quads)
    assert isomorphic(
        Graph().parse(data=turtle(quads), format="turtle"), Graph().parse(data=ntriples(quads), format="nt")
    )


def test_blank_nodes_stay_blank():
    assert turtle(ODD[5:]) == b'_:b <urn:p> "x" .\n'
    assert len(set(parse(nquads(ODD[5:]), format=RdfFormat.N_QUADS))) == 1


def test_graphs_keep_their_names_in_rdflib():
    lines = to_dataset(QUADS).serialize(format="nquads", encoding="utf-8")
    assert set(parse(lines, format=RdfFormat.N_QUADS)) == set(QUADS)


def test_a_triple_of_two_graphs_counts_once_in_the_union():
    dataset = to_dataset(QUADS)
    assert len(set(dataset.triples((None, None, None)))) == len(TRIPLES) < len(QUADS)


def test_turtle_is_laid_out_for_reading():
    text = turtle(QUADS).decode()
    blocks = text.split("\n\n")
    subjects = [block.split(" ")[0] for block in blocks[1:]]
    assert len(subjects) == len(set(subjects)) == len({triple.subject for triple in TRIPLES})
    assert all(" a " in block.splitlines()[0] for block in blocks[1:])
    header = blocks[0].splitlines()
    assert header == sorted(header)
    assert "vann:" not in text
    assert "  schema:value 37.5 ;\n" in text


def test_turtle_of_nothing_is_an_empty_file():
    assert [write([]) for write in WRITERS] == [b"", b"", b""]


def test_another_base_is_the_base_of_the_file():
    base = "https://example.org/graph/"
    quads = [quad for extraction in all_three() for quad in encode(extraction, base)]
    text = turtle(quads, base)
    assert text.startswith(b"@base <https://example.org/graph/> .\n@prefix e: <https://example.org/graph/> .\n")
    assert {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)} == {quad.triple for quad in quads}


def test_what_comes_out_of_a_store_has_the_same_bytes():
    store = Store()
    store.extend(QUADS)
    assert [write(store) for write in WRITERS] == [write(QUADS) for write in WRITERS]


def test_every_term_of_kg_that_is_written_is_declared():
    declared = {
        quad.subject
        for path in resources.files("ontology", "kg.ttl")
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
    }
    used = {
        term
        for triple in TRIPLES
        for term in (triple.predicate, triple.object)
        if isinstance(term, NamedNode) and term.value.startswith(vocab.KG)
    }
    assert used - declared == set()
    assert not any(isinstance(triple, Triple) and isinstance(triple.subject, BlankNode) for triple in TRIPLES)


def test_rdflib_is_not_imported_for_encoding():
    script = "import sys, kg.rdf.encode, kg.rdf.decode, kg.rdf.turtle, kg.rdf.convert; print('rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"

"""Shapes are read, named and linted before anything is checked with them."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from kg import vocab
from kg.errors import ShapesError
from kg.rdf.terms import sh
from kg.validate import engine, load_shapes, paths, shapes, skolem, validate, walk
from kg.validate.findings import Severity
from kg.validate.graphs import Memory, triple_of, value
from kg.validate.results import severity
from kg.validate.shapes import Shapes

_PREFIXES = (
    "@prefix ex: <http://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix kg: <https://w3id.org/kg-news/ns#> .\n"
)


def _of(turtle: str) -> Shapes:
    return shapes.of(triple_of(quad) for quad in parse(_PREFIXES + turtle, format=RdfFormat.TURTLE))


def _asking(query: str) -> str:
    return f'ex:S sh:targetClass ex:C ; sh:sparql [ sh:select "{query}" ] .'


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCuont 1 ] .", "minCuont"),
        ("ex:S a sh:NodeShape ; sh:targetClass kg:Compny ; sh:nodeKind sh:IRI .", "Compny"),
        (
            'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:sparql [ sh:select "SELECT $this WHERE" ] .',
            "query of the shapes cannot be read",
        ),
        (
            f'ex:S sh:targetClass ex:C ; sh:sparql [ sh:select "SELECT $this {{ $this <{vocab.KG}pirnted> 1 }}" ] .',
            "pirnted",
        ),
        (
            'ex:S sh:targetClass ex:C ; sh:sparql [ sh:severity sh:Info ; sh:select "SELECT $this { $this a ?x }" ] .',
            "put sh:severity on the shape",
        ),
        (_asking("SELECT $this { $this a ?x SERVICE SILENT <http://127.0.0.1:9/> { ?x a ?y } }"), "uses SERVICE"),
        (_asking("SELECT $this FROM <http://127.0.0.1:9/x> { $this a ?x }"), "names graphs of its own"),
        (
            _asking("SELECT $this FROM NAMED <http://127.0.0.1:9/x> { GRAPH ?g { $this a ?x } }"),
            "names graphs of its own",
        ),
        (_asking("SELECT $this { FILTER EXISTS { GRAPH ?g { $this a ?x } } }"), "uses GRAPH"),
        (_asking("LOAD <http://127.0.0.1:9/x>"), "cannot be read"),
        (_asking("ASK { $this a ?x }"), "asks for no rows"),
        (_asking("SELECT $this { $this a ?x FILTER(<urn:f>(?x)) }"), "a function that is not known"),
        (_asking("SELECT $this { $this a ?x FILTER(" + "(" * 300 + "1=1" + ")" * 300 + ") }"), "cannot be read"),
        (
            "ex:S sh:targetClass ex:C ; " + "sh:node [ " * 3000 + "sh:nodeKind sh:IRI" + " ]" * 3000 + " .",
            "deeper than",
        ),
        (_asking("SELECT ?x { ?x a $this }"), r"does not hand out \$this"),
        ("ex:S sh:targetClass ex:C ; sh:property [ sh:minCount 1 ] .", "exactly one sh:path"),
        (
            "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:maxCount -1 ] .",
            "maxCount is one integer from 0",
        ),
        (
            'ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:pattern "(" ] .',
            r"The pattern '\(' cannot be read",
        ),
        (
            'ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:pattern "a" ; sh:flags "z" ] .',
            "the flags 'z' cannot",
        ),
        (
            'ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:pattern "a.b" ; sh:flags "q" ] .',
            "flags 'q' cannot",
        ),
        ("ex:S a sh:NodeShape ; sh:nodeKind sh:IRI .", "no shape has a target"),
        ("ex:S a sh:NodeShape", "not Turtle"),
    ],
)
def test_shapes_that_would_check_less_than_they_say_are_refused(tmp_path: Path, turtle: str, says: str) -> None:
    file = tmp_path / "shapes.ttl"
    file.write_text(_PREFIXES + turtle)
    with pytest.raises(ShapesError, match=says):
        load_shapes([file])


def test_shapes_that_are_missing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match="cannot be read"):
        load_shapes([tmp_path / "none.ttl"])


def test_nameless_shapes_get_the_same_names_every_time() -> None:
    text = (
        "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ,"
        " [ sh:path ex:p ; sh:minCount 1 ] ; sh:or ( [ sh:class ex:A ] [ sh:class ex:B ] ) ."
    )
    one, other = (sorted(s.value for s, _, _ in _of(text).graph if s.value.startswith(skolem.PREFIX)) for _ in range(2))
    assert one == other
    assert len(set(one)) == 4


def test_a_nameless_shape_belongs_to_the_rule_it_hangs_below() -> None:
    known = _of("ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:node [ sh:class ex:D ] ] .")
    assert set(known.rules.values()) == {"http://example.org/S"}
    assert len(known.rules) == 3


@pytest.mark.parametrize(
    ("written", "sparql"),
    [
        ("ex:p", "<http://example.org/p>"),
        ("[ sh:inversePath ex:p ]", "^<http://example.org/p>"),
        ("( ex:p ex:q )", "(<http://example.org/p>/<http://example.org/q>)"),
        ("[ sh:inversePath ( ex:p ex:q ) ]", "(^<http://example.org/q>/^<http://example.org/p>)"),
        ("[ sh:alternativePath ( ex:p ex:q ) ]", "(<http://example.org/p>|<http://example.org/q>)"),
        ("[ sh:zeroOrMorePath ex:p ]", "(<http://example.org/p>)*"),
        ("[ sh:oneOrMorePath [ sh:inversePath ex:p ] ]", "(^<http://example.org/p>)+"),
        ("[ sh:inversePath [ sh:inversePath [ sh:zeroOrOnePath ex:p ] ] ]", "(<http://example.org/p>)?"),
    ],
)
def test_paths_are_written_as_sparql_writes_them(written: str, sparql: str) -> None:
    known = _of(f"ex:S sh:targetClass ex:C ; sh:path {written} .")
    [top] = known.tops
    path = value(known.graph, top, sh("path"))
    assert path is not None
    assert paths.sparql(paths.read(known.graph, path)) == sparql


def test_an_inverted_sequence_is_walked_from_its_end() -> None:
    known = _of("ex:S sh:targetNode ex:c ; sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:maxCount 0 .")
    data = Memory(
        triple_of(quad) for quad in parse(_PREFIXES + "ex:a ex:p ex:b . ex:b ex:q ex:c .", format=RdfFormat.TURTLE)
    )
    assert [found.focus for found in engine.run(data, known)] == ["<http://example.org/c>"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sh:property [ sh:path ex:p ; sh:node ex:S ]", "refers to itself"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { { $this <urn:p> ?x } UNION { ?y <urn:q> ?z } }" ]', "connected"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:p> ?x . VALUES ?x { 1 } }" ]', "VALUES"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:p> ?x MINUS { $this <urn:q> ?x } }" ]', "Minus"),
        (
            'sh:sparql [ sh:select "SELECT $this { $this <urn:p> ?x { SELECT ?x { ?y <urn:q> ?x } } }" ]',
            "does not hand",
        ),
        (
            'sh:sparql [ sh:select "SELECT $this { { SELECT $this { $this <urn:q> ?x } LIMIT 1 } }" ]',
            "cuts a sub-query off",
        ),
        (
            'sh:sparql [ sh:select "SELECT $this { { SELECT (SAMPLE(?t) AS ?this) { ?t <urn:q> ?x } } }" ]',
            "more than one",
        ),
        (
            'sh:sparql [ sh:select "SELECT $this { '
            + " ".join("{ $this <urn:p> ?x } UNION { $this <urn:q> ?x }" for _ in range(6))
            + ' }" ]',
            "more than 32 alternatives",
        ),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:p> ?x . ?y <urn:q> ?z }" ]', "not connected"),
        (
            'sh:sparql [ sh:select "SELECT $this { $this <urn:p> ?x . BIND(IRI(STR(?x)) AS ?y) ?y <urn:q> ?z }" ]',
            "connected",
        ),
    ],
)
def test_a_shape_of_which_it_cannot_be_told_what_it_reads_is_named(body: str, reason: str) -> None:
    known = _of(f"ex:S a sh:NodeShape ; sh:targetClass ex:C ; {body} .")
    ((shape, found),) = walk.footprints(known).in_full
    assert shape == known.tops[0]
    assert reason in found


def test_none_of_our_own_shapes_needs_the_whole_graph() -> None:
    known = shapes.standard()
    assert walk.footprints(known).in_full == ()
    assert tuple(walk.footprints(known).shapes) == known.tops


def test_severities_of_others_making_count_as_violations() -> None:
    known = _of("ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:severity ex:Dreadful ; sh:nodeKind sh:IRI .")
    assert severity(known, known.tops[0]) is Severity.VIOLATION


def test_a_graph_keeps_literals_as_they_are_written() -> None:
    data = f'<urn:a> <urn:p> "37.50"^^<{vocab.XSD}decimal> , "01"^^<{vocab.XSD}integer> .'
    graph = Memory(triple_of(quad) for quad in parse(data, format=RdfFormat.TURTLE))
    assert {o.value for _, _, o in graph} == {"37.50", "01"}


def _found(pattern: str, text: str, flags: str = "", name: str = "shifty") -> int:
    said = f"; sh:flags {Literal(flags)}" if flags else ""
    known = _of(f"ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:pattern {Literal(pattern)} {said} ] .")
    data = parse(f"{_PREFIXES}ex:a a ex:C ; ex:p {Literal(text)} .", format=RdfFormat.TURTLE)
    return len(engine.run(Memory(map(triple_of, data)), known, name))


@pytest.mark.parametrize(
    ("pattern", "text", "flags", "found"),
    [
        ("^(?!y)x", "x", "", 0),
        ("^(?!y)x", "yx", "", 1),
        (r"^(x)\1$", "xx", "", 0),
        (r"^\p{L}$", "\u00e9", "", 0),
        ("b.c", "ab\ncd", "s", 0),
        ("a b", "ab", "x", 0),
        ("a b", "a b", "x", 1),
        ("^B", "a\nb", "im", 0),
    ],
)
def test_a_pattern_is_read_as_it_is_meant_whichever_engine_can(pattern: str, text: str, flags: str, found: int) -> None:
    assert _found(pattern, text, flags) == found


@pytest.mark.parametrize(("pattern", "flags"), [("b.c", "s"), ("a b", "x"), (r"^\p{L}$", "")])
def test_the_reference_refuses_a_pattern_that_it_reads_in_another_way(pattern: str, flags: str) -> None:
    with pytest.raises(ShapesError, match="pySHACL does not read the pattern"):
        _found(pattern, "x", flags, "pyshacl")


def test_what_shapes_import_is_told_where_it_is_not_among_them() -> None:
    begins = "@prefix owl: <http://www.w3.org/2002/07/owl#> . ex:one a owl:Ontology ; owl:imports ex:other . "
    shape = "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind sh:IRI . "
    alone, both = _of(begins + shape), _of(begins + shape + "ex:other a owl:Ontology .")
    rules = [[notice.rule for notice in validate((), known).notices] for known in (alone, both)]
    assert [("not-imported" in found) for found in rules] == [True, False]

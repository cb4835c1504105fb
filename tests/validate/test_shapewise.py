"""Queries that look at the shapes as well: by each engine, as a whole, in portions and of a change."""

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import ShapesError
from kg.validate import delta, engine, portions, queries, shapes
from kg.validate.graphs import Memory, triple_of
from kg.validate.targets import all_focus_nodes

PREFIXES = "@prefix ex: <http://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
ASKING = """
ex:decl sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/" ] .
ex:Few a sh:NodeShape ; sh:targetSubjectsOf ex:n ; ex:most 5 ; sh:sparql [ sh:prefixes ex:decl ;
  sh:message "{?value} is more than {?most}." ; sh:select "SELECT" ] .
ex:Some a sh:NodeShape ; sh:targetSubjectsOf ex:m ; ex:most 2 ; sh:property [ sh:path ex:m ; sh:minInclusive 1 ] ;
  sh:sparql [ sh:prefixes ex:decl ; sh:select "SELECT" ] .
"""
MORE = """SELECT $this ?value ?most WHERE {
  $this ex:n|ex:m ?value . GRAPH $shapesGraph { $currentShape ex:most ?most }
  FILTER(?value > ?most && BOUND($this)) }"""
DATA = "ex:a ex:n 4 . ex:b ex:n 6 , 7 . ex:c ex:m 3 . ex:d ex:m 0 , 1 ."
FOUND = {("Few", "b", "6"), ("Few", "b", "7"), ("Some", "c", "3"), ("Some", "d", "0")}


def read(turtle):
    return [triple_of(quad) for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE)]


def asking(select):
    return shapes.of(read(ASKING.replace('"SELECT"', f'"""{select}"""')))


def short(results, known):
    name = len("http://example.org/")
    return {(known.rules[one.shape.value][name:], one.focus.value[name:], one.value.value) for one in results}


@pytest.mark.parametrize("name", engine.ENGINES)
def test_the_shapes_are_a_graph_beside_the_data(name):
    known, data = asking(MORE), Memory(read(DATA))
    before = len(data.engine)
    found = engine.results(data, known, name)
    assert short(found, known) == FOUND
    assert len(data.engine) == before
    assert "6 is more than 5." in {one.message for one in found}
    focus = all_focus_nodes(data, known)
    assert short(portions.results(data, known, name, focus, together=1), known) == FOUND
    some = {shape: {node for node in nodes if node.value.endswith("b")} for shape, nodes in focus.items()}
    assert short(engine.results(data, known, name, some), known) == {one for one in FOUND if one[1] == "b"}


def test_of_a_change_such_a_shape_is_checked_in_full():
    known, data = asking(MORE), Memory(read(DATA))
    new = (NamedNode("http://example.org/a"), NamedNode("http://example.org/n"), Literal(8))
    found = delta.validate(delta.change(data, [new], []), known, "pyshacl")
    assert {reason for _, reason in found.in_full} == {"its query uses Graph"}
    assert {one.focus for one in found.findings} >= {"<http://example.org/a>", "<http://example.org/b>"}


@pytest.mark.parametrize(
    "select",
    [
        "SELECT $this { GRAPH ?g { $currentShape ex:most ?most } }",
        "SELECT $this { GRAPH <http://example.org/g> { $this ex:n ?most } }",
    ],
)
def test_no_other_graph_can_be_looked_at(select):
    assert "no other but $shapesGraph" in queries.unfit(f"PREFIX ex: <http://example.org/> {select}")


@pytest.mark.parametrize(
    "select",
    [
        "SELECT * { $this ex:n ?value GRAPH $shapesGraph { $currentShape ex:most ?most } }",
        "SELECT $this (COUNT(*) AS ?n) { $this ex:n ?x GRAPH $shapesGraph { $currentShape ex:most 5 } } GROUP BY $this",
        "SELECT $this { { SELECT $this { $this ex:n ?x GRAPH $shapesGraph { ?s ex:most 5 } } } }",
    ],
)
def test_what_is_not_answered_is_refused_and_never_passed(select):
    with pytest.raises(ShapesError):
        engine.results(Memory(read(DATA)), asking(select))

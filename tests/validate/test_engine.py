"""Whatever answers, the findings are those of the reference engine alone: severity, message, node, path and value."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg import vocab
from kg.errors import ShapesError, UsageError
from kg.rdf.terms import kg, skos
from kg.store.embedded import memory
from kg.validate import checking, engine, rdflib_terms, reading, setwise, shapes
from kg.validate.findings import Finding
from kg.validate.graphs import Memory, Triple, quads, triple_of
from kg.validate.reference import PyshaclEngine
from kg.validate.results import finding
from kg.validate.shapes import Shapes
from kg.validate.vocabulary import referred

_EXAMPLES = sorted((Path(__file__).parent.parent / "shapes").glob("*/*.ttl"))
_PREFIXES = "@prefix ex: <http://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"


def _shapes(turtle: str) -> Shapes:
    return shapes.of(triple_of(quad) for quad in parse(turtle, format=RdfFormat.TURTLE))


def _data(turtle: str) -> Memory:
    return Memory(triple_of(quad) for quad in parse(turtle, format=RdfFormat.TURTLE))


def _asking(query: str) -> Shapes:
    return _shapes(
        _PREFIXES
        + '<urn:o> sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/" ] .\n'
        + f'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:sparql [ sh:prefixes <urn:o> ; sh:select "{query}" ] .'
    )


def _alone(data: Memory, known: Shapes) -> set[Finding]:
    return {finding(result, known) for result in PyshaclEngine().run(data, known.graph)}


def _examples(known: Shapes) -> Memory:
    """The examples of these shapes as one graph, each with nodes of its own, numbers in the form that stores keep."""
    rules = set(known.rules.values())
    paths = [path for path in _EXAMPLES if path.parent.name in rules]
    data = Memory(_apart(triple, path) for path in paths for triple in reading.read([path]).graph)
    kept = [triple_of(quad) for quad in data.engine]
    return Memory((*kept, *referred(kept)))


def _apart(triple: Triple, path: Path) -> Triple:
    """Give an example nodes of its own, and names and texts, of which rules else find every pair of two examples."""
    home = f"{vocab.DATA}{path.parent.name}/{path.stem}/"
    s, p, o = (
        NamedNode(term.value.replace(vocab.DATA, home)) if isinstance(term, NamedNode) else term for term in triple
    )
    if isinstance(o, Literal) and p == skos("prefLabel"):
        o = _worded(o, f"{o.value} of {home}")
    elif isinstance(o, Literal) and p == kg("textHash") and re.fullmatch("[0-9a-f]{64}", o.value):
        o = _worded(o, sha256(f"{o.value} of {home}".encode()).hexdigest())
    return s, p, o


def _worded(old: Literal, value: str) -> Literal:
    return Literal(value, language=old.language) if old.language else Literal(value, datatype=old.datatype)


def test_our_rules_asked_set_wise_find_what_the_reference_finds() -> None:
    known = shapes.standard("rules")
    data = _examples(known)
    found = engine.run(data, known)
    assert len(found) > len(known.tops)
    assert set(found) == _alone(data, known)


def test_all_our_rules_are_asked_set_wise() -> None:
    known = shapes.standard("rules")
    assert {asked.shape for asked in setwise.answered(known).values()} == set(known.tops)


@pytest.mark.parametrize("block", range(6))
def test_random_shapes_find_what_the_reference_finds(random_case: Callable, block: int) -> None:
    for seed in range(5000 + block * 10, 5010 + block * 10):
        case = random_case(seed)
        known, data = _shapes(case.shapes), Memory(case.data)
        assert set(engine.run(data, known)) == _alone(data, known), f"seed {seed}"


def test_shifty_finds_in_our_examples_what_the_reference_finds() -> None:
    pytest.importorskip("shifty")
    known = shapes.standard("core")
    data = Memory(triple for triple in _examples(known) if isinstance(triple[0], NamedNode))
    found = engine.run(data, known, "shifty")
    assert len(found) > len(known.tops)
    assert found == engine.run(data, known, "pyshacl")


@pytest.mark.parametrize("block", range(6))
def test_shifty_finds_what_the_reference_finds(random_case: Callable, block: int) -> None:
    pytest.importorskip("shifty")
    for seed in range(6000 + block * 15, 6015 + block * 15):
        case = random_case(seed)
        known, data = _shapes(case.shapes), Memory(case.data)
        assert engine.run(data, known, "shifty") == engine.run(data, known, "pyshacl"), f"seed {seed}"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this WHERE { $this ex:p ?x . { SELECT ?x $this WHERE { $this ex:p ?x } LIMIT 1 } }",
        "SELECT $this WHERE { FILTER NOT EXISTS { $this ex:q ?x } }",
        "SELECT $this WHERE { ?x ex:p ?y . FILTER(?y = $this) }",
        "SELECT $this WHERE { ?a ex:p ?b . OPTIONAL { ?b ex:q $this } }",
        "SELECT $this (COUNT(?x) AS ?value) WHERE { $this ex:p ?x } GROUP BY ?x",
        "SELECT $this WHERE { $this ex:p* ?x }",
    ],
)
def test_queries_that_need_their_focus_node_first_are_left_to_the_engine(query: str) -> None:
    assert setwise.answered(_asking(query)) == {}


@pytest.mark.parametrize(
    ("query", "data", "rows"),
    [
        ("SELECT $this WHERE { $this ex:q ?x }", "ex:a a ex:C ; ex:p ex:b .", None),
        ("SELECT $this WHERE { $this ex:p ex:c }", "ex:a a ex:C ; ex:p ex:b .", None),
        ("SELECT $this WHERE { $this ex:p 1.0 }", "ex:a a ex:C ; ex:p 1 .", 0),
        ("SELECT $this WHERE { $this ex:p 1.0 }", "ex:a a ex:C ; ex:p 1.00 .", 1),
        ("SELECT $this WHERE { $this ex:p ?x OPTIONAL { ?x ex:q ?y } }", "ex:a a ex:C ; ex:p ex:b .", 1),
        ("SELECT $this WHERE { { $this ex:p ?x } UNION { $this ex:q ?x } }", "ex:a a ex:C ; ex:p ex:b .", 1),
        ("SELECT $this WHERE { $this ex:p ?x FILTER NOT EXISTS { ?x ex:q ?y } }", "ex:a a ex:C ; ex:p ex:b .", 1),
        ("SELECT $this WHERE { $this ex:p/ex:q* ?x }", "ex:a a ex:C ; ex:p ex:b .", 1),
        ("SELECT $this (COUNT(?x) AS ?value) WHERE { $this ex:p ?x } GROUP BY $this", "ex:a a ex:C ; ex:p 1 .", 1),
    ],
)
def test_a_query_is_asked_where_the_data_has_what_each_row_needs(query: str, data: str, rows: int | None) -> None:
    known, graph = _asking(query), _data(_PREFIXES + data)
    assert setwise.answered(known)
    assert len(engine.run(graph, known)) == (rows or 0)
    assert ("engine" in vars(graph)) == (rows is not None)


def test_a_query_is_parsed_once_for_all_focus_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = rdflib_terms.prepareQuery
    monkeypatch.setattr(rdflib_terms, "prepareQuery", lambda text: parsed.append(text) or real(text))
    known = _shapes(
        _PREFIXES + "ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:p ; "
        'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value }" ] .'
    )
    data = _data(_PREFIXES + "".join(f"ex:n{number} a ex:C ; ex:p {number} .\n" for number in range(9)))
    assert len(engine.run(data, known)) == 9
    assert len(parsed) == 1


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="pyshacl, shifty"):
        engine.engine("jena")


def test_shapes_that_the_reference_refuses_are_an_error_of_one_line() -> None:
    known = _shapes(_PREFIXES + 'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:nodeKind "IRI" , sh:IRI .')
    with pytest.raises(ShapesError, match=r"\Athe shapes cannot be used: [^\n]+\Z"):
        engine.run(_data(_PREFIXES + "ex:a a ex:C ."), known)


def test_shapes_without_a_message_get_one_for_people() -> None:
    known = _shapes(
        _PREFIXES + "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 2 ] ."
    )
    [found] = engine.run(_data(_PREFIXES + "ex:a a ex:C ; ex:p 1 ."), known)
    assert found.message == "There are fewer values than the 2 that are needed."
    assert (found.rule, found.path) == ("http://example.org/S", "<http://example.org/p>")


def test_ill_typed_literals_stay_off_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    known = _shapes(_PREFIXES + "ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:p ; sh:minCount 1 .")
    typed = '"none"^^<http://www.w3.org/2001/XMLSchema#boolean> , "x"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert engine.run(_data(_PREFIXES + f"ex:a a ex:C ; ex:p {typed} ."), known) == ()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", engine.ENGINES)
def test_a_store_is_validated_outside_of_python_with_the_same_findings(name: str) -> None:
    known = shapes.standard()
    settings = checking.Settings(known, engine=name)
    with memory() as store:
        store.put("urn:g", (quad for quad in quads(_examples(known)) if not _nameless(quad)))
        report = checking.check_stored(store, settings)
        assert len(report.findings) > len(known.tops)
        assert report == checking.check(store.dump(), settings)


def _nameless(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)

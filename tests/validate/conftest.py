"""Random graphs, shapes of every kind and changes, for holding validation of a change against full runs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

import pytest
from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import TYPE
from kg.validate.graphs import SUBCLASS, Triple

EX = "http://example.org/"
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_PREFIXES = (
    "@prefix ex: <http://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "<http://example.org/> a owl:Ontology ;"
    ' sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .\n'
)
_ONCE = {
    "sh:in",
    "sh:minCount",
    "sh:maxCount",
    "sh:datatype",
    "sh:nodeKind",
    "sh:uniqueLang",
    "sh:closed",
    "sh:qualifiedValueShape",
}
_QUERIES = (
    "SELECT $this ?value WHERE { $this ex:p0 ?value . ?value ex:p1 $this }",
    "SELECT $this WHERE { $this ex:p0 ?a ; ex:p1 ?b . FILTER(?a = ?b) }",
    "SELECT $this ?value WHERE { $this ex:p1/ex:p2 ?value . FILTER NOT EXISTS { ?value ex:p0 ?any } }",
    "SELECT $this ?value WHERE { ?value ex:p0 $this . ?value a/rdfs:subClassOf* ex:C0 }",
    "SELECT $this WHERE { $this ex:p2 ?x . OPTIONAL { ?x ex:p3 ?y } FILTER(!BOUND(?y)) }",
    "SELECT $this ?value WHERE { $this (ex:p0|^ex:p1)+ ?value . ?value ex:p3 1 }",
    "SELECT $this ?path WHERE { $this ?path ?x . ?x ex:p3 2 }",
    "SELECT $this WHERE { { $this ex:p0 ?x } UNION { ?x ex:p1 $this } ?x ex:p3 1 }",
    "SELECT $this WHERE { $this ex:p0 ?x . ?other ex:p1 ?same . FILTER(?other != $this) }",
    "SELECT $this ?value WHERE { $this ex:p0 ?x . ?other ex:p0 ?x ; ex:p2 ?value . FILTER(?other != $this) }",
    "SELECT $this ?value WHERE { $this ex:p0 ?x ; ex:p1 ?y . ?value ex:p0 ?x ; ex:p1 ?y . FILTER(?value != $this) }",
    "SELECT $this ?value WHERE { $this ex:p0 ?x ; a ?c . ?value ex:p1 ?x ; a ?c FILTER(?c IN (ex:C0, ex:C1)) }",
    "SELECT $this WHERE { $this ex:p0 ?x ; a ?c . ?o ex:p0 ?x ; a ?c . FILTER(?c IN (ex:C0) && ?o != $this) }",
    "SELECT $this WHERE { $this ex:p1 ?x ; ex:p2 ?y . FILTER NOT EXISTS { ?o ex:p0 ?x ; ex:p1 ?y ; ex:p3 ?any } }",
    (
        "SELECT $this ?value WHERE { { $this ex:p0 ?value } UNION { ?value ex:p1 $this OPTIONAL { ?value ex:p2 ?z } } "
        "FILTER NOT EXISTS { { ?value ex:p3 1 } UNION { ?value a ex:C0 } } }"
    ),
    (
        "SELECT $this WHERE { $this ex:p1 ?x . { ?x ex:p2 ?y } UNION "
        "{ ?y ex:p0 ?x . { ?y a ex:C1 } UNION { ?y ex:p3 2 } } }"
    ),
    (
        "SELECT $this ?n WHERE { $this ex:p0 ?z . { SELECT $this (COUNT(?x) AS ?n) WHERE { $this ex:p1/ex:p0 ?x } "
        "GROUP BY $this HAVING (COUNT(?x) > 1) } }"
    ),
    (
        "SELECT $this WHERE { { SELECT DISTINCT $this WHERE { { $this ex:p2 ?x } UNION { ?x ex:p2 $this } "
        "?x ex:p1 ?y } } }"
    ),
    "SELECT $this WHERE { $this ex:p0 ?a ; ex:p1 ?b . ?a ex:p2 ?c . FILTER(?a != ?b) }",
    "SELECT $this ?value WHERE { $this ex:p0 ?x . ?value ex:p1 ?x ; ex:p2 ?a , ?b . FILTER(?a != ?b && $this != ?x) }",
    (
        "SELECT $this WHERE { $this ex:p0 ?a , ?b FILTER(?a != ?b) "
        "FILTER NOT EXISTS { ?a ex:p1 ?c ; ex:p3 ?d FILTER(?c != ?d) } }"
    ),
    (
        "SELECT $this ?value WHERE { $this ex:p0 ?x . BIND(?x AS ?y) BIND($this AS ?it) BIND(?none AS ?other) "
        "?value ex:p0 ?y ; ex:p2 ?z . ?it ex:p1 ?z }"
    ),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A graph, what comes and goes, and shapes as Turtle."""

    data: tuple[Triple, ...]
    added: tuple[Triple, ...]
    removed: tuple[Triple, ...]
    shapes: str


@pytest.fixture(scope="session")
def random_case() -> Callable[[int], Case]:
    return _case


def _case(seed: int) -> Case:
    random = Random(seed)  # noqa: S311 - cases, not secrets
    data = tuple({_triple(random): None for _ in range(random.randint(8, 45))})
    removed = tuple(random.sample(data, random.randint(0, min(4, len(data)))))
    added = tuple(_triple(random) for _ in range(random.randint(0, 4)))
    tops = "".join(_top(random, number) for number in range(random.randint(1, 2)))
    return Case(data, added, removed, _PREFIXES + tops)


def _triple(random: Random) -> Triple:
    node = NamedNode(f"{EX}n{random.randrange(8)}")
    kind = random.random()
    if kind < 0.2:
        return node, TYPE, NamedNode(f"{EX}C{random.randrange(4)}")
    if kind < 0.27:
        return NamedNode(f"{EX}C{random.randrange(4)}"), SUBCLASS, NamedNode(f"{EX}C{random.randrange(4)}")
    predicate = NamedNode(f"{EX}p{random.randrange(4)}")
    if kind < 0.5:
        return node, predicate, _literal(random)
    return node, predicate, NamedNode(f"{EX}n{random.randrange(8)}")


def _literal(random: Random) -> Literal:
    if random.random() < 0.6:
        return Literal(str(random.randrange(4)), datatype=_INTEGER)
    return Literal(random.choice("abc"), language=random.choice(["en", "de", None]))


def _top(random: Random, number: int) -> str:
    target = random.choice(
        [
            f"sh:targetClass ex:C{random.randrange(4)}",
            f"sh:targetNode ex:n{random.randrange(8)}",
            f"sh:targetSubjectsOf ex:p{random.randrange(4)}",
            f"sh:targetObjectsOf ex:p{random.randrange(4)}",
            f"sh:targetClass ex:C{random.randrange(4)} , ex:C{random.randrange(4)}",
        ]
    )
    kind = random.random()
    if kind < 0.08:
        body = f"a rdfs:Class , sh:NodeShape ; {_node(random, 2)}"
        return f"ex:C{random.randrange(4)} {body} .\n"
    if kind < 0.2:
        return f"ex:S{number} a sh:PropertyShape ; {target} ; {_property(random, 2)} .\n"
    return f"ex:S{number} a sh:NodeShape ; {target} ; {_node(random, 2)} .\n"


def _node(random: Random, depth: int) -> str:
    return _several(_node_constraint(random, depth) for _ in range(random.randint(1, 2)))


def _several(constraints: Iterable[str]) -> str:
    """Join constraints; of two that may stand only once in a shape the first is taken."""
    once = {text.split()[0] if text.split()[0] in _ONCE else text: text for text in reversed(list(constraints))}
    return " ; ".join(once.values())


def _node_constraint(random: Random, depth: int) -> str:
    kind = random.random()
    if depth == 0 or kind < 0.2:
        return random.choice(
            [
                f"sh:class ex:C{random.randrange(4)}",
                "sh:nodeKind sh:IRI",
                f"sh:hasValue ex:n{random.randrange(8)}",
                f"sh:in ( ex:n0 ex:n1 ex:n2 {random.randrange(3)} )",
                f"sh:disjoint ex:p{random.randrange(4)}",
                f"sh:closed true ; sh:ignoredProperties ( rdf:type ex:p0 ex:p{random.randrange(1, 4)} )",
            ]
        )
    if kind < 0.62:
        return f"sh:property [ {_property(random, depth - 1)} ]"
    if kind < 0.8:
        return _logical(random, depth - 1)
    if kind < 0.86:
        return _siblings(random)
    return f'sh:sparql [ sh:prefixes <http://example.org/> ; sh:select "{random.choice(_QUERIES)}" ]'


def _logical(random: Random, depth: int) -> str:
    kind = random.choice(["and", "or", "xone", "not", "node"])
    one, other = f"[ {_node(random, depth)} ]", f"[ {_node(random, depth)} ]"
    return f"sh:{kind} {one}" if kind in ("not", "node") else f"sh:{kind} ( {one} {other} )"


def _siblings(random: Random) -> str:
    def one(number: int) -> str:
        return (
            f"sh:property [ sh:path ex:p0 ; sh:qualifiedValueShape [ sh:class ex:C{number} ] ; "
            f"sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ]"
        )

    return f"{one(random.randrange(2))} ; {one(2)}"


def _property(random: Random, depth: int) -> str:
    return f"sh:path {_path(random, 2)} ; " + _several(_value(random, depth) for _ in range(random.randint(1, 2)))


def _value(random: Random, depth: int) -> str:
    plain = [
        f"sh:minCount {random.randint(1, 2)}",
        f"sh:maxCount {random.randint(0, 1)}",
        f"sh:class ex:C{random.randrange(4)}",
        "sh:datatype xsd:integer",
        "sh:uniqueLang true",
        f"sh:equals ex:p{random.randrange(4)}",
        f"sh:disjoint ex:p{random.randrange(4)}",
        f"sh:lessThan ex:p{random.randrange(4)}",
        f"sh:lessThanOrEquals ex:p{random.randrange(4)}",
        f"sh:hasValue ex:n{random.randrange(8)}",
        "sh:nodeKind sh:IRI",
    ]
    if depth == 0 or random.random() < 0.55:
        return random.choice(plain)
    return random.choice(
        [
            f"sh:property [ {_property(random, depth - 1)} ]",
            f"sh:qualifiedValueShape [ {_node(random, depth - 1)} ] ; sh:qualifiedMinCount 1",
            f"sh:qualifiedValueShape [ {_node(random, depth - 1)} ] ; sh:qualifiedMaxCount 1",
            _logical(random, depth - 1),
        ]
    )


def _path(random: Random, depth: int) -> str:
    predicate = random.choice(["ex:p0", "ex:p1", "ex:p2", "ex:p3", "rdf:type"])
    if depth == 0 or random.random() < 0.5:
        return predicate
    one, other = _path(random, depth - 1), _path(random, depth - 1)
    return random.choice(
        [
            f"( {one} {other} )",
            f"[ sh:alternativePath ( {one} {other} ) ]",
            f"[ sh:inversePath {one} ]",
            f"[ sh:zeroOrMorePath {one} ]",
            f"[ sh:oneOrMorePath {one} ]",
            f"[ sh:zeroOrOnePath {one} ]",
        ]
    )

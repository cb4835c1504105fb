"""SERVICE is found however it is written, and nothing else is taken for it."""

import pytest

from kg.query.federation import calls_others


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://a/> { } }",
        "SELECT * { \\U00000053ERVICE <http://a/> { } }",
        "SELECT * { ?s <http://a/\\u0041#x> ?o SERVICE <http://a/> { } }",
        "SELECT * { ?s ?p '\\'' SERVICE <http://a/> { } }",
        'SELECT * { ?s ?p """ " """ SERVICE <http://a/> { } }',
        "SELECT * { FILTER(?a<?b)SERVICE<http://a/>{?s?p?o} FILTER(?c>?d) }",
        "SELECT * { ?s ?p 'a' # it's\n SERVICE <http://a/> { } }",
        'SELECT * { ?s ?p "\\u0022" SERVICE <http://a/> { } }',
        "SELECT * { ?s ?p ?o.SERVICE<http://a/>{} }",
    ],
)
def test_found(sparql):
    assert calls_others(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service a <http://x/SERVICE> }",
        "SELECT * { ?s rdfs:label 'SERVICE <http://a/> { }' }",
        'SELECT * { ?s ?p """a " SERVICE "" b""" }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://a/>",
        "PREFIX s: <http://x/> SELECT $service { ?a s:service ?services }",
        "SELECT * { ?s ?p 'it\\'s SERVICE' }",
    ],
)
def test_left_alone(sparql):
    assert not calls_others(sparql)

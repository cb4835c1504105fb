"""Queries that would end the process are refused in one line; long ones that would not are asked."""

import pytest

from kg.errors import QueryError
from kg.store.embedded import memory

MANY = 50_000
DEEP = {
    "parentheses": "ASK { FILTER(" + "(" * MANY + "1" + ")" * MANY + ") }",
    "groups": "SELECT ?s " + "{" * MANY + " ?s ?p ?o " + "}" * MANY,
    "or": "ASK { ?s ?p ?o FILTER(" + " || ".join(f"?s = <urn:{number}>" for number in range(MANY)) + ") }",
    "union": "SELECT ?s { { ?s ?p ?o } " + "union { ?s ?p ?o } " * MANY + "}",
}


@pytest.mark.parametrize("kind", sorted(DEEP))
def test_what_would_end_the_process_is_refused(kind):
    with (
        memory() as store,
        pytest.raises(QueryError, match="cannot be read: it nests more than 500 brackets or chains"),
    ):
        store.query(DEEP[kind])


@pytest.mark.parametrize(
    "query",
    [
        "ASK { VALUES ?s { " + " ".join(f"<urn:a-union-{number}>" for number in range(MANY)) + " } ?s ?p ?o }",
        "ASK { ?s ?p ?o FILTER(?s IN (" + ", ".join(f"<urn:{number}>" for number in range(MANY)) + ")) }",
        "ASK { ?s ?p '" + "((( union " * MANY + "' }",
        "# " + "((( || " * MANY + "\nASK {}",
        "ASK { " + "OPTIONAL { ?s ?p ?o } " * 100 + "}",
        "ASK { FILTER(" + "(" * 400 + "true" + ")" * 400 + ") }",
    ],
)
def test_what_is_only_long_is_asked(query):
    with memory() as store:
        assert store.query(query) is not None

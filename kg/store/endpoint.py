"""A SPARQL 1.1 server: where it answers queries, and how all graphs together become its default graph."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)
from requests import Response

from kg.errors import QueryError, StoreError
from kg.rdf.terms import BOOLEAN
from kg.store.answers import ONLY_FORMS
from kg.store.http import Client, Form, accepted, complaint
from kg.store.keywords import keywords
from kg.store.results import Ask, Construct, Result, Select, Term

_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*\s*:\s*<[^>]*>)*", re.IGNORECASE)
_FORM = re.compile(r"(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_PLACES = ("", "/query", "/sparql")
"""Where servers answer queries, below the address a user has: as given; Oxigraph, Fuseki, Stardog; Virtuoso."""
_DEFAULT, _NAMED = "default-graph-uri", "named-graph-uri"
NOTHING: Mapping[str, str] = MappingProxyType({})
UNIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "oxigraph": {"union-default-graph": "true"},
        "fuseki": {_DEFAULT: "urn:x-arq:UnionGraph"},
        "stardog": {_DEFAULT: "tag:stardog:api:context:all"},
    }
)
"""What makes the union of all graphs the default graph of a query, where it is not that anyway."""
LEDGER = "graph/pushed"
"""The graph, below the base, in which `kg push` notes what it has sent."""
UNION = "graph/union"
"""The graph, below the base, that holds the union as a set where a server would count a triple once for each graph."""
STAGING, PROBE = "graph/incoming", "graph/probe"
"""The graphs, below the base, in which a long graph arrives, and with which a server is tried out."""
OWN = (LEDGER, UNION, STAGING, PROBE)
"""Graphs that a store on a server needs and that are none of the data."""
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_ASKED = "__ASK_RETVAL"
"""The variable in which Virtuoso 7 answers some ASK queries."""
_PRAGMAS = {"virtuoso": 'define sql:select-option "order"\n'}
"""What is put before a query, by the name of the server: Virtuoso's planner, left to itself, gives some queries
wrong rows and hangs on others, on small graphs above all; kg's queries are written in the order of a good plan."""
_BUSY = (502, 503, 504)
_CUT = "X-SPARQL-MaxRows"
"""Virtuoso's header for the number of rows at which it cut an answer."""


class Endpoint:
    """Queries to one server. `address` is a server's, a dataset's or a query endpoint's.

    `within` is the base of the graphs that matter; others on the server may be kept in another way.
    """

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self._address = address.rstrip("/")
        self._known: Mapping[str, str] | None = None
        self._pragma = ""
        self.within = ""

    @cached_property
    def url(self) -> str:
        """The address that answers queries. Raises StoreError where none does."""
        refusals = []
        for place in _PLACES:
            answer = self._client.read_patiently(self._address + place, {"query": "ASK {}"}, _RESULTS)
            if accepted(answer) and _is_answer(answer.content):
                self._pragma = _PRAGMAS.get(answer.headers.get("Server", "").lower().partition("/")[0], "")
                return self._address + place
            refused = f"{self._address + place} is no SPARQL endpoint"
            refusals.append(refused if accepted(answer) else complaint(answer))
        login = [refusal for refusal in refusals if "wants a login" in refusal]
        raise StoreError(login[0] if login else f"no SPARQL endpoint at '{self._address}': {refusals[0]}")

    def ask(self, sparql: str, graphs: Callable[[], Iterable[str]] = tuple, timeout: float | None = None) -> Result:
        """Return what a query gives over the union of all graphs. Raises QueryError for one that is no query.

        `graphs` are asked for where a query looks into graphs by name that the server has to be told.
        """
        return self._ask(sparql, _dataset(sparql, self._union(), graphs), timeout)

    def keeps_union(self) -> bool:
        """Tell whether the union is there as a graph of its own, and from now on ask that."""
        if not self.within:
            return False
        place = node(self.within + UNION)
        kept = self._own(f"ASK {{ GRAPH {place} {{ ?s ?p ?o }} }}", NOTHING) == Ask(answer=True)
        if kept:
            self.ask_union()
        return kept

    def ask_union(self) -> None:
        """Ask the graph that holds the union from now on."""
        self._known = {_DEFAULT: self.within + UNION}

    def rows(self, sparql: str, union: Mapping[str, str] = NOTHING) -> tuple[tuple[Any, ...], ...]:
        """Return the rows of a SELECT of our own, one that no server is long at."""
        found = self._own(sparql, union)
        return found.rows if isinstance(found, Select) else ()

    def has(self, triple: str, union: Mapping[str, str] = NOTHING) -> bool:
        """Tell whether the default graph, made the union of all graphs by `union`, has a triple."""
        try:
            return self._own(f"ASK {{ {triple} }}", union) == Ask(answer=True)
        except QueryError:
            # A server may refuse a parameter that is another server's.
            return False

    def _union(self) -> Mapping[str, str]:
        """Return what makes the default graph the union, found out with a triple of a named graph and then kept."""
        if self._known is None and not self.keeps_union():
            ours = f"STRSTARTS(STR(?g), {literal(self.within)}) && !STRENDS(STR(?g), {literal(LEDGER)})"
            iris = f"FILTER({ours} && isIRI(?s) && isIRI(?o))"
            some = self.rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {iris} }} LIMIT 1")
            if not some:
                return NOTHING
            self._known = self._uniting(" ".join(str(term) for term in some[0]))
        return self._known or NOTHING

    def _uniting(self, triple: str) -> Mapping[str, str]:
        for extra in (NOTHING, *UNIONS.values()):
            if self.has(triple, extra):
                return extra
        raise StoreError(
            f"queries of '{self._address}' see only its default graph: set the server to make it the union of all"
        )

    def _own(self, sparql: str, extra: Mapping[str, str]) -> Result:
        """Return what a short SELECT or ASK of our own gives. Raises StoreError where the server stays busy."""
        answer = self._client.read_patiently(self.url, {"query": sparql, **extra}, _RESULTS)
        if answer.status_code in _BUSY:
            raise StoreError(complaint(answer))
        return self._result(answer, triples=False)

    def _ask(self, sparql: str, extra: Form, timeout: float | None) -> Result:
        triples = _form(sparql) in ("CONSTRUCT", "DESCRIBE")
        url, kinds = self.url, _TRIPLES if triples else _RESULTS
        answer = self._client.read(url, {"query": self._pragma + sparql, **extra}, kinds, timeout)
        return self._result(answer, triples=triples)

    def _result(self, answer: Response, *, triples: bool) -> Result:
        if not accepted(answer):
            raise (QueryError if answer.status_code in (400, 408, 500, *_BUSY) else StoreError)(complaint(answer))
        if _CUT in answer.headers:
            raise QueryError(
                f"'{self._address}' cuts answers at {answer.headers[_CUT]} rows: ask for less, or raise its limit"
            )
        try:
            return _triples(answer.content, answer.headers) if triples else _solutions(answer.content)
        except (SyntaxError, ValueError, OSError) as problem:
            raise StoreError(
                f"'{self._address}' sends an answer that cannot be read: {str(problem)[:200]}"
            ) from problem


def _dataset(sparql: str, union: Mapping[str, str], graphs: Callable[[], Iterable[str]]) -> Form:
    """Return which graphs a query is to see.

    Where a server is told its default graph, it sees no named ones but those it is told too; a query with FROM says it
    all by itself.
    """
    words = keywords(sparql) if _DEFAULT in union else frozenset()
    if "FROM" in words:
        return NOTHING
    return {**union, _NAMED: tuple(graphs())} if "GRAPH" in words else union


def _form(sparql: str) -> str:
    """Return the form of a query. Some servers run updates sent as queries, so nothing else may leave."""
    start = _PROLOGUE.match(sparql)
    found = _FORM.match(sparql, start.end() if start else 0)
    if found is None:
        raise QueryError(ONLY_FORMS)
    return found[1].upper()


def _is_answer(content: bytes) -> bool:
    try:
        return _solutions(content) == Ask(answer=True)
    except (SyntaxError, ValueError, OSError):
        return False


def _solutions(content: bytes) -> Result:
    found = parse_query_results(content, format=QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return Ask(bool(found))
    assert isinstance(found, QuerySolutions)
    names = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(_canonical(solution[name]) for name in names) for solution in found)
    if names == (_ASKED,):
        return Ask(any(getattr(term, "value", "0") != "0" for (term,) in rows))
    return Select(names, rows)


def _canonical(term: Term | None) -> Term | None:
    """Return a boolean as true or false, which is how kg writes it; Virtuoso sends 1 and 0."""
    if isinstance(term, Literal) and term.datatype == BOOLEAN:
        return Literal({"1": "true", "0": "false"}.get(term.value, term.value), datatype=BOOLEAN)
    return term


def _triples(content: bytes, headers: Mapping[str, str]) -> Construct:
    kind = headers.get("Content-Type", "").partition(";")[0].strip()
    form = RdfFormat.TURTLE if kind in ("text/turtle", "application/x-turtle") else RdfFormat.N_TRIPLES
    return Construct(tuple(sorted({quad.triple for quad in parse(content, format=form)}, key=str)))


def literal(value: str) -> str:
    """Return a string as SPARQL writes it."""
    return str(Literal(value))


def node(iri: str) -> str:
    """Return an IRI as SPARQL writes it. Raises QueryError for what is none."""
    try:
        return str(NamedNode(iri))
    except ValueError as problem:
        raise QueryError(f"'{iri[:100]}' is no IRI") from problem

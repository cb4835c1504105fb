"""Terms and graphs between pyoxigraph, which holds the data, and rdflib, on which the reference engine runs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.query import Result

from kg.validate.graphs import Node, Triple

if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class PreparedGraph(rdflib.Graph):
    """An rdflib graph that parses each query once.

    The reference engine asks the same query for every focus node; parsing it was four fifths of its time.
    """

    def __init__(self) -> None:
        super().__init__(bind_namespaces="none")
        self._prepared: dict[str, Query] = {}

    def query(self, query_object: "str | Query", *args: Any, **options: Any) -> Result:  # noqa: ANN401 - passed on
        """Return what a query gives; a query that was asked before is not parsed again."""
        if isinstance(query_object, str):
            if query_object not in self._prepared:
                self._prepared[query_object] = prepareQuery(query_object)
            query_object = self._prepared[query_object]
        return super().query(query_object, *args, **options)


def graph(triples: Iterable[Triple]) -> PreparedGraph:
    """Return the triples as an rdflib graph, every literal as it is written."""
    made = PreparedGraph()
    for s, p, o in triples:
        made.add((to_rdflib(s), to_rdflib(p), to_rdflib(o)))
    return made


def to_rdflib(term: Node) -> rdflib.term.Node:
    """Return a term as rdflib has it. Literals are not normalised: `"1"^^xsd:boolean` stays what it is."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == _STRING:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def from_rdflib(term: rdflib.term.Node) -> Node:
    """Return a term of rdflib as pyoxigraph has it."""
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or _STRING)))
    raise TypeError(f"no RDF term: {term!r}")

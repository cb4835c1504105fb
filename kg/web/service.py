"""The service description of the endpoint (SPARQL 1.1 Service Description), what GET without a query answers."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from kg import vocab
from kg.rdf.terms import TYPE
from kg.web import media, pages
from kg.web.exchange import Reply, problem

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_FIRST = f"""PREFIX kg: <{vocab.KG}>
PREFIX oa: <{vocab.OA}>

SELECT ?printed ?passage WHERE {{
  ?mention kg:printed ?printed ; oa:exact ?passage .
}}
LIMIT 20
"""
"""What the page begins with, so that there is something to change."""
_KINDS = {
    media.TURTLE: RdfFormat.TURTLE,
    media.NTRIPLES: RdfFormat.N_TRIPLES,
    media.JSONLD: RdfFormat.JSON_LD,
    media.RDFXML: RdfFormat.RDF_XML,
}


def description(endpoint: str, accept: str | None) -> Reply:
    """Return the description of the service at the address `endpoint`; a browser gets a page to ask it from."""
    offered = (*_KINDS, media.HTML)
    kind = media.chosen(offered, accept)
    if kind is None:
        return problem(406, f"on offer are {', '.join(offered)}")
    if kind == media.HTML:
        return Reply(200, f"{kind}; charset=utf-8", pages.asked(_FIRST), (("Vary", "Accept"),))
    body = serialize(_triples(endpoint), format=_KINDS[kind], prefixes={"sd": _SD}) or b""
    return Reply(200, kind, body, (("Vary", "Accept"),))


def _triples(endpoint: str) -> Iterator[Triple]:
    service, data, default = BlankNode("service"), BlankNode("data"), BlankNode("default")
    yield Triple(service, TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in (*_RESULTS, *_GRAPHS):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, _sd("defaultDataset"), data)
    yield Triple(data, TYPE, _sd("Dataset"))
    yield Triple(data, _sd("defaultGraph"), default)
    yield Triple(default, TYPE, _sd("Graph"))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)

"""Long answers page by page: servers cut what is longer than their limit, some without a word.

Pages go by the last value seen, not by OFFSET, which servers refuse beyond a limit and count anew each time.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.store.endpoint import Endpoint, literal, node

PAGE = 4000
"""Rows a page: below the 10,000 at which Virtuoso cuts unless it is told otherwise."""


def graph_names(endpoint: Endpoint, start: str, page: int = PAGE) -> Iterator[str]:
    """Yield the names of the graphs whose IRI begins with `start`, sorted."""
    last = ""
    while True:
        found = endpoint.rows(
            f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {literal(start)}) && "
            f"STR(?g) > {literal(last)}) }} ORDER BY STR(?g) LIMIT {page}"
        )
        yield from (term.value for (term,) in found)
        if len(found) < page:
            return
        last = found[-1][0].value


def graph_quads(endpoint: Endpoint, name: str, page: int = PAGE) -> Iterator[Quad]:
    """Yield the quads of one graph. Raises StoreError for a subject with more triples than fit on a page."""
    graph, last = NamedNode(name), ""
    while True:
        found = endpoint.rows(
            f"SELECT ?s ?p ?o WHERE {{ GRAPH {node(name)} {{ ?s ?p ?o }} FILTER(STR(?s) > {literal(last)}) }} "
            f"ORDER BY STR(?s) LIMIT {page}"
        )
        # The last subject of a full page may go on; it begins the next one.
        unsure = found[-1][0] if len(found) == page else None
        whole = [row for row in found if row[0] != unsure]
        yield from (Quad(subject, predicate, value, graph) for subject, predicate, value in whole)
        if unsure is None:
            return
        if not whole:
            raise StoreError(f"{unsure.value} has {page} triples or more in {name}: too many to fetch at once")
        last = whole[-1][0].value

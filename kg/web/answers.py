"""Answering one request from a store. This runs in a process of its own, see `kg.web.workers`."""

from collections.abc import Callable
from itertools import islice

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)
from pyoxigraph import Store as Engine

from kg.errors import KgError, QueryError, UsageError
from kg.query.catalogue import catalogue, named
from kg.query.federation import calls_others
from kg.query.run import ask
from kg.store.oxigraph import EmbeddedStore
from kg.web import media, pages
from kg.web.exchange import Reply, Sparql, Stored, Task, Thing, problem
from kg.web.results import written

_GRAPH_FORMATS = {
    media.NTRIPLES: RdfFormat.N_TRIPLES,
    media.TURTLE: RdfFormat.TURTLE,
    media.RDFXML: RdfFormat.RDF_XML,
    media.JSONLD: RdfFormat.JSON_LD,
}
_ASK_FORMATS = {
    media.JSON: QueryResultsFormat.JSON,
    media.XML: QueryResultsFormat.XML,
    media.CSV: QueryResultsFormat.CSV,
    media.TSV: QueryResultsFormat.TSV,
}
_EXPORTS = {media.TURTLE: "turtle", media.NTRIPLES: "ntriples", media.JSONLD: "jsonld"}
_LIMITED = "X-SPARQL-MaxRows"
"""The header by which Virtuoso tells that it cut an answer; clients of kg refuse such an answer."""


def answer(task: Task, engine: Engine, store: EmbeddedStore) -> Reply:
    """Return the reply to a task, a refusal included."""
    try:
        if isinstance(task.what, Sparql):
            return _sparql(task, task.what, engine)
        return (
            _stored(task, task.what, store) if isinstance(task.what, Stored) else _thing(task, task.what, engine, store)
        )
    except (QueryError, UsageError) as wrong:
        return problem(404 if str(wrong).startswith("no query") else 400, str(wrong))
    except KgError as wrong:
        return problem(500, str(wrong))


def _sparql(task: Task, asked: Sparql, engine: Engine) -> Reply:
    if calls_others(asked.text):
        return problem(400, "SERVICE is not offered here: this endpoint asks no other server")
    try:
        found = _found(asked, engine)
    except (SyntaxError, ValueError, OSError) as wrong:
        return problem(400, f"the query cannot be run: {' '.join(str(wrong).split())[:400]}")
    if isinstance(found, QuerySolutions):
        return _rows(task, found)
    if isinstance(found, QueryBoolean):
        return _negotiated(task, media.ROWS, lambda kind: found.serialize(format=_ASK_FORMATS[kind]) or b"")
    return _triples(task, found)


def _found(asked: Sparql, engine: Engine) -> QuerySolutions | QueryBoolean | QueryTriples:
    if not asked.defaults and not asked.named:
        return engine.query(asked.text)
    graphs: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in asked.defaults]
    return engine.query(asked.text, default_graph=graphs, named_graphs=list(map(NamedNode, asked.named)))


def _rows(task: Task, found: QuerySolutions) -> Reply:
    names = [variable.value for variable in found.variables]
    try:
        rows = [[solution[name] for name in names] for solution in islice(found, task.rows + 1)]
    except (RuntimeError, ValueError, OSError) as wrong:
        return problem(400, f"the query cannot be run: {' '.join(str(wrong).split())[:400]}")
    cut = len(rows) > task.rows
    return _negotiated(task, media.ROWS, lambda kind: written(kind, names, rows[: task.rows]), cut=cut)


def _triples(task: Task, found: QueryTriples) -> Reply:
    triples = list(islice(found, task.rows + 1))
    cut = len(triples) > task.rows
    kept = triples[: task.rows]
    return _negotiated(task, media.GRAPHS, lambda kind: serialize(kept, format=_GRAPH_FORMATS[kind]) or b"", cut=cut)


def _stored(task: Task, asked: Stored, store: EmbeddedStore) -> Reply:
    query = named(asked.name, catalogue())

    def table(kind: str) -> bytes:
        found = ask(store, query, asked.parameters, machine=kind != media.HTML)
        return pages.table(kind, query, asked.parameters, found, store.base)

    return _negotiated(task, ("application/json", media.CSV, media.HTML), table)


def _thing(task: Task, asked: Thing, engine: Engine, store: EmbeddedStore) -> Reply:
    """Return a document's whole graph, and of anything else the triples that begin or end with it."""
    try:
        node = NamedNode(store.base + asked.tail)
    except ValueError as wrong:
        return problem(400, f"no IRI: {wrong}")
    out = engine.quads_for_pattern(None, None, None, node)
    quads = list(islice(out, task.rows)) or _about(engine, node, task.rows)
    if not quads:
        return problem(404, f"nothing is known of {node.value}")

    def written_as(kind: str) -> bytes:
        return (
            pages.thing(node, quads, store.base)
            if kind == media.HTML
            else pages.exported(_EXPORTS[kind], quads, store.base)
        )

    return _negotiated(task, (media.TURTLE, media.JSONLD, media.NTRIPLES, media.HTML), written_as)


def _about(engine: Engine, node: NamedNode, limit: int) -> list[Quad]:
    both = (engine.quads_for_pattern(node, None, None), engine.quads_for_pattern(None, None, node))
    return [Quad(quad.subject, quad.predicate, quad.object) for found in both for quad in islice(found, limit)]


def _negotiated(task: Task, offered: tuple[str, ...], write: Callable[[str], bytes], *, cut: bool = False) -> Reply:
    kind = media.chosen(offered, task.accept, task.form)
    if kind is None:
        return problem(406, f"on offer are {', '.join(offered)}")
    text = kind.startswith("text/")
    headers = (("Vary", "Accept"), *([(_LIMITED, str(task.rows))] if cut else []))
    return Reply(200, f"{kind}; charset=utf-8" if text else kind, write(kind), headers)

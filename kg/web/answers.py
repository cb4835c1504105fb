"""Answering one request from a store. This runs in a process of its own, see `kg.web.workers`."""

import re
from collections.abc import Callable
from dataclasses import replace
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
    Triple,
    serialize,
)
from pyoxigraph import Store as Engine

from kg.errors import KgError, QueryError, UsageError
from kg.query.catalogue import catalogue, named
from kg.query.federation import calls_others
from kg.query.run import ask
from kg.store.answers import NESTED
from kg.store.nesting import too_nested
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
_TRIPLE = ("subject", "predicate", "object")
_TABLES = ("application/json", media.CSV, media.HTML)
_EXPORTS = {media.TURTLE: "turtle", media.NTRIPLES: "ntriples", media.JSONLD: "jsonld"}
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 has no place for, not even as an entity."""
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
    if too_nested(asked.text):
        return problem(400, NESTED)
    try:
        found = _found(asked, engine)
    except (SyntaxError, ValueError, OSError) as wrong:
        return problem(400, f"the query cannot be run: {' '.join(str(wrong).split())[:400]}")
    if isinstance(found, QuerySolutions):
        return _rows(task, asked, found)
    if isinstance(found, QueryBoolean):
        return _negotiated(task, (*media.ROWS, media.HTML), lambda kind: _yes_or_no(asked, found, kind))
    return _triples(task, asked, found)


def _yes_or_no(asked: Sparql, found: QueryBoolean, kind: str) -> bytes:
    if kind == media.HTML:
        return pages.asked(asked.text, note="yes" if found else "no")
    return found.serialize(format=_ASK_FORMATS[kind]) or b""


def _found(asked: Sparql, engine: Engine) -> QuerySolutions | QueryBoolean | QueryTriples:
    if not asked.defaults and not asked.named:
        return engine.query(asked.text)
    graphs: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(iri) for iri in asked.defaults]
    return engine.query(asked.text, default_graph=graphs, named_graphs=list(map(NamedNode, asked.named)))


def _rows(task: Task, asked: Sparql, found: QuerySolutions) -> Reply:
    names = [variable.value for variable in found.variables]
    try:
        rows = [[solution[name] for name in names] for solution in islice(found, task.rows + 1)]
    except (RuntimeError, ValueError, OSError) as wrong:
        return problem(400, f"the query cannot be run: {' '.join(str(wrong).split())[:400]}")
    cut = len(rows) > task.rows
    kept = rows[: task.rows]

    def written_as(kind: str) -> bytes:
        if kind == media.HTML:
            return pages.asked(asked.text, names, kept, _counted(len(kept), "row", cut=cut))
        return written(kind, names, kept)

    return _negotiated(task, (*media.ROWS, media.HTML), written_as, cut=cut)


def _counted(number: int, noun: str, *, cut: bool) -> str:
    counted = f"{number} {noun}{'' if number == 1 else 's'}"
    return f"the first {counted}; there are more" if cut else counted


def _triples(task: Task, asked: Sparql, found: QueryTriples) -> Reply:
    triples = list(islice(found, task.rows + 1))
    cut = len(triples) > task.rows
    kept = triples[: task.rows]

    def written_as(kind: str) -> bytes:
        if kind == media.HTML:
            rows = [(one.subject, one.predicate, one.object) for one in kept]
            return pages.asked(asked.text, _TRIPLE, rows, _counted(len(kept), "triple", cut=cut))
        return _graph(kept, kind)

    return _negotiated(task, (*media.GRAPHS, media.HTML), written_as, cut=cut)


def _graph(triples: list[Triple], kind: str) -> bytes:
    written_as = serialize(triples, format=_GRAPH_FORMATS[kind]) or b""
    # Bare, it is a line feed to whoever reads XML; no other format has it bare.
    return written_as.replace(b"\r", b"&#13;") if kind == media.RDFXML else written_as


def _stored(task: Task, asked: Stored, store: EmbeddedStore) -> Reply:
    query = named(asked.name, catalogue())

    kind = media.chosen(_TABLES, task.accept, task.form)
    if kind is None:
        return _unwanted(_TABLES)
    found = ask(store, query, asked.parameters, machine=kind != media.HTML)
    kept = replace(found, rows=found.rows[: task.rows])
    body = pages.table(kind, query, asked.parameters, kept, count=len(found.rows), base=store.base)
    return _replied(task, kind, body, cut=len(found.rows) > task.rows)


def _thing(task: Task, asked: Thing, engine: Engine, store: EmbeddedStore) -> Reply:
    """Return a document's whole graph, and of anything else the triples that begin or end with it."""
    try:
        node = NamedNode(store.base + asked.tail)
    except ValueError as wrong:
        return problem(400, f"no IRI: {wrong}")
    own = list(islice(engine.quads_for_pattern(None, None, None, node), task.rows + 1))
    quads = own[: task.rows] or _about(engine, node, task.rows)
    cut = len(own) > task.rows or (not own and len(quads) > task.rows)
    kept = quads[: task.rows]
    if not kept:
        return problem(404, f"nothing is known of {node.value}")

    def written_as(kind: str) -> bytes:
        return (
            pages.thing(node, kept, store.base, cut=cut)
            if kind == media.HTML
            else pages.exported(_EXPORTS[kind], kept, store.base)
        )

    return _negotiated(task, (media.TURTLE, media.JSONLD, media.NTRIPLES, media.HTML), written_as, cut=cut)


def _about(engine: Engine, node: NamedNode, limit: int) -> list[Quad]:
    """Return what is said of a node, then where it is named: one more than `limit` where there are more.

    Where it is named has half of the room at least, so that a thing of which much is said is still found from there.
    """
    said, named_in = (
        [Quad(quad.subject, quad.predicate, quad.object) for quad in islice(found, limit + 1)]
        for found in (engine.quads_for_pattern(node, None, None), engine.quads_for_pattern(None, None, node))
    )
    room = max(limit - len(named_in), limit - limit // 2)
    return [*said[:room], *named_in, *said[room:]][: limit + 1]


def _negotiated(task: Task, offered: tuple[str, ...], write: Callable[[str], bytes], *, cut: bool = False) -> Reply:
    kind = media.chosen(offered, task.accept, task.form)
    if kind is None:
        return _unwanted(offered)
    body = write(kind)
    if kind in (media.XML, media.RDFXML) and (found := _ILLEGAL.search(body.decode())):
        code = f"U+{ord(found[0]):04X}"
        return problem(406, f"the answer holds the character {code}, which XML cannot: ask for {offered[0]}")
    return _replied(task, kind, body, cut=cut)


def _unwanted(offered: tuple[str, ...]) -> Reply:
    return problem(406, f"on offer are {', '.join(offered)}")


def _replied(task: Task, kind: str, body: bytes, *, cut: bool) -> Reply:
    text = kind.startswith("text/")
    headers = (("Vary", "Accept"), *([(_LIMITED, str(task.rows))] if cut else []))
    return Reply(200, f"{kind}; charset=utf-8" if text else kind, body, headers)

"""The OpenAPI 3.1 description of the server: a path per stored query, generated from the catalogue."""

from collections.abc import Mapping
from typing import TypeAlias

from kg import __version__
from kg.query.catalogue import Parameter, StoredQuery
from kg.web import media

Node: TypeAlias = dict[str, object]

_FORMATS = ("json", "csv", "html")
_ANSWERS = (*media.ROWS, *media.GRAPHS, media.HTML)
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def description(queries: Mapping[str, StoredQuery]) -> Node:
    """Return the document."""
    paths: Node = {f"/queries/{name}": {"get": _operation(query)} for name, query in queries.items()}
    paths["/queries"] = {"get": _plain("listQueries", "The stored queries and their parameters", "application/json")}
    paths["/sparql"] = {"get": _sparql(), "post": _sparql_by_post()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": __version__,
            "description": "Who attributes which figure to whom. Read-only.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": dict(sorted(paths.items())),
    }


def listing(queries: Mapping[str, StoredQuery]) -> list[Node]:
    """Return the catalogue as JSON objects."""
    return [
        {
            "name": query.name,
            "summary": query.summary,
            "description": query.description,
            "href": f"/queries/{query.name}",
            "parameters": [
                {"name": one.name, "type": one.kind, "default": list(one.default), "description": one.description}
                for one in query.parameters
            ],
        }
        for query in queries.values()
    ]


def _operation(query: StoredQuery) -> Node:
    row: Node = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
    content: Node = {
        "application/json": {"schema": {"type": "array", "items": row}},
        media.CSV: {"schema": {"type": "string"}},
        media.HTML: {"schema": {"type": "string"}},
    }
    return {
        "operationId": query.name,
        "summary": query.summary,
        "description": query.description,
        "tags": list(query.tags),
        "parameters": [*map(_parameter, query.parameters), _format()],
        "responses": {"200": {"description": "The rows", "content": content}, **_refusals()},
    }


def _parameter(parameter: Parameter) -> Node:
    """Return a parameter, which may be repeated: several values mean any of them."""
    values = {"type": "array", "items": {"type": "string", "minLength": 1}}
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "schema": values,
        "explode": True,
    }


def _format() -> Node:
    return {
        "name": "format",
        "in": "query",
        "description": "Outranks the Accept header",
        "schema": {"type": "string", "enum": list(_FORMATS)},
    }


def _sparql() -> Node:
    query = {"name": "query", "in": "query", "description": "SPARQL 1.1", "schema": {"type": "string"}}
    found = _plain("sparql", "The SPARQL 1.1 Protocol; without a query, the service description", *_ANSWERS)
    return {**found, "parameters": [query, *_data_set()]}


def _sparql_by_post() -> Node:
    """Return the operation for queries in a body: in a form as `query`, or as they are."""
    form: Node = {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
    content: Node = {_FORM: {"schema": form}, _QUERY: {"schema": {"type": "string"}}}
    found = _plain("sparqlByPost", "The SPARQL 1.1 Protocol, with the query in the body", *_ANSWERS)
    refused = _lines(
        {
            "403": "An update: this endpoint is for reading",
            "411": "A body of unknown length",
            "413": "A body that is too long",
            "415": "A body of another media type",
        }
    )
    body: Node = {"required": True, "content": content}
    return {
        **found,
        "parameters": _data_set(),
        "requestBody": body,
        "responses": {**_answered(*_ANSWERS), **refused},
    }


def _data_set() -> list[Node]:
    iris: Node = {"type": "array", "items": {"type": "string", "format": "uri"}}
    named = (("default-graph-uri", "A graph of the default graph"), ("named-graph-uri", "A named graph to ask"))
    return [{"name": name, "in": "query", "description": line, "schema": iris, "explode": True} for name, line in named]


def _plain(name: str, summary: str, *kinds: str) -> Node:
    return {"operationId": name, "summary": summary, "responses": _answered(*kinds)}


def _answered(*kinds: str) -> Node:
    content: Node = {kind: {} for kind in kinds}
    return {"200": {"description": "The answer", "content": content}, **_refusals()}


def _refusals() -> Node:
    lines = {
        "400": "A parameter or query that cannot be used",
        "406": "No media type that is offered is accepted",
        "503": "All processes are busy, or the query took too long and was stopped",
    }
    return _lines(lines)


def _lines(lines: Mapping[str, str]) -> Node:
    """Return responses of one line of text each."""
    return {code: {"description": line, "content": {media.PLAIN: {}}} for code, line in lines.items()}

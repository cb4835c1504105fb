"""The OpenAPI 3.1 description of the server: a path per stored query, generated from the catalogue."""

from collections.abc import Mapping
from typing import TypeAlias

from kg import __version__
from kg.query.catalogue import Parameter, StoredQuery
from kg.web import media

Node: TypeAlias = dict[str, object]

_FORMATS = ("json", "csv", "html")


def description(queries: Mapping[str, StoredQuery]) -> Node:
    """Return the document."""
    paths: Node = {f"/queries/{name}": {"get": _operation(query)} for name, query in queries.items()}
    paths["/queries"] = {"get": _plain("listQueries", "The stored queries and their parameters", "application/json")}
    paths["/sparql"] = {"get": _sparql()}
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
    found = _plain(
        "sparql", "The SPARQL 1.1 Protocol; without a query, the service description", *media.ROWS, *media.GRAPHS
    )
    return {**found, "parameters": [query]}


def _plain(name: str, summary: str, *kinds: str) -> Node:
    content: Node = {kind: {} for kind in kinds}
    return {
        "operationId": name,
        "summary": summary,
        "responses": {"200": {"description": "The answer", "content": content}, **_refusals()},
    }


def _refusals() -> Node:
    lines = {
        "400": "A parameter or query that cannot be used",
        "406": "No media type that is offered is accepted",
        "503": "All processes are busy, or the query took too long and was stopped",
    }
    return {code: {"description": line, "content": {media.PLAIN: {}}} for code, line in lines.items()}

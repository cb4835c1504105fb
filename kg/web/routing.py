"""From an HTTP request to a task, by the SPARQL 1.1 Protocol and the paths of this server. No input or output here."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from kg.web.exchange import Reply, Sparql, Stored, Task, Thing, problem

_FORM = "application/x-www-form-urlencoded"
_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"
READ_ONLY = "updates are refused: this endpoint is for reading"


@dataclass(frozen=True, slots=True)
class Request:
    """What came over the wire; header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path without its query, as sent but for a closing slash."""
        return urlsplit(self.target).path.rstrip("/") or "/"

    @property
    def kind(self) -> str:
        """The media type of the body without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def task(request: Request, rows: int) -> Task | Reply | None:
    """Return what a request asks a store for, a refusal, or None where it asks the store for nothing."""
    try:
        given = _pairs(urlsplit(request.target).query)
        if request.path == "/sparql":
            return _sparql(request, given, rows)
        if request.path.startswith("/queries/"):
            return _stored(request, given, rows)
        if request.path.startswith("/id/"):
            form = dict(given).get("format")
            tail = urlsplit(request.target).path.removeprefix("/id/")
            return Task(Thing(tail), request.headers.get("accept"), form, rows)
    except UnicodeDecodeError:
        return problem(400, "the request is not in UTF-8")
    except ValueError as wrong:
        return problem(400, f"the request cannot be read: {wrong}")
    return None


def _sparql(request: Request, given: list[tuple[str, str]], rows: int) -> Task | Reply | None:
    if request.method != "POST":
        if not given:
            return None
    elif request.kind == _FORM:
        given = given + _pairs(request.body.decode())
    elif request.kind == _QUERY:
        given = [*given, ("query", request.body.decode())]
    elif request.kind == _UPDATE:
        return problem(403, READ_ONLY)
    else:
        return problem(415, f"send a query as {_FORM} or {_QUERY}", Accept=f"{_FORM}, {_QUERY}")
    return _query(request, given, rows)


def _query(request: Request, given: list[tuple[str, str]], rows: int) -> Task | Reply:
    names = [name for name, _ in given]
    if "update" in names:
        return problem(403, READ_ONLY)
    if names.count("query") != 1:
        return problem(400, f"send one parameter 'query', not {names.count('query')}")
    values = dict(given)
    defaults = tuple(value for name, value in given if name == "default-graph-uri")
    named = tuple(value for name, value in given if name == "named-graph-uri")
    accept = request.headers.get("accept")
    return Task(Sparql(values["query"], defaults, named), accept, values.get("format"), rows)


def _stored(request: Request, given: list[tuple[str, str]], rows: int) -> Task:
    parameters: dict[str, tuple[str, ...]] = {}
    for name, value in given:
        # A browser's form sends its empty fields too.
        if name != "format" and value:
            parameters[name] = (*parameters.get(name, ()), value)
    name = unquote(request.path.removeprefix("/queries/"), errors="strict")
    return Task(Stored(name, parameters), request.headers.get("accept"), dict(given).get("format"), rows)


def _pairs(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)

"""What goes between the web server and the processes that answer: a request read so far, and a reply."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.web import media


@dataclass(frozen=True, slots=True)
class Sparql:
    """A query by the SPARQL 1.1 Protocol; `defaults` and `named` are the data set it asks for."""

    text: str
    defaults: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored query with the values of its parameters."""

    name: str
    parameters: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """What is known of one thing, by the rest of its IRI after the base."""

    tail: str


@dataclass(frozen=True, slots=True)
class Task:
    """Something to answer, the media types that the client accepts, and the row limit."""

    what: Sparql | Stored | Thing
    accept: str | None = None
    form: str | None = None
    rows: int = 10_000


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer."""

    status: int
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = field(default=())


def problem(status: int, line: str, **headers: str) -> Reply:
    """Return a refusal: one line that says what is wrong. Header names are given with `_` for `-`."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(status, f"{media.PLAIN}; charset=utf-8", f"{line}\n".encode(), named)

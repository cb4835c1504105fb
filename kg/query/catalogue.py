"""The stored queries: `.rq` files that say in `#+` header lines what they answer and what can be asked of them.

The header is YAML in grlc's manner, restricted to what this file reads: `key: text`, and lists whose items stand on
lines of their own, each a plain word or one JSON object.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kg import resources
from kg.errors import QueryError, UsageError

KINDS = ("iri", "entity", "code", "string", "number", "date", "currency")
"""What a parameter can be; `kg.query.parameters` binds each."""
_THINGS = ("iri", "entity")

_REQUIRED = ("summary", "description", "example")
_HEADER = re.compile(r"#\+ ?(.*)")
_ITEM = re.compile(r"\s+-\s+(.+)")
_PAIR = re.compile(r"(\w+):\s*(.*)")
_VALUES = re.compile(r"^[ \t]*VALUES \?(\w+) \{ (.*) \}[ \t]*$", re.MULTILINE)

Value: TypeAlias = str | int | float


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked for. `default` is empty where the query then asks about everything."""

    name: str
    kind: str
    default: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """One query with its header. `text` runs as it stands, with the defaults of its parameters.

    `whole` gives the same answers about everything in less time where an engine looks up what it is asked row by row.
    """

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    example: str
    text: str
    whole: str | None = None

    def parameter(self, name: str) -> Parameter:
        """Return a parameter by its name. Raises UsageError that lists the known ones."""
        for known in self.parameters:
            if known.name == name:
                return known
        listed = ", ".join(known.name for known in self.parameters) or "none"
        raise UsageError(f"the query '{self.name}' has no parameter '{name}': it has {listed}")

    def about_everything(self, given: Iterable[str]) -> "StoredQuery":
        """Return the query as it asks about everything, where no parameter that is given names one thing."""
        if self.whole is None or any(self.parameter(name).kind in _THINGS for name in given):
            return self
        return replace(self, text=self.whole, whole=None)


def catalogue(extra: Path | None = None) -> Mapping[str, StoredQuery]:
    """Return the queries that come with kg and those of the folder `extra`, by name.

    Raises QueryError for a file whose header is malformed or whose name is taken, UsageError for a missing folder.
    """
    if extra is None:
        return _own()
    try:
        paths = sorted(path for path in extra.iterdir() if path.suffix == ".rq")
    except OSError as problem:
        raise UsageError(f"there is no folder of queries '{extra}': {problem.strerror or problem}") from problem
    found = dict(_own())
    for path in paths:
        if path.stem in found:
            raise QueryError(f"the query '{path.stem}' in {extra} has the name of a query of kg: rename the file")
        found[path.stem] = _read(path)
    return MappingProxyType(dict(sorted(found.items())))


def named(name: str, queries: Mapping[str, StoredQuery]) -> StoredQuery:
    """Return one query. Raises UsageError that lists the known ones."""
    found = queries.get(name)
    if found is None:
        if " " in name.strip():
            raise UsageError("no stored query has blanks in its name: give SPARQL in a file with -f, or by '-f -'")
        raise UsageError(f"no query '{name}': there are {', '.join(queries)}")
    return found


def value_line(name: str) -> re.Pattern[str]:
    """Return the pattern of the lines that bind the parameter `name`; its group 1 is what they bind.

    A query may repeat the line: engines evaluate a sub-SELECT without what is bound around it.
    """
    return re.compile(rf"(?<=VALUES \?{re.escape(name)} \{{ )(.*)(?= \}}[ \t]*$)", re.MULTILINE)


def parse(name: str, text: str) -> StoredQuery:
    """Return the query whose file holds `text`. Raises QueryError that says what is wrong with the header."""
    header = _header(name, text)
    missing = [key for key in _REQUIRED if not isinstance(header.get(key), str)]
    if missing:
        raise QueryError(f"the query '{name}' lacks the header line '#+ {missing[0]}: ...'")
    parameters = tuple(_parameter(name, item) for item in _items(header, "params"))
    bound = [(match[1], match[2]) for match in _VALUES.finditer(text)]
    for known in parameters:
        if len({values for variable, values in bound if variable == known.name}) != 1:
            line = f"VALUES ?{known.name} {{ ... }}"
            raise QueryError(f"the query '{name}' needs a line '{line}' for its parameter, the same wherever it stands")
    single = {key: str(header[key]) for key in _REQUIRED}
    return StoredQuery(name=name, tags=_items(header, "tags"), parameters=parameters, text=text, **single)


@cache
def _own() -> Mapping[str, StoredQuery]:
    whole = {path.stem: _text(path) for path in resources.files("queries", "whole/*.rq")}
    read = (_read(path) for path in resources.files("queries", "*.rq"))
    return MappingProxyType({query.name: replace(query, whole=whole.get(query.name)) for query in read})


def _read(path: Path) -> StoredQuery:
    return parse(path.stem, _text(path))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise QueryError(f"the query '{path}' cannot be read: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise QueryError(f"the query '{path}' is not UTF-8 (byte {problem.start}): convert it") from problem


def _header(name: str, text: str) -> dict[str, str | list[str]]:
    header: dict[str, str | list[str]] = {}
    items: list[str] = []
    for line in text.splitlines():
        content = _HEADER.fullmatch(line)
        if content is None or not content[1].strip():
            continue
        item, pair = _ITEM.fullmatch(content[1]), _PAIR.fullmatch(content[1])
        if item:
            items.append(item[1])
        elif pair:
            items = []
            header[pair[1]] = pair[2] or items
        else:
            raise QueryError(f"the header line '{line}' of the query '{name}' is neither 'key: text' nor '  - item'")
    return header


def _items(header: Mapping[str, str | list[str]], key: str) -> tuple[str, ...]:
    found = header.get(key, [])
    return (found,) if isinstance(found, str) else tuple(found)


def _parameter(query: str, item: str) -> Parameter:
    try:
        known = json.loads(item)
        name, kind, default, description = (known[key] for key in ("name", "type", "default", "description"))
    except (ValueError, TypeError, KeyError) as problem:
        raise QueryError(
            f"a parameter of the query '{query}' is no JSON object with name, type, default and description: {item}"
        ) from problem
    if kind not in KINDS:
        raise QueryError(f"the parameter '{name}' of the query '{query}' is a '{kind}': there are {', '.join(KINDS)}")
    values = [] if default is None else default if isinstance(default, list) else [default]
    return Parameter(name, kind, tuple(str(value) for value in values), description)

"""RDF files as data to validate, with the line at which each node is described."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from pyoxigraph import RdfFormat, parse

from kg.errors import InputError
from kg.validate.findings import Place
from kg.validate.graphs import Memory, Triple, triple_of

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
_PREFIX = re.compile(r"\s*(?:@prefix|PREFIX)\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)
_BASE = re.compile(r"\s*(?:@base|BASE)\s+<([^>]*)>", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:<([^>]*)>|([\w.-]*):((?:[\w%-]|\.(?=[\w%-]))*))[\s;]")


@dataclass(frozen=True, slots=True)
class Data:
    """Triples of files together, and where each node is first described, by IRI."""

    graph: Memory
    lines: Mapping[str, Place]


def read(paths: Iterable[Path]) -> Data:
    """Return the data of RDF files: Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD by their ending.

    Raises InputError for a file that is missing, of no such ending or malformed; the message says at which line.
    """
    triples: list[Triple] = []
    lines: dict[str, Place] = {}
    for path in paths:
        content = _content(path)
        triples += _parsed(path, content)
        for iri, line in described(content.decode(errors="replace")).items():
            lines.setdefault(iri, Place(path.as_posix(), line, 1))
    return Data(Memory(triples), lines)


def described(text: str) -> dict[str, int]:
    """Return the line, from 1, at which each IRI first stands at the start of a line, as a subject does."""
    prefixes: dict[str, str] = {}
    base = ""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if prefix := _PREFIX.match(line):
            prefixes[prefix[1]] = prefix[2]
        elif declared := _BASE.match(line):
            base = declared[1]
        elif subject := _SUBJECT.match(line + "\n"):
            iri = urljoin(base, subject[1]) if subject[1] is not None else prefixes.get(subject[2], "") + subject[3]
            found.setdefault(iri, number)
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise InputError(f"'{path}' cannot be read: {problem.strerror or problem}") from problem


def _parsed(path: Path, content: bytes) -> list[Triple]:
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(f"'{path}' has no ending of an RDF file: use {', '.join(_FORMATS)}")
    try:
        return [triple_of(quad) for quad in parse(content, format=form)]
    except SyntaxError as problem:
        raise InputError(f"'{path}' cannot be read as {form.name}: {problem}") from problem

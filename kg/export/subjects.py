"""The union of all graphs, subject by subject: sorted on disk, one subject in memory at a time."""

from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.export.protocol import Source
from kg.rdf.sorting import sorted_lines
from kg.store.results import Term

Described: TypeAlias = tuple[str, dict[str, list[Term]]]
"""A node's IRI, and its values by property, both sorted; nothing by property for a node that is only pointed at."""
_BARE = b" .\n"
"""What follows the IRI in a line that only says that the node is there."""


def subjects(source: Source) -> Iterator[Described]:
    """Yield every node of the union, sorted by IRI, those included that are only pointed at."""
    for head, lines in groupby(sorted_lines(_lines(source)), key=_head):
        triples = parse(b"".join(line for line in lines if line != head + _BARE), format=RdfFormat.N_TRIPLES)
        values: dict[str, list[Term]] = {}
        for quad in triples:
            values.setdefault(quad.predicate.value, []).append(quad.object)
        yield head[1:-1].decode(), values


def _lines(source: Source) -> Iterator[bytes]:
    """Yield the triples, and after each that points at a node a line that says that the node is there.

    The union comes line by line; graph by graph the longest, that of the links, would be in memory as a whole.
    """
    for line in source.union():
        yield line
        target = line.split(b" ", 2)[2].removesuffix(_BARE)
        if target.startswith(b"<"):
            yield target + _BARE


def _head(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def literals(values: dict[str, list[Term]]) -> Iterator[tuple[str, list[Literal]]]:
    """Yield the properties of a node that are literals."""
    for name, terms in values.items():
        found = [term for term in terms if isinstance(term, Literal)]
        if found:
            yield name, found


def links(values: dict[str, list[Term]]) -> Iterator[tuple[str, str]]:
    """Yield the properties of a node that are nodes, with the IRI of each, `rdf:type` included."""
    for name, terms in values.items():
        yield from ((name, term.value) for term in terms if isinstance(term, NamedNode))

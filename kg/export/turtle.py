"""Turtle: one file of all triples, or a file per document with shared ones, whose diffs a reviewer can read in git."""

import tempfile
from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.rdf.sorting import sorted_pairs
from kg.rdf.turtle import Names, blocks, turtle

_PIECE = 1 << 20


class Turtle:
    """The union of all graphs as one Turtle file; subjects are sorted on disk, so that any number of them will do."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the triples of all graphs."""
        stream.writelines(pieces(source))


class TurtleFiles:
    """One Turtle file a graph: `doc/<hash>.ttl` per document, `graph/links.ttl` and `graph/derived.ttl` shared."""

    def files(self, source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
        """Yield each graph as a file named by its IRI below the base."""
        for name, quads in source.graphs():
            yield file_name(name, source.base), (turtle(quads, source.base),)


def file_name(graph: str, base: str) -> str:
    """Return the path of a graph's file; a graph of another base keeps its whole address as the path."""
    tail = graph.removeprefix(base) if graph.startswith(base) else "other/" + graph.replace("://", "/")
    steps = [step.replace("\\", "%5C").replace(":", "%3A") for step in tail.split("/") if step not in ("", ".", "..")]
    return "/".join(steps or ["default"]) + ".ttl"


def pieces(source: Source) -> Iterator[bytes]:
    """Yield the union of all graphs as Turtle: the prefixes that are used, known at the end, then the triples."""
    names = Names(source.base)
    with tempfile.TemporaryFile() as body:
        _write_blocks(source, names, body)
        body.seek(0)
        yield names.header().encode()
        while piece := body.read(_PIECE):
            yield piece


def _write_blocks(source: Source, names: Names, body: BinaryIO) -> None:
    lines = (line.decode()[:-3] for line in source.union())
    between = b""
    for _, block in sorted_pairs(blocks(lines, names)):
        body.write(between + block.encode())
        between = b"\n"

"""Turtle: one file of all triples, or a file per document with shared ones, whose diffs a reviewer can read in git."""

import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.rdf.sorting import sorted_pairs
from kg.rdf.turtle import Names, blocks

_PIECE = 1 << 20


class Turtle:
    """The union of all graphs as one Turtle file; subjects are sorted on disk, so that any number of them will do."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the triples of all graphs."""
        stream.writelines(pieces(source.union(), source.base))


class TurtleFiles:
    """One Turtle file a graph: `doc/<hash>.ttl` per document, `graph/links.ttl` and `graph/derived.ttl` shared."""

    def files(self, source: Source) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield each graph as a file named by its IRI below the base."""
        for name in source.graphs():
            yield file_name(name, source.base), pieces(source.lines(name), source.base)


def file_name(graph: str, base: str) -> str:
    """Return the path of a graph's file; a graph of another base keeps its whole address as the path."""
    tail = graph.removeprefix(base) if graph.startswith(base) else "other/" + graph.replace("://", "/")
    steps = [step.replace("\\", "%5C").replace(":", "%3A") for step in tail.split("/") if step not in ("", ".", "..")]
    return "/".join(steps or ["default"]) + ".ttl"


def pieces(lines: Iterable[bytes], base: str) -> Iterator[bytes]:
    """Yield triples, given as lines of N-Triples with a subject's together, as a Turtle file."""
    names = Names(base)
    return headed(sorted_blocks(lines, names), names)


def sorted_blocks(lines: Iterable[bytes], names: Names, margin: str = "") -> Iterator[str]:
    """Yield the triples in Turtle's notation, subjects in order, with an empty line between them."""
    triples = (line.decode()[:-3] for line in lines)
    between = ""
    for _, block in sorted_pairs(blocks(triples, names, margin)):
        yield between + block
        between = "\n"


def headed(written: Iterable[str], names: Names) -> Iterator[bytes]:
    """Yield the prefixes that `names` knows at the end of what is written, then what is written; it waits in a file."""
    with tempfile.SpooledTemporaryFile(_PIECE) as body:
        # One at a time: `writelines` keeps all of them in memory and looks only at its end whether that was too much.
        for text in written:
            body.write(text.encode())
        body.seek(0)
        yield names.header().encode()
        while piece := body.read(_PIECE):
            yield piece

"""Turtle: one file of all triples, or a file per document with shared ones, whose diffs a reviewer can read in git."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.export.sources import quads_of
from kg.rdf.turtle import turtle


class Turtle:
    """The union of all graphs as one Turtle file. A subject's triples stand together, so all are held in memory."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the triples of all graphs."""
        stream.write(turtle(quads_of(source.graphs()), source.base))


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

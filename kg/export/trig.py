"""TriG: graph after graph, each in Turtle's notation; what is long is sorted on disk."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.export.sources import graph_term
from kg.export.turtle import headed, sorted_blocks
from kg.rdf.turtle import Names


class Trig:
    """All graphs as TriG."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the prefixes that any graph uses, then the graphs, the default graph first and without braces."""
        names = Names(source.base)
        stream.writelines(headed(_graphs(source, names), names))


def _graphs(source: Source, names: Names) -> Iterator[str]:
    between = ""
    for name in source.graphs():
        yield between
        if name:
            yield f"{names.term(graph_term(name))} {{\n"
        yield from sorted_blocks(source.lines(name), names, "  " if name else "")
        if name:
            yield "}\n"
        between = "\n"

"""N-Quads: one quad a line, sorted by code point; more quads than memory holds are sorted on disk."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.export.sources import graph_term
from kg.rdf.sorting import sorted_lines


class NQuads:
    """All graphs as N-Quads."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the quads of all graphs, sorted."""
        stream.writelines(sorted_lines(_lines(source)))


def _lines(source: Source) -> Iterator[bytes]:
    for name in source.graphs():
        graph = f"{graph_term(name)} .\n".encode() if name else b".\n"
        yield from (line[:-2] + graph for line in source.lines(name))

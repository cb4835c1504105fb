"""N-Quads: one quad a line, sorted by code point; more quads than memory holds are sorted on disk."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.rdf.serialise import nquads
from kg.rdf.sorting import sorted_lines


class NQuads:
    """All graphs as N-Quads."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the quads of all graphs, sorted."""
        stream.writelines(sorted_lines(_lines(source)))


def _lines(source: Source) -> Iterator[bytes]:
    for _, quads in source.graphs():
        yield from nquads(quads).splitlines(keepends=True)

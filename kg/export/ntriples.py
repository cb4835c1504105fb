"""N-Triples: the triples of all graphs together, one a line, sorted by code point, each once."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.protocol import Source
from kg.export.sorting import sorted_lines
from kg.rdf.serialise import ntriples


class NTriples:
    """The union of all graphs as N-Triples."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the triples of all graphs, sorted."""
        stream.writelines(sorted_lines(_lines(source)))


def _lines(source: Source) -> Iterator[bytes]:
    for _, quads in source.graphs():
        yield from ntriples(quads).splitlines(keepends=True)

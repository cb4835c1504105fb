"""N-Triples: the triples of all graphs together, one a line, sorted by code point, each once."""

from typing import BinaryIO

from kg.export.protocol import Source
from kg.rdf.sorting import sorted_lines


class NTriples:
    """The union of all graphs as N-Triples."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the triples of all graphs, sorted."""
        stream.writelines(sorted_lines(source.union()))

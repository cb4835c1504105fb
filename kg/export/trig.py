"""TriG: graph after graph, each in Turtle's notation; one graph is held in memory at a time."""

from typing import BinaryIO

from kg.export.protocol import Source
from kg.rdf.turtle import trig


class Trig:
    """All graphs as TriG."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the prefixes that any graph uses, then the graphs: two walks, so that none has to be kept."""
        head: set[bytes] = set()
        for _, quads in source.graphs():
            head.update(_split(trig(quads, source.base))[0])
        stream.writelines(line + b"\n" for line in sorted(head))
        for _, quads in source.graphs():
            stream.write(b"\n" + _split(trig(quads, source.base))[1])


def _split(written: bytes) -> tuple[list[bytes], bytes]:
    """Return the `@base` and `@prefix` lines of a file, and what follows their blank line."""
    head, blank, body = written.partition(b"\n\n")
    return (head.split(b"\n"), body) if blank and head.startswith(b"@") else ([], written)

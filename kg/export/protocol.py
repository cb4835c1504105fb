"""What an exporter is: the graphs of a store in, bytes of one format out; the same graphs give the same bytes."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol, TypeAlias, runtime_checkable

from pyoxigraph import Quad


class Source(Protocol):
    """Graphs that can be walked through more than once, so that no exporter has to hold them all.

    A document's graph is short; those that are made of all documents (`graph/links`) are as long as the store is large.
    """

    @property
    def base(self) -> str:
        """The base of the data IRIs."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the graphs, sorted; empty for the default graph."""
        ...

    def graph(self, name: str) -> tuple[Quad, ...]:
        """Return the quads of one graph in sorted order, all in memory: of a document, that is."""
        ...

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the triples of one graph as sorted lines of N-Triples, however long it is."""
        ...

    def union(self) -> Iterator[bytes]:
        """Yield the triples of all graphs together, each once, as lines of N-Triples, a subject's one after another."""
        ...


@runtime_checkable
class FileExporter(Protocol):
    """A format that is one file: the plug-ins of the entry points group `kg.exporters` are these or FolderExporters."""

    def write(self, source: Source, stream: BinaryIO) -> None:
        """Write the graphs of `source` to `stream`."""
        ...


@runtime_checkable
class FolderExporter(Protocol):
    """A format that is several files. Written to a stream, it is a ZIP archive of them."""

    def files(self, source: Source) -> Iterator[tuple[str, Iterable[bytes]]]:
        """Yield the files by their path below the folder, with `/`, sorted, and each file's content in chunks."""
        ...


Exporter: TypeAlias = FileExporter | FolderExporter

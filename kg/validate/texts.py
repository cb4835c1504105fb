"""The texts that graphs count in: kept texts of documents, or the files they were read from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import kg, oa
from kg.validate.graphs import Node, Triples, value

Provider: TypeAlias = Callable[[str], str | None]
"""Gives the text of a document by its IRI, or of a file by its path; None where it is not at hand."""

START, END = map(oa, ("start", "end"))
_FILE = kg("path")


@dataclass(frozen=True, slots=True)
class Kept:
    """A text and where its first character stands in the file."""

    text: str
    offset: int

    def slice(self, start: int, end: int) -> str:
        """Return what stands at offsets that count in the file."""
        return self.text[max(start - self.offset, 0) : max(end - self.offset, 0)]

    def position(self, at: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset that counts in the file."""
        before = self.text[: max(at - self.offset, 0)]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Texts:
    """Where texts come from: `text_of` gives a document's own text, `file_of` the whole text of the file at a path."""

    text_of: Provider | None = None
    file_of: Provider | None = None

    def of(self, graph: Triples, document: Node) -> Kept | None:
        """Return a document's own text, cut out of its file where only that is at hand; None without either."""
        start, end = number(graph, document, START), number(graph, document, END)
        kept = self.text_of(document.value) if self.text_of is not None else None
        if kept is not None:
            return Kept(kept, start or 0)
        whole = self._file(graph, document)
        return None if whole is None or start is None or end is None else Kept(whole[start:end], start)

    def whole(self, graph: Triples, document: Node) -> Kept | None:
        """Return the text in which lines can be counted: the file's, or a kept text that starts where its file does."""
        whole = self._file(graph, document)
        if whole is not None:
            return Kept(whole, 0)
        kept = self.of(graph, document)
        return kept if kept is not None and kept.offset == 0 else None

    def _file(self, graph: Triples, document: Node) -> str | None:
        path = value(graph, document, _FILE)
        return None if path is None or self.file_of is None else self.file_of(path.value)


def number(graph: Triples, node: Node, predicate: NamedNode) -> int | None:
    """Return an integer property of a node, None where it has none or no integer."""
    said = value(graph, node, predicate)
    return int(said.value) if isinstance(said, Literal) and said.value.lstrip("+-").isdecimal() else None

"""From one document to the graph it would have in a store: all that can be done without the store, in any process."""

from dataclasses import dataclass

from pyoxigraph import Quad

from kg.extract.protocol import Extractor
from kg.model import Document, Extraction
from kg.pipeline.checking import unfit
from kg.pipeline.reading import extract
from kg.rdf.encode import encode


@dataclass(frozen=True, slots=True)
class Draft:
    """What one document comes to: the quads of its graph, why they may stand in no store, and remarks on its text."""

    iri: str
    text: str
    quads: tuple[Quad, ...]
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafting:
    """Drafts documents, by an extractor, for a store with that base of IRIs."""

    reader: Extractor
    base: str

    def __call__(self, wanted: tuple[str, Document]) -> Draft:
        """Return the draft of a document, which is given with its IRI."""
        iri, document = wanted
        read = extract(document, self.reader)
        quads = tuple(encode(read, self.base))
        return Draft(iri, document.text, quads, unfit(quads), remarks(read))


def remarks(read: Extraction) -> tuple[str, ...]:
    """Return what could not be told in a document, each with the place and line."""
    document, lines = read.document, []
    for remark in read.warnings:
        line = document.text.count("\n", 0, remark.span.start) + 1
        lines.append(f"{place(document)}:{line}: {remark.message}")
    return tuple(lines)


def place(document: Document) -> str:
    """Return the path of a document, and its part of an aggregated file."""
    return document.path + (f" [{document.part}]" if document.part else "")

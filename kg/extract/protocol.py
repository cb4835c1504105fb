"""What an extractor is: a document in, statements out."""

from typing import Protocol

from kg.model import Document, Extraction


class Extractor(Protocol):
    """Reads one document. Deterministic: the same document gives an equal extraction."""

    name: str

    def extract(self, document: Document) -> Extraction:
        """Return what `document` says; spans count in `document.text`. Never raises on any text."""
        ...

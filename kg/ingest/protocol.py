"""What a reader is: the bytes of one file in, documents and problems out."""

from dataclasses import dataclass
from typing import Protocol

from kg.model import Document


@dataclass(frozen=True, slots=True)
class Source:
    """One file as found: its path with `/`, the name that rows print for it, and its bytes."""

    path: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and one line for each thing that could not be."""

    documents: tuple[Document, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads one format. `suffixes` are lower case with the dot. Raises InputError where nothing can be read."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, source: Source) -> Reading:
        """Return the documents of `source`; what cannot be read is a problem in one line that names the place."""
        ...

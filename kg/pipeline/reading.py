"""From files to what they say: ingest and extract put together."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kg import plugins
from kg.errors import UsageError
from kg.extract import page, rows
from kg.extract.grounding import grounded
from kg.extract.protocol import Extractor
from kg.extract.rules.extractor import RuleExtractor
from kg.ingest import files
from kg.ingest.protocol import Reading
from kg.model import Document, Extraction
from kg.pipeline.processes import mapped


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents behind the files that a user named, what could not be read, and what was passed over.

    `paths` are the files that were read whole: what a store has of them and they no longer hold may go there.
    """

    documents: tuple[Document, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Yield what was read, as `Files` does, as one reading of no file."""
        yield "", Reading(self.documents, self.problems, self.notes)


@dataclass(frozen=True, slots=True)
class Files:
    """The files that a user named. They are read each time they are walked through, and one of them is in memory.

    Their paths are in a temporary file: `named` lets go of it.
    """

    found: files.Finding

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with what the user named."""
        return self.found.problems

    @property
    def notes(self) -> tuple[str, ...]:
        """What was passed over."""
        return self.found.notes

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Yield each file's path and what was read of it. Standard input, which can be read once, is kept."""
        for file in self.found.files:
            yield file.path, files.read(file)


@contextmanager
def named(arguments: Sequence[str]) -> Iterator[Files]:
    """Hold the files, folders and `-` that `arguments` name."""
    with files.find(arguments) as found:
        yield Files(found)


def corpus(arguments: Sequence[str]) -> Corpus:
    """Read the files, folders and `-` that `arguments` name. What cannot be read is a line in `problems`."""
    documents: list[Document] = []
    paths: list[str] = []
    with named(arguments) as found:
        problems, notes = list(found.problems), list(found.notes)
        for path, reading in found.readings():
            documents += reading.documents
            problems += reading.problems
            notes += reading.notes
            if not reading.problems:
                paths.append(path)
    return Corpus(tuple(documents), tuple(problems), tuple(notes), tuple(paths))


def extractor(name: str = "rules", *, statements: bool = False) -> Extractor:
    """Return the extractor of that name, built in or plugged in. Raises UsageError that lists the known ones.

    With `statements` it keeps attributed statements without a figure too, as their words, where it can.
    """
    made = plugins.load("kg.extractors", name)
    if not statements:
        plain: Extractor = made()
        return plain
    try:
        found: Extractor = made(statements=True)
    except TypeError as problem:
        raise UsageError(f"the extractor '{name}' keeps no statements: leave --statements out") from problem
    return found


def extract(document: Document, using: Extractor) -> Extraction:
    """Return what one document says; whatever the extractor, only what stands in the text passes."""
    return grounded(using.extract(document))


def extractions(documents: Iterable[Document], name: str = "rules") -> Iterator[Extraction]:
    """Yield the extraction of each document."""
    using = extractor(name)
    for document in documents:
        yield extract(document, using)


@dataclass(frozen=True, slots=True)
class Printing:
    """Prints documents as rows of these kinds; with `explain` each row says what its fields rest on."""

    reader: Extractor
    kinds: frozenset[str]
    explain: bool = False

    def __call__(self, document: Document) -> tuple[dict[str, Any], ...]:
        """Return the rows of one document."""
        found: list[dict[str, Any]] = []
        if {"figure", "response", "relation"} & self.kinds:
            read = rows.rows(extract(document, self.reader), explain=self.explain)
            found += (row for row in read if row["kind"] in self.kinds)
        if "attribution" in self.kinds:
            found += rows.attribution_rows(document, RuleExtractor().reported(document))
        if "quantity" in self.kinds:
            found += rows.quantity_rows(document, RuleExtractor().quantities(document))
        return tuple(found)


def rows_of(
    documents: Iterable[Document],
    name: str = "rules",
    kinds: Collection[str] = ("figure", "response", "relation"),
    *,
    explain: bool = False,
    jobs: int = 1,
) -> Iterator[dict[str, Any]]:
    """Yield the rows of these kinds of documents, in their order; so many `jobs` read at a time."""
    printing = Printing(extractor(name), frozenset(kinds), explain)
    for found in mapped(printing, documents, jobs):
        yield from found


def page_of(
    documents: Sequence[Document],
    name: str = "rules",
    kinds: Collection[str] = ("figure", "response", "relation"),
    *,
    jobs: int = 1,
) -> str:
    """Return a page of documents on which the rows of these kinds stand marked, each with what it rests on."""
    printing = Printing(extractor(name), frozenset(kinds), explain=True)
    return page.page(zip(documents, mapped(printing, documents, jobs), strict=True))

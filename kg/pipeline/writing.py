"""From documents or a store to files in a format of the user's choice."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg import export, outputs, vocab
from kg.model import Document
from kg.pipeline.building import Built, fill
from kg.pipeline.reading import Corpus, extractor, named
from kg.rdf.turtle import turtle
from kg.store.embedded import memory
from kg.store.opening import open_store
from kg.store.oxigraph import EmbeddedStore


def build_in_memory(
    arguments: Sequence[str], using: str = "rules", base: str = vocab.DATA, *, jobs: int = 1
) -> tuple[EmbeddedStore, Built]:
    """Read files into a store in memory; return it and what was done."""
    store = memory(base)
    with named(arguments) as found:
        return store, fill(store, found, extractor(using), jobs=jobs)


def memory_store(
    documents: Iterable[Document], using: str = "rules", base: str = vocab.DATA, *, jobs: int = 1
) -> EmbeddedStore:
    """Return a store in memory with what the documents say, linked."""
    store = memory(base)
    fill(store, Corpus(tuple(documents)), extractor(using), jobs=jobs)
    return store


def turtle_of(documents: Iterable[Document], using: str = "rules", base: str = vocab.DATA, *, jobs: int = 1) -> str:
    """Return what the documents say, linked, as Turtle; the same documents in any order give the same text."""
    with memory_store(documents, using, base, jobs=jobs) as store:
        return turtle(store.dump(), base).decode()


def export_store(store: str, form: str | None, output: str | None) -> tuple[str, ...]:
    """Write the graph of a store and return the files written; without `output` it goes to standard output.

    Without a format it is the one that the ending of `output` names, else Turtle.
    A format of several files goes into the folder `output`, or comes as a ZIP archive where `output` ends in `.zip`.
    Raises UsageError for an unknown format, InputError for a file that cannot be written.
    """
    form = export.named_by(output) if form is None else form
    with open_store(store) as opened:
        if output is None:
            export.export_store(opened, form, sys.stdout.buffer)
            return ()
        if export.is_folder(form) and not output.endswith(".zip"):
            return tuple(str(path) for path in export.export_folder(opened, form, Path(output)))
        with outputs.output(output) as stream:
            export.export_store(opened, form, stream)
        return (output,)

"""What the command line does, for Python: build a graph, ask it, check it, write it out."""

import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg import export, pipeline, vocab
from kg.errors import UsageError
from kg.lexicon.using import use
from kg.pipeline import Built
from kg.query import run
from kg.query.catalogue import catalogue, named
from kg.query.run import Table
from kg.store.opening import open_store
from kg.store.protocol import Store
from kg.validate import Report

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

__all__ = [
    "Graph",
    "Report",
    "Table",
    "build",
    "open_graph",
    "rows",
    "to_networkx",
    "to_pandas",
    "to_rdflib",
    "use_vocabulary",
    "validate_files",
]


class Graph:
    """An attributed knowledge graph in a store, on disk, behind an endpoint or in memory.

    Use it in a `with` block, or call `close` when done. Everything raises KgError, one line that says what is wrong.
    """

    def __init__(self, store: Store, built: Built | None = None) -> None:
        self.store = store
        self.built = built

    def query(self, name: str, *, machine: bool = False, **parameters: str | Sequence[str]) -> Table:
        """Answer a stored query (`kg query --list`); parameters are its own, such as `subject="ByteDance"`.

        Cells are worded for people; with `machine` they are whole IRIs and literals.
        """
        return run.ask(self.store, named(name, catalogue()), parameters, machine=machine)

    def sparql(self, text: str, *, machine: bool = False) -> Table:
        """Answer SPARQL of your own: SELECT, ASK, CONSTRUCT or DESCRIBE. Updates are refused."""
        return run.run(self.store, text, machine=machine)

    def validate(self) -> Report:
        """Check the whole graph against the shapes, and its quotes against the kept texts."""
        return pipeline.check_open(self.store)

    def explain(self, figure: str, form: str = "text") -> str:
        """Return the tree of a figure ("ByteDance 12 billion"): its documents, chains, answers and origins.

        `form` is text, json, markdown, mermaid or dot.
        """
        return pipeline.explain_store(self.store, figure, form)

    def retract(self, document: str) -> tuple[str, ...]:
        """Take a document out again, by IRI, path or name; return the IRIs of what went."""
        return pipeline.retract_from(self.store, document)

    def export(self, form: str = "turtle") -> bytes:
        """Return the graph in a format; a format of several files comes as a ZIP archive."""
        stream = io.BytesIO()
        export.export_store(self.store, form, stream)
        return stream.getvalue()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return the graph itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def __len__(self) -> int:
        """Return the number of distinct triples."""
        return self.store.counts().triples

    def __repr__(self) -> str:
        """Return how much the graph holds."""
        counts = self.store.counts()
        return f"<kg.Graph of {counts.documents} documents, {counts.triples} triples>"

    def _repr_html_(self) -> str:
        """Return how much the graph holds, and its documents, for notebooks."""
        from html import escape

        held = pipeline.holdings(self.store)
        items = "".join(f"<li>{escape(its.place)}</li>" for its in list(held.values())[:20])
        more = f"<li>and {len(held) - 20} more</li>" if len(held) > 20 else ""  # noqa: PLR2004 - what a screen holds
        return f"<p>{escape(repr(self)[1:-1])}</p><ul>{items}{more}</ul>"


def use_vocabulary(paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]) -> None:
    """Read by names and words of your own beside kg's, in Turtle files or folders of them (docs/vocabulary.md).

    It holds for all that this process does, so call it before anything else. Without it the files and folders count
    that the environment names in KG_VOCABULARY. Raises KgError, one line, for a file that cannot be read or
    contradicts what kg knows, and where something was read without it.
    """
    use(paths)


def build(
    paths: Sequence[str],
    store: str | None = None,
    *,
    extractor: str = "rules",
    base: str | None = None,
    jobs: int = 1,
) -> Graph:
    """Read files and folders into a store and return its graph; without `store` it is kept in memory.

    With more than one of `jobs` several processes read, which import the calling script: keep what it does under
    `if __name__ == "__main__"`.

    What was done, and what could not be read, is in the graph's `built`.
    """
    if store is None:
        made, built = pipeline.build_in_memory(paths, using=extractor, base=base or vocab.DATA, jobs=jobs)
        return Graph(made, built)
    done = pipeline.build(paths, store, using=extractor, base=base, jobs=jobs)
    return Graph(open_store(store), done)


def open_graph(store: str, *, write: bool = False) -> Graph:
    """Open the graph in a store: a folder, or the address of a SPARQL endpoint."""
    return Graph(open_store(store, write=write))


def rows(paths: Sequence[str], *, extractor: str = "rules", jobs: int = 1) -> Iterator[dict[str, Any]]:
    """Yield what files say as rows: figures, responses and relations, each with its passage and offsets.

    For `jobs` see `build`.
    """
    yield from pipeline.rows_of(pipeline.corpus(paths).documents, extractor, jobs=jobs)


def validate_files(paths: Sequence[str | Path], *, texts: str | None = None) -> Report:
    """Check Turtle files against the shapes."""
    return pipeline.check_files([Path(path) for path in paths], pipeline.Checks(texts=texts))


def to_rdflib(graph: Graph) -> "rdflib.Dataset":
    """Return the graph as an rdflib Dataset whose default graph is the union of all graphs."""
    from kg.rdf.convert import to_dataset

    return to_dataset(graph.store.dump())


def to_networkx(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Return the graph as a networkx graph: nodes are IRIs with their labels, edges carry their property."""
    from kg.export.networks import network
    from kg.export.sources import StoreSource

    return network(StoreSource(graph.store))


def to_pandas(graph: Graph, name: str = "figure-sources", **parameters: str | Sequence[str]) -> "pd.DataFrame":
    """Return the answer to a stored query as a pandas DataFrame. Raises UsageError where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as problem:
        raise UsageError("tables of pandas need pandas: pip install 'kg-news[pandas]'") from problem

    table = graph.query(name, machine=False, **parameters)
    return pd.DataFrame(list(table.rows), columns=list(table.columns))

"""Where figures come from, out of a store: explanations in every format, and the whole graph for networkx."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import outputs, vocab
from kg.errors import UsageError
from kg.rdf.iris import text_hash
from kg.store.protocol import Store
from kg.store.results import Ask

# What needs networkx is imported where it is used: building and querying do without, and start faster.
if TYPE_CHECKING:
    import networkx as nx

    from kg.analysis.explain import LineOf
    from kg.analysis.explanation import Explanation
    from kg.analysis.facts import Answer, Passage

EXPLANATIONS = ("text", "json", "markdown", "mermaid", "dot")


def explain_store(store: Store, text: str, form: str = "text") -> str:
    """Return what explains a figure, a claim's IRI or words, in one of EXPLANATIONS.

    Raises UsageError for an unknown format and where nothing in the store fits the text.
    """
    from kg.analysis import pictures
    from kg.analysis.explanation import as_text
    from kg.analysis.explanation_json import as_json
    from kg.analysis.explanation_markdown import as_markdown

    if form not in EXPLANATIONS:
        raise UsageError(f"no format '{form}' of an explanation: there are {', '.join(EXPLANATIONS)}")
    told, line_of = _found(store, text), lines(store)
    if form in ("mermaid", "dot"):
        root = pictures.boxes(told, line_of)
        return pictures.dot(root) if form == "dot" else pictures.mermaid(root)
    written = {"text": as_text, "json": as_json, "markdown": as_markdown}
    return written[form](told, line_of)


def draw_explanation(store: Store, text: str, output: str) -> None:
    """Write the picture of an explanation to a file that ends in `.svg` or `.png`.

    Raises UsageError for another ending and where nothing fits, InputError for a file that cannot be written.
    """
    from kg.analysis import drawing, pictures

    ending = Path(output).suffix.lower()
    if ending not in (".svg", ".png"):
        raise UsageError(f"'{output}' names no picture: the file has to end in .svg or .png")
    root = pictures.boxes(_found(store, text), lines(store))
    content = drawing.png(root) if ending == ".png" else drawing.svg(root).encode()
    outputs.write(output, content)


def lines(store: Store) -> "LineOf":
    """Return what tells the line, from 1, on which a figure stands in its document's own text.

    In a text that is not the one the graph was made from, no line is told.
    """

    @cache
    def text_of(document: str) -> str | None:
        text = store.text(document)
        return text if text is not None and _is_of(store, document, text) else None

    def line(passage: "Passage | Answer") -> int | None:
        text = text_of(passage.document)
        return None if text is None else text.count("\n", 0, passage.start - passage.offset) + 1

    return line


def _is_of(store: Store, document: str, text: str) -> bool:
    asked = f'ASK {{ <{document}> <{vocab.KG}textHash> "{text_hash(text)}" }}'
    found = store.query(asked)
    return isinstance(found, Ask) and found.answer


def to_networkx(store: Store) -> "nx.MultiDiGraph[str]":
    """Return the whole graph of a store for networkx."""
    from kg.analysis.multigraph import multigraph

    return multigraph(store)


def _found(store: Store, text: str) -> "Explanation":
    from kg.analysis.behind import facts_behind
    from kg.analysis.explanation import explanation
    from kg.analysis.facts import facts

    told = explanation(facts_behind(store, text) or facts(store), text)
    if not told.trees:
        raise UsageError(f"no figure in the store fits '{text}': 'kg query figure-sources' lists those there are")
    return told

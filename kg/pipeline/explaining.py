"""Where figures come from, out of a store: explanations in every format, stories, the whole graph for networkx."""

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
    from collections.abc import Mapping

    import networkx as nx

    from kg.analysis.explain import LineOf
    from kg.analysis.explanation import Explanation
    from kg.analysis.facts import Answer, Passage
    from kg.analysis.lineage import Kind

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


def story_of(store: Store, subject: str) -> str:
    """Return the page that tells the story of a subject, given by name, slug or IRI.

    Raises QueryError for a name that nothing has, UsageError for a subject without figures.
    """
    from kg.analysis.behind import facts_of
    from kg.analysis.conflicts import SLACK
    from kg.analysis.contradictions import contradictions
    from kg.analysis.story import story
    from kg.analysis.story_page import page
    from kg.pipeline.comparing import subjects

    asked = subjects(store, subject)
    known, of_all = facts_of(store, asked)
    told = story(known, asked, contradictions(known, SLACK, asked, of_all), _unnamed(store, subject))
    if not told.questions:
        raise UsageError(
            f"no figure in the store is about '{subject}': 'kg query figure-sources' lists those there are"
        )
    return page(told, lines(store))


def _unnamed(store: Store, subject: str) -> "Mapping[Kind, str]":
    """Return the kinds of figure that rest on unnamed people of one report alone, with the wording of these."""
    from kg.query.catalogue import catalogue, named
    from kg.query.run import ask

    rows = ask(store, named("single-anonymous-source", catalogue()), {"subject": subject}, machine=True)
    columns = [rows.columns.index(name) for name in ("subject", "measure", "scope", "period", "mode", "source")]
    found = ([row[place] for place in columns] for row in rows.rows)
    return {
        (about, measure or "", scope, period, mode or ""): source or ""
        for about, measure, scope, period, mode, source in found
    }


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

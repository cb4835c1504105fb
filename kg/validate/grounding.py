"""Whether what the graph quotes stands in the text, at its offsets, character for character.

A text that is not at hand is not checked, and the report says so; it never counts as passed.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.rdf.iris import text_hash
from kg.rdf.terms import TYPE, kg, oa
from kg.validate.findings import Finding, Severity
from kg.validate.graphs import Node, Triples, subjects, value
from kg.validate.report import Notice
from kg.validate.texts import END, START, Kept, Texts, number

_FIGURE = ("printed", "printedStart", "printedEnd")
_DOCUMENT_CLASS, _IN, _HASH, _PRINTED, _FROM, _TO = map(kg, ("Document", "inDocument", "textHash", *_FIGURE))
_QUOTE = oa("exact")


def grounded(
    graph: Triples, texts: Texts, documents: Iterable[Node] | None = None
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    """Return findings on the quotes of the documents, all unless given, and notices on those that had no text."""
    found: list[Finding] = []
    missing = unread = 0
    for document in documents if documents is not None else subjects(graph, TYPE, _DOCUMENT_CLASS):
        passages = subjects(graph, _IN, document)
        kept = texts.of(graph, document)
        if kept is None:
            missing, unread = missing + 1, unread + len(passages)
            continue
        found += _hash(graph, document, kept)
        for passage in passages:
            found += _passage(graph, passage, kept)
    return tuple(found), _notices(missing, unread)


def _notices(missing: int, unread: int) -> tuple[Notice, ...]:
    if not missing:
        return ()
    texts = "The text of 1 document is" if missing == 1 else f"The texts of {missing} documents are"
    quotes = "1 quote was" if unread == 1 else f"{unread} quotes were"
    said = f"{texts} not at hand: {quotes} not checked."
    return (Notice("quotes-not-checked", said),)


def _hash(graph: Triples, document: Node, kept: Kept) -> Iterator[Finding]:
    said = value(graph, document, _HASH)
    if said is not None and said.value != text_hash(kept.text):
        yield _finding(
            "text-changed", "The text is not the one this graph was made from: its hash differs.", document, _HASH, said
        )


def _passage(graph: Triples, passage: Node, kept: Kept) -> Iterator[Finding]:
    for rule, words, first, last in (
        ("quote-not-in-text", _QUOTE, START, END),
        ("printed-not-in-text", _PRINTED, _FROM, _TO),
    ):
        said, start, end = value(graph, passage, words), number(graph, passage, first), number(graph, passage, last)
        if said is not None and start is not None and end is not None and kept.slice(start, end) != said.value:
            message = f"The text at {start} to {end} is not '{_short(said.value)}'."
            yield _finding(rule, message, passage, words, said)


def _finding(rule: str, message: str, focus: Node, path: NamedNode, said: Node) -> Finding:
    return Finding(rule, Severity.VIOLATION, message, str(focus), str(path), str(said))


def _short(quote: str, width: int = 80) -> str:
    return quote if len(quote) <= width else quote[: width - 1] + "…"

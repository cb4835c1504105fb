"""Mentions as triples: the passage, the figure as printed, and how the passage puts it."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from kg.model import Extraction, Mention, Span
from kg.rdf.attributions import chain, subject
from kg.rdf.frame import Frame, mention_nodes
from kg.rdf.terms import TYPE, integer, kg, oa, text, true


def mentions(frame: Frame, extraction: Extraction) -> Iterator[Triple]:
    """Yield every mention of the extraction with its chain."""
    nodes = {placed.index: placed.node for placed in mention_nodes(frame, extraction)}
    for index, mention in enumerate(extraction.mentions):
        yield from _mention(frame, nodes[index], mention)
        yield from _manner(nodes, nodes[index], mention)
        yield from chain(frame, nodes[index], mention.via, subject(mention.claim))


def passage(frame: Frame, node: NamedNode, span: Span) -> Iterator[Triple]:
    """Yield where a statement stands: its document, the words and their place in the file's text."""
    document = frame.document
    yield Triple(node, kg("inDocument"), frame.graph)
    yield Triple(node, oa("exact"), text(span.of(document.text)))
    yield Triple(node, oa("start"), integer(document.offset + span.start))
    yield Triple(node, oa("end"), integer(document.offset + span.end))


def _mention(frame: Frame, node: NamedNode, mention: Mention) -> Iterator[Triple]:
    offset, figure = frame.document.offset, mention.figure
    yield Triple(node, TYPE, kg("Mention"))
    yield Triple(node, kg("states"), frame.claim(mention.claim))
    yield from passage(frame, node, mention.quote)
    yield Triple(node, kg("printed"), text(figure.of(frame.document.text)))
    yield Triple(node, kg("printedStart"), integer(offset + figure.start))
    yield Triple(node, kg("printedEnd"), integer(offset + figure.end))


def _manner(nodes: Mapping[int, NamedNode], node: NamedNode, mention: Mention) -> Iterator[Triple]:
    if mention.contextual:
        yield Triple(node, kg("contextual"), true())
    if mention.hedge is not None:
        yield Triple(node, kg("hedge"), text(mention.hedge))
    if mention.negated:
        yield Triple(node, kg("negated"), true())
    if mention.part_of is not None:
        yield Triple(node, kg("partOf"), nodes[mention.part_of])
    if mention.inferred_period:
        yield Triple(node, kg("inferredPeriod"), true())
    for printed, _ in mention.misspelt:
        yield Triple(node, kg("misspelling"), text(printed))

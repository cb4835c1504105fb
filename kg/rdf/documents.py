"""A document as triples: where its text comes from, what it is called, and whose it is."""

from collections.abc import Iterator

from pyoxigraph import Triple

from kg.lexicon.overlay import chosen
from kg.rdf.frame import Frame
from kg.rdf.iris import text_hash
from kg.rdf.terms import TYPE, date, integer, kg, oa, schema, text, uri

VOCABULARY = kg("vocabulary")
"""By which vocabulary of a user's own a document was read."""


def document(frame: Frame) -> Iterator[Triple]:
    """Yield what is known of the document itself."""
    node, known = frame.graph, frame.document
    yield Triple(node, TYPE, kg("Document"))
    yield Triple(node, schema("name"), text(known.source))
    yield Triple(node, kg("path"), text(known.path))
    yield Triple(node, kg("textHash"), text(text_hash(known.text)))
    yield Triple(node, oa("start"), integer(known.offset))
    yield Triple(node, oa("end"), integer(known.offset + len(known.text)))
    yield Triple(node, kg("bodyStart"), integer(known.offset + known.body))
    if known.part is not None:
        yield Triple(node, kg("part"), text(known.part))
    if known.url is not None:
        yield Triple(node, schema("url"), uri(known.url))
    if digest := chosen.current().digest:
        yield Triple(node, VOCABULARY, text(digest))
    yield from _published(frame)


def _published(frame: Frame) -> Iterator[Triple]:
    node, known = frame.graph, frame.document
    if known.title is not None:
        yield Triple(node, schema("headline"), text(known.title))
    if known.date is not None:
        yield Triple(node, schema("datePublished"), date(known.date))
    if known.page_date is not None:
        yield Triple(node, kg("pageDate"), date(known.page_date))
    for author in known.byline:
        yield Triple(node, schema("author"), text(author))
    if frame.publisher is not None and known.outlet is not None:
        yield Triple(node, schema("publisher"), frame.entity(frame.publisher))
        if known.outlet != frame.publisher.name:
            yield Triple(node, schema("creditText"), text(known.outlet))

"""From the quads of a document's graph back to its extraction."""

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.errors import StoreError
from kg.model import Agent, Document, Entity, Extraction, Mention, Response, Span, Step, Unnamed
from kg.rdf.concepts import code_of
from kg.rdf.decode_claims import claim, entity
from kg.rdf.frame import position
from kg.rdf.reading import Nodes, nodes
from kg.rdf.terms import TYPE, kg, oa, prov, schema, skos

_PASSAGE = oa("start"), oa("end")
_FIGURE = kg("printedStart"), kg("printedEnd")


def decode(quads: Iterable[Quad], text: str, base: str = vocab.DATA) -> Extraction:
    """Return what a document's graph says; `text` is the document's own text, which no graph holds.

    The inverse of `encode` but for evidence and remarks, which no graph holds either, and for the order of what has
    none in a graph: joint agents, objects, conversions, authors and answered claims come sorted, mentions and responses
    by position. Raises StoreError for a graph that lacks what every document's graph has.
    """
    table = nodes(quads, base)
    found = table.of_class(kg("Document"))
    if len(found) != 1:
        raise StoreError(f"a document's graph describes one kg:Document, this one {len(found)}")
    document = _document(table, found[0], text)
    places = {
        node: place
        for place, node in enumerate(sorted(table.of_class(kg("Mention")), key=lambda node: _at(table, node)))
    }
    mentions = tuple(_mention(table, node, document.offset, places) for node in places)
    responses = (_response(table, node, document.offset) for node in table.of_class(kg("Response")))
    return Extraction(document, mentions, tuple(sorted(responses, key=position)))


def _document(table: Nodes, node: str, text: str) -> Document:
    offset, publisher = table.number(node, oa("start")), table.maybe(node, schema("publisher"))
    named = None if publisher is None else entity(table, publisher).name
    return Document(
        text,
        table.value(node, schema("name")),
        table.value(node, kg("path")),
        offset,
        table.maybe(node, kg("part")),
        table.maybe(node, schema("url")),
        table.maybe(node, schema("headline")),
        table.maybe(node, schema("creditText")) or named,
        table.values(node, schema("author")),
        table.maybe(node, schema("datePublished")),
        table.maybe(node, kg("pageDate")),
        table.number(node, kg("bodyStart")) - offset,
    )


def _at(table: Nodes, node: str) -> tuple[int, int, int, int, str, int]:
    """Return what mentions are sorted by: the figure's place, the passage's, the claim, the ordinal."""
    shared, _, ordinal = node.rpartition("/")
    first, last, start, end = (table.number(node, name) for name in _FIGURE + _PASSAGE)
    return first, last, start, end, shared, int(ordinal)


def _mention(table: Nodes, node: str, offset: int, places: Mapping[str, int]) -> Mention:
    whole = table.maybe(node, kg("partOf"))
    return Mention(
        claim(table, table.value(node, kg("states"))),
        _span(table, node, offset),
        _span(table, node, offset, _FIGURE),
        _chain(table, node, offset),
        contextual=table.maybe(node, kg("contextual")) == "true",
        hedge=table.maybe(node, kg("hedge")),
        negated=table.maybe(node, kg("negated")) == "true",
        part_of=None if whole is None else places.get(whole),
        inferred_period=table.maybe(node, kg("inferredPeriod")) == "true",
        misspelt=tuple((printed, _misspelt(table, printed)) for printed in table.values(node, kg("misspelling"))),
    )


def _response(table: Nodes, node: str, offset: int) -> Response:
    answered = table.values(node, kg("respondsTo"))
    reports = [target for target in answered if kg("Report").value in table.values(target, TYPE)]
    return Response(
        entity(table, table.value(node, kg("responder"))),
        code_of("stances", table.value(node, kg("stance"))),
        _span(table, node, offset),
        table.maybe(node, kg("about")),
        tuple(claim(table, target) for target in answered if target not in reports),
        entity(table, table.value(reports[0], schema("publisher"))) if reports else None,
        _chain(table, node, offset),
    )


def _span(table: Nodes, node: str, offset: int, ends: tuple[NamedNode, NamedNode] = _PASSAGE) -> Span:
    start, end = (table.number(node, name) - offset for name in ends)
    return Span(start, end)


def _chain(table: Nodes, owner: str, offset: int) -> tuple[Step, ...]:
    steps: list[Step] = []
    node = table.maybe(owner, kg("via"))
    while node is not None:
        agents = tuple(_agent(table, agent) for agent in table.values(node, prov("agent")))
        span = _span(table, node, offset) if table.maybe(node, oa("start")) is not None else None
        steps.append(Step(agents, span, table.maybe(node, kg("saidOn"))))
        node = table.maybe(node, kg("citing"))
    return tuple(steps)


def _agent(table: Nodes, node: str) -> Agent:
    if kg("AnonymousSource").value not in table.values(node, TYPE):
        return entity(table, node)
    people = None if table.maybe(node, kg("people")) is None else table.number(node, kg("people"))
    return Unnamed(table.value(node, skos("prefLabel")), people, table.value(node, kg("sourceKind")))


def _misspelt(table: Nodes, printed: str) -> Entity:
    """Return the entity that this document's graph knows under a misprinted name."""
    for node, known in sorted(table.rows.items()):
        if printed in known.get(skos("hiddenLabel"), ()):
            return entity(table, node)
    raise StoreError(f"nothing in the graph is misprinted as '{printed}', though a mention says so; build it again")

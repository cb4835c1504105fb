"""Responses as triples: who answers what, and how."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from kg.model import Entity, Extraction, Response
from kg.rdf.attributions import chain, cited, describe_cited, subject
from kg.rdf.concepts import concept
from kg.rdf.frame import Frame, response_nodes
from kg.rdf.mentions import passage
from kg.rdf.terms import TYPE, kg, text


def responses(frame: Frame, extraction: Extraction) -> Iterator[Triple]:
    """Yield every response of the extraction with its chain."""
    for placed in response_nodes(frame, extraction):
        response = extraction.responses[placed.index]
        yield from _response(frame, placed.node, response)
        if response.report_of is not None:
            yield from _answered(frame, placed.node, response.report_of, extraction)
        yield from chain(frame, placed.node, response.via, about(response))


def about(response: Response) -> Entity | None:
    """Return the one subject of the claims that a response answers; None where they have several or none."""
    subjects = {subject(claim) for claim in response.claims}
    return next(iter(subjects)) if len(subjects) == 1 else None


def _response(frame: Frame, node: NamedNode, response: Response) -> Iterator[Triple]:
    yield Triple(node, TYPE, kg("Response"))
    yield Triple(node, kg("responder"), frame.entity(response.agent))
    yield Triple(node, kg("stance"), concept("stances", response.stance))
    yield from passage(frame, node, response.quote)
    if response.about is not None:
        yield Triple(node, kg("about"), text(response.about))
    for claim in response.claims:
        yield Triple(node, kg("respondsTo"), frame.claim(claim))


def _answered(frame: Frame, node: NamedNode, outlet: Entity, extraction: Extraction) -> Iterator[Triple]:
    """Yield the answered report: the one of this outlet that the document cites, if it cites exactly one."""
    known = {
        (step.date, subject(mention.claim))
        for mention in extraction.mentions
        for step in mention.via
        if outlet in step.agents
    }
    said, whom = next(iter(known)) if len(known) == 1 else (None, None)
    report = cited(frame, outlet, said, whom)
    yield Triple(node, kg("respondsTo"), report)
    yield from describe_cited(frame, report, outlet, said)

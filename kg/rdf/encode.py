"""From an extraction to the quads of its document's graph."""

from pyoxigraph import Quad

from kg import vocab
from kg.model import Extraction
from kg.rdf.attributions import sources, subject
from kg.rdf.claims import claim
from kg.rdf.documents import document
from kg.rdf.entities import entities
from kg.rdf.frame import claims, frame
from kg.rdf.mentions import mentions
from kg.rdf.responses import about, responses


def encode(extraction: Extraction, base: str = vocab.DATA) -> tuple[Quad, ...]:
    """Return the quads of one document's graph, sorted; evidence and remarks stay behind.

    Equal extractions give equal quads. Raises UsageError for a base that cannot be one.
    """
    around = frame(extraction.document, base)
    triples = {*document(around), *entities(around, extraction)}
    for stated in dict.fromkeys(claims(extraction)):
        triples.update(claim(around, stated))
    triples.update(mentions(around, extraction))
    triples.update(responses(around, extraction))
    chains = [(mention.via, subject(mention.claim)) for mention in extraction.mentions]
    chains += [(response.via, about(response)) for response in extraction.responses]
    triples.update(sources(around, chains))
    quads = (Quad(t.subject, t.predicate, t.object, around.graph) for t in triples)
    return tuple(sorted(quads, key=str))

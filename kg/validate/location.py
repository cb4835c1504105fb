"""From a finding to where its reader can look: the article's line, the line of the RDF file, the line of the shape."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import kg, prov, rdf
from kg.validate.findings import Finding, Place
from kg.validate.graphs import Node, Triples, objects, subjects, value
from kg.validate.texts import START, Texts, number

_DOCUMENT, _PRINTED, _PATH, _PART, _QUOTED, _CARRIES = map(
    kg, ("inDocument", "printedStart", "path", "part", "quotedIn", "carries")
)
_UP = (
    *map(kg, ("states", "statedQuantity", "quantity", "period", "via", "citing")),
    prov("agent"),
    *map(kg, ("report", "responder", "subject", "respondsTo")),
    *map(rdf, ("subject", "object")),
)
_HIGHEST = 6
"""How many steps up a statement is looked for; a chain of six sources is longer than any seen."""


_DOCUMENT_IRI = re.compile(r"<([^<>]*?doc/[0-9a-f]{16})(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Files:
    """Where files describe things, by IRI: the nodes of the data, and the shapes where they are the user's own."""

    nodes: Mapping[str, Place] = field(default_factory=dict)
    shapes: Mapping[str, Place] = field(default_factory=dict)


NOWHERE = Files()


@dataclass(frozen=True, slots=True)
class _Spot:
    path: str
    start: int
    document: Node

    @property
    def order(self) -> tuple[str, int, str]:
        return self.path, self.start, str(self.document)


def located(findings: Iterable[Finding], graph: Triples, texts: Texts, files: Files = NOWHERE) -> tuple[Finding, ...]:
    """Return the findings with their places: in the article where the graph leads to one, in files where these tell."""
    places: dict[str, Place | None] = {}
    found = []
    for finding in findings:
        if finding.focus not in places:
            places[finding.focus] = _place(graph, texts, finding.focus)
        source = files.nodes.get(finding.focus.strip("<>"))
        defined = files.shapes.get(finding.shape) or files.shapes.get(finding.rule)
        anchor = _anchor(graph, f"{finding.focus}\0{finding.value or ''}")
        found.append(replace(finding, place=places[finding.focus], source=source, defined=defined, anchor=anchor))
    return tuple(found)


def _anchor(graph: Triples, about: str) -> str:
    """Return terms with the path and part of each document in place of its IRI, which holds the hash of its text."""
    return _DOCUMENT_IRI.sub(lambda found: "<" + (_name(graph, found[1]) or found[1]), about)


def _name(graph: Triples, document: str) -> str | None:
    path, part = (value(graph, NamedNode(document), term) for term in (_PATH, _PART))
    return None if path is None else path.value + (f" [{part.value}]" if part is not None else "")


def _place(graph: Triples, texts: Texts, focus: str) -> Place | None:
    if not focus.startswith("<"):
        return None
    node = NamedNode(focus.strip("<>"))
    spot = _spot(graph, node)
    if spot is None:
        return None
    kept = texts.whole(graph, spot.document)
    line, column = (None, None) if kept is None else kept.position(spot.start)
    return Place(spot.path, line, column)


def _spot(graph: Triples, node: Node) -> _Spot | None:
    """Return the first statement, by file and position, that a node belongs to, else the document it comes from."""
    level, seen = {node}, {node}
    for _ in range(_HIGHEST):
        spots = [spot for one in level for spot in (_own(graph, one),) if spot is not None]
        if spots:
            return min(spots, key=lambda spot: spot.order)
        level = {up for one in level for term in _UP for up, _, _ in graph.match(None, term, one)} - seen
        seen |= level
    homes = [*objects(graph, node, _QUOTED), *subjects(graph, _CARRIES, node)]
    found = [spot for home in homes for spot in (_own(graph, home),) if spot is not None]
    return min(found, key=lambda spot: spot.order, default=None)


def _own(graph: Triples, node: Node) -> _Spot | None:
    """Return where a passage or document itself stands."""
    document = value(graph, node, _DOCUMENT) or node
    path = value(graph, document, _PATH)
    start = number(graph, node, _PRINTED)
    start = number(graph, node, START) if start is None else start
    return _Spot(path.value, start, document) if isinstance(path, Literal) and start is not None else None

"""Circular reporting: outlets that credit each other with one figure, so that nobody of them can be its origin.

That two outlets cite each other is ordinary; it is a circle where they do so for one amount about one subject. A relay
that rounds breaks the circle: amounts are compared by unit and value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import networkx as nx

from kg.analysis.citations import Citations
from kg.analysis.facts import Facts, Passage

_Key = tuple[str, str, Decimal]


@dataclass(frozen=True, slots=True, order=True)
class Circle:
    """Names of the outlets, each citing the next and the last the first, and the places of the passages that say so."""

    subject: str
    figure: str
    outlets: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The circle in words."""
        first, *rest = self.outlets
        chain = ", which credits ".join([*rest, first])
        return f"On {self.subject}, {self.figure}: {first} credits {chain} ({', '.join(self.places)})."


def circles(known: Citations, figures: Facts) -> tuple[Circle, ...]:
    """Return the circles of a corpus, sorted: of outlets that all credit each other, a shortest circle."""
    graphs: dict[_Key, nx.DiGraph[str]] = {}
    for passage in figures.passages:
        for one, other in pairwise(_outlets(passage, known)):
            for amount in passage.claim.amounts if one != other and passage.claim.subject else ():
                graph = graphs.setdefault((passage.claim.subject or "", amount.unit, amount.value), nx.DiGraph())
                if not graph.has_edge(one, other):
                    graph.add_edge(one, other, passage=passage)
    return tuple(sorted({circle for graph in graphs.values() for circle in _circles(graph, known, figures)}))


def _outlets(passage: Passage, known: Citations) -> Iterator[str]:
    """Yield the outlets of a passage's chain from the outside in, its own first."""
    cited = (step.report for step in passage.chain if step.report is not None)
    for report in (passage.report, *cited):
        outlet = known.reports[report].outlet if report in known.reports else None
        if outlet is not None:
            yield outlet


def _circles(graph: "nx.DiGraph[str]", known: Citations, figures: Facts) -> Iterator[Circle]:
    for group in nx.strongly_connected_components(graph):
        if len(group) > 1:
            ring = _ring(graph.subgraph(group))
            steps = [graph.edges[edge]["passage"] for edge in pairwise([*ring, ring[0]])]
            first = min(steps, key=lambda passage: (passage.date or "9999", passage.mention))
            yield Circle(
                subject=figures.name(first.claim.subject),
                figure=first.printed,
                outlets=tuple(known.name(outlet) for outlet in ring),
                places=tuple(sorted({known.articles[passage.document].place for passage in steps})),
            )


def _ring(graph: "nx.DiGraph[str]") -> list[str]:
    """Return a shortest circle through the first outlet of a group that is strongly connected."""
    start = min(graph)
    ways = [nx.shortest_path(graph, after, start)[:-1] for after in sorted(graph.successors(start))]
    return [start, *min(ways, key=lambda way: (len(way), way))]

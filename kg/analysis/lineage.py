"""Where figures come from: passages followed over what they restate to the first ones, and how many origins these have.

The origin of a first passage is where its chain ends (`kg:origin`, kept by linking): a named speaker, else the report
it cites last (which need not be in the corpus), else its own. So the same unnamed people of one report are one origin,
whoever passes them on, copies count once, and an outlet with sources of its own is a new origin.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from kg.analysis.facts import Claim, Facts, Passage

Kind = tuple[str | None, str, str | None, str | None, str]
"""Subject, measure, scope, period, mode: figures that measure the same thing."""


@dataclass(frozen=True, slots=True)
class Support:
    """How a kind of figure is supported: the documents and reports that carry it, and its independent origins.

    `circle` are the outlets, by name, of passages that restate only each other; such have no origin.
    """

    kind: Kind
    articles: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    circle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """The graph from each mention to those it restates.

    `circles` has, for each mention that is in one, the passages that restate only each other, the oldest first.
    """

    passages: dict[str, Passage]
    graph: "nx.DiGraph[str]"
    circles: dict[str, tuple[Passage, ...]]

    def firsts(self, mention: str) -> tuple[Passage, ...]:
        """Return the first passages that a mention goes back to, itself if it restates nothing; none inside a cycle."""
        reached = nx.descendants(self.graph, mention) | {mention}
        return tuple(self.passages[node] for node in sorted(reached) if self.graph.out_degree(node) == 0)

    def rings(self, mention: str) -> tuple[tuple[Passage, ...], ...]:
        """Return the circles that a mention ends in: passages that restate only each other, the oldest first."""
        reached = nx.descendants(self.graph, mention) | {mention}
        return tuple(sorted({self.circles[node] for node in reached if node in self.circles}, key=_ages))

    def starts(self, mention: str) -> tuple[Passage, ...]:
        """Return the first passages of a mention, and the oldest passage of each circle that it ends in."""
        return (*self.firsts(mention), *(ring[0] for ring in self.rings(mention)))

    def relays(self, mention: str) -> tuple[Passage, ...]:
        """Return the passages that restate a mention directly, oldest first."""
        found = [self.passages[node] for node in self.graph.predecessors(mention)]
        return tuple(sorted(found, key=_age))


def _age(passage: Passage) -> tuple[str, str]:
    return passage.date or "9999", passage.mention


def _ages(ring: tuple[Passage, ...]) -> list[tuple[str, str]]:
    return [_age(passage) for passage in ring]


def lineage(known: Facts) -> Lineage:
    """Return the graph of restatements."""
    passages = {passage.mention: passage for passage in known.passages}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(passages)
    graph.add_edges_from((one.mention, other) for one in known.passages for other in one.restates if other in passages)
    rings = [ring for ring in nx.strongly_connected_components(graph) if _closed(graph, ring)]
    circles = {node: tuple(sorted((passages[one] for one in ring), key=_age)) for ring in rings for node in ring}
    return Lineage(passages, graph, circles)


def _closed(graph: "nx.DiGraph[str]", ring: set[str]) -> bool:
    """Tell whether mentions of which each goes back to each restate something, and nothing but each other."""
    restated = {other for node in ring for other in graph.successors(node)}
    return bool(restated) and restated <= ring


def supports(known: Facts) -> tuple[Support, ...]:
    """Return the support of each kind of figure; relays count for the kind of the figure they come from.

    Of a circle each passage is one that the others come from.
    """
    graph = lineage(known)
    groups: dict[Kind, list[tuple[Passage, str | None, tuple[Passage, ...]]]] = {}
    for passage in known.passages:
        starts = [(first, first.origin, ()) for first in graph.firsts(passage.mention)]
        turning = [(one, None, ring) for ring in graph.rings(passage.mention) for one in ring]
        for start, found, ring in (*starts, *turning):
            if start.claim.subject is not None:
                groups.setdefault(kind(start), []).append((passage, found, ring))
    return tuple(
        Support(
            kind=key,
            articles=_distinct(passage.document for passage, _, _ in members),
            reports=_distinct(passage.report for passage, _, _ in members),
            origins=_distinct(found for _, found, _ in members),
            circle=_distinct(one.outlet or one.path for _, _, ring in members for one in ring),
        )
        for key, members in sorted(groups.items(), key=lambda item: tuple(part or "" for part in item[0]))
    )


def kind(passage: Passage) -> Kind:
    """Return what a passage's figure measures."""
    claim = passage.claim
    return claim.subject, claim.measure, claim.scope, claim.period, claim.mode


def kind_name(known: Facts, of: Kind) -> str:
    """Return a kind of figure in words."""
    subject, measure, scope, period, mode = of
    names = [known.name(iri) for iri in (subject, measure, scope)]
    return ", ".join(part for part in (*names, period, known.name(mode)) if part)


def about(known: Facts, claim: Claim) -> str:
    """Return what a claim is about in words."""
    name = kind_name(known, (claim.subject, claim.measure, claim.scope, claim.period, claim.mode))
    return name if claim.subject is not None else f"subject unknown, {name}"


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value is not None}))

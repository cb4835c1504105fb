"""The citation graph: which outlets and reports cite which, who breaks figures and who relays them.

Edges point from who cites to who is cited. Two measures of standing are used, both of which can be checked by hand.
*Reliance* is harmonic centrality, where everyone who cites an outlet counts 1, everyone who cites one of these 1/2, and
so on: how much of the corpus leans on it. *Between* is unnormalised betweenness: on how many shortest chains of
citations an outlet stands in the middle. PageRank is not used: on graphs that are mostly star-shaped, as these are, its
ranks say little more than the number of citations, and nobody can recompute them from a table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

import networkx as nx

from kg.analysis.citations import Citations
from kg.analysis.facts import Facts, Passage

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Outlet:
    """What an outlet does in a corpus.

    `reports` it has in the corpus; figures it states on its `own` account, those of them that others `picked_up`, and
    those it `relayed`, each counted once a report; `copies` are its documents that carry another outlet's report.
    `cites` and `cited_by` count outlets, itself left out.
    """

    iri: str
    name: str
    role: str
    reports: int
    own: int
    picked_up: int
    relayed: int
    copies: int
    cites: int
    cited_by: int
    reliance: float
    between: float


@dataclass(frozen=True, slots=True)
class Cited:
    """One edge between reports: `held` tells whether the cited report itself is in the corpus."""

    outlet: str
    date: str | None
    title: str | None
    cites: str
    cited_title: str | None
    held: bool
    passages: int


def report_graph(known: Citations) -> "nx.DiGraph[str]":
    """Return the graph of reports by IRI; edges carry the number of `passages` in all documents of a citing report."""
    held = {article.report for article in known.articles.values()}
    graph: nx.DiGraph[str] = nx.DiGraph()
    weights: Counter[tuple[str, str]] = Counter()
    for citation in known.listed:
        weights[known.articles[citation.document].report, citation.known] += citation.passages
    for iri in sorted(held | {end for edge in weights for end in edge}):
        report = known.reports[iri]
        stated = {"outlet": known.name(report.outlet), "date": report.date, "title": report.title}
        label = report.title or f"{known.name(report.outlet)}, {report.date or 'undated'}"
        graph.add_node(iri, label=label, held=iri in held, **{key: text for key, text in stated.items() if text})
    graph.add_edges_from((one, other, {"passages": count}) for (one, other), count in sorted(weights.items()))
    return graph


def outlet_graph(known: Citations) -> "nx.DiGraph[str]":
    """Return the graph of outlets by IRI, without citations of an outlet's own reports.

    Edges carry the number of `reports` that cite, of `passages` in them, and of `copies`: documents of an outlet that
    carry a report of the other.
    """
    reports = report_graph(known)
    edges: dict[tuple[str, str], Counter[str]] = {}
    for one, other, data in reports.edges(data=True):
        pair = known.reports[one].outlet, known.reports[other].outlet
        _add(edges, pair, reports=1, passages=data["passages"])
    for _, article in sorted(known.articles.items()):
        _add(edges, (article.outlet, known.reports[article.report].outlet), copies=1)
    graph: nx.DiGraph[str] = nx.DiGraph()
    outlets = {known.reports[iri].outlet for iri in reports} | {one.outlet for one in known.articles.values()}
    for outlet in sorted(filter(None, outlets)):
        graph.add_node(outlet, label=known.name(outlet))
    for (citing, cited), counts in sorted(edges.items()):
        graph.add_edge(citing, cited, **{key: counts[key] for key in ("reports", "passages", "copies")})
    return graph


def outlets(known: Citations, figures: Facts) -> tuple[Outlet, ...]:
    """Return every outlet with what it does, the one that is relied on most first, then by name."""
    graph = outlet_graph(known)
    reliance = nx.harmonic_centrality(graph)
    between = nx.betweenness_centrality(graph, normalized=False)
    reports = Counter(known.reports[iri].outlet for iri in {one.report for one in known.articles.values()})
    figured = _figures(known, figures)
    copied: Counter[str] = Counter()
    for citing, _, counts in graph.edges(data=True):
        copied[citing] += counts["copies"]
    found = [
        Outlet(
            iri=outlet,
            name=known.name(outlet),
            role=_role(reports[outlet], figured[outlet]),
            reports=reports[outlet],
            own=figured[outlet]["own"],
            picked_up=figured[outlet]["picked_up"],
            relayed=figured[outlet]["relayed"],
            copies=copied[outlet],
            cites=graph.out_degree(outlet),
            cited_by=graph.in_degree(outlet),
            reliance=round(float(reliance[outlet]), _DIGITS),
            between=round(float(between[outlet]), _DIGITS),
        )
        for outlet in graph
    ]
    return tuple(sorted(found, key=lambda outlet: (-outlet.reliance, outlet.name)))


def annotated(graph: "nx.DiGraph[str]", listed: Iterable[Outlet]) -> "nx.DiGraph[str]":
    """Return a copy of the graph of outlets whose nodes carry what each outlet does, for tools that draw it."""
    copy = graph.copy()
    for outlet in listed:
        copy.add_node(outlet.iri, **{key: value for key, value in asdict(outlet).items() if key not in ("iri", "name")})
    return copy


def cited_reports(known: Citations) -> tuple[Cited, ...]:
    """Return the edges between reports as rows, by outlet, date and title of the citing report."""
    graph = report_graph(known)
    rows = [
        Cited(
            outlet=known.name(known.reports[one].outlet),
            date=known.reports[one].date,
            title=known.reports[one].title,
            cites=known.name(known.reports[other].outlet),
            cited_title=known.reports[other].title,
            held=graph.nodes[other]["held"],
            passages=counts["passages"],
        )
        for one, other, counts in graph.edges(data=True)
    ]
    return tuple(sorted(rows, key=_place))


def _place(row: Cited) -> tuple[str, ...]:
    return row.outlet, row.date or "", row.title or "", row.cites, row.cited_title or "", str(row.passages)


def _add(edges: dict[tuple[str, str], Counter[str]], pair: tuple[str | None, str | None], **counts: int) -> None:
    citing, cited = pair
    if citing is not None and cited is not None and citing != cited:
        edges.setdefault((citing, cited), Counter()).update(counts)


def _figures(known: Citations, figures: Facts) -> dict[str, Counter[str]]:
    """Return outlet -> how many figures it states on its own, has picked up by others, and relays.

    What only repeats a passage of the same report, in a headline or a copy, does not count again.
    """
    report_of = {passage.mention: passage.report for passage in figures.passages}
    passed_on = _passed_on(figures.passages, report_of)
    counts: dict[str, Counter[str]] = {outlet: Counter() for outlet in known.names}
    seen: set[tuple[str, str, str]] = set()
    for passage in figures.passages:
        report = known.reports.get(passage.report)
        within = passage.restates and all(report_of.get(source) == passage.report for source in passage.restates)
        if report is None or report.outlet is None or within:
            continue
        for what in _kinds(passage, passed_on):
            if (what, passage.report, passage.claim.iri) not in seen:
                seen.add((what, passage.report, passage.claim.iri))
                counts.setdefault(report.outlet, Counter())[what] += 1
    return counts


def _passed_on(passages: Iterable[Passage], report_of: Mapping[str, str]) -> frozenset[str]:
    """Return the mentions that another report restates."""
    return frozenset(
        source for passage in passages for source in passage.restates if report_of.get(source) != passage.report
    )


def _kinds(passage: Passage, passed_on: frozenset[str]) -> Iterator[str]:
    if passage.restates or any(step.report is not None for step in passage.chain):
        yield "relayed"
        return
    yield "own"
    if passage.mention in passed_on:
        yield "picked_up"


def _role(reports: int, figures: Counter[str]) -> str:
    """Return a word for what an outlet does, so that a table can be read without the numbers."""
    if reports == 0:
        return "cited only"
    if figures["picked_up"]:
        return "breaks" if figures["own"] >= figures["relayed"] else "breaks and relays"
    return "relays" if figures["relayed"] and figures["relayed"] >= figures["own"] else "on its own account"

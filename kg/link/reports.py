"""Which report each document carries: copies, syndications and translations of one text carry one report."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from kg.lexicon.names import registry
from kg.link.copies import TextOf, copies, fingerprint
from kg.link.records import Article, Figure, Records
from kg.rdf.folding import folded
from kg.rdf.iris import Iris
from kg.rdf.terms import TYPE, date, kg, schema, text

_DATELINE = re.compile(r"^[^()]{0,60}\(([^()]{2,40})\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the corpus, and the documents that carry it, the original first."""

    iri: str
    outlet: str | None
    date: str | None
    title: str | None
    documents: tuple[str, ...]


def reports(known: Records, text_of: TextOf) -> tuple[Report, ...]:
    """Return the reports of the corpus, sorted by IRI; every document carries exactly one."""
    outlets = _outlets(known)
    credit = {article.document: _syndicated(article, outlets) for article in known.articles}
    groups = _grouped(known, credit, text_of)
    found: dict[str, Report] = {}
    credited = _credits(known)
    for group in groups:
        report = _report(known.base, group, credit, credited)
        twin = found.get(report.iri)
        carried = (*twin.documents, *report.documents) if twin else report.documents
        found[report.iri] = Report(report.iri, report.outlet, report.date, report.title, carried)
    return tuple(report for _, report in sorted(found.items()))


def described(listed: Iterable[Report], graph: NamedNode) -> Iterable[Quad]:
    """Yield what the links graph says of the reports of the corpus."""
    for report in listed:
        node = NamedNode(report.iri)
        yield Quad(node, TYPE, kg("Report"), graph)
        for document in report.documents:
            yield Quad(NamedNode(document), kg("carries"), node, graph)
        if report.outlet is not None:
            yield Quad(node, schema("publisher"), NamedNode(report.outlet), graph)
        if report.date is not None:
            yield Quad(node, schema("datePublished"), date(report.date), graph)
        if report.title is not None:
            yield Quad(node, schema("headline"), text(report.title), graph)


def _outlets(known: Records) -> Mapping[str, str]:
    """Name in lower case -> outlet, of the registry and of the corpus."""
    lexicon, iris = registry(), Iris(known.base)
    found = {
        label.text.casefold(): iris.entity(lexicon.entities[label.slug])
        for label in lexicon.labels
        if lexicon.entities[label.slug].kind == "Outlet" and label.kind != "hidden"
    }
    found.update({name.casefold(): outlet for outlet, names in sorted(known.names.items()) for name in names})
    return found


def _syndicated(article: Article, outlets: Mapping[str, str]) -> str | None:
    """Return the outlet whose text a document says it carries: as its author, or in the dateline."""
    datelines = (match[1] for passage in article.passages[:3] if (match := _DATELINE.match(passage)))
    for name in (*article.authors, *datelines):
        outlet = outlets.get(name.strip().casefold())
        if outlet is not None:
            return outlet
    return None


def _grouped(known: Records, credit: Mapping[str, str | None], text_of: TextOf) -> list[list[Article]]:
    parent = {article.document: article.document for article in known.articles}

    def root(document: str) -> str:
        while parent[document] != document:
            parent[document] = parent[parent[document]]
            document = parent[document]
        return document

    for one, other in _same(known, credit, text_of):
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    groups: dict[str, list[Article]] = {}
    for article in known.articles:
        groups.setdefault(root(article.document), []).append(article)
    return [groups[key] for key in sorted(groups)]


def _same(known: Records, credit: Mapping[str, str | None], text_of: TextOf) -> Iterable[tuple[str, str]]:
    """Yield pairs of documents that carry one report: same outlet, title and day, or copies."""
    titled: dict[tuple[str | None, ...], str] = {}
    for article in known.articles:
        outlet = credit[article.document] or article.outlet
        if outlet is not None and article.title is not None:
            first = titled.setdefault((outlet, folded(article.title), article.date), article.document)
            yield first, article.document
    figures: dict[str, list[Figure]] = {}
    for figure in known.figures:
        figures.setdefault(figure.document, []).append(figure)
    outlet_of = {citation.report: citation.outlet for citation in known.citations}
    prints = [fingerprint(article, figures.get(article.document, ()), outlet_of) for article in known.articles]
    for one, other in copies(prints, known.names, text_of):
        yield one.article.document, other.article.document


def _credits(known: Records) -> Mapping[tuple[str, str | None], int]:
    """Return outlet and the day given for its report -> in how many documents it is credited so."""
    return Counter((citation.outlet, citation.said) for citation in known.citations for _ in citation.documents)


def _report(
    base: str,
    group: list[Article],
    credit: Mapping[str, str | None],
    credited: Mapping[tuple[str, str | None], int],
) -> Report:
    """Return the report of a group of copies. The agency's is the original, then the oldest, then the one credited."""
    wire = min((outlet for article in group if (outlet := credit[article.document])), default=None)

    def age(article: Article) -> tuple[bool, bool, str, int, str]:
        copied, relays = wire not in (None, article.outlet), credited.get((article.outlet or "", article.date), 0)
        return (copied, article.date is None, article.date or "", -relays, article.document)

    first, *rest = sorted(group, key=age)
    outlet = wire or first.outlet
    carried = tuple(article.document for article in (first, *rest))
    return Report(_iri(base, first, outlet), outlet, first.date, first.title, carried)


def _iri(base: str, article: Article, outlet: str | None) -> str:
    if outlet is None:
        return f"{base}report/{article.document.removeprefix(base)}"
    parts = [outlet.removeprefix(base)]
    parts += [quote(article.date, safe="")] if article.date else []
    parts += [folded(article.title)] if article.title else []
    return f"{base}report/{'/'.join(parts)}"

"""Which report each document carries: copies, syndications and translations of one text carry one report."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from urllib.parse import quote
from zlib import crc32

from pyoxigraph import NamedNode, Quad

from kg.link.amounts import bucket
from kg.link.dates import LATE
from kg.link.propagation import Look, Stage
from kg.link.records import Article, Record
from kg.link.said import Entry, Said, tight
from kg.rdf.folding import folded
from kg.rdf.iris import Iris
from kg.rdf.terms import TYPE, date, kg, schema, text

MONTH = len("2025-01")
ALL = "all"
"""The shelf that holds what stands on the shelves of all months."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the corpus, and the documents that carry it, the original first."""

    iri: str
    outlet: str | None
    date: str | None
    title: str | None
    documents: tuple[str, ...]

    @property
    def month(self) -> str:
        """The month it is of, empty where that is not known."""
        return self.date[:MONTH] if self.date and len(self.date) >= MONTH else ""


class Grouping(Stage):
    """The report of each group of documents. Its nodes are groups, named by their first document."""

    name = "grouping"

    def __init__(self, base: str) -> None:
        self._base = base

    def say(self, name: str, look: Look) -> Said | None:
        """Find the original: the agency's text, then the oldest, then the one whose outlet is credited most."""
        members = [found.item for found in look.under("group", name)]
        if not members:
            return None
        articles = [known.article for document in members if (known := look.record(document)) is not None]
        agencies = {document: look.under("record", document)[0].value for document in members}
        wire = min(filter(None, agencies.values()), default=None)

        def age(article: Article) -> tuple[bool, bool, str, int, str]:
            copied = wire not in (None, article.outlet)
            relays = len(look.under("credited", article.outlet or "", article.date)) if len(articles) > 1 else 0
            return (copied, article.date is None, article.date or "", -relays, article.document)

        first, *rest = sorted(articles, key=age)
        outlet = wire or first.outlet
        carried = tuple(article.document for article in (first, *rest))
        report = Report(_iri(self._base, first, outlet), outlet, first.date, first.title, carried)
        entry = Entry(("report", report.iri), name, value=_json(report), wakes=("carried", report.iri))
        return Said((entry,))


def _iri(base: str, article: Article, outlet: str | None) -> str:
    if outlet is None:
        return f"{base}report/{article.document.removeprefix(base)}"
    parts = [outlet.removeprefix(base)]
    parts += [quote(article.date, safe="")] if article.date else []
    parts += [folded(article.title)] if article.title else []
    return f"{base}report/{'/'.join(parts)}"


class Carried(Stage):
    """What each report of the corpus is, says, and is found by. Its nodes are reports."""

    name = "carried"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).links)

    def say(self, name: str, look: Look) -> Said | None:
        """File a report by what others look for it, and describe it."""
        groups = look.under("report", name)
        if not groups:
            return None
        report = _joined([_from_json(found.value) for found in groups])
        records = [known for document in report.documents if (known := look.record(document)) is not None]
        quads = sorted(str(quad) for quad in described(report, self._graph))
        return Said((*_known(report), *_shelved(report, records), *_filed(report, records[0])), tuple(quads))


def known_report(name: str, look: Look) -> Report | None:
    """Return a report of the corpus."""
    found = look.one("known", name)
    return None if found is None else _from_json(found.value)


def described(report: Report, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the links graph says of a report of the corpus."""
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


def _joined(reports: list[Report]) -> Report:
    """Return groups that are one report by outlet, day and title as one."""
    last = reports[-1]
    documents = tuple(document for report in reports for document in report.documents)
    return Report(last.iri, last.outlet, last.date, last.title, documents)


def _known(report: Report) -> Iterator[Entry]:
    yield Entry(("known", report.iri), report.iri, value=_json(report), wakes=("citing", report.iri))
    original, *copies = report.documents
    yield Entry(("carried", original), report.iri, wakes=("restated", original))
    for document in copies:
        yield Entry(("carried", document), report.iri, value="copy", wakes=("restated", document))


def _shelved(report: Report, records: Iterable[Record]) -> Iterator[Entry]:
    """Yield the shelves a report stands on: each outlet that carries it, since who read a copy credits its outlet."""
    listed = tuple(records)
    subjects = sorted({figure.subject or "" for known in listed for figure in known.figures})
    for outlet in sorted({report.outlet or "", *(known.article.outlet or "" for known in listed)}):
        for month in (report.month, ALL):
            yield Entry(("outlet's", outlet, month), report.iri, report.date or "")
            yield from (Entry(("outlet's on", outlet, subject, month), report.iri) for subject in subjects)
    if report.outlet is None:
        yield from (Entry(("nobody's on", subject), report.iri) for subject in subjects)


def _filed(report: Report, original: Record) -> Iterator[Entry]:
    """Yield what the original's figures are found by: subject and amount, of its outlet and of any."""
    at, cites = original.article.date or LATE, "citing" if original.cited else ""
    for figure in original.figures:
        for unit, place in {(amount.unit, str(bucket(amount))) for amount in figure.amounts}:
            for outlet in (report.outlet or "?", ""):
                value = tight([report.iri, cites, crc32(repr(figure).encode())])
                yield Entry(("figure of", outlet, figure.subject, unit, place), figure.mention, at, value)


def _json(report: Report) -> str:
    return tight(astuple(report))


def _from_json(value: str) -> Report:
    iri, outlet, day, title, documents = json.loads(value)
    return Report(iri, outlet, day, title, tuple(documents))

"""Which report of the corpus a cited report is.

The outlet must be the same and the date must fit; then a shared figure decides, else a shared subject where only one
report has it or the citation gives the day. Where the corpus has nothing of the outlet, the one document without an
outlet is the report that has, from its own sources, most of what others credit the report with. Citations that date one
report differently are one another's (`fellows`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.link.amounts import shared
from kg.link.dates import in_time
from kg.link.fellows import Fellows, shelf
from kg.link.propagation import Look, Stage
from kg.link.records import Cited, Figure, Record
from kg.link.reports import ALL, MONTH, Report, known_report
from kg.link.said import Entry, Said
from kg.rdf.iris import Iris
from kg.rdf.standing import days_apart
from kg.rdf.terms import TYPE, date, kg, schema

_NAMELESS = 3
"""Figures credited to a report that a document without an outlet must have as its own to be that report."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A report that documents name: what is known of it, who names it when, about whom and for which figures.

    `own` are the reports of the corpus that name it, which it cannot be; copies aside.
    """

    cited: Cited
    dates: tuple[str | None, ...]
    subjects: frozenset[str]
    figures: tuple[Figure, ...]
    own: frozenset[str]


class Identified(Stage):
    """The report of the corpus that a cited one is, as far as subject and figures tell. Nodes: cited reports."""

    name = "identified"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).links)

    def say(self, name: str, look: Look) -> Said | None:
        """Look at the reports of the outlet, about the same, around the day."""
        records = [known for found in look.under("cited", name) if (known := look.record(found.item)) is not None]
        if not records:
            return None
        citation = _citation(name, records, look)
        ranked = _ranked(citation, look)
        found = _best(citation, ranked) or _nameless(citation, look)
        cited, bare = citation.cited, not citation.subjects
        told = json.dumps([cited.outlet, cited.said, bare, citation.dates])
        entries = [Entry(("citation", name), name, value=told, wakes=(Same.name, name))]
        if not bare and (found is not None or not ranked):
            place = shelf(cited.outlet, name)
            value = json.dumps([found, citation.dates])
            entries.append(Entry(("alike", place), name, cited.said or "", value, wakes=(Fellows.name, place)))
        if found is not None:
            entries.append(Entry(("identified", name), found))
            entries.append(Entry(("told", cited.outlet, cited.said), name, value=found))
        quads = _described(cited, self._graph) if any(name in known.credited for known in records) else ()
        return Said(tuple(entries), tuple(sorted(map(str, quads))))


class Same(Stage):
    """The report of the corpus that a cited one is, told by others where it does not tell itself. Nodes: cited reports.

    A report cited without a subject ("answering the report") is the one that all others of that outlet and day are.
    """

    name = "same"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).links)

    def say(self, name: str, look: Look) -> Said | None:
        """Say which report it is."""
        known = look.one("citation", name)
        if known is None:
            return None
        outlet, said, bare, dates = json.loads(known.value)
        found = look.one("identified", name) or look.one("fellow", name)
        reports = {found.item} if found else set()
        if not reports and bare:
            reports = {other.value for other in look.under("told", outlet, said)}
            reports = {report for report in reports if _of_all(report, said, dates, look)}
        if len(reports) != 1:
            return Said()
        (report,) = reports
        quad = Quad(NamedNode(name), kg("identifiedAs"), NamedNode(report), self._graph)
        return Said((Entry(("same", name), report),), (str(quad),))


class Citing(Stage):
    """Which reports each report of the corpus cites, as cited and as known. Nodes: reports of the corpus."""

    name = "citing"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).links)

    def say(self, name: str, look: Look) -> Said | None:
        """Say what the documents of a report cite."""
        report = known_report(name, look)
        if report is None:
            return None
        records = (look.record(document) for document in report.documents)
        cited = {one for known in records if known is not None for one in known.cited}
        found = cited | {same for one in cited if (same := same_as(one, look)) not in (None, name)}
        quads = {Quad(NamedNode(name), kg("cites"), NamedNode(one), self._graph) for one in found if one}
        return Said((), tuple(sorted(map(str, quads))))


class Sources(Stage):
    """The report that quotes each unnamed source. Nodes: unnamed sources."""

    name = "sources"

    def __init__(self, base: str) -> None:
        self._graph = NamedNode(Iris(base).links)

    def say(self, name: str, look: Look) -> Said | None:
        """Say whose source it is: of the report its document carries, or of the report cited."""
        documents = {found.item for found in look.under("source", name)}
        if not documents:
            return None
        home, _, _ = name.partition("/source/")
        carried = look.one("carried", home)
        report = carried.item if carried else same_as(home, look) or (home if home not in documents else None)
        if report is None:
            return Said()
        return Said((), (str(Quad(NamedNode(name), kg("quotedBy"), NamedNode(report), self._graph)),))


def same_as(cited: str, look: Look) -> str | None:
    """Return the report of the corpus that a cited one is."""
    found = look.one("same", cited)
    return None if found is None else found.item


def _described(cited: Cited, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the links graph says of a cited report that no document's graph describes."""
    node = NamedNode(cited.report)
    yield Quad(node, TYPE, kg("Report"), graph)
    yield Quad(node, schema("publisher"), NamedNode(cited.outlet), graph)
    if cited.said is not None:
        yield Quad(node, schema("datePublished"), date(cited.said), graph)


def _citation(name: str, records: Iterable[Record], look: Look) -> Citation:
    listed = tuple(records)
    figures = [figure for known in listed for figure in known.figures if name in figure.cited]
    cited = listed[0].cited[name][0]
    # A copy that names the outlet of its original ("told Reuters") means the report that it carries itself.
    others = [known for known in listed if known.article.outlet in (None, cited.outlet) or not _copied(known, look)]
    carried = (look.one("carried", known.article.document) for known in others)
    return Citation(
        cited=cited,
        dates=tuple(known.article.date for known in listed),
        subjects=frozenset(subject for known in listed for subject in known.cited[name][1]),
        figures=tuple(sorted(figures, key=lambda figure: figure.mention)),
        own=frozenset(found.item for found in carried if found is not None),
    )


def _copied(known: Record, look: Look) -> bool:
    carried = look.one("carried", known.article.document)
    return carried is not None and carried.value == "copy"


def _ranked(citation: Citation, look: Look) -> list[tuple[int, int, str]]:
    """Return the reports that fit, the best first: by figures in common, then by days apart."""
    ranked = []
    for report in _fitting(citation, look):
        figures = _figures(report, look)
        hits = sum(1 for figure in citation.figures if any(_meet(figure, other) for other in figures))
        if hits or citation.subjects & {figure.subject for figure in figures}:
            ranked.append((-hits, abs(days_apart(citation.cited.said, report.date) or 0), report.iri))
    return sorted(ranked)


def _best(citation: Citation, ranked: Sequence[tuple[int, int, str]]) -> str | None:
    if not ranked or (ranked[0][0] == 0 and len(ranked) > 1 and citation.cited.said is None):
        return None
    return ranked[0][-1]


def _fitting(citation: Citation, look: Look) -> list[Report]:
    """Return the reports of the outlet, about one of the subjects, whose date fits."""
    about = {*citation.subjects, *(figure.subject or "" for figure in citation.figures)}
    shelves = ((subject, month) for subject in sorted(about) for month in _months(citation))
    names = {found.item for shelf in shelves for found in look.under("outlet's on", citation.cited.outlet, *shelf)}
    reports = [report for name in sorted(names - citation.own) if (report := known_report(name, look)) is not None]
    return [report for report in reports if _fits(citation, report.date)]


def _nameless(citation: Citation, look: Look) -> str | None:
    """Return the one report without an outlet that has enough of the figures credited to a report, citing nobody."""
    wanted = {(one.subject, one.measure, one.amounts[:1]): one for one in citation.figures if one.amounts}
    if len(wanted) < _NAMELESS:
        return None
    about = sorted({figure.subject or "" for figure in wanted.values()})
    names = {found.item for subject in about for found in look.under("nobody's on", subject)} - citation.own
    found = []
    for name in sorted(names):
        report = known_report(name, look)
        own = [figure for figure in _figures(report, look) if not figure.cited] if report else []
        hits = {
            other.mention
            for figure in wanted.values()
            for other in own
            if figure.subject == other.subject
            and figure.measure == other.measure
            and shared(figure.amounts, other.amounts) in ("same", "overlapping")
        }
        if len(hits) >= _NAMELESS and any(figure.chain for figure in own if figure.mention in hits):
            found.append(name)
    return found[0] if len(found) == 1 and not _published(citation, look) else None


def _published(citation: Citation, look: Look) -> bool:
    """Tell whether the corpus has a report of the outlet, about whatever, whose date fits."""
    shelves = (look.under("outlet's", citation.cited.outlet, month) for month in _months(citation))
    listed = {(found.item, found.at or None) for shelf in shelves for found in shelf}
    return any(name not in citation.own and _fits(citation, day) for name, day in listed)


def _figures(report: Report, look: Look) -> list[Figure]:
    records = (look.record(document) for document in report.documents)
    return [figure for known in records if known is not None for figure in known.figures]


def _months(citation: Citation) -> tuple[str, ...]:
    """Return the shelves to look at: the months around the day cited, or before the articles that cite."""
    said = citation.cited.said
    anchors = citation.dates if said is None else (said,)
    if any(anchor is None or len(anchor) < MONTH for anchor in anchors):
        return (ALL,)
    reach = (-2, -1, 0) if said is None else (-1, 0, 1)
    return ("", *sorted({_moved(anchor, by) for anchor in anchors if anchor for by in reach}))


def _moved(day: str, by: int) -> str:
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _fits(citation: Citation, day: str | None) -> bool:
    return in_time(citation.cited.said, citation.dates, day)


def _of_all(name: str, said: str | None, dates: Iterable[str | None], look: Look) -> bool:
    """Tell whether a report can be the one meant in articles of all these dates."""
    report = known_report(name, look)
    return report is not None and all(in_time(said, (citing,), report.date) for citing in dates)


def _meet(one: Figure, other: Figure) -> bool:
    return one.subject == other.subject and shared(one.amounts, other.amounts) is not None

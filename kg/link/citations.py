"""Which report of the corpus a cited report is, and what follows: who cites whom, which report rests on whom."""

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from kg.link.amounts import shared
from kg.link.dates import BACK, agree, days_apart, not_after
from kg.link.records import Citation, Figure, Records
from kg.link.reports import Report
from kg.rdf.terms import kg

_WITHIN = 2
"""Days between the day a citation names and the date on the report: time zones, night and print editions."""

_NAMELESS = 3
"""Figures credited to a report that a document without an outlet must have as its own to be that report."""
_MONTH = len("2025-01")
_ALL = "all"


def identified(known: Records, listed: Iterable[Report]) -> Mapping[str, str]:
    """Return cited report -> the report of the corpus it turned out to be.

    The outlet must be the same and the date must fit; then a shared figure decides, else a shared subject where only
    one report has it or the citation gives the day. Where the corpus has nothing of the outlet, the one document
    without an outlet is the report that has, from its own sources, most of what others credit the report with.
    """
    reports = tuple(listed)
    carried = {document: report.iri for report in reports for document in report.documents}
    dates = {article.document: article.date for article in known.articles}
    stated, citing = _figures(known, carried)
    shelves = _shelves(reports, {article.document: article.outlet for article in known.articles})
    found = {}
    for citation in known.citations:
        own = {carried.get(document) for document in citation.documents}
        when = [dates.get(document) for document in citation.documents]
        fitting = [
            report
            for month in _months(citation, when)
            for report in shelves.get((citation.outlet, month), ())
            if report.iri not in own and _fits(citation, report, when)
        ]
        best = _best(citation, fitting, stated, citing.get(citation.report, ()))
        if best is None and not fitting:
            nameless = [one for one in shelves.get(("", _ALL), ()) if one.outlet is None and one.iri not in own]
            best = _nameless(nameless, stated, citing.get(citation.report, ()))
        if best is not None:
            found[citation.report] = best
    return {**_told_by_others(known.citations, found), **found}


def _told_by_others(listed: Iterable[Citation], found: Mapping[str, str]) -> Mapping[str, str]:
    """Identify reports that are cited without a subject ("answering the report") as others of that outlet and day are.

    Only where these all turned out to be one report.
    """
    citations = tuple(listed)
    known: dict[tuple[str, str | None], set[str]] = {}
    for citation in citations:
        if citation.report in found:
            known.setdefault((citation.outlet, citation.said), set()).add(found[citation.report])
    bare = (citation for citation in citations if not citation.subjects)
    meant = ((citation.report, known.get((citation.outlet, citation.said), set())) for citation in bare)
    return {report: min(reports) for report, reports in meant if len(reports) == 1}


def quads(known: Records, listed: Iterable[Report], found: Mapping[str, str], graph: NamedNode) -> Iterable[Quad]:
    """Yield identifiedAs, cites and quotedBy."""
    carried = {document: report.iri for report in listed for document in report.documents}
    for citation in known.citations:
        cited, same = NamedNode(citation.report), found.get(citation.report)
        if same is not None:
            yield Quad(cited, kg("identifiedAs"), NamedNode(same), graph)
        for document in citation.documents:
            if document in carried:
                yield Quad(NamedNode(carried[document]), kg("cites"), cited, graph)
                if same not in (None, carried[document]):
                    yield Quad(NamedNode(carried[document]), kg("cites"), NamedNode(same), graph)
    for source, documents in sorted(known.sources.items()):
        home, _, _ = source.partition("/source/")
        report = carried.get(home) or found.get(home) or (home if home not in documents else None)
        if report is not None:
            yield Quad(NamedNode(source), kg("quotedBy"), NamedNode(report), graph)


def _shelves(reports: Iterable[Report], outlet_of: Mapping[str, str | None]) -> Mapping[tuple[str, str], list[Report]]:
    """File reports by outlet and month ("" where unknown), and all of an outlet, so that a citation looks at few.

    A report stands under every outlet that carries it: who read a copy credits the outlet of the copy.
    """
    shelves: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        month = report.date[:_MONTH] if report.date and len(report.date) >= _MONTH else ""
        for outlet in sorted({report.outlet or "", *(outlet_of.get(one) or "" for one in report.documents)}):
            shelves.setdefault((outlet, month), []).append(report)
            shelves.setdefault((outlet, _ALL), []).append(report)
    return shelves


def _months(citation: Citation, when: list[str | None]) -> tuple[str, ...]:
    """Return the shelves to look at: the months around the day cited, or before the articles that cite."""
    anchors = when if citation.said is None else [citation.said]
    if any(anchor is None or len(anchor) < _MONTH for anchor in anchors):
        return (_ALL,)
    reach = (-2, -1, 0) if citation.said is None else (-1, 0, 1)
    return ("", *sorted({_moved(anchor, by) for anchor in anchors if anchor for by in reach}))


def _moved(day: str, by: int) -> str:
    months = int(day[:4]) * 12 + int(day[5:7]) - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _fits(citation: Citation, report: Report, when: list[str | None]) -> bool:
    if citation.said is not None:
        return agree(citation.said, report.date, _WITHIN)
    apart = [days_apart(report.date, date) for date in when]
    return any(
        not_after(report.date, date) and (days is None or days <= BACK) for date, days in zip(when, apart, strict=True)
    )


def _figures(
    known: Records, carried: Mapping[str, str]
) -> tuple[Mapping[str, list[Figure]], Mapping[str, list[Figure]]]:
    """Return report of the corpus -> its figures, and cited report -> the figures it is cited for."""
    stated: dict[str, list[Figure]] = {}
    citing: dict[str, list[Figure]] = {}
    for figure in known.figures:
        stated.setdefault(carried.get(figure.document, ""), []).append(figure)
        for report in figure.cited:
            citing.setdefault(report, []).append(figure)
    return stated, citing


def _best(
    citation: Citation, fitting: list[Report], stated: Mapping[str, list[Figure]], citing: Iterable[Figure]
) -> str | None:
    subjects = set(citation.subjects)
    wanted = tuple(citing)
    ranked = []
    for report in fitting:
        figures = stated.get(report.iri, ())
        hits = sum(1 for figure in wanted if any(_meet(figure, other) for other in figures))
        if hits or subjects & {figure.subject for figure in figures}:
            ranked.append((-hits, abs(days_apart(citation.said, report.date) or 0), report.iri))
    ranked.sort()
    if not ranked or (ranked[0][0] == 0 and len(ranked) > 1 and citation.said is None):
        return None
    return ranked[0][-1]


def _nameless(listed: Iterable[Report], stated: Mapping[str, list[Figure]], citing: Iterable[Figure]) -> str | None:
    """Return the one report without an outlet that has enough of the figures credited to a report, citing nobody."""
    wanted = {(figure.subject, figure.measure, figure.amounts[:1]): figure for figure in citing if figure.amounts}
    found = []
    for report in listed:
        own = [figure for figure in stated.get(report.iri, ()) if not figure.cited]
        hits = {
            other.mention
            for figure in wanted.values()
            for other in own
            if figure.subject == other.subject
            and figure.measure == other.measure
            and shared(figure.amounts, other.amounts) in ("same", "overlapping")
        }
        if len(hits) >= _NAMELESS and any(figure.chain for figure in own if figure.mention in hits):
            found.append(report.iri)
    return found[0] if len(found) == 1 else None


def _meet(one: Figure, other: Figure) -> bool:
    return one.subject == other.subject and shared(one.amounts, other.amounts) is not None

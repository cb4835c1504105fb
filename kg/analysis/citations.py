"""Who cites whom: every report named in a stated chain, counted in passages, with what is known of both sides."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.store.protocol import Store
from kg.store.results import Select

_PREFIXES = "".join(f"PREFIX {name}: <{vocab.PREFIXES[name]}>\n" for name in ("kg", "schema", "skos"))
_DOCUMENTS = """SELECT ?document ?path ?part ?outlet ?date ?title ?report WHERE {
  ?document a kg:Document ; kg:path ?path .
  OPTIONAL { ?document kg:part ?part }
  OPTIONAL { ?document schema:publisher ?outlet }
  OPTIONAL { ?document schema:datePublished ?date }
  OPTIONAL { ?document schema:headline ?title }
  OPTIONAL { ?document kg:carries ?report }
}"""
_REPORTS = """SELECT ?report ?outlet ?date ?title ?known WHERE {
  ?report a kg:Report .
  OPTIONAL { ?report schema:publisher ?outlet }
  OPTIONAL { ?report schema:datePublished ?date }
  OPTIONAL { ?report schema:headline ?title }
  OPTIONAL { ?report kg:identifiedAs ?known }
}"""
_PASSAGES = """SELECT ?document ?cited (COUNT(DISTINCT ?statement) AS ?passages) WHERE {
  ?statement kg:inDocument ?document ; kg:via/kg:citing* ?step .
  ?step kg:report ?cited .
} GROUP BY ?document ?cited"""
_NAMES = "SELECT ?outlet ?name WHERE { ?thing schema:publisher ?outlet . ?outlet skos:prefLabel ?name }"


@dataclass(frozen=True, slots=True)
class Article:
    """A document: where it was read from, whose publication it is (an IRI) and which report it carries."""

    iri: str
    place: str
    outlet: str | None
    report: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report, in the corpus or only cited. `outlet` is an IRI; `known` is the report a cited one turned out to be."""

    iri: str
    outlet: str | None
    date: str | None
    title: str | None
    known: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """In how many passages (mentions and answers) a document names a report, as cited and as it is known."""

    document: str
    cited: str
    known: str
    passages: int


@dataclass(frozen=True, slots=True)
class Citations:
    """All citations of a store, sorted, with the articles, reports and names of outlets by IRI."""

    articles: Mapping[str, Article]
    reports: Mapping[str, Report]
    names: Mapping[str, str]
    listed: tuple[Citation, ...]

    def name(self, outlet: str | None) -> str:
        """Return an outlet's name."""
        return self.names.get(outlet or "", outlet or "outlet unknown")


def citations(store: Store) -> Citations:
    """Read who cites whom, links graph included. A document that no report is known for stands for its own."""
    articles: dict[str, Article] = {}
    reports: dict[str, Report] = {}
    for document, path, part, outlet, date, title, carried in _rows(store, _DOCUMENTS):
        report = carried or document
        articles.setdefault(document, Article(document, path + (f" [{part}]" if part else ""), outlet or None, report))
        if not carried:
            reports[document] = Report(document, outlet or None, date or None, title or None)
    for report, outlet, date, title, known in _rows(store, _REPORTS):
        reports.setdefault(report, Report(report, outlet or None, date or None, title or None, known or None))
    found = [
        Citation(document, cited, reports[cited].known or cited, int(passages))
        for document, cited, passages in _rows(store, _PASSAGES)
        if document in articles and cited in reports
    ]
    names = dict(sorted(((outlet, name) for outlet, name in _rows(store, _NAMES)), reverse=True))
    return Citations(articles, reports, names, tuple(sorted(found)))


def _rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query as texts, sorted; what is unbound is empty."""
    found = store.query(_PREFIXES + query)
    rows = found.rows if isinstance(found, Select) else ()
    return sorted(tuple(cell.value if isinstance(cell, (NamedNode, Literal)) else "" for cell in row) for row in rows)

"""The first two stages: what each document says by itself, then with what the corpus shows to be outlets."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b

from pyoxigraph import NamedNode, Quad

from kg.lexicon.names import registry
from kg.link import exceeding, rates
from kg.link.copies import title_key
from kg.link.credits import credited, endings, tail
from kg.link.dates import LATE
from kg.link.index import Index
from kg.link.prints import fingerprint, meetings
from kg.link.prints import to_text as printed
from kg.link.propagation import Look, Stage
from kg.link.records import Article, Cited, Record, record, to_text
from kg.link.said import Entry, Said
from kg.rdf.iris import Iris
from kg.rdf.reading import nodes
from kg.rdf.terms import kg
from kg.store.protocol import Store

_DATELINE = re.compile(r"^[^()]{0,60}\(([^()]{2,40})\)\s*[-–—]")


class Read(Stage):
    """Each document's record, and the outlets it is published by or cites. Its nodes are documents."""

    name = "read"

    def __init__(self, store: Store, index: Index) -> None:
        self._store = store
        self._index = index

    def say(self, name: str, look: Look) -> Said | None:  # noqa: ARG002 - of the protocol
        """Read the document's graph and keep its record."""
        table = nodes(self._store.graph(name), self._store.base).rows
        known = record(table, name)
        self._index.archive(name, known)
        if known is None:
            return None
        return Said((*_read(known), *exceeding.entries(exceeding.answers(table, known), name)))


def _read(known: Record) -> Iterator[Entry]:
    document, outlet = known.article.document, known.article.outlet
    digest = _digest(known)
    yield Entry(("read", document), digest, wakes=(Credited.name, document))
    if outlet is not None:
        yield Entry(("outlet called", tail(outlet)), outlet)
        yield from (Entry(("outlet ending", ending), outlet) for ending in endings(outlet))
    for outlet, names in known.outlets.items():
        for name in names:
            yield Entry(("names", outlet), name)
            yield Entry(("named", name.casefold()), outlet)
    for claim in known.relations:
        yield Entry(("relation", claim), document, value=digest, wakes=("direct", claim))
    yield from rates.entries(known.implied)


class Credited(Stage):
    """Each document's record with the reports its steps name by outlets of the corpus. Its nodes are documents."""

    name = "credited"

    def __init__(self, index: Index) -> None:
        self._index = index
        self._iris = Iris(index.base)

    def say(self, name: str, look: Look) -> Said | None:
        """Find what the steps name; say what others look for in the document."""
        if look.one("read", name) is None:
            return None
        found = self._credit(name, look)
        known = self._index.credit(name, found)
        assert known is not None
        recognised = fingerprint(known)
        self._index.keep_imprint(name, printed(recognised))
        agency = self._agency(known.article, look)
        digest = _digest(known)
        return Said(
            entries=tuple(_entries(known, agency, digest)),
            quads=tuple(sorted(self._quads(found))),
            meetings=meetings(recognised),
            at=known.article.date or LATE,
            value=digest,
        )

    def _credit(self, document: str, look: Look) -> Mapping[str, Cited]:
        known = self._index.bare(document)
        assert known is not None
        return credited(
            known,
            self._iris.base,
            called=lambda name: look.items("outlet called", name),
            ending=lambda words: look.items("outlet ending", words),
            names=lambda outlet: look.items("names", outlet),
        )

    def _agency(self, article: Article, look: Look) -> str | None:
        """Return the outlet whose text a document says it carries: as its author, or in the dateline."""
        datelines = (match[1] for passage in article.passages[:3] if (match := _DATELINE.match(passage)))
        for name in (*article.authors, *datelines):
            plain = name.strip().casefold()
            outlet = max(look.items("named", plain), default=None) or _registered(self._iris.base).get(plain)
            if outlet is not None:
                return outlet
        return None

    def _quads(self, found: Mapping[str, Cited]) -> Iterator[str]:
        graph = NamedNode(self._iris.links)
        for step, cited in found.items():
            yield str(Quad(NamedNode(step), kg("report"), NamedNode(cited.report), graph))


def _entries(known: Record, agency: str | None, digest: str) -> Iterator[Entry]:
    article = known.article
    document, at = article.document, article.date or LATE
    yield Entry(("record", document), digest, at, agency or "", wakes=("copied", document))
    if (key := title_key(article, agency)) is not None:
        yield Entry(key, document)
    for report, (cited, _) in known.cited.items():
        yield Entry(("cited", report), document, value=digest, wakes=("identified", report))
        yield Entry(("credited", cited.outlet, cited.said), f"{report} {document}")
    for source in known.sources:
        yield Entry(("source", source), document, wakes=("sources", source))


@cache
def _registered(base: str) -> Mapping[str, str]:
    """Return the names of outlets of the registry in lower case -> outlet."""
    lexicon, iris = registry(), Iris(base)
    return {
        label.text.casefold(): iris.entity(lexicon.entities[label.slug])
        for label in lexicon.labels
        if lexicon.entities[label.slug].kind == "Outlet" and label.kind != "hidden"
    }


def _digest(known: Record) -> str:
    return blake2b(to_text(known).encode(), digest_size=8).hexdigest()

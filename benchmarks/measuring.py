"""What the steps of a benchmark share: where the data of one size is, how time is taken, what is asked about."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeAlias

from kg.store.oxigraph import EmbeddedStore
from kg.store.results import Select

Measured: TypeAlias = dict[str, object]
"""What a step measured, by name; seconds, milliseconds and bytes say so."""
SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data of one size is."""

    folder: Path
    size: int

    @property
    def lines(self) -> Path:
        """The graph as N-Quads."""
        return self.folder / "graph.nq"

    @property
    def union(self) -> Path:
        """Its triples, some of them twice, as N-Triples."""
        return self.folder / "union.nt"

    @property
    def store(self) -> Path:
        """The store made of it."""
        return self.folder / "store"


class timed:  # noqa: N801 - reads as a word
    """Measure the seconds since the block began; `busy` are those that this process worked itself."""

    def __enter__(self) -> Self:
        self.began, self.idle = time.perf_counter(), time.process_time()
        self.end: tuple[float, float] | None = None
        return self

    def __exit__(self, *_: object) -> None:
        self.end = time.perf_counter(), time.process_time()

    def __call__(self) -> float:
        """Return the seconds since the block began, or that it took."""
        return (self.end[0] if self.end else time.perf_counter()) - self.began

    def busy(self) -> float:
        """Return the seconds of these in which this process ran."""
        return (self.end[1] if self.end else time.process_time()) - self.idle


_PREFIXES = "PREFIX kg: <https://w3id.org/kg-news/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
MOST = {
    "subject": "?c kg:subject ?x . ?m kg:states ?c FILTER EXISTS { ?x a kg:Company }",
    "responder": "?m kg:responder ?x",
    "seller": "?m kg:states ?c . ?c rdf:predicate kg:buysFrom ; rdf:object ?x",
    "chip": "?m kg:states ?c . ?c rdf:predicate kg:restrictedBy ; rdf:subject ?x",
    "rule": "?m kg:states ?c . ?c rdf:predicate kg:restrictedBy ; rdf:object ?x",
    "cites": "?m kg:via ?v . ?v <http://www.w3.org/ns/prov#agent> ?x . ?x a kg:Outlet",
}
_ASKS = {
    "chips-restricted": {"chip": "chip"},
    "company-profile": {"company": "subject"},
    "product-names": {"product": "chip"},
    "product-users": {"product": "subject"},
    "regulation-timeline": {"rule": "rule"},
    "report-citations": {"cites": "cites"},
    "responses": {"responder": "responder"},
    "who-buys-from-whom": {"seller": "seller"},
}


def given(name: str, most: dict[str, str]) -> dict[str, str]:
    return {parameter: most[kind] for parameter, kind in _ASKS.get(name, {"subject": "subject"}).items()}


def mentioned_most(store: EmbeddedStore, pattern: str) -> str:
    """Return the IRI of what is mentioned most in a pattern."""
    found = store.query(
        f"{_PREFIXES} SELECT ?x (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?x ORDER BY DESC(?n) STR(?x) LIMIT 1"
    )
    assert isinstance(found, Select)
    return str(found.rows[0][0])[1:-1]


def about(place: Place, store: EmbeddedStore) -> dict[str, str]:
    """Return the IRI of what is mentioned most, of each kind that queries ask about; looked up once per graph."""
    kept = place.folder / "most.json"
    if not kept.exists():
        kept.write_text(json.dumps({kind: mentioned_most(store, pattern) for kind, pattern in MOST.items()}))
    return dict(json.loads(kept.read_text()))

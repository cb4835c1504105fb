"""What a store says at one time, as far as `kg diff` compares it: articles, figures, relations, answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.analysis.citations import Article, citations
from kg.analysis.facts import Facts, facts
from kg.store.protocol import Store
from kg.store.results import Select

_RELATIONS = (
    "".join(f"PREFIX {name}: <{vocab.PREFIXES[name]}>\n" for name in ("kg", "rdf"))
    + """
SELECT DISTINCT ?claim ?subject ?predicate ?object ?mode ?document WHERE {
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; kg:mode ?mode .
  ?mention kg:states ?claim ; kg:inDocument ?document .
  FILTER NOT EXISTS { ?mention kg:negated true }
}"""
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation claim that is asserted: its terms as IRIs, and the documents that state it, sorted."""

    iri: str
    subject: str
    predicate: str
    object: str
    mode: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A store at one time; all maps by IRI."""

    base: str
    known: Facts
    articles: Mapping[str, Article]
    relations: Mapping[str, Relation]


def state(store: Store) -> State:
    """Read a store, links graph included."""
    return State(store.base, facts(store), citations(store).articles, _relations(store))


def _relations(store: Store) -> Mapping[str, Relation]:
    answer = store.query(_RELATIONS)
    rows = sorted(tuple(_text(cell) for cell in row) for row in answer.rows) if isinstance(answer, Select) else []
    documents: dict[str, set[str]] = {}
    for claim, *_, document in rows:
        documents.setdefault(claim, set()).add(document)
    return {
        claim: Relation(claim, subject, predicate, thing, mode, tuple(sorted(documents[claim])))
        for claim, subject, predicate, thing, mode, _ in rows
    }


def _text(cell: object) -> str:
    return cell.value if isinstance(cell, (NamedNode, Literal)) else ""

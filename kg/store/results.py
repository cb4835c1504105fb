"""What a query gives, the same from every kind of store."""

from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Found: TypeAlias = tuple[Term, NamedNode, Term]
"""A triple that fits a pattern: subject, predicate, object."""


@dataclass(frozen=True, slots=True)
class Select:
    """Rows of terms under `variables`, in the query's order; an unbound variable is None."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Whether the pattern is there."""

    answer: bool


@dataclass(frozen=True, slots=True)
class Construct:
    """The triples of a CONSTRUCT or DESCRIBE, each once, sorted."""

    triples: tuple[Triple, ...]


Result: TypeAlias = Select | Ask | Construct


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a store holds, as far as that can be kept up while it is written: documents, graphs, quads of these."""

    documents: int
    graphs: int
    quads: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds: documents, graphs, quads of all graphs, and distinct triples of their union."""

    documents: int
    graphs: int
    quads: int
    triples: int
